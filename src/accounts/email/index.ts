export { confirmEmailRoutes, emailRoutes } from "./routes-email.ts";
