import type { Accounts } from "#accounts";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Clock, Database } from "#platform";

/** What everything in this slice works with. */
export type TraceDesk = {
  database: Database;
  appender: Pick<Appender, "append">;
  keykeeper: Keykeeper;
  clock: Clock;
  accounts: Accounts;
};
