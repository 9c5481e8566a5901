import { hourMs } from "#platform";
import { type Call, isInWindow } from "../call/index.ts";

const aroundMs = 12 * hourMs;

/** A call as its agent sees it: nothing else of the client than the public account id. */
export type DayCall = Pick<
  Call,
  "id" | "topic" | "language" | "channel" | "startsAt" | "ticket" | "state"
> & {
  publicId: string | undefined;
  /** A leg of it is up. */
  isUp: boolean;
  wasTried: boolean;
};

/** Around now, so that who works at night sees the whole shift. */
export function dayAround(now: Date): { from: Date; to: Date } {
  return { from: new Date(now.getTime() - aroundMs), to: new Date(now.getTime() + aroundMs) };
}

export type Day = {
  next: { call: DayCall; isOpen: boolean } | undefined;
  later: readonly DayCall[];
  past: readonly DayCall[];
};

/**
 * What is next, what comes then and what was. One that is up goes before all others.
 * @param calls by their time
 * @param windowSeconds how long before and after its time a call may be placed
 */
export function dayOf(calls: readonly DayCall[], windowSeconds: number, now: Date): Day {
  const open = calls.filter(
    ({ state, startsAt }) =>
      state.is === "booked" && startsAt.getTime() + windowSeconds * 1_000 >= now.getTime(),
  );
  const call = calls.find(({ isUp }) => isUp) ?? open[0];
  const past = calls.filter((one) => one !== call && !open.includes(one)).toReversed();
  return {
    next: call && { call, isOpen: isInWindow(call, windowSeconds, now) },
    later: open.filter((one) => one !== call),
    past,
  };
}
