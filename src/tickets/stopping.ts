import { type Id, system, type Transaction } from "#platform";
import type { TicketsDesk } from "./desk.ts";
import { statusChanged } from "./events.ts";
import { holdTicket, isLive, saveTicket } from "./ticket/index.ts";

/**
 * Solves a client's ticket in which something was wrong: what its opening let staff see, and what was approved in it, ends with
 * that. The client can open it again, and nothing of that comes back.
 */
export async function stopTicket(
  { appender }: Pick<TicketsDesk, "appender">,
  joining: Transaction,
  { client, ticket: id }: { client: Id<"client">; ticket: Id<"ticket"> },
  now: Date,
): Promise<void> {
  const ticket = await holdTicket(joining, { requester: { is: "client", id: client }, id });
  if (!isLive(ticket.status)) return;
  await saveTicket(joining, { ...ticket, status: { is: "solved", since: now, by: system } }, now);
  const details = { from: ticket.status.is, to: "solved" } as const;
  const event = { kind: statusChanged, details, client, ticket: id };
  await appender.append(system, event, now, joining);
}
