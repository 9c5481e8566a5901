export const dayPath = "/staff/calls";
