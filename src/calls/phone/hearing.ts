import { addresseeById } from "#accounts";
import { type Id, system, type Transaction } from "#platform";
import { hearHeld } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { holdLeg, type Leg, type LegReport, legById, legByProviderCall } from "../leg/index.ts";
import type { Heard } from "../provider/index.ts";
import { saveProviderCall, saveProviderEnded } from "./store.ts";

/** What the provider says of a call that we placed. */
export type Said = { leg: Id<"leg">; providerCall: string; heard: Heard };

export type HearingDesk = Pick<CallsDesk, "database" | "appender" | "outbox" | "tickets">;

/**
 * Takes what the provider says of a leg. What is about no leg of ours, names it by another call's name, comes late, twice or out
 * of order changes nothing.
 * @returns the leg as it is then; undefined when it isn't about one
 */
export async function hearSaid(
  desk: HearingDesk,
  joining: Transaction,
  { leg: id, providerCall, heard }: Said,
  now: Date,
): Promise<Leg | undefined> {
  const found = await legById(joining, id);
  const held = found?.channel === "phone" ? await holdLeg(joining, found) : undefined;
  if (!held) return undefined;
  if (held.providerCall === undefined) {
    if (await legByProviderCall(joining, providerCall)) return undefined;
    await saveProviderCall(joining, held, providerCall);
  } else if (held.providerCall !== providerCall) {
    return undefined;
  }
  let leg: Leg = { ...held, providerCall };
  if (heard.is === "ended") await saveProviderEnded(joining, leg, now);
  for (const report of reportsOf(leg, heard, now)) {
    leg = await hearHeld(desk, joining, system, leg, report, now);
  }
  const isBusy = leg.state.is === "ended" && leg.state.because === "busy";
  if (isBusy && held.state.is !== "ended") await tellBusy(desk, joining, leg.client, now);
  return leg;
}

/** Only an answered call is completed (Twilio and jambonz both say so), also when nothing else of it came through. */
function reportsOf({ state }: Leg, heard: Heard, at: Date): LegReport[] {
  if (heard.is === "waiting") return [];
  if (heard.is !== "ended") return [{ is: heard.is, at }];
  const wasAnswered = heard.because === "completed" && state.is !== "ended";
  const ended = { is: "ended", at, because: heard.because } as const;
  return wasAnswered ? [{ is: "answered", at }, ended] : [ended];
}

/** Somebody else talks to the client: perhaps who made the client ask for this call. */
async function tellBusy(
  { outbox }: HearingDesk,
  joining: Transaction,
  client: Id<"client">,
  now: Date,
): Promise<void> {
  const addressee = await addresseeById(client, joining);
  if (!addressee) return;
  await outbox.send(addressee, { template: "call_busy", values: { when: now } }, now, joining);
}
