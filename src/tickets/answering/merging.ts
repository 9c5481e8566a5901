import type { StaffMember } from "#accounts";
import { type Actor, hold, type Id, type Transaction, transaction } from "#platform";
import { assign } from "../assignment/index.ts";
import { ticketMerged, ticketTakenApart } from "../events.ts";
import { saveTicket } from "../saving.ts";
import {
  afterJoining,
  holdTicket,
  merged,
  mergedTickets,
  settled,
  type Ticket,
  TicketUnknown,
  takenApart,
  ticketById,
  WrongTicket,
} from "../ticket/index.ts";
import type { Conversation, Tickets } from "../tickets.ts";
import { holdFor, ticketFor } from "./answering.ts";
import { saveOwing } from "./owed.ts";

/**
 * Closes a ticket in favour of another one of the same requester, where both go on: an answer that is owed is owed there, and
 * the higher priority stays. It moves no act of the client's, and nobody reads more than before.
 * @throws {TicketClosed} {TicketUnknown} {WrongTicket} the other is somebody else's, or the same
 */
export async function mergeInto(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  into: Id<"ticket">,
  now: Date,
): Promise<void> {
  const found = await ticketFor(tickets, member, id);
  const other = await ticketFor(tickets, member, into);
  const isSame = other.requester.id === found.requester.id && other.id !== found.id;
  if (!isSame) throw new WrongInto();
  const by: Actor = { is: "staff", id: member.id };
  await transaction(tickets.desk.database, async (joining) => {
    await holdMerging(joining, found);
    const [ticket, stays] = await holdBoth(tickets, joining, member, found, other);
    if (stays.status.is === "closed") throw new WrongInto();
    const status = merged(ticket.status, stays, by, now);
    await saveTicket(tickets.desk, joining, ticket, { ...settled(ticket), status }, now);
    await tickets.append(by, ticket, ticketMerged, { into }, now, joining);
    const isOwing = ticket.waitingSince !== undefined;
    const next = isOwing
      ? { ...settled(stays), status: afterJoining(stays.status, stays.settledRevision, by, now) }
      : stays;
    await saveOwing(tickets, joining, stays, next, by, now);
  });
}

/**
 * Takes a ticket out of the one that it went on in. Both, and those that went on in either, owe what they would owe if it had
 * never been there; what was answered there stays there.
 * @throws {NotMerged} {TicketUnknown}
 */
export async function takeApart(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  now: Date,
): Promise<void> {
  const found = await ticketFor(tickets, member, id);
  const by: Actor = { is: "staff", id: member.id };
  await transaction(tickets.desk.database, async (joining) => {
    await holdMerging(joining, found);
    const last = await lastOf(joining, id);
    const older = last.id < id ? await holdTicket(joining, last) : undefined;
    const ticket = await holdFor(tickets, joining, member, found);
    const stayed = older ?? (await holdTicket(joining, last)); // before the first event, as everywhere
    const { status, from } = takenApart(ticket.status, by, now);
    const isOwn = ticket.assignee?.staff === member.id;
    const apart = { ...ticket, status, assignee: isOwn ? ticket.assignee : undefined };
    const owing = await saveOwing(tickets, joining, ticket, apart, by, now);
    await tickets.append(by, ticket, ticketTakenApart, { from }, now, joining);
    await saveOwing(tickets, joining, stayed, stayed, by, now);
    await assign(tickets.desk, joining, owing, now);
  });
}

/** Nothing else of the same requester is merged or taken apart meanwhile: where a ticket goes on stays where it is. */
async function holdMerging(joining: Transaction, { requester }: Ticket): Promise<void> {
  await hold(joining, `tickets merging ${requester.id}`);
}

function intoOf({ status }: Ticket): Id<"ticket"> | undefined {
  return status.is === "closed" ? status.into : undefined;
}

/** The ticket in which one goes on now, through however many; itself when it was never merged. */
async function lastOf(joining: Transaction, id: Id<"ticket">): Promise<Ticket> {
  const ticket = await ticketById(joining, id);
  if (!ticket) throw new TicketUnknown();
  const into = intoOf(ticket);
  return into ? await lastOf(joining, into) : ticket;
}

/**
 * The words of tickets that went on in one, for who may read those too: each look is an event.
 * @param mayRead whether the reader may read one of them
 */
export async function mergedInto(
  tickets: Tickets,
  reader: Actor,
  ticket: Ticket,
  mayRead: (ticket: Ticket) => boolean,
  now: Date,
): Promise<{ read: Conversation[]; hidden: number }> {
  const all = await mergedTickets(tickets.desk.database, ticket);
  const readable = all.filter(mayRead);
  const read = await Promise.all(readable.map((one) => tickets.read(reader, one, now)));
  return { read, hidden: all.length - read.length };
}

/** Of two at once each holds the older ticket first, so that none waits for the other. */
async function holdBoth(
  tickets: Tickets,
  joining: Transaction,
  member: StaffMember,
  one: Ticket,
  other: Ticket,
): Promise<[Ticket, Ticket]> {
  if (one.id > other.id) {
    const [second, first] = await holdBoth(tickets, joining, member, other, one);
    return [first, second];
  }
  return [
    await holdFor(tickets, joining, member, one),
    await holdFor(tickets, joining, member, other),
  ];
}

class WrongInto extends WrongTicket {
  constructor() {
    super("into", "Choose another ticket of the same requester that isn't closed.");
  }
}
