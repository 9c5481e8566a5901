import type { Id, Queryable } from "#platform";
import { isVouched } from "./leg.ts";
import { liveLegOf } from "./store.ts";

/** Whether a call of ours with this client is up, ringing or answered: then nobody asks the client for anything else. */
export async function isOnCall(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
): Promise<boolean> {
  const live = await liveLegOf(queryable, client);
  return live !== undefined && isVouched(live, now);
}
