export { PanicForm } from "./pages/index.ts";
export { lockAccount, unlockAccount } from "./panic-lock.ts";
export { panicRoutes } from "./routes-panic.ts";
