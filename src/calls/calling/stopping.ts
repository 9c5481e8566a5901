import type { ClientSession } from "#accounts";
import type { Id } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { type Leg, liveLegOf } from "../leg/index.ts";
import { hear } from "./calling.ts";

/**
 * A client stops a call of ours that isn't with them, from any session: it is over, and so is what was booked. Nothing else
 * is agreed to by it.
 * @returns false when it was over already
 */
export async function stopLeg(
  desk: CallsDesk,
  session: Pick<ClientSession, "holder">,
  id: Id<"leg">,
  now: Date,
): Promise<boolean> {
  const { holder } = session;
  const live = await liveLegOf(desk.database, holder.id);
  if (live?.id !== id) return false;
  const stopped = { is: "ended", at: now, because: "reported" } as const;
  const leg: Leg = await hear(desk, holder, live, stopped, now);
  return leg.state.is === "ended" && leg.state.because === "reported";
}
