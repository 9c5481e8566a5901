/** What clients are given of the ledger, and what is theirs to see since when. */
export { printRemark } from "./proof-collection.ts";
export { countUnsealed } from "./proving/index.ts";
export { type ClientEvent, clientDays, clientEvents, newlySeen } from "./sealed-entries/index.ts";
