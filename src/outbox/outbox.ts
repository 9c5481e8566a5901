import type { Id, Transaction } from "#platform";
import type { Addressee } from "./addressee.ts";
import type { LinkTokens } from "./link-tokens.ts";
import type { Message } from "./message.ts";

/** Every genuine message goes out through here. */
export type Outbox = {
  /** Registers a message with its code and has it delivered, if the caller's transaction commits. */
  send(to: Addressee, message: Message, now: Date, joining: Transaction): Promise<Id<"notice">>;
  readonly linkTokens: LinkTokens;
};
