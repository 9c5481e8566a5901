import type { Accounts } from "#accounts";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import type { Clock, Database } from "#platform";
import type { OpenedTickets } from "#tickets";
import type { Provider } from "./provider/index.ts";
import type { Turn } from "./turn/index.ts";

/** What everything in this slice works with. */
export type CallsDesk = {
  database: Database;
  /** Tells webhooks too: a call that was wrong solves its ticket. */
  appender: Pick<Appender, "append">;
  keykeeper: Pick<Keykeeper, "attest" | "decrypt">;
  outbox: Outbox;
  clock: Clock;
  accounts: Accounts;
  /** A call that is answered opens a ticket there. */
  tickets: OpenedTickets["tickets"];
  /** A call that was wrong becomes a report there. */
  reports: Pick<OpenedTickets["reports"], "prepareSignedIn">;
  /** Servers that sound goes through; without one, pages connect on one network. */
  turn: Turn | undefined;
  /** Who places phone calls; without one, calls are in the browser alone. */
  provider: Provider | undefined;
};
