export { type Freeze, type FreezeReason, freezesAltogether } from "./freeze.ts";
export { Freezes, type Freezing } from "./freezes.ts";
export { explainedDoubters, freezesOf, holdFreezes, isFrozenFor, openFreezes } from "./store.ts";
