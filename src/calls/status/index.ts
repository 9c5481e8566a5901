export { LiveStatus, type Told, type Watcher } from "./live.ts";
export {
  type CallStatus,
  type Holding,
  isLeased,
  type Known,
  type NextCall,
  type ShownLeg,
  soonMs,
  statusOf,
} from "./status.ts";
export { changedSince, knownOf, touch } from "./store.ts";
