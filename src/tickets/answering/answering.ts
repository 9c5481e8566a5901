import type { KeyObject } from "node:crypto";
import { accountOf, addresseeById, hasRole, type StaffMember } from "#accounts";
import { type Actor, type Id, type Queryable, type Transaction, transaction } from "#platform";
import { assign } from "../assignment/index.ts";
import type { TicketsDesk } from "../desk.ts";
import { messageStopped, ticketTagged, ticketTransferred } from "../events.ts";
import { isFrozen } from "../frozen.ts";
import { addressOf, sendReadingLink } from "../guest/index.ts";
import {
  acceptMessage,
  bodyFrom,
  MessageStopped,
  type ReadMessage,
  readMessages,
} from "../message/index.ts";
import { saveTicket } from "../saving.ts";
import {
  holdTicket,
  type Priority,
  type Queue,
  queuesFor,
  refuseClosed,
  type Settable,
  setTo,
  type Ticket,
  TicketUnknown,
  tagsFrom,
  ticketById,
  WrongTicket,
  withStatus,
} from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";
import { saveOwing } from "./owed.ts";
import { AnsweredMeanwhile, NobodyToAnswer } from "./refusals.ts";

/** What somebody on the staff writes: an answer, or a note that only staff see. */
type Reply = {
  text: string;
  isPublic: boolean;
  /** The last message that the writer had on the page, if a page says it. */
  seen?: Id<"msg"> | undefined;
};

/**
 * A ticket that somebody on the staff may work on: an agent has the own ones, a lead all, and who is frozen for its
 * requester none. @throws {TicketUnknown}
 */
export async function ticketFor(
  { desk }: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
): Promise<Ticket> {
  const ticket = await ticketById(desk.database, id);
  if (!ticket) throw new TicketUnknown();
  await refuseOthers(desk, desk.database, member, ticket);
  return ticket;
}

/** The same, held until the transaction ends: meanwhile it may have gone to somebody else. @throws {TicketUnknown} */
export async function holdFor(
  { desk }: Tickets,
  joining: Transaction,
  member: StaffMember,
  found: Ticket,
): Promise<Ticket> {
  const ticket = await holdTicket(joining, found);
  await refuseOthers(desk, joining, member, ticket);
  return ticket;
}

/** @throws {TicketUnknown} */
async function refuseOthers(
  desk: Pick<TicketsDesk, "freezesOf">,
  queryable: Queryable,
  member: StaffMember,
  ticket: Ticket,
): Promise<void> {
  const isRefused = !isFor(member, ticket) || (await isFrozen(desk, queryable, member.id, ticket));
  if (isRefused) throw new TicketUnknown();
}

/** Whether a ticket is among those that somebody on the staff works on: whoever isn't frozen may. */
export function isFor(member: StaffMember, { assignee }: Ticket): boolean {
  return hasRole(member, "lead") || (hasRole(member, "agent") && assignee?.staff === member.id);
}

/**
 * Sends an answer or keeps a note. One that the guard stops counts: an event says so, without a word of it. The same
 * once more, sent from the same page, is there already.
 * @throws {MessageStopped} {MessageHeld} {TicketClosed} {TicketUnknown} {WrongTicket} {AnsweredMeanwhile} {NobodyToAnswer}
 */
export async function reply(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  { text, isPublic, seen }: Reply,
  now: Date,
): Promise<void> {
  const found = await ticketFor(tickets, member, id);
  const author: Actor = { is: "staff", id: member.id };
  const key = await tickets.keys.read(author, found, now);
  const written = { author, text, isPublic, via: "page" } as const;
  try {
    await transaction(tickets.desk.database, async (joining) => {
      const ticket = await holdFor(tickets, joining, member, found);
      if (isPublic && !(await isReachable(joining, ticket))) throw new NobodyToAnswer();
      if (seen && (await isThere(joining, ticket, key, { ...written, seen }))) return;
      const accepted = await acceptMessage(tickets.desk, joining, ticket, key, written, now);
      if (isPublic) await tellAnswered(tickets, accepted.ticket, now, joining);
    });
  } catch (error) {
    if (error instanceof MessageStopped) await countStopped(tickets, author, found, error, now);
    throw error;
  }
}

/**
 * Whether what somebody sends is there already, since the last message that the writer had seen: a form that was sent
 * twice. @throws {AnsweredMeanwhile} somebody else answered since then
 */
