import type { Transaction } from "#platform";
import type { TicketsDesk } from "./desk.ts";
import { statusChanged } from "./events.ts";
import { isLive, type Ticket, updateTicket } from "./ticket/index.ts";

/** What saving a ticket works with. */
export type SavingDesk = Pick<TicketsDesk, "appender" | "endRequests">;

/**
 * Writes what a held ticket is now: what is solved or closed owes no answer. Another status than it had is an event, by who gave it that status: no way to change one
 * goes past this. What the client was asked in it, and approved, is for whoever has it: that ends when it is over, or isn't that person's any more.
 * @param before as it is held by `joining`
 */
export async function saveTicket(
  { appender, endRequests }: SavingDesk,
  joining: Transaction,
  before: Ticket,
  ticket: Ticket,
  now: Date,
): Promise<void> {
  const { status, requester, id } = ticket;
  const waitingSince = isLive(status) ? ticket.waitingSince : undefined;
  await updateTicket(joining, { ...ticket, waitingSince }, now);
  const isOver = isLive(before.status) && !isLive(status);
  const isSomebodyElses = before.assignee?.staff !== ticket.assignee?.staff;
  if (isOver || isSomebodyElses) await endRequests(joining, ticket, now);
  if (status.is === before.status.is) return;
  const details = { from: before.status.is, to: status.is };
  const event = { kind: statusChanged, details, client: requester.id, ticket: id };
  await appender.append(status.by, event, now, joining);
}
