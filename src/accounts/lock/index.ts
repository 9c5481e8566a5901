export {
  type AccountLock,
  type Decision,
  type Direction,
  decide,
  type Protection,
  type Reason,
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
  stopUnlocking,
} from "./store.ts";
