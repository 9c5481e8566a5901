export { resetRoutes } from "./routes-reset.ts";
