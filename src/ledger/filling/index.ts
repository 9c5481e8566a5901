export { LedgerFilling } from "./fill.ts";
export type { History, PastEvent } from "./history.ts";
export { Seeded } from "./seeded.ts";
