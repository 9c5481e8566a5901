export {
  type Channel,
  channels,
  type EndReason,
  endReasons,
  isVouched,
  type Leg,
  type LegReport,
  type LegState,
  type LegWords,
  leaseMs,
  type Pair,
  stateAfter,
  vouchedUntil,
} from "./leg.ts";
export { isOnCall } from "./on-call.ts";
export {
  deleteSignals,
  holdLeg,
  insertLeg,
  legById,
  legByProviderCall,
  legsOf,
  liveLegOf,
  liveLegs,
  newestLegs,
  saveLeg,
  vouch,
} from "./store.ts";
