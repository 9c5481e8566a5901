import { type Database, dayMs, dayOf, type Id, startOf } from "#platform";
import { quantileOf } from "../statistics/index.ts";
import { type WorkDay, workDays } from "./store.ts";

export const pictureDays = 28;

const bandShares = { low: 0.1, high: 0.9 };

/** A day of somebody's: values shown for each contact resolved, and between what most of the others are. */
export type PictureDay = { day: string; own: number; low: number; high: number };

/** The days of these people, the oldest first. */
export async function picturesOf(
  database: Database,
  people: readonly Id<"staff">[],
  now: Date,
): Promise<ReadonlyMap<Id<"staff">, PictureDay[]>> {
  const from = new Date(startOf(now, dayMs).getTime() - (pictureDays - 1) * dayMs);
  const days = Array.from({ length: pictureDays }, (_, place) =>
    dayOf(new Date(from.getTime() + place * dayMs)),
  );
  const byDay = Map.groupBy(await workDays(database, from), ({ day }) => day);
  return new Map(
    people.map((staff) => [staff, days.map((day) => pictureDay(staff, day, byDay.get(day) ?? []))]),
  );
}

function pictureDay(staff: Id<"staff">, day: string, worked: readonly WorkDay[]): PictureDay {
  const own = worked.find((one) => one.staff === staff);
  const others = worked.filter((one) => one.staff !== staff).map(ratioOf);
  return {
    day,
    own: own ? ratioOf(own) : 0,
    low: quantileOf(others, bandShares.low),
    high: quantileOf(others, bandShares.high),
  };
}

function ratioOf({ reveals, resolved }: WorkDay): number {
  return reveals / Math.max(1, resolved);
}