async function isThere(
  joining: Transaction,
  ticket: Ticket,
  key: KeyObject,
  { author, text, isPublic, seen }: Reply & { author: Actor },
): Promise<boolean> {
  const messages = await readMessages(joining, ticket, key);
  const place = messages.findIndex(({ id }) => id === seen);
  const since = messages.slice(place + 1).filter((one) => one.author.is === "staff");
  const isOwn = (one: ReadMessage) =>
    one.author.is === "staff" && author.is === "staff" && one.author.id === author.id;
  if (since.some((one) => isOwn(one) && one.isPublic === isPublic && one.text === bodyFrom(text))) {
    return true;
  }
  if (isPublic && since.some((one) => one.isPublic && !isOwn(one))) throw new AnsweredMeanwhile();
  return false;
}

/** What is solved owes no answer; opened again it owes what was left without one. @throws {TicketClosed} {TicketUnknown} */
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
    await saveOwing(tickets, joining, ticket, withStatus(ticket, status), by, now);
  });
}

/**
 * Gives a ticket to a queue, never to a person: the desk draws who has it next, and never who gave it away
 * before: where nobody else is left it waits, for a lead's eye. The reason stays as a note. @throws {TicketClosed} {TicketUnknown} {WrongTicket} {MessageHeld}
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
  const { topic, status } = await ticketFor(tickets, member, id);
  refuseClosed(status);
  if (!queuesFor(topic).includes(queue))
    throw new WrongTicket("queue", "A report of an offer stays with the leads: no agent reads it.");
  await reply(tickets, member, id, { text: reason, isPublic: false }, now);
  await change(tickets, member, id, async (ticket, by, joining) => {
    const givenAwayBy = [...ticket.givenAwayBy.filter((one) => one !== member.id), member.id];
    const moved = { ...ticket, queue, assignee: undefined, givenAwayBy };
    await saveTicket(tickets.desk, joining, ticket, moved, now);
    const details = { from: ticket.queue, to: queue };
    await tickets.append(by, ticket, ticketTransferred, details, now, joining);
    await assign(tickets.desk, joining, moved, now);
  });
}

/**
 * Writes which tags somebody took away and put in, of those that were shown: a colleague's stay.
 * @throws {TicketClosed} {TicketUnknown} {WrongTicket}
 */
export async function setTags(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  tags: readonly string[],
  shown: readonly string[],
  now: Date,
): Promise<void> {
  await change(tickets, member, id, async (ticket, by, joining) => {
    const kept = ticket.tags.filter((tag) => tags.includes(tag) || !shown.includes(tag));
    const put = tags.filter((tag) => !shown.includes(tag) && !kept.includes(tag));
    const [added, removed] = [put.length, ticket.tags.length - kept.length];
    if (added + removed === 0) return;
    const next = tagsFrom([...kept, ...put].join(" "));
    await saveTicket(tickets.desk, joining, ticket, { ...ticket, tags: next }, now);
    await tickets.append(by, ticket, ticketTagged, { added, removed }, now, joining);
  });
}

/** @throws {TicketClosed} {TicketUnknown} */
export async function setPriority(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  priority: Priority,
  now: Date,
): Promise<void> {
  await change(tickets, member, id, async (ticket, by, joining) => {
    if (ticket.priority === priority) return;
    const given = { priority, revision: ticket.revision };
    await saveOwing(tickets, joining, ticket, { ...ticket, given }, by, now);
  });
}

/** Whether an answer reaches anybody: a client reads it in an account that isn't closed, a guest by a link to a proven address. */
export async function isReachable(
  queryable: Queryable,
  { requester }: Pick<Ticket, "requester">,
): Promise<boolean> {
  if (requester.is === "guest") return (await addressOf(queryable, requester.id)) !== undefined;
  const account = await accountOf(queryable, requester.id);
  return account !== undefined && account.standing.is !== "closed";
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
  const own = { guest: requester.id, ticket: id };
  await sendReadingLink(desk, joining, own, "ticket_answered_guest", now);
}

/** @throws {TicketClosed} {TicketUnknown} */
async function change(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  work: (ticket: Ticket, by: Actor, joining: Transaction) => Promise<void>,
): Promise<void> {
  const found = await ticketFor(tickets, member, id);
  await transaction(tickets.desk.database, async (joining) => {
    const ticket = await holdFor(tickets, joining, member, found);
    refuseClosed(ticket.status);
    await work(ticket, { is: "staff", id: member.id }, joining);
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
