export const watchPath = "/staff/watch";
