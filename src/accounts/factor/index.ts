export { canSignIn, type Factor, isFresh, requireStrongest, strongestOf } from "./factor.ts";
export { requireStepUp } from "./step-up.ts";
export { endFactor, factorsOf, insertFactor, markUsed, renameFactor } from "./store.ts";
