import { dayMs, type Id, newId, type Transaction, transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import type { Tickets } from "../tickets.ts";
import { addresseeFrom } from "./addressee.ts";
import { GuestLinkRefused } from "./refusals.ts";
import { addressOf, type GuestLink, insertGuestLink, knownGuestLink } from "./store.ts";

const readMs = 7 * dayMs;
const askedAgain = { name: "guest_links", requestsMax: 3, windowSeconds: 86_400 };

/** Sends a guest a link that opens the ticket once, to the proven address. Without one nothing is sent. */
export async function sendReadingLink(
  { outbox }: Pick<TicketsDesk, "outbox">,
  joining: Transaction,
  { guest, ticket }: Pick<GuestLink, "guest" | "ticket">,
  template: "ticket_answered_guest" | "ticket_link_again",
  now: Date,
): Promise<void> {
  const address = await addressOf(joining, guest);
  if (!address) return;
  const id = newId("link", now);
  const until = new Date(now.getTime() + readMs);
  await insertGuestLink(joining, { guest, id, ticket }, until, now);
  const message = { template, values: { when: now, until }, links: { read: id }, ticket };
  await outbox.send(addresseeFrom(address), message, now, joining);
}

/** Whether a link opened a guest's ticket once: whoever has it may ask for another. */
export async function hasOpened(tickets: Tickets, link: Id<"link">): Promise<boolean> {
  return (await knownGuestLink(tickets.desk.database, link)) !== undefined;
}

/**
 * Sends another link in place of one that was used or is too old: to the very address that the first one was sent to, so
 * whoever found the old one gets nothing. @throws {GuestLinkRefused} {TooManyRequests}
 */
export async function sendLinkAgain({ desk }: Tickets, link: Id<"link">, now: Date): Promise<void> {
  const known = await knownGuestLink(desk.database, link);
  if (!known) throw new GuestLinkRefused();
  await desk.accounts.desk.limits(askedAgain)(known.guest);
  await transaction(desk.database, (joining) =>
    sendReadingLink(desk, joining, known, "ticket_link_again", now),
  );
}
