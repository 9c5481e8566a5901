import { staffHere } from "#accounts";
import { dayMs, type Id, type Queryable } from "#platform";
import { frozenFor } from "#tickets";
import { freezesOf } from "#vault";
import type { CallsDesk } from "../desk.ts";
import { holidaysBetween } from "../holiday/index.ts";
import { type Slot, slotsOf, spokenLanguages, type Wanted } from "./slots.ts";
import { seatsBetween } from "./store.ts";

/** How far ahead calls are booked. */
export const aheadMs = 14 * dayMs;

/** Whom a call is with, and in which language. */
type With = { client: Id<"client">; language: string };

type SlotsDesk = Pick<CallsDesk, "database" | "accounts">;

/**
 * The slots that a client can book now: none sooner than the profile allows, so that nobody can have us call a moment after
 * asking, and none more than 14 days ahead.
 * @param queryable a transaction that must see its own bookings
 */
export async function freeSlots(
  desk: SlotsDesk,
  { client, language }: With,
  from: Date,
  to: Date,
  now: Date,
  queryable: Queryable = desk.database,
): Promise<Slot[]> {
  const { call_after_request_seconds_min: secondsMin } = await desk.accounts.desk.profile();
  const earliest = now.getTime() + secondsMin * 1_000;
  const latest = now.getTime() + aheadMs;
  const wanted = {
    ...{ client, language },
    from: new Date(Math.max(from.getTime(), earliest)),
    to: new Date(Math.min(to.getTime(), latest)),
  };
  return await slotsWithin(queryable, wanted);
}

/**
 * The same without a look at the clock: for a call that loses its agent. Who is frozen for the client, or for everybody, is
 * free for no call with that client.
 */
export async function slotsWithin(
  queryable: Queryable,
  { client, ...wanted }: Wanted & With,
): Promise<Slot[]> {
  const { from, to } = wanted;
  if (from >= to) return [];
  const here = await staffHere(queryable);
  const ids = here.map(({ id }) => id);
  const frozen = frozenFor(await freezesOf(queryable, ids), client);
  const people = here.filter(({ id }) => !frozen.has(id));
  // Everywhere it is this day or the one before or after.
  const days = [new Date(from.getTime() - dayMs), new Date(to.getTime() + dayMs)] as const;
  const holidays = await holidaysBetween(queryable, ...days);
  return slotsOf(people, wanted, holidays, await seatsBetween(queryable, from, to));
}

/** The languages in which somebody can be called. */
export async function callLanguages({ database }: Pick<CallsDesk, "database">): Promise<string[]> {
  return spokenLanguages(await staffHere(database));
}
