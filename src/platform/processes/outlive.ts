import { isDatabaseAway } from "../database/index.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";

/**
 * A database that goes away ends no process that serves: what nobody waited for is logged. graphile-worker waits for nothing when it
 * writes down how a job ended, so a connection that breaks just then rejects where no caller can catch it. Its job runs
 * again at its next time. Any other rejection ends the process as before.
 */
export function outliveDatabase(log: Pick<Log, "warn">): void {
  process.on("unhandledRejection", (error) => {
    if (!isDatabaseAway(error)) throw error;
    log.warn({ error: messageOf(error) }, "nobody waited for the database, which was away");
  });
}
