export { lockRoutes } from "./routes-lock.ts";
export { beginUnlock, lockSettings, settleUnlocked, unlockByMasterKey } from "./settings-lock.ts";
