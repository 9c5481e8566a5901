import { passOnCallsOf } from "./booking/index.ts";
import type { CallsDesk } from "./desk.ts";
import { endLegsOf } from "./ending/index.ts";
import { Listening } from "./signal/index.ts";
import { LiveStatus } from "./status/index.ts";

/** The slice, opened: what its routes and jobs work with. */
export type Calls = {
  desk: CallsDesk;
  /** What open pages of clients are told. */
  live: LiveStatus;
  /** What the two pages of a call are told of each other. */
  listening: Listening;
};

/** Opens the slice, and says what a leaver loses. */
export function openCalls(desk: CallsDesk): Calls {
  desk.accounts.leaving.onLeave(async (joining, leaver, now) => {
    await endLegsOf(desk, joining, leaver, now);
    await passOnCallsOf(desk, joining, leaver, now);
  });
  return {
    desk,
    live: new LiveStatus(desk.database, desk.clock),
    listening: new Listening(desk.database, desk.clock),
  };
}
