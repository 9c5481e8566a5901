import type { KeyObject } from "node:crypto";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import type { Clock, Database, KeyedLimits } from "#platform";
import type { Profile } from "#policy";

/** What everything in this slice works with. */
export type Desk = {
  database: Database;
  appender: Appender;
  keykeeper: Pick<Keykeeper, "encrypt" | "blindIndex" | "blindIndexes">;
  outbox: Outbox;
  clock: Clock;
  /** Timings of the policy in force. */
  profile(): Promise<Profile>;
  /** The slice's secret; each use derives a key of its own from it. */
  key: KeyObject;
  /** Limits of attempts by any key, such as an account's; they hold across processes. */
  limits: KeyedLimits;
  /** Where people reach this site; unset on a developer's machine. */
  publicUrl: string | undefined;
  /** The firm's name, as people know it. */
  firm(): Promise<string>;
  trustedProxies: number;
};
