export { checkUpRoutes } from "./routes-check-up.ts";
