export { type Change, type ChangeName, changeEvent, changeEventKinds, changes } from "./change.ts";
export {
  type By,
  type Changed,
  type Changing,
  makeChange,
  requireChangeable,
  requireUnlocked,
  tell,
  undoUntilOf,
} from "./make-change.ts";
export { AccountClosed, AccountLocked, SettingsLocked } from "./refusals.ts";
export { changesOf, insertChange, markUndone, undoFrom } from "./store.ts";
