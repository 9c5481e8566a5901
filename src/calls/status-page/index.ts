export { statusRoutes } from "./routes-status.ts";
export { callStrip } from "./routes-strip.ts";
export { statusScript } from "./script.ts";
