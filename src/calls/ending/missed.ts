import { addresseeById } from "#accounts";
import { forEach, system, transaction } from "#platform";
import { type Call, holdCall, openCallsBefore, saveState } from "../call/index.ts";
import { endUnvouched } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { callEnded } from "../events.ts";
import { type Leg, legsOf, liveLegOf } from "../leg/index.ts";
import { touch } from "../status/index.ts";

type MissedDesk = Pick<CallsDesk, "database" | "appender" | "outbox" | "accounts" | "tickets">;

/** Ends the booked calls whose window has passed. Who wasn't reached is told, with the way to another one. */
export async function endPassedCalls(desk: MissedDesk, now: Date): Promise<void> {
  const { call_window_seconds: windowSeconds } = await desk.accounts.desk.profile();
  const before = new Date(now.getTime() - windowSeconds * 1_000);
  await forEach(await openCallsBefore(desk.database, before), (found) =>
    endPassedCall(desk, found, before, now),
  );
}

async function endPassedCall(
  { database, appender, outbox, tickets }: MissedDesk,
  found: Pick<Call, "client" | "id">,
  before: Date,
  now: Date,
): Promise<void> {
  const { client, id } = found;
  await transaction(database, async (joining) => {
    await endUnvouched({ appender, tickets }, joining, client, now); // legs are held before their calls, everywhere
    const live = await liveLegOf(joining, client);
    if (live?.call === id) return;
    const call = await holdCall(joining, found);
    if (call?.state.is !== "booked" || call.startsAt >= before) return;
    const legs = await legsOf(joining, call);
    const outcome = legs.some(wasAnswered) ? ("held" as const) : ("missed" as const);
    await saveState(joining, call, { is: "ended", at: now, outcome, by: "system" });
    await touch(joining, client, now);
    const event = { kind: callEnded, details: { call: id, outcome }, client };
    await appender.append(system, event, now, joining);
    const addressee = outcome === "missed" && (await addresseeById(client, joining));
    if (!addressee) return;
    const starts = { at: call.startsAt, timeZone: call.timeZone };
    const values = { starts, tried: legs.length > 0 ? "yes" : "no" };
    await outbox.send(addressee, { template: "call_missed", values }, now, joining);
  });
}

/** It broke off, and wasn't placed again. */
function wasAnswered({ state }: Leg): boolean {
  return state.is === "ended" && state.answeredAt !== undefined;
}
