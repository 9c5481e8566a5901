import { dayMs, dayOf, startOf } from "#platform";

/** How many days the picture shows: twelve weeks. */
export const stripDays = 84;

/** How often staff looked on a day, and how often they were refused. */
export type DayLooks = { day: string; shown: number; refused: number };

/** When the first day of the picture begins, in UTC. */
export function stripStart(now: Date): Date {
  return new Date(startOf(now, dayMs).getTime() - (stripDays - 1) * dayMs);
}

/** Every day of the picture, the oldest first, also those without a look. */
export function stripOf(
  counted: readonly { day: string; allowed: number; denied: number }[],
  now: Date,
): DayLooks[] {
  const found = new Map(counted.map((one) => [one.day, one]));
  const start = stripStart(now).getTime();
  return Array.from({ length: stripDays }, (_, place) => {
    const day = dayOf(new Date(start + place * dayMs));
    const { allowed = 0, denied = 0 } = found.get(day) ?? {};
    return { day, shown: allowed, refused: denied };
  });
}
