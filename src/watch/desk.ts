import type { Accounts } from "#accounts";
import type { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import type { Clock, Database } from "#platform";
import type { AccessRules, Freezes } from "#vault";

/** What everything in this slice works with. */
export type WatchDesk = {
  database: Database;
  appender: Pick<Appender, "append">;
  outbox: Outbox;
  clock: Clock;
  accounts: Accounts;
  access(): Promise<Pick<AccessRules, "budgets">>;
  /** The vault's verb against somebody on the staff. */
  freezes: Freezes;
  /** How many cases a day leads are shown, beside what can't wait. */
  alertsPerDay: number;
};
