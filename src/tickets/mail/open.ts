import type { Values } from "#platform";
import type { Tickets } from "../tickets.ts";
import type { MailDesk } from "./receive.ts";
import { MailAddressMissing } from "./refusals.ts";
import type { Resolve } from "./resolver.ts";
import type { mailSettings } from "./settings.ts";
import { ThreadTokens } from "./thread-tokens.ts";

export type MailConfig = Values<typeof mailSettings> & { MAIL_FROM: string | undefined };

/**
 * What takes mail in, and what marks mail that goes out so that answers find their ticket; undefined where nobody writes
 * by mail. @throws {MailAddressMissing}
 */
export function openMail(
  tickets: Tickets,
  { MAIL_ADDRESS: address, MAIL_LISTEN: listening, MAIL_FROM: from }: MailConfig,
  resolve: Resolve,
): MailDesk | undefined {
  if (address === undefined) {
    if (listening) throw new MailAddressMissing();
    return undefined;
  }
  const tokens = new ThreadTokens(tickets.desk.accounts.desk.key, address);
  const ownDomains = [address, from ?? address].map((own) =>
    own.slice(own.lastIndexOf("@") + 1).toLowerCase(),
  );
  return { tickets, tokens, resolve, ownDomains };
}
