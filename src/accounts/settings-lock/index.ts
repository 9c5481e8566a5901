export {
  LockedAlready,
  MasterKeyNeeded,
  NotLocked,
  NotOpening,
  OpeningAlready,
  WrongLockDays,
} from "./refusals.ts";
export { lockRoutes } from "./routes-lock.ts";
export {
  beginUnlock,
  lockSettings,
  settleUnlocked,
  stopUnlock,
  unlockByMasterKey,
} from "./settings-lock.ts";
