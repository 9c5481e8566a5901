export { dayPath } from "./pages/index.ts";
export { dayRoutes } from "./routes-day.ts";
