export { clientDays, clientEvents, newlySeen } from "./client-events.ts";
export { type SealingReason, sealedEntryKinds } from "./kinds.ts";
export { openEntry, sealEntry, sealedFrom, sealedUntil } from "./seal-entry.ts";
