import { stopLooks } from "#accounts";
import { type Id, system, type Transaction } from "#platform";
import { type SavingDesk, saveTicket } from "./saving.ts";
import { holdTicket, isLive, type Ticket, ticketById, withStatus } from "./ticket/index.ts";

type Named = { client: Id<"client">; ticket: Id<"ticket"> };

/**
 * Holds a ticket that is stopped later in the transaction: before the first event of its client, as whoever acts in it does.
 * Before that it waits for the looks of whoever has the ticket: none is allowed behind what stops it.
 */
export async function holdToStop(joining: Transaction, named: Named): Promise<void> {
  const found = await ticketById(joining, named.ticket);
  if (found?.assignee) await stopLooks(joining, [found.assignee.staff]);
  await holdTicket(joining, ownOf(named));
}

/**
 * Solves a client's ticket in which something was wrong: what its opening let staff see, and what was approved in it, ends with
 * that. The client can open it again, and nothing of that comes back.
 */
export async function stopTicket(
  desk: SavingDesk,
  joining: Transaction,
  named: Named,
  now: Date,
): Promise<void> {
  const ticket = await holdTicket(joining, ownOf(named));
  if (!isLive(ticket.status)) return;
  const status = { is: "solved", since: now, by: system } as const;
  await saveTicket(desk, joining, ticket, withStatus(ticket, status), now);
}

function ownOf({ client, ticket: id }: Named): Pick<Ticket, "requester" | "id"> {
  return { requester: { is: "client", id: client }, id };
}
