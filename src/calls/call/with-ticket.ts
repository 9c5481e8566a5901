import type { Transaction } from "#platform";
import { holdToStop } from "#tickets";
import type { Call } from "./call.ts";
import { callById } from "./store.ts";

/**
 * Holds the ticket that a call opened, if it did, and the looks of whoever has it, for what may stop it: before the call's
 * leg, the call and the first event of their client, as whoever acts in the ticket, or takes it from somebody who leaves.
 */
export async function holdTicketOf(joining: Transaction, id: Call["id"]): Promise<void> {
  const call = await callById(joining, id);
  if (call?.ticket) await holdToStop(joining, { client: call.client, ticket: call.ticket });
}
