import type { Accounts } from "#accounts";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import type { Clock, Database, Id, Queryable } from "#platform";
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
  /** Whether a call of ours with this client is up: then nobody asks the client for anything. */
  isOnCall(queryable: Queryable, client: Id<"client">, now: Date): Promise<boolean>;
};
