import type { Accounts } from "#accounts";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import type { Clock, Database, Erasure, Transaction } from "#platform";
import type { FileLimits } from "./attachment/index.ts";
import type { FreezesOf } from "./frozen.ts";
import type { Guard } from "./message/index.ts";
import type { ReplyTimes, Ticket } from "./ticket/index.ts";

/** What everything in this slice works with. */
export type TicketsDesk = {
  database: Database;
  /** Tells webhooks too. */
  appender: Pick<Appender, "append">;
  outbox: Outbox;
  clock: Clock;
  keykeeper: Pick<Keykeeper, "encrypt" | "decrypt" | "attest">;
  accounts: Accounts;
  replyTimes: ReplyTimes;
  guard: Guard;
  files: FileLimits;
  freezesOf: FreezesOf;
  /** The vault ends what a client was asked, and approved, in a ticket. */
  endRequests(
    joining: Transaction,
    ticket: Pick<Ticket, "requester" | "id">,
    now: Date,
  ): Promise<void>;
  /** Writes to the list of what a restored backup must erase again. */
  recordErasure(erasure: Erasure): Promise<void>;
};
