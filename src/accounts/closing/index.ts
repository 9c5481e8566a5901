export { closeDue } from "./closing.ts";
export { closingRoutes } from "./routes-closing.ts";
export { endClosing, openClosing } from "./store.ts";
