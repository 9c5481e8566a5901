export { MarkLine, MarkMissing, Overlay } from "./pages/index.ts";
export { markRoutes } from "./routes-mark.ts";
