import type { EventReplay } from "./event-replay.ts";
import type { Placing } from "./placing.ts";
import type { SealedLog } from "./sealed-log.ts";
import type { Settlement } from "./settle.ts";

/** Everything that was read, and what was found out of it. */
export type Case = {
  log: SealedLog;
  /** How many events each lane is said to have appended. */
  counters: ReadonlyMap<number, number>;
  replay: EventReplay;
  settlement: Settlement;
  placing: Placing;
};
