import { type Log, type Repeating, repeat } from "#platform";
import { look } from "./case/index.ts";
import type { Watch } from "./open.ts";
import { hasCanaryActs } from "./reading/index.ts";

const everyMs = 5_000;
/** Events that were committed late are still seen. */
const overlapMs = 10_000;

/**
 * Sees within seconds when somebody looks for a client who doesn't exist. It asks the ledger: nothing in a search or a look
 * knows of canaries, so nothing takes longer for one.
 */
export function startWatching({ desk }: Watch, log: Log): Repeating {
  const { database, clock } = desk;
  return repeat({ part: "watch", everyMs, log }, async () => {
    const now = clock();
    const since = new Date(now.getTime() - everyMs - overlapMs);
    if (await hasCanaryActs(database, since)) await look(desk, now);
  });
}
