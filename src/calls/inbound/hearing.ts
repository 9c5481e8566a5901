import { newId, type Transaction } from "#platform";
import { leaseMs, legByProviderCall } from "../leg/index.ts";
import type { Heard } from "../provider/index.ts";
import { insertInbound, saveInboundEnded } from "./store.ts";

/**
 * Takes what the provider says of a call that came in. It counts from when it was said: what comes late tells of nobody who is on
 * the line now. One that is over stays over, also when that was heard first.
 */
export async function hearInbound(
  joining: Transaction,
  { providerCall, heard }: { providerCall: string; heard: Heard },
  at: Date,
  now: Date,
): Promise<void> {
  if (await legByProviderCall(joining, providerCall)) return; // we placed that one
  const saidAt = at < now ? at : now;
  const until = new Date(saidAt.getTime() + leaseMs);
  await insertInbound(joining, { id: newId("inbound", now), beganAt: saidAt, until }, providerCall);
  if (heard.is === "ended") await saveInboundEnded(joining, providerCall, now);
}
