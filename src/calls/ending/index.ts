export { endLegsOf } from "./legs.ts";
export { endPassedCalls } from "./missed.ts";
export { startEnding } from "./start.ts";
export { forgetTold } from "./store.ts";
