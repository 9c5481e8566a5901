export { readLedger } from "./read.ts";
export type { Person, Reading } from "./reading.ts";
export { answersIn, hasCanaryActs, markRead } from "./store.ts";
