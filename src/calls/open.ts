import type { CallsDesk } from "./desk.ts";
import { LiveStatus } from "./status/index.ts";

/** The slice, opened: what its routes and jobs work with. */
export type Calls = {
  desk: CallsDesk;
  /** What open pages of clients are told. */
  live: LiveStatus;
};

export function openCalls(desk: CallsDesk): Calls {
  return { desk, live: new LiveStatus(desk.database, desk.clock) };
}
