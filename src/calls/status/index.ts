export { LiveStatus, type Told } from "./live.ts";
export type { CallStatus, NextCall, ShownLeg } from "./status.ts";
export { touch } from "./store.ts";
