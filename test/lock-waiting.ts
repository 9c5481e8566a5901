import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#platform";

const lookAgainMs = 5;

/** Until somebody waits for what a test's own transaction holds, or so many do. */
export async function somebodyWaits(database: Database, many = 1): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.count ?? 0) >= many) return;
    await sleep(lookAgainMs);
  }
}
