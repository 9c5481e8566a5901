export {
  type ClientEvents,
  clientDays,
  clientEvents,
  type DayCount,
  newlySeen,
} from "./client-events.ts";
export { type SealingReason, sealedEntryKinds, sealingReasons } from "./kinds.ts";
export { AlreadyOpen, NoSuchEntry, NotSealed, WrongSealingTime } from "./refusals.ts";
export { openEntry, type Sealing, sealEntry, sealedFrom, sealedUntil } from "./seal-entry.ts";
