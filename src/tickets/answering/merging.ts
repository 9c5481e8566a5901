import type { StaffMember } from "#accounts";
import { type Actor, type Id, type Transaction, transaction } from "#platform";
import { assign } from "../assignment/index.ts";
import { priorityChanged, statusChanged, ticketMerged, ticketTakenApart } from "../events.ts";
import { messagesOf } from "../message/index.ts";
import {
  afterRequester,
  merged,
  mergedTickets,
  priorities,
  saveTicket,
  type Ticket,
  takenApart,
  WrongTicket,
} from "../ticket/index.ts";
import type { Conversation, Tickets } from "../tickets.ts";
import { holdFor, ticketFor } from "./answering.ts";

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
    const [ticket, stays] = await holdBoth(tickets, joining, member, found, other);
    if (stays.status.is === "closed") throw new WrongInto();
    const status = merged(ticket.status, into, by, now);
    await saveTicket(joining, { ...ticket, status, waitingSince: undefined }, now);
    await tickets.append(by, ticket, ticketMerged, { into }, now, joining);
    await takeOver(tickets, joining, stays, ticket, by, now);
  });
}

/**
 * Takes a ticket out of the one that it went on in. What was answered there stays there.
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
    const ticket = await holdFor(tickets, joining, member, found);
    const from = ticket.status.is === "closed" ? ticket.status.into : undefined;
    const status = takenApart(ticket.status, by, now);
    const said = (await messagesOf(joining, ticket)).filter(({ isPublic }) => isPublic);
    const last = said.findLastIndex(({ author }) => author.is !== "client");
    const isOwn = ticket.assignee?.staff === member.id;
    const apart: Ticket = {
      ...{ ...ticket, status, waitingSince: said[last + 1]?.writtenAt },
      assignee: isOwn ? ticket.assignee : undefined,
    };
    await saveTicket(joining, apart, now);
    if (from) await tickets.append(by, ticket, ticketTakenApart, { from }, now, joining);
    await assign(tickets.desk, joining, apart, now);
  });
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

/** What the ticket that stays takes over: what waits for an answer, and how urgently. */
async function takeOver(
  tickets: Tickets,
  joining: Transaction,
  stays: Ticket,
  { waitingSince, priority }: Ticket,
  by: Actor,
  now: Date,
): Promise<void> {
  const isHigher = priorities.indexOf(priority) > priorities.indexOf(stays.priority);
  const waits = [stays.waitingSince, waitingSince].filter((since) => since !== undefined);
  const next: Ticket = {
    ...stays,
    status: waitingSince ? afterRequester(stays.status, by, now) : stays.status,
    waitingSince: waits.sort((a, b) => a.getTime() - b.getTime())[0],
    priority: isHigher ? priority : stays.priority,
  };
  await saveTicket(joining, next, now);
  if (next.status !== stays.status) {
    const details = { from: stays.status.is, to: next.status.is };
    await tickets.append(by, stays, statusChanged, details, now, joining);
  }
  if (isHigher) {
    const details = { from: stays.priority, to: priority };
    await tickets.append(by, stays, priorityChanged, details, now, joining);
  }
}

class WrongInto extends WrongTicket {
  constructor() {
    super("into", "Choose another ticket of the same requester that isn't closed.");
  }
}
