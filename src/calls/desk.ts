import type { Accounts } from "#accounts";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import type { Clock, Database } from "#platform";
import type { OpenedTickets } from "#tickets";

/** What everything in this slice works with. */
export type CallsDesk = {
  database: Database;
  appender: Pick<Appender, "append">;
  keykeeper: Pick<Keykeeper, "attest" | "decrypt">;
  outbox: Outbox;
  clock: Clock;
  accounts: Accounts;
  /** A call that is answered opens a ticket there. */
  tickets: OpenedTickets["tickets"];
};
