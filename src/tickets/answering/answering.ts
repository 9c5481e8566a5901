import { addresseeById, hasRole, type StaffMember } from "#accounts";
import { type Actor, type Id, newId, type Transaction, transaction } from "#platform";
import { assign } from "../assignment/index.ts";
import {
  messageStopped,
  priorityChanged,
  statusChanged,
  ticketMerged,
  ticketTagged,
  ticketTransferred,
} from "../events.ts";
import { addresseeFrom, addressOf, insertGuestLink } from "../guest/index.ts";
import { type Accepted, acceptMessage, MessageStopped } from "../message/index.ts";
import {
  holdTicket,
  merged,
  type Priority,
  type Queue,
  type Settable,
  saveTicket,
  setTo,
  type Ticket,
  TicketUnknown,
  ticketById,
  WrongTicket,
} from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";

const readLinkMs = 7 * 86_400_000;

/** What somebody on the staff writes: an answer, or a note that only staff see. */
export type Reply = { text: string; isPublic: boolean; isReleased?: true };

/** A ticket that somebody on the staff may work on: an agent has the own ones, a lead all. @throws {TicketUnknown} */
export async function ticketFor(
  { desk }: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
): Promise<Ticket> {
  const ticket = await ticketById(desk.database, id);
  const isOwn = hasRole(member, "agent") && ticket?.assignee?.staff === member.id;
  if (!ticket || !(isOwn || hasRole(member, "lead"))) throw new TicketUnknown();
  return ticket;
}

/**
 * Sends an answer or keeps a note. One that the guard stops counts: an event says so, without a word of it.
 * @throws {MessageStopped} {MessageHeld} {TicketClosed} {TicketUnknown} {WrongTicket}
 */
export async function reply(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  { text, isPublic, isReleased }: Reply,
  now: Date,
): Promise<Accepted> {
  const found = await ticketFor(tickets, member, id);
  const author: Actor = { is: "staff", id: member.id };
  const key = await tickets.keys.read(author, found, now);
  const written = {
    author,
    text,
    isPublic,
    via: "page" as const,
    ...(isReleased && { isReleased }),
  };
  try {
    return await transaction(tickets.desk.database, async (joining) => {
      const ticket = await holdTicket(joining, found);
      const accepted = await acceptMessage(tickets.desk, joining, ticket, key, written, now);
      if (isPublic) await tellAnswered(tickets, accepted.ticket, now, joining);
      return accepted;
    });
  } catch (error) {
    if (error instanceof MessageStopped) await countStopped(tickets, author, found, error, now);
    throw error;
  }
}

/** @throws {TicketClosed} {TicketUnknown} */
export async function setStatus(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  wanted: Settable,
  now: Date,
): Promise<void> {
  await change(tickets, member, id, async (ticket, by, joining) => {
    const status = setTo(ticket.status, wanted, by, now);
    if (status === ticket.status) return;
    const details = { from: ticket.status.is, to: status.is };
    await saveTicket(joining, { ...ticket, status }, now);
    await tickets.append(by, ticket, statusChanged, details, now, joining);
  });
}

/**
 * Gives a ticket to a queue, never to a person: the desk draws who has it next, and never who gave it away.
 * The reason stays as a note. @throws {TicketClosed} {TicketUnknown} {WrongTicket} {MessageHeld}
 */
export async function transfer(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  queue: Queue,
  reason: string,
  now: Date,
): Promise<void> {
  if (reason.trim() === "")
    throw new WrongTicket("reason", "Say why: who gets the ticket reads it.");
  await reply(tickets, member, id, { text: reason, isPublic: false }, now);
  await change(tickets, member, id, async (ticket, by, joining) => {
    const moved = { ...ticket, queue, assignee: undefined };
    await saveTicket(joining, moved, now);
    const details = { from: ticket.queue, to: queue };
    await tickets.append(by, ticket, ticketTransferred, details, now, joining);
    await assign(tickets.desk, joining, moved, now, member.id);
  });
}

/** @throws {TicketUnknown} */
export async function setTags(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  tags: readonly string[],
  now: Date,
): Promise<void> {
  await change(tickets, member, id, async (ticket, by, joining) => {
    const added = tags.filter((tag) => !ticket.tags.includes(tag)).length;
    const removed = ticket.tags.filter((tag) => !tags.includes(tag)).length;
    if (added + removed === 0) return;
    await saveTicket(joining, { ...ticket, tags }, now);
    await tickets.append(by, ticket, ticketTagged, { added, removed }, now, joining);
  });
}

/** @throws {TicketUnknown} */
export async function setPriority(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  priority: Priority,
  now: Date,
): Promise<void> {
  await change(tickets, member, id, async (ticket, by, joining) => {
    if (ticket.priority === priority) return;
    await saveTicket(joining, { ...ticket, priority }, now);
    const details = { from: ticket.priority, to: priority };
    await tickets.append(by, ticket, priorityChanged, details, now, joining);
  });
}

/**
 * Closes a ticket in favour of another one of the same requester, where both go on. It moves no act of the client's.
 * @throws {TicketClosed} {TicketUnknown} {WrongTicket} the other is somebody else's, or the same
 */
export async function mergeInto(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  into: Id<"ticket">,
  now: Date,
): Promise<void> {
  const other = await ticketFor(tickets, member, into);
  await change(tickets, member, id, async (ticket, by, joining) => {
    const isSame = other.requester.id === ticket.requester.id && other.id !== ticket.id;
    if (!isSame || other.status.is === "closed") {
      throw new WrongTicket(
        "into",
        "Choose another ticket of the same requester that isn't closed.",
      );
    }
    const status = merged(ticket.status, into, by, now);
    await saveTicket(joining, { ...ticket, status, waitingSince: undefined }, now);
    await tickets.append(by, ticket, ticketMerged, { into }, now, joining);
  });
}

/** Tells the requester that there is an answer, and not a word of it. */
export async function tellAnswered(
  { desk }: Tickets,
  { id, requester }: Ticket,
  now: Date,
  joining: Transaction,
): Promise<void> {
  if (requester.is === "client") {
    const addressee = await addresseeById(requester.id, joining);
    const message = { template: "ticket_answered", values: { when: now }, ticket: id };
    if (addressee) await desk.outbox.send(addressee, message, now, joining);
    return;
  }
  const address = await addressOf(joining, requester.id);
  if (!address) return;
  const link = newId("link", now);
  const until = new Date(now.getTime() + readLinkMs);
  await insertGuestLink(joining, { guest: requester.id, id: link, ticket: id }, until, now);
  const message = {
    template: "ticket_answered_guest",
    values: { when: now, until },
    links: { read: link },
    ticket: id,
  };
  await desk.outbox.send(addresseeFrom(address), message, now, joining);
}

async function change(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  work: (ticket: Ticket, by: Actor, joining: Transaction) => Promise<void>,
): Promise<void> {
  const found = await ticketFor(tickets, member, id);
  await transaction(tickets.desk.database, async (joining) => {
    await work(await holdTicket(joining, found), { is: "staff", id: member.id }, joining);
  });
}

async function countStopped(
  { desk }: Tickets,
  author: Actor,
  { requester, id }: Ticket,
  { decision, items }: MessageStopped,
  now: Date,
): Promise<void> {
  const columns = { client: requester.id, ticket: id };
  const details = { decision, items: [...items] };
  await desk.appender.append(author, { kind: messageStopped, details, ...columns }, now);
}
