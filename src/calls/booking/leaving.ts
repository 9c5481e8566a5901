import { hasRole, type StaffMember, staffHere } from "#accounts";
import { dayMs, forEach, type Id, system, type Transaction, transaction } from "#platform";
import { type Call, callsBetween, holdCall, openCallsOf } from "../call/index.ts";
import type { LinkTimes } from "../confirmation/index.ts";
import type { CallsDesk } from "../desk.ts";
import { type Holiday, holidaysBetween } from "../holiday/index.ts";
import { aheadMs, worksAt } from "../slots/index.ts";
import { timesOf } from "./asking.ts";
import { cancelHeld, passOn } from "./rebooking.ts";

type LeavingDesk = Pick<CallsDesk, "database" | "appender" | "outbox" | "accounts">;

/**
 * The booked calls of somebody who leaves, or whose access is put on hold: each goes to another agent who is free at its time.
 * Where nobody is, it is cancelled, and its client is told how to ask anew.
 */
export async function passOnCallsOf(
  desk: Omit<LeavingDesk, "database">,
  joining: Transaction,
  leaver: Id<"staff">,
  now: Date,
): Promise<void> {
  const times = timesOf(await desk.accounts.desk.profile());
  for (const found of await openCallsOf(joining, leaver)) {
    await settle(desk, joining, found, times, now);
  }
}

/** The same for whoever left by another way than a process of the desk, or is no agent any more. */
export async function passOnLeft(desk: LeavingDesk, now: Date): Promise<void> {
  const times = timesOf(await desk.accounts.desk.profile());
  const agents = new Map((await staffHere(desk.database)).map((one) => [one.id, one]));
  const from = new Date(now.getTime() - times.windowSeconds * 1_000);
  const left = (await openFrom(desk, from)).filter((call) => {
    const agent = agents.get(call.agent);
    return !(agent && hasRole(agent, "agent"));
  });
  await forEach(left, (call) =>
    transaction(desk.database, (joining) => settle(desk, joining, call, times, now)),
  );
}

/** A booked call whose agent doesn't work then any more, with the holiday if that is why: a lead chooses another time. */
export type Unserved = { call: Call; holiday: Holiday | undefined };

/** The booked calls that fell onto a holiday, or out of their agent's hours, after they were booked; by their time. */
export async function unservedCalls(
  desk: Pick<CallsDesk, "database">,
  now: Date,
): Promise<Unserved[]> {
  const agents = new Map((await staffHere(desk.database)).map((one) => [one.id, one]));
  const calls = await openFrom(desk, now);
  const to = new Date(now.getTime() + aheadMs + dayMs);
  const holidays = await holidaysBetween(desk.database, new Date(now.getTime() - dayMs), to);
  return calls.flatMap((call) => {
    const agent = agents.get(call.agent);
    if (!agent || worksAt(agent, holidays, call.startsAt)) return [];
    return [{ call, holiday: holidayOf(agent, holidays, call) }];
  });
}

function holidayOf(agent: StaffMember, holidays: readonly Holiday[], { startsAt }: Call) {
  return holidays.find((one) => !worksAt(agent, [one], startsAt) && worksAt(agent, [], startsAt));
}

async function openFrom({ database }: Pick<CallsDesk, "database">, from: Date): Promise<Call[]> {
  const calls = await callsBetween(database, from, new Date(from.getTime() + aheadMs + dayMs));
  return calls.filter(({ state }) => state.is === "booked");
}

async function settle(
  desk: Omit<LeavingDesk, "database">,
  joining: Transaction,
  found: Pick<Call, "client" | "id">,
  times: LinkTimes,
  now: Date,
): Promise<void> {
  const held = await holdCall(joining, found);
  if (held?.state.is !== "booked") return;
  if (held.startsAt.getTime() + times.windowSeconds * 1_000 < now.getTime()) return;
  if (!(await passOn(desk, joining, held, now))) {
    await cancelHeld(desk, joining, system, held, times, now);
  }
}
