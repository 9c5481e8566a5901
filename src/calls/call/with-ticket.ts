import type { Transaction } from "#platform";
import { holdToStop } from "#tickets";
import type { Call } from "./call.ts";
import { holdCall } from "./store.ts";

/** Holds a call, and then the ticket that it opened: before the first event of their client. */
export async function holdWithTicket(
  joining: Transaction,
  { client, id }: Pick<Call, "client" | "id">,
): Promise<void> {
  const call = await holdCall(joining, { client, id });
  if (call?.ticket) await holdToStop(joining, { client, ticket: call.ticket });
}
