export { keepRoutes } from "./routes-keep.ts";
export { looksRoutes } from "./routes-looks.ts";
export { tellClients } from "./telling.ts";
