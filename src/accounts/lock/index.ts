export {
  type AccountLock,
  type Decision,
  type Direction,
  decide,
  type Protection,
  type SettingsLock,
} from "./lock.ts";
export {
  askUnlock,
  endSettingsLock,
  insertAccountLock,
  insertSettingsLock,
  liftAccountLock,
  openedByDays,
  protectionOf,
  settleSettingsLock,
  stopUnlocking,
} from "./store.ts";
