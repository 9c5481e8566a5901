import { type Id, system, type Transaction } from "#platform";
import { type SavingDesk, saveTicket } from "./saving.ts";
import { holdTicket, isLive, type Ticket, withStatus } from "./ticket/index.ts";

type Named = { client: Id<"client">; ticket: Id<"ticket"> };

/** Holds a ticket that is stopped later in the transaction: before the first event of its client, as whoever acts in it does. */
export async function holdToStop(
  joining: Transaction,
  { client, ticket: id }: Named,
): Promise<Ticket> {
  return await holdTicket(joining, { requester: { is: "client", id: client }, id });
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
  const ticket = await holdToStop(joining, named);
  if (!isLive(ticket.status)) return;
  const status = { is: "solved", since: now, by: system } as const;
  await saveTicket(desk, joining, ticket, withStatus(ticket, status), now);
}
