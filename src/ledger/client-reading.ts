/** What clients are given of the ledger, and what is theirs to see since when. */
export type { ClientEvent } from "./event.ts";
export { clientDays, clientEvents, newlySeen } from "./sealed-entries/index.ts";
