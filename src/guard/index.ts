export { type Ask, findAsks } from "./asks.ts";
export { isNeverAskId, type NeverAskId, neverAskIds } from "./never-ask.ts";
