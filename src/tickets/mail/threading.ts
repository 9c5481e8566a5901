import { clientWithEmail } from "#accounts";
import type { Id } from "#platform";
import { addressField, addressTable } from "../guest/index.ts";
import { type Ticket, ticketById } from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";
import type { Authentication } from "./authentication.ts";
import type { Envelope } from "./envelope.ts";
import type { Incoming } from "./incoming.ts";
import { guestIndexOf, ticketsByReference } from "./store.ts";
import type { ThreadTokens } from "./thread-tokens.ts";

const candidatesMax = 5;
const referenceForm = /\[HF-([0-9A-Z]{4}-[0-9A-Z]{4})\]/gi;

/** Who a mail says that it is from, and what of that is proven. */
export type Sender = {
  address: string;
  /** Whose confirmed address it is. */
  client: Id<"client"> | undefined;
  /** What a guest's address is found by. */
  guestIndex: Uint8Array | undefined;
  isProven: boolean;
  /** The domain's owner says that such a mail isn't from there. */
  isForged: boolean;
};

/** @returns undefined for a mail that shows no one sender */
export async function senderOf(
  { desk }: Tickets,
  { sender: address, namesUs }: Incoming,
  { isAligned, verdict }: Authentication,
): Promise<Sender | undefined> {
  if (address === undefined) return undefined;
  const { keykeeper } = desk.accounts.desk;
  const client = await clientWithEmail(desk.database, keykeeper, address);
  const place = {
    table: addressTable,
    field: addressField,
    kind: "email",
    value: address,
  } as const;
  const [guestIndex] = await keykeeper.blindIndexes([place]);
  const isProven = isAligned && namesUs && guestIndex !== undefined;
  return { address, client, guestIndex, isProven, isForged: verdict.dmarc === "fail" };
}

/**
 * The ticket that a mail answers: by a token of ours in what it refers to, then by one in the address that it came to,
 * then by its subject. It joins only the ticket of the very requester whose address it shows. Who knows no token must be
 * proven besides: a subject can be seen and written by anybody.
 */
export async function threadOf(
  tickets: Tickets,
  tokens: ThreadTokens,
  { references, words }: Pick<Incoming, "references" | "words">,
  { to }: Pick<Envelope, "to">,
  sender: Sender | undefined,
): Promise<Ticket | undefined> {
  if (!sender || sender.isForged) return undefined;
  const addressed = to.flatMap((address) => {
    const meant = tokens.addressed(address);
    return meant?.is === "ticket" ? meant.ticket : [];
  });
  const known = [...tokens.ticketsNamedIn(references), ...addressed];
  const { database } = tickets.desk;
  const written = [...words.subject.matchAll(referenceForm)].slice(0, candidatesMax);
  const named = sender.isProven
    ? await Promise.all(
        written.map(([, reference = ""]) => ticketsByReference(database, reference.toUpperCase())),
      )
    : [];
  for (const id of [...known.slice(0, candidatesMax), ...named.flat()]) {
    const ticket = await openTicket(tickets, id);
    if (ticket && (await isRequester(tickets, ticket, sender))) return ticket;
  }
  return undefined;
}

/** The ticket that goes on: a merged one goes on in another, which may have been merged too. */
async function openTicket({ desk }: Tickets, id: Id<"ticket">): Promise<Ticket | undefined> {
  const passed = new Set<Id<"ticket">>();
  for (let next: Id<"ticket"> | undefined = id; next && !passed.has(next); ) {
    passed.add(next);
    const ticket: Ticket | undefined = await ticketById(desk.database, next);
    if (ticket?.status.is !== "closed") return ticket;
    next = ticket.status.into;
  }
  return undefined;
}

async function isRequester(
  { desk }: Tickets,
  { requester }: Ticket,
  { client, guestIndex }: Sender,
): Promise<boolean> {
  if (requester.is === "client") return requester.id === client;
  const index = await guestIndexOf(desk.database, requester.id);
  return guestIndex !== undefined && index?.equals(guestIndex) === true;
}
