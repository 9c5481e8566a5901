/** Legal holds, for who places, reads and lifts them, and for who asks before something is erased. */
export { liftHold, placeHold, refuseHeld, standingHold, standingHolds } from "./erasure/index.ts";
