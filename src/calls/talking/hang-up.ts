import type { ClientSession } from "#accounts";
import { transaction } from "#platform";
import { holdTicketOf } from "../call/index.ts";
import { CallRefused, hear, hearHeld } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { holdLeg, isVouched, type Leg } from "../leg/index.ts";
import { tellWrong } from "../reporting/index.ts";
import type { Speaker } from "../signal/index.ts";

/** A page of the client rings: then its agent knows that somebody can hear it. */
export async function markRinging(
  desk: CallsDesk,
  session: ClientSession,
  leg: Leg,
  now: Date,
): Promise<void> {
  const isUp = leg.channel === "browser" && isVouched(leg, now);
  if (!isUp) throw new CallRefused("leg_over");
  await hear(desk, session.holder, leg, { is: "ringing", at: now }, now);
}

/**
 * One of the two ends the leg: the agent, or any session of the client, whichever answered.
 * @param hasLeft nobody hung up: a page went away, or was opened anew. Then the call may be placed again
 */
export async function hangUp(
  desk: CallsDesk,
  { side, session }: Speaker,
  leg: Leg,
  now: Date,
  hasLeft = false,
): Promise<void> {
  const isAnswered = leg.state.is === "answered";
  const answered = hasLeft ? "lapsed" : "completed";
  const unanswered = side === "agent" ? "cancelled" : "declined";
  const because = isAnswered ? answered : unanswered;
  await hear(desk, session.holder, leg, { is: "ended", at: now, because }, now);
}

/** The client ends the leg because something is wrong with it: the call is stopped for good, and the leads are told. */
export async function hangUpForReport(
  desk: CallsDesk,
  session: ClientSession,
  leg: Leg,
  now: Date,
): Promise<void> {
  await transaction(desk.database, async (joining) => {
    await holdTicketOf(joining, leg.call);
    const held = await holdLeg(joining, leg);
    if (!held || held.state.is === "ended") return;
    const report = { is: "ended", at: now, because: "reported" } as const;
    await hearHeld(desk, joining, session.holder, held, report, now);
    await tellWrong(desk, joining, "reported", now);
  });
}
