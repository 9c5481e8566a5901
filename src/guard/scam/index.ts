export { type Analysis, analyseReport, type Turn } from "./analyse.ts";
export type { Indicator, IndicatorType } from "./indicators/index.ts";
export { type Signal, type SignalCode, type Weight, weightOf } from "./signal.ts";
export type { Reason, ReasonCode, Verdict } from "./verdict.ts";
