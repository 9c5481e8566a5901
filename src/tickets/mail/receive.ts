import { createHmac } from "node:crypto";
import { addresseeById } from "#accounts";
import {
  type Actor,
  english,
  type Id,
  newId,
  system,
  type Transaction,
  transaction,
} from "#platform";
import { assign, isSpoken } from "../assignment/index.ts";
import { acceptWithFiles } from "../attachment/index.ts";
import {
  addresseeFrom,
  addressField,
  addressOf,
  addressTable,
  insertAddress,
  markProven,
} from "../guest/index.ts";
import type { Accepted } from "../message/index.ts";
import { holdTicket, type Requester, type Ticket } from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";
import { type Authentication, authenticateMail } from "./authentication.ts";
import { withoutOurQuote, wordsOf } from "./body.ts";
import type { Envelope } from "./envelope.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { filesOf, type MailFiles } from "./mail-files.ts";
import { SenderUnclear } from "./refusals.ts";
import { boundedResolver, type Resolve } from "./resolver.ts";
import { insertMail, insertSeen, isSeen, takeAcknowledgement } from "./store.ts";
import type { ThreadTokens } from "./thread-tokens.ts";
import { type Sender, senderOf, threadOf } from "./threading.ts";

const mailsOfSender = { name: "mail_senders", requestsMax: 30, windowSeconds: 3_600 };
/** What one sender is sent on a day: that mails arrived, and that a secret was taken out of one, which is said oftener. */
const sentOnADayMax = { acknowledged: 3, "told-of-secret": 20 };
const usualLanguage = english.tag;

export type MailDesk = {
  tickets: Tickets;
  tokens: ThreadTokens;
  resolve: Resolve;
  /** Domains that our own mail comes from: nothing from there is answered by itself. */
  ownDomains: readonly string[];
};

export type Received =
  | { is: "stored"; ticket: Id<"ticket">; message: Id<"msg">; isNew: boolean }
  /** It was here before. */
  | { is: "known" }
  /** A mail system's word about another mail: nothing of it is kept, and nothing is answered. */
  | { is: "report" };

/** One mail on its way into a ticket. */
type Arriving = {
  incoming: Incoming;
  authentication: Authentication;
  sender: Sender | undefined;
  hash: Uint8Array;
  files: MailFiles;
};

/**
 * Takes a mail: it joins the ticket that it answers, or opens one. Only when this returns is it stored, and then its
 * message, its verdict and what is sent of it stand in one transaction; when it throws, nothing does. No mail is an act of a client's
 * own: it opens a ticket without a session, from which no grant is made. What the mail was written in is kept nowhere.
 * @throws {MailRefused} {SenderUnclear} {TooManyRequests} {MessageHeld} {TicketClosed} {FilesRefused}
 */
export async function receiveMail(
  desk: MailDesk,
  raw: Buffer,
  envelope: Envelope,
  now: Date,
): Promise<Received> {
  const { tickets, tokens } = desk;
  const isOurs = (domain: string) => desk.ownDomains.includes(domain.toLowerCase());
  const incoming = readIncoming(raw, envelope, tokens, isOurs);
  if (incoming.isReport) return { is: "report" };
  const authentication = await authenticated(desk, incoming, envelope, now);
  const { isAligned, isUnclear } = authentication;
  const { accounts, database } = tickets.desk;
  const shown = `${isAligned} ${(incoming.sender ?? envelope.from).toLowerCase()}`;
  await accounts.desk.limits(mailsOfSender)(shown);
  if (isUnclear) throw new SenderUnclear();
  const named = incoming.messageId === "" ? raw : incoming.messageId;
  const hash = keyed(desk, "seen", shown, named);
  if (await isSeen(database, hash)) return { is: "known" };
  const sender = await senderOf(tickets, incoming, authentication);
  const files = await filesOf(tickets, raw, incoming, sender, now);
  const arriving = { incoming, authentication, sender, hash, files };
  const found = await threadOf(tickets, tokens, incoming, envelope, sender);
  return found ? await join(desk, arriving, found, now) : await open(desk, arriving, now);
}

async function authenticated(
  { resolve }: MailDesk,
  { mail }: Incoming,
  envelope: Envelope,
  now: Date,
): Promise<Authentication> {
  const resolver = boundedResolver(resolve);
  try {
    return await authenticateMail(mail, envelope, resolver, now);
  } finally {
    resolver.close();
  }
}

async function join(
  desk: MailDesk,
  arriving: Arriving,
  found: Ticket,
  now: Date,
): Promise<Received> {
  const { tickets } = desk;
  const key = await tickets.keys.read(system, found, now);
  const { enclosed, leftOutCount } = arriving.files;
  const { subject, text: all } = arriving.incoming.words;
  const own = await withoutOurQuote(tickets.desk, found.requester, all);
  const words = { subject, text: own, attachmentCount: leftOutCount };
  const { text, removed } = wordsOf(tickets.desk, words, false);
  const author: Actor = { is: "client", id: found.requester.id };
  return await transaction(tickets.desk.database, async (joining) => {
    if (!(await insertSeen(joining, arriving.hash, now))) return { is: "known" };
    const ticket = await holdTicket(joining, found);
    const { isOfMachine } = arriving.incoming;
    const written = { author, text, isPublic: true, via: "mail", isOfMachine } as const;
    const accepted = await acceptWithFiles(
      tickets.desk,
      joining,
      ticket,
      key,
      written,
      enclosed,
      now,
    );
    await assign(tickets.desk, joining, accepted.ticket, now);
    await keep(arriving, accepted, now, joining);
    const all = { ...accepted, removed: [...removed, ...accepted.removed] };
    if (all.removed.length > 0) await acknowledge(desk, arriving, all, now, joining);
    return { is: "stored", ticket: ticket.id, message: accepted.message, isNew: false };
  });
}

