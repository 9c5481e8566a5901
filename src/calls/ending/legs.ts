import { hasRole, staffHere } from "#accounts";
import { forEach, type Id, system, type Transaction, transaction } from "#platform";
import { endUnvouched, hearHeld } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { agentsOnInbound, endInboundOf } from "../inbound/index.ts";
import { holdLeg } from "../leg/index.ts";
import { agentsOnLegs, legsVouchedUntil, openLegsOf } from "./store.ts";

type EndingDesk = Pick<CallsDesk, "database" | "appender" | "tickets">;

/** Ends the legs that nobody vouches for any more. What their clients are told fell back when the lease ended already. */
export async function endLapsedLegs(desk: EndingDesk, now: Date): Promise<void> {
  await forEach(await legsVouchedUntil(desk.database, now), ({ client }) =>
    transaction(desk.database, (joining) => endUnvouched(desk, joining, client, now)),
  );
}

/** What somebody who leaves, or whose access is put on hold, loses of calls: the one that is up breaks off, also one that came in. */
export async function endLegsOf(
  desk: Pick<CallsDesk, "appender" | "tickets">,
  joining: Transaction,
  leaver: Id<"staff">,
  now: Date,
): Promise<void> {
  await endInboundOf(joining, leaver, now);
  for (const leg of await openLegsOf(joining, leaver)) {
    const held = await holdLeg(joining, leg);
    if (!held) continue;
    await hearHeld(desk, joining, system, held, { is: "ended", at: now, because: "failed" }, now);
  }
}

/** The same for whoever left by another way than a process of the desk, or is no agent any more. */
export async function endLegsOfLeft(desk: EndingDesk, now: Date): Promise<void> {
  const { database } = desk;
  const agents = new Set([...(await agentsOnLegs(database)), ...(await agentsOnInbound(database))]);
  if (agents.size === 0) return;
  const people = await staffHere(database);
  const here = new Set(people.filter((one) => hasRole(one, "agent")).map(({ id }) => id));
  await forEach(agents.difference(here), (leaver) =>
    transaction(database, (joining) => endLegsOf(desk, joining, leaver, now)),
  );
}
