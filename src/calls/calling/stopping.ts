import type { ClientSession } from "#accounts";
import { type Id, transaction } from "#platform";
import { callById, holdTicketOf } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { holdLeg, type Leg, liveLegOf } from "../leg/index.ts";
import { prepareCallReport } from "../reporting/index.ts";
import { hearHeld } from "./calling.ts";

/**
 * A client stops a call of ours that isn't with them, from any session: it is over, and so is what was booked. When
 * somebody had answered it, that is a case, and the leads are told: whoever it was is signed in to this account.
 * @returns false when it was over already
 */
export async function stopLeg(
  desk: CallsDesk,
  session: ClientSession,
  id: Id<"leg">,
  now: Date,
): Promise<boolean> {
  const { holder } = session;
  const live = await liveLegOf(desk.database, holder.id);
  if (live?.id !== id) return false;
  const report = await reportOf(desk, session, live, now);
  return await transaction(desk.database, async (joining) => {
    await holdTicketOf(joining, live.call);
    const held = await holdLeg(joining, live);
    if (!held || held.state.is === "ended") return false;
    await hearHeld(desk, joining, holder, held, { is: "ended", at: now, because: "reported" }, now);
    await report?.(joining);
    return true;
  });
}

async function reportOf(desk: CallsDesk, session: ClientSession, leg: Leg, now: Date) {
  const call = leg.state.is === "answered" && (await callById(desk.database, leg.call));
  return call
    ? await prepareCallReport(desk, session, call, leg, { is: "stopped" }, now)
    : undefined;
}
