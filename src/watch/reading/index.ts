export { readLedger } from "./read.ts";
export { type Counts, dayOf, type Person, type Reading, type Work } from "./reading.ts";
export { hasCanaryActs, markRead } from "./store.ts";
