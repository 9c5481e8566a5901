export { AlreadyClosing, beginClosing, type Closing, closeDue, keepAccount } from "./closing.ts";
export { closingRoutes } from "./routes-closing.ts";
export { openClosing } from "./store.ts";
