export { type Freeze, freezesAltogether } from "./freeze.ts";
export { Freezes } from "./freezes.ts";
export {
  explainedDoubters,
  freezesOf,
  isFrozenFor,
  openFreezes,
} from "./store.ts";
