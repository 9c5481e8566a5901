import type { CallsDesk } from "../desk.ts";
import { endLapsedLegs } from "./legs.ts";

const everyMs = 5_000;

/** Ends what nobody vouches for, again and again. */
export function startEnding(desk: CallsDesk): { stop(): Promise<void> } {
  let going: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // What fails, because the database is away, the next time does.
    going = going.then(() => endLapsedLegs(desk, desk.clock())).catch(() => {});
  }, everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await going;
    },
  };
}
