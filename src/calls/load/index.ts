export { loadRoutes } from "./routes-load.ts";
