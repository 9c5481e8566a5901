export {
  type AccountLock,
  type Decision,
  type Direction,
  decide,
  type Protection,
  type Reason,
  type SettingsLock,
} from "./lock.ts";
export { protectionOf } from "./store.ts";
