import type { CallsDesk } from "./desk.ts";
import { endLegsOf } from "./ending/index.ts";
import { LiveStatus } from "./status/index.ts";

/** The slice, opened: what its routes and jobs work with. */
export type Calls = {
  desk: CallsDesk;
  /** What open pages of clients are told. */
  live: LiveStatus;
};

/** Opens the slice, and says what a leaver loses. */
export function openCalls(desk: CallsDesk): Calls {
  desk.accounts.leaving.onLeave((joining, leaver, now) => endLegsOf(desk, joining, leaver, now));
  return { desk, live: new LiveStatus(desk.database, desk.clock) };
}
