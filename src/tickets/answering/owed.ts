import type { Actor, Queryable, Transaction } from "#platform";
import { priorityChanged } from "../events.ts";
import { type Said, saidIn } from "../message/index.ts";
import { saveTicket } from "../saving.ts";
import { highest, leftAlone, mergedTickets, type Priority, type Ticket } from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";

/** What a ticket owes, with all that went on in it. */
export type Owed = {
  /** Since when something in it waits for an answer. */
  waitingSince: Date | undefined;
  /** Whether something of that came along with another ticket. */
  isJoined: boolean;
  priority: Priority;
};

/**
 * Saves a held ticket with what it owes, found anew in the rows: every way on which a ticket joins or leaves one, or one is solved or
 * opened again, comes here. What was open for others alone stands as before when they owe nothing. Another priority is an event.
 * @returns the ticket as it is now
 */
export async function saveOwing(
  tickets: Tickets,
  joining: Transaction,
  before: Ticket,
  ticket: Ticket,
  by: Actor,
  now: Date,
): Promise<Ticket> {
  const { waitingSince, isJoined, priority } = await owedIn(joining, ticket);
  const next = isJoined ? ticket : leftAlone(ticket, by, now);
  const owing = { ...next, waitingSince, priority };
  await saveTicket(tickets.desk, joining, before, owing, now);
  if (priority !== before.priority) {
    const details = { from: before.priority, to: priority };
    await tickets.append(by, before, priorityChanged, details, now, joining);
  }
  return owing;
}

async function owedIn(queryable: Queryable, ticket: Ticket): Promise<Owed> {
  const joined = await mergedTickets(queryable, ticket);
  const all = [ticket, ...joined].map(({ id }) => id);
  return owed(ticket, joined, await saidIn(queryable, ticket.requester.id, all));
}

/**
 * An answer in a ticket answers what was asked there before, and in those that had gone on there by then. Where the ticket went on
 * itself says nothing.
 * @param joined all tickets that go on in it, by themselves or through others
 */
export function owed(ticket: Ticket, joined: readonly Ticket[], said: readonly Said[]): Owed {
  const { own, others } = askedIn(ticket, joined, said);
  const [waitingSince] = [...own, ...others].toSorted((a, b) => a.getTime() - b.getTime());
  return { waitingSince, isJoined: others.length > 0, priority: priorityOf(ticket, joined) };
}

/** When everything was asked that has no answer in this ticket or where it stands, by whether it was asked in the ticket itself. */
function askedIn(
  ticket: Ticket,
  joined: readonly Ticket[],
  said: readonly Said[],
): { own: Date[]; others: Date[] } {
  const inIt = said.filter((one) => one.ticket === ticket.id);
  const answers = inIt.filter(({ isOurs }) => isOurs).map(({ revision }) => revision);
  const answered = Math.max(ticket.settledRevision, ...answers);
  const asks = inIt.filter(({ isOurs, revision }) => !isOurs && revision >= answered);
  const others = joinedSince(ticket, joined, answered).flatMap((one) => {
    const asked = askedIn(one, joined, said);
    return [...asked.own, ...asked.others];
  });
  return { own: asks.map(({ writtenAt }) => writtenAt), others };
}

/** As urgent as it was said to be, or as what went on in it since. */
function priorityOf(ticket: Ticket, joined: readonly Ticket[]): Priority {
  const { priority, revision } = ticket.given;
  const others = joinedSince(ticket, joined, revision).map((one) => priorityOf(one, joined));
  return highest(priority, ...others);
}

/** Those that went on in a ticket itself, from one of its revisions on. */
function joinedSince({ id }: Ticket, joined: readonly Ticket[], revision: number): Ticket[] {
  return joined.filter(({ status }) => {
    const { into, intoRevision = 0 } = status.is === "closed" ? status : {};
    return into === id && intoRevision >= revision;
  });
}
