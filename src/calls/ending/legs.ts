import { type Id, system, type Transaction, transaction } from "#platform";
import { endUnvouched, hearHeld } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { holdLeg } from "../leg/index.ts";
import { legsVouchedUntil, openLegsOf } from "./store.ts";

type EndingDesk = Pick<CallsDesk, "database" | "appender">;

/** Ends the legs that nobody vouches for any more. What their clients are told fell back when the lease ended already. */
export async function endLapsedLegs(desk: EndingDesk, now: Date): Promise<void> {
  for (const { client } of await legsVouchedUntil(desk.database, now)) {
    await transaction(desk.database, (joining) => endUnvouched(desk, joining, client, now));
  }
}

/** What somebody who leaves, or whose access is put on hold, loses of calls: the one that is up breaks off. */
export async function endLegsOf(
  desk: Pick<CallsDesk, "appender">,
  joining: Transaction,
  leaver: Id<"staff">,
  now: Date,
): Promise<void> {
  for (const leg of await openLegsOf(joining, leaver)) {
    const held = await holdLeg(joining, leg);
    if (!held) continue;
    await hearHeld(desk, joining, system, held, { is: "ended", at: now, because: "failed" }, now);
  }
}
