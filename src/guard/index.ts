export { findAsks } from "./asks.ts";
export { type NeverAskId, neverAskIds } from "./never-ask.ts";
export { withoutQuotations } from "./words.ts";
