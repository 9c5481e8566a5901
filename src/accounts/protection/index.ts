export { changeRefused } from "./deciding.ts";
export { protectionRoutes } from "./routes-protections.ts";
