export { type Factor, isFresh, requireStrongest, strongestOf } from "./factor.ts";
export { endFactor, factorsOf, insertFactor, markUsed, renameFactor } from "./store.ts";
