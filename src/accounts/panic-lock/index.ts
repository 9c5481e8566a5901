export { PanicForm } from "./pages/index.ts";
export { lockAccount, NotLockedAccount, type Panic, unlockAccount } from "./panic-lock.ts";
export { panicRoutes } from "./routes-panic.ts";
