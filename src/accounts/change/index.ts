export { type Change, type ChangeName, changeEventKinds, changes } from "./change.ts";
export { type By, type Changed, type Changing, makeChange, tell } from "./make-change.ts";
export { AccountClosed, AccountLocked, SettingsLocked } from "./refusals.ts";
export { changesOf, undoFrom } from "./store.ts";
