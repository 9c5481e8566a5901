export { type Freeze, freezesAltogether } from "./freeze.ts";
export { Freezes } from "./freezes.ts";
export {
  beginLooks,
  explainedDoubters,
  freezesOf,
  isFrozenFor,
  openFreezes,
  stopLooks,
} from "./store.ts";
