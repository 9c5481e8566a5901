export { dayRoutes } from "./routes-day.ts";
