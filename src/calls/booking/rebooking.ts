import type { Actor, Id, Transaction } from "#platform";
import { system, transaction } from "#platform";
import {
  type Call,
  holdCall,
  type StaffReason,
  saveAlias,
  saveBooking,
  saveState,
} from "../call/index.ts";
import { hearHeld } from "../calling/index.ts";
import { type LinkTimes, tell } from "../confirmation/index.ts";
import type { CallsDesk } from "../desk.ts";
import { callCancelled, callRebooked } from "../events.ts";
import { holdLeg, isVouched, liveLegOf } from "../leg/index.ts";
import { aheadMs, slotsWithin } from "../slots/index.ts";
import { touch } from "../status/index.ts";
import { timesOf } from "./asking.ts";
import { bookOne } from "./drawing.ts";
import { BookingRefused } from "./refusals.ts";

/** How often a client may choose another time or cancel: each sends a mail. */
const changes = { name: "calls_changed", requestsMax: 20, windowSeconds: 86_400 };

type Named = Pick<Call, "client" | "id">;
type RebookingDesk = Pick<CallsDesk, "database" | "appender" | "outbox" | "accounts" | "tickets">;

/** When it is to be, and in which zone its client is told of it: the one in which the client chose. */
export type Chosen = { startsAt: Date; timeZone?: string };

/**
 * Another time for a booked call, chosen by its client or by the staff, with an agent who is drawn anew. The time that it has
 * already changes nothing.
 * @throws {BookingRefused} {TooManyRequests}
 */
export async function rebook(
  desk: RebookingDesk,
  by: Actor,
  named: Named,
  { startsAt, timeZone }: Chosen,
  now: Date,
  because?: StaffReason,
): Promise<Call> {
  const profile = await desk.accounts.desk.profile();
  const secondsMin = profile.call_after_request_seconds_min;
  requireOwn(by, named);
  if (by.is === "client") await desk.accounts.desk.limits(changes)(by.id);
  return await transaction(desk.database, async (joining) => {
    const live = await liveLegOf(joining, named.client);
    if (live?.call === named.id && isVouched(live, now)) throw new BookingRefused("call_up");
    const held = await holdOpen(joining, named);
    if (held.startsAt.getTime() === startsAt.getTime()) return held;
    const aheadOf = startsAt.getTime() - now.getTime();
    if (aheadOf < secondsMin * 1_000 || aheadOf > aheadMs) throw new BookingRefused("slot_taken");
    const told = { ...held, ...(timeZone !== undefined && { timeZone }) };
    const moved = await move(joining, told, startsAt, held.sequence + 1);
    if (!moved) throw new BookingRefused("slot_taken");
    const teller = by.is === "client" ? "client" : "staff";
    await tell(desk, joining, moved, { is: "rebooked", by: teller }, timesOf(profile), now);
    await noteMoved(desk, joining, by, moved, now, because);
    await touch(joining, moved.client, now);
    return moved;
  });
}

/**
 * Cancels a booked call, whoever does it: also while we call, when the leg that is up ends with it. A call that is cancelled
 * already stays so.
 * @param take uses up the link by which it is done
 * @throws {BookingRefused}
 */
export async function cancel(
  desk: RebookingDesk,
  by: Actor,
  named: Named,
  now: Date,
  take?: (joining: Transaction) => Promise<void>,
  because?: StaffReason,
): Promise<void> {
  const profile = await desk.accounts.desk.profile();
  requireOwn(by, named);
  await transaction(desk.database, async (joining) => {
    await take?.(joining);
    const live = await liveLegOf(joining, named.client);
    const leg = live?.call === named.id && (await holdLeg(joining, live));
    if (leg) {
      const over = { is: "ended", at: now, because: "cancelled" } as const;
      await hearHeld(desk, joining, by, leg, over, now);
    }
    const held = await holdCall(joining, named);
    if (!held) throw new BookingRefused("booking_unknown");
    if (held.state.is === "ended") {
      if (held.state.outcome === "cancelled" || leg) return;
      throw new BookingRefused("booking_over");
    }
    await cancelHeld(desk, joining, by, held, timesOf(profile), now, because);
  });
}

/** The same for a call that the transaction holds. */
export async function cancelHeld(
  desk: Pick<CallsDesk, "appender" | "outbox">,
  joining: Transaction,
  by: Actor,
  held: Call,
  times: LinkTimes,
  now: Date,
  because?: StaffReason,
): Promise<void> {
  const kind = by.is === "client" || by.is === "staff" ? by.is : "system";
  const call = { ...held, sequence: held.sequence + 1 };
  await saveState(joining, call, { is: "ended", at: now, outcome: "cancelled", by: kind });
  await tell(desk, joining, call, { is: "cancelled", by: kind }, times, now);
  const details = { call: call.id, ...(because && { because }) };
  const event = { kind: callCancelled, details, client: call.client };
  await desk.appender.append(by, event, now, joining);
  await touch(joining, call.client, now);
}

/** Gives a held call that loses its agent to another who is free at its time. @returns false when nobody is */
export async function passOn(
  desk: Pick<CallsDesk, "appender">,
  joining: Transaction,
  held: Call,
  now: Date,
): Promise<boolean> {
  const moved = await move(joining, held, held.startsAt, held.sequence);
  if (moved) await noteMoved(desk, joining, system, moved, now);
  return moved !== undefined;
}

async function move(
  joining: Transaction,
  held: Call,
  startsAt: Date,
  sequence: number,
): Promise<Call | undefined> {
  const { client, language } = held;
  const to = new Date(startsAt.getTime() + 1);
  const [slot] = await slotsWithin(joining, { client, language, from: startsAt, to });
  const agent =
    slot &&
    (await bookOne(joining, slot, (drawn) =>
      saveBooking(joining, { ...held, agent: drawn, startsAt, sequence }),
    ));
  if (!agent) return undefined;
  await saveAlias(joining, agent);
  return { ...held, agent, startsAt, sequence };
}

async function noteMoved(
  desk: Pick<CallsDesk, "appender">,
  joining: Transaction,
  by: Actor,
  { client, id, agent, startsAt, channel, topic }: Call,
  now: Date,
  because?: StaffReason,
): Promise<void> {
  const booking = { call: id, agent, starts: startsAt.toISOString(), channel, topic };
  const details = { ...booking, ...(because && { because }) };
  await desk.appender.append(by, { kind: callRebooked, details, client }, now, joining);
}

async function holdOpen(joining: Transaction, named: Named): Promise<Call> {
  const held = await holdCall(joining, named);
  if (!held) throw new BookingRefused("booking_unknown");
  if (held.state.is === "ended") throw new BookingRefused("booking_over");
  return held;
}

function requireOwn(by: Actor, { client }: { client: Id<"client"> }): void {
  if (by.is === "client" && by.id !== client) throw new BookingRefused("booking_unknown");
}
