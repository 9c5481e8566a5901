export { type Change, type ChangeName, changeEvent, changeEventKinds, changes } from "./change.ts";
export { keepLocked } from "./keep-locked.ts";
export {
  type By,
  type Changing,
  makeChange,
  requireChangeable,
  requireUnlocked,
  tell,
  undoUntilOf,
} from "./make-change.ts";
export { AccountClosed, AccountLocked, SettingsLocked } from "./refusals.ts";
export { changesOf, insertChange } from "./store.ts";
export { reviveForOwner, takeBack } from "./taking-back.ts";
