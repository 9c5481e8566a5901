import { forEach, type Log, type Repeating, repeat } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { endLapsedLegs, endLegsOfLeft } from "./legs.ts";

/** A leaver's call breaks off within it. */
const everyMs = 1_000;

/** Ends what nobody vouches for, and what a leaver has, again and again. */
export function startEnding(desk: CallsDesk, log: Log): Repeating {
  return repeat({ part: "calls", everyMs, log }, () =>
    forEach([endLegsOfLeft, endLapsedLegs], (end) => end(desk, desk.clock())),
  );
}