/**
 * The client's ticket when the sender is proven to be one; else a guest's, who is answered only at a proven address, and in
 * the language that was written, if somebody here speaks it.
 */
async function open(desk: MailDesk, arriving: Arriving, now: Date): Promise<Received> {
  const { tickets } = desk;
  const { sender, incoming } = arriving;
  const isClient = sender?.isProven === true && sender.client !== undefined;
  const requester: Requester = isClient
    ? { is: "client", id: sender.client as Id<"client"> }
    : { is: "guest", id: newId("client", now) };
  const { enclosed, leftOutCount } = arriving.files;
  const words = { ...incoming.words, attachmentCount: leftOutCount };
  const { text, removed } = wordsOf(tickets.desk, words, true);
  const { database } = tickets.desk;
  const { language: detected = usualLanguage } = incoming;
  const written = (await isSpoken(database, detected)) ? detected : usualLanguage;
  const prepared = await tickets.prepare(requester.id, now);
  const address = isClient ? undefined : await addressFrom(desk, requester.id, sender, written);
  return await transaction(database, async (joining) => {
    if (!(await insertSeen(joining, arriving.hash, now))) return { is: "known" };
    if (address) {
      await insertAddress(joining, address, now);
      await markProven(joining, requester.id, now);
    }
    const account = isClient ? await addresseeById(requester.id, joining) : undefined;
    const language = account?.language ?? written;
    const question = { topic: "other", text, language, enclosed } as const;
    const opening = { at: now, via: "mail" } as const;
    const accepted = await tickets.open(joining, requester, question, opening, now, prepared);
    await keep(arriving, accepted, now, joining);
    const all = { ...accepted, removed: [...removed, ...accepted.removed] };
    await acknowledge(desk, arriving, all, now, joining);
    return { is: "stored", ticket: accepted.ticket.id, message: accepted.message, isNew: true };
  });
}

async function addressFrom(
  { tickets }: MailDesk,
  guest: Id<"client">,
  sender: Sender | undefined,
  language: string,
) {
  if (!sender?.isProven) return undefined;
  const place = { table: addressTable, field: addressField, client: guest, version: 1 };
  const asked = { ...place, kind: "email", value: sender.address } as const;
  const { ciphertext, index } = await tickets.desk.keykeeper.encrypt(asked);
  return { guest, ciphertext, language, index };
}

async function keep(
  { authentication: { verdict }, sender, incoming: { isOfMachine } }: Arriving,
  { ticket, message }: Accepted,
  now: Date,
  joining: Transaction,
): Promise<void> {
  const isProven = sender?.isProven === true;
  const mail = { client: ticket.requester.id, ticket: ticket.id, message, verdict };
  await insertMail(joining, { ...mail, isProven, isAutomatic: isOfMachine }, now);
}

/**
 * Says that a mail arrived, and whether a secret was taken out of it, in words of ours alone. Only a proven sender is
 * written to, and never a machine (RFC 3834): nobody makes us write to a stranger.
 */
async function acknowledge(
  desk: MailDesk,
  { sender, incoming: { isAutomatic } }: Arriving,
  { ticket: { id: ticket, requester }, removed }: Accepted,
  now: Date,
  joining: Transaction,
): Promise<void> {
  if (!sender?.isProven || isAutomatic) return;
  const to = await addresseeOf(requester, joining);
  if (!to) return;
  const use = removed.length > 0 ? "told-of-secret" : "acknowledged";
  const whom = keyed(desk, use, sender.address.toLowerCase(), "");
  if (!(await takeAcknowledgement(joining, whom, now, sentOnADayMax[use]))) return;
  const values = { when: now, secret: removed.length > 0 ? "removed" : "none" };
  const message = { template: "ticket_mailed", values, ticket };
  await desk.tickets.desk.outbox.send(to, message, now, joining);
}

async function addresseeOf(requester: Requester, joining: Transaction) {
  if (requester.is === "client") return await addresseeById(requester.id, joining);
  const address = await addressOf(joining, requester.id);
  return address && addresseeFrom(address);
}

/** What stands for a mail or a sender in the database: it names neither. */
function keyed(
  { tickets }: MailDesk,
  use: "seen" | keyof typeof sentOnADayMax,
  sender: string,
  named: string | Uint8Array,
): Buffer {
  return createHmac("sha256", tickets.desk.accounts.desk.key)
    .update(`holdfast/tickets/mail-${use}/1\0${sender}\0`)
    .update(named)
    .digest();
}
