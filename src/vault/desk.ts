import type { Accounts } from "#accounts";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import type { Clock, Database } from "#platform";
import type { AccessPolicy, PolicyBundle } from "#policy";

/** The rules in force on who sees what. */
export type AccessRules = PolicyBundle["access"] & { policy: AccessPolicy };

/** What everything in this slice works with. */
export type VaultDesk = {
  database: Database;
  appender: Pick<Appender, "append" | "appendTogether">;
  keykeeper: Keykeeper;
  outbox: Outbox;
  clock: Clock;
  accounts: Accounts;
  access(): Promise<AccessRules>;
};
