import { type Database, dayOf, type ScheduledJob, transaction } from "#platform";
import { daysLater } from "../day.ts";
import { always, isSame, partsOf, spanOf } from "./parts.ts";
import { countEvents, type RolledDay, rolledDays, rollUpDay, uncounted } from "./store.ts";

/**
 * Counts the releases of every day that has ended: once, and again from the oldest day on that got an event late. It
 * looks at no event of a counted day to find out: the lanes number all events without gaps, so a sum tells whether any
 * came late.
 * @param kinds the kinds of event by which staff are shown something of a client; always the same ones, since what was
 * counted by others is counted again
 * @returns how many days it counted
 * @throws when the ledger lacks events that were numbered
 */
export async function rollUp(
  database: Database,
  kinds: readonly string[],
  now: Date,
): Promise<number> {
  const sorted = kinds.toSorted();
  const rolled = (await rolledDays(database)).filter((day) => isSame(day.kinds, sorted));
  const { days, late } = await uncounted(database, partsOf(always, rolled));
  const today = dayOf(now);
  const last = rolled.at(-1)?.day;
  const oldest = [today, days[0] ?? today, last ? daysLater(last, 1) : today];
  if (late !== 0) oldest.push(await oldestLate(database, rolled, late));
  let count = 0;
  for (let day = oldest.toSorted()[0] ?? today; day < today; day = daysLater(day, 1)) {
    await transaction(database, (joined) => rollUpDay(joined, day, sorted));
    count += 1;
  }
  return count;
}

/** `rollUp` once an hour: a day is counted within the hour after it ended. */
export function rollUpJob(database: Database, kinds: readonly string[]): ScheduledJob {
  return {
    name: "ledger.roll_up",
    crontab: "23 * * * *",
    run: async (now) => void (await rollUp(database, kinds, now)),
  };
}

async function oldestLate(
  database: Database,
  rolled: readonly RolledDay[],
  late: number,
): Promise<string> {
  let missing = late;
  for (const { day, events } of rolled.toReversed()) {
    missing -= (await countEvents(database, spanOf(day))) - events;
    if (missing <= 0) return day;
  }
  throw new Error(`${missing} numbered events aren't in the ledger: run holdfast verify-log`);
}
