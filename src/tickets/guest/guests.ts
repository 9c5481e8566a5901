import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { hourMs, type Id, newId, type Transaction, transaction } from "#platform";
import { guardEnclosed, nothingEnclosed, waitFor } from "../attachment/index.ts";
import { bodyFrom, nothingAround, withoutSecrets } from "../message/index.ts";
import { openText, sealText } from "../sealing/index.ts";
import { firstNameFrom, type Ticket, WrongTicket } from "../ticket/index.ts";
import type { Question, Tickets } from "../tickets.ts";
import { addresseeFrom, addressField, addressTable } from "./addressee.ts";
import { GuestLinkRefused } from "./refusals.ts";
import {
  guestLink,
  insertAddress,
  insertUnproven,
  insertVisit,
  markProven,
  takeGuestLink,
  takeUnproven,
  unprovenBy,
} from "./store.ts";

/** How long an address may stay unproven. */
const proofMs = 24 * hourMs;
const visitMs = 12 * hourMs;

const address = z.email().max(254);
const typedSchema = z.strictObject({
  name: z.string(),
  text: z.string(),
  /** The tokens of the files that go with it. */
  uploads: z.array(z.string()),
});

/** What was taken out of what a guest typed, to be told at once. */
export type Waiting = { removed: readonly string[] };

/** What is made ready before a transaction, and is there, or not, with that. */
export type Ready<Outcome> = (joining: Transaction) => Promise<Outcome>;

/**
 * Keeps what somebody wrote who isn't signed in, without its secrets and sealed, and sends a link that proves the
 * address. The mail repeats nothing that was typed: anybody can type anybody's address.
 * @throws {WrongTicket} {MessageHeld} {TooManyRequests}
 */
export async function askAsGuest(
  tickets: Tickets,
  { topic, name, text, language, enclosed = nothingEnclosed }: Question,
  email: string,
  now: Date,
): Promise<Ready<Waiting>> {
  const { desk } = tickets;
  const value = address.safeParse(email.trim());
  if (!value.success) {
    throw new WrongTicket(
      "email",
      "Give an address where we can answer, such as name@example.com.",
    );
  }
  const first = withoutSecrets(desk.guard, firstNameFrom(name), nothingAround);
  const guarded = guardEnclosed(desk.guard, bodyFrom(text), enclosed);
  await desk.accounts.desk.limits({ name: "guest_mails", requestsMax: 3, windowSeconds: 3_600 })(
    value.data.toLowerCase(),
  );
  const guest = newId("client", now);
  const link = newId("link", now);
  const { id: ticket, key, ciphertext: keyCiphertext } = await tickets.prepare(guest, now);
  const place = { table: addressTable, field: addressField, client: guest, version: 1 };
  const { ciphertext, index } = await desk.keykeeper.encrypt({
    ...place,
    kind: "email",
    value: value.data,
  });
  const expiresAt = new Date(now.getTime() + proofMs);
  return async (joining) => {
    await insertAddress(joining, { guest, ciphertext, language, index }, now);
    const waiting = await waitFor(joining, guest, guarded.enclosed, now);
    const uploads = waiting.map(({ token }) => token);
    const typed = JSON.stringify({ name: first.text, text: guarded.text, uploads });
    const sealed = sealText(key, { is: "unproven", of: link }, typed);
    const kept = { guest, link, ticket, topic, language, keyCiphertext, sealed, expiresAt };
    await insertUnproven(joining, kept, now);
    const message = {
      template: "ticket_confirm",
      values: { until: expiresAt },
      links: { confirm: link },
    };
    await desk.outbox.send(addresseeFrom({ guest, ciphertext, language }), message, now, joining);
    return { removed: guarded.removed };
  };
}

/** Whether a link proves an address. */
export async function isProving(tickets: Tickets, link: Id<"link">, now: Date): Promise<boolean> {
  return (await unprovenBy(tickets.desk.database, link, now)) !== undefined;
}

/** Whether a link opens a guest's ticket. */
export async function isOpening(tickets: Tickets, link: Id<"link">, now: Date): Promise<boolean> {
  return (await guestLink(tickets.desk.database, link, now)) !== undefined;
}

/**
 * The address is proven: what was typed becomes a ticket, which this browser may read for some hours.
 * @throws {GuestLinkRefused}
 */
export async function proveAddress(
  tickets: Tickets,
  link: Id<"link">,
  visitor: Uint8Array,
  now: Date,
): Promise<Id<"ticket">> {
  const { desk, keys } = tickets;
  const unproven = await unprovenBy(desk.database, link, now);
  if (!unproven) throw new GuestLinkRefused();
  const { guest, ticket: id, keyCiphertext, topic, language } = unproven;
  const requester = { is: "guest", id: guest } as const;
  const key = await keys.read({ is: "client", id: guest }, { id, requester, keyCiphertext }, now);
  const typed = openText(key, { is: "unproven", of: link }, unproven.sealed);
  const { name, text, uploads } = typedSchema.parse(JSON.parse(typed));
  const enclosed = { files: [], tokens: uploads };
  const question = { topic, name, text, language, enclosed };
  const proven = await tickets.onProving(question, now);
  await transaction(desk.database, async (joining) => {
    if (!(await takeUnproven(joining, unproven))) throw new GuestLinkRefused();
    await markProven(joining, guest, now);
    await visit(joining, guest, id, visitor, now);
    const prepared = { id, key, ciphertext: keyCiphertext };
    const opening = { at: now, via: "page" } as const;
    const { ticket } = await tickets.open(joining, requester, question, opening, now, prepared);
    await proven(joining, ticket, now);
  });
  return id;
}

/** A link of an answer's mail lets this browser read the ticket for some hours. @throws {GuestLinkRefused} */
export async function openByLink(
  tickets: Tickets,
  id: Id<"link">,
  visitor: Uint8Array,
  now: Date,
): Promise<Id<"ticket">> {
  const { database } = tickets.desk;
  const link = await guestLink(database, id, now);
  if (!link) throw new GuestLinkRefused();
  await transaction(database, async (joining) => {
    if (!(await takeGuestLink(joining, link, now))) throw new GuestLinkRefused();
    await visit(joining, link.guest, link.ticket, visitor, now);
  });
  return link.ticket;
}

/** What stands for a browser in the database. */
export function visitorHash(visitor: Uint8Array): Buffer {
  return createHash("sha256").update(visitor).digest();
}

async function visit(
  joining: Transaction,
  guest: Id<"client">,
  ticket: Ticket["id"],
  visitor: Uint8Array,
  now: Date,
): Promise<void> {
  const endsAt = new Date(now.getTime() + visitMs);
  const id = newId("visit", now);
  await insertVisit(joining, { guest, id, ticket }, visitorHash(visitor), endsAt);
}
