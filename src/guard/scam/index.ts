export { type Analysis, analyseReport } from "./analyse.ts";
export { findIndicators } from "./indicators/index.ts";
export { type Signal, type SignalCode, type Weight, weightOf } from "./signal.ts";
export type { Reason } from "./verdict.ts";
