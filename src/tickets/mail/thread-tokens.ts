import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import { type Id, isId } from "#platform";

const prefix = "ticket_";
const idLetters = 26;
const tagBytes = 12;
const tagLetters = 19; // 96 bits in base 36
const tokenForm = /^[0-9a-z]{45}$/;
const tokensReadMax = 50;

/** With a token behind it, the part of an address before the `@` has 64 letters at most (RFC 5321 §4.5.3.1.1). */
export const supportLocalMax = 64 - "+".length - idLetters - tagLetters;

/**
 * By what an answer to a mail of ours finds its ticket: the ticket's id, and what only we can make of it. It stands in
 * the Message-ID of our mails and in the address that answers go to, and nowhere in the database.
 */
export class ThreadTokens {
  readonly #key: KeyObject;
  readonly #local: string;
  /** Of the address that clients write to. */
  readonly domain: string;

  /** @param address where clients write to, such as `support@example.com` */
  constructor(key: KeyObject, address: string) {
    this.#key = key;
    const at = address.lastIndexOf("@");
    this.#local = address.slice(0, at).toLowerCase();
    this.domain = address.slice(at + 1).toLowerCase();
  }

  tokenFor(ticket: Id<"ticket">): string {
    return ticket.slice(prefix.length) + this.#tagOf(ticket);
  }

  /** The ticket of a token; undefined when we didn't make it. */
  ticketIn(token: string): Id<"ticket"> | undefined {
    const ticket = prefix + token.slice(0, idLetters);
    if (!tokenForm.test(token) || !isId("ticket", ticket)) return undefined;
    const tag = Buffer.from(token.slice(idLetters));
    return timingSafeEqual(tag, Buffer.from(this.#tagOf(ticket))) ? ticket : undefined;
  }

  /** Where answers to mails about a ticket go. */
  addressFor(ticket: Id<"ticket">): string {
    return `${this.#local}+${this.tokenFor(ticket)}@${this.domain}`;
  }

  /** What an address means to us: support itself, or one ticket; undefined for what is no address of ours. */
  addressed(typed: string): { is: "support" } | { is: "ticket"; ticket: Id<"ticket"> } | undefined {
    const at = typed.lastIndexOf("@");
    const [local = "", ...tags] = typed.slice(0, at).toLowerCase().split("+");
    if (local !== this.#local || typed.slice(at + 1).toLowerCase() !== this.domain) {
      return undefined;
    }
    const [token] = tags;
    const ticket = tags.length === 1 && token !== undefined ? this.ticketIn(token) : undefined;
    return ticket ? { is: "ticket", ticket } : { is: "support" };
  }

  /** The tickets that the Message-IDs of our mails in a text name (`In-Reply-To`, `References`), the newest first. */
  ticketsNamedIn(references: string): Id<"ticket">[] {
    const ids = [...references.matchAll(/<([^<>@\s]{1,200})@/g)].slice(-tokensReadMax);
    const tokens = ids.map(([, local = ""]) => local.slice(local.lastIndexOf(".") + 1));
    const tickets = tokens.reverse().flatMap((token) => this.ticketIn(token.toLowerCase()) ?? []);
    return [...new Set(tickets)];
  }

  #tagOf(ticket: Id<"ticket">): string {
    const tag = createHmac("sha256", this.#key)
      .update("holdfast/tickets/mail/1\0")
      .update(ticket)
      .digest("hex")
      .slice(0, 2 * tagBytes);
    return BigInt(`0x${tag}`).toString(36).padStart(tagLetters, "0");
  }
}
