import type { Id, Transaction } from "#platform";
import type { Addressee } from "./addressee.ts";
import type { LinkTokens } from "./link-tokens.ts";
import type { Message } from "./message.ts";
import type { Reader } from "./reader.ts";

/** Every genuine message goes out through here. */
export type Outbox = {
  /** Registers a message with its code and has it delivered, if the caller's transaction commits. */
  send(to: Addressee, message: Message, now: Date, joining: Transaction): Promise<Id<"notice">>;
  /** The file for a calendar that was last sent to somebody about an entry. */
  calendarOf(
    to: Pick<Addressee, "is" | "id">,
    entry: Id<string>,
  ): Promise<{ method: "request" | "cancel"; text: string } | undefined>;
  readonly linkTokens: LinkTokens;
  readonly reader: Reader;
};
