export { LiveStatus, type Watcher } from "./live.ts";
export {
  busyMs,
  type CallStatus,
  claimMs,
  type Holding,
  type Known,
  type NextCall,
  type ShownLeg,
  statusOf,
} from "./status.ts";
export { changedSince, knownOf, touch } from "./store.ts";
