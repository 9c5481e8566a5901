import { type Id, system, type Transaction } from "#platform";
import type { TicketsDesk } from "./desk.ts";
import { saveTicket } from "./saving.ts";
import { holdTicket, isLive } from "./ticket/index.ts";

/**
 * Solves a client's ticket in which something was wrong: what its opening let staff see, and what was approved in it, ends with
 * that. The client can open it again, and nothing of that comes back.
 */
export async function stopTicket(
  desk: Pick<TicketsDesk, "appender">,
  joining: Transaction,
  { client, ticket: id }: { client: Id<"client">; ticket: Id<"ticket"> },
  now: Date,
): Promise<void> {
  const ticket = await holdTicket(joining, { requester: { is: "client", id: client }, id });
  if (!isLive(ticket.status)) return;
  const status = { is: "solved", since: now, by: system } as const;
  await saveTicket(desk, joining, ticket, { ...ticket, status }, now);
}
