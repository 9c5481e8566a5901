export const tracesPath = "/staff/traces";
