import type { Transaction } from "#platform";
import { holdTicket } from "#tickets";
import type { Call } from "./call.ts";
import { holdCall } from "./store.ts";

/** Holds a call, and then the ticket that it opened, before the first event of their client: whoever acts in a ticket does so too. */
export async function holdWithTicket(
  joining: Transaction,
  { client, id }: Pick<Call, "client" | "id">,
): Promise<void> {
  const call = await holdCall(joining, { client, id });
  const requester = { is: "client", id: client } as const;
  if (call?.ticket) await holdTicket(joining, { requester, id: call.ticket });
}
