export {
  type ClientEraser,
  type Eraser,
  type ErasingOptions,
  erase,
} from "./erase.ts";
export { legalHold, liftHold, placeHold } from "./hold.ts";
export { type ErasureReason, erasureKinds, erasureReasons } from "./kinds.ts";
export type { ErasureOrder } from "./order.ts";
export { LegalHold, NoSuchHold, NotErasable, StillSealed } from "./refusals.ts";
export { erasureReplayers, type OpenAppender } from "./replay.ts";
export type { Hold } from "./store.ts";
