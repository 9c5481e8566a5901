export { type ClientErasing, erase } from "./erase.ts";
export { legalHold, liftHold, placeHold, refuseHeld, standingHold } from "./hold.ts";
export { erasureKinds } from "./kinds.ts";
export type { ErasureOrder } from "./order.ts";
export { erasureReplayers } from "./replay.ts";
export { standingHolds } from "./store.ts";
