import { hasRole, isOnShift, type StaffMember } from "#accounts";
import { dayMs, hourMs, localTime } from "#platform";
import type { LoadCounts } from "./store.ts";

/** Fewer calls make no picture. */
export const callsLeast = 10;

const weekDays = 7;
const dayMinutes = 1_440;

export type LoadDay = LoadCounts & { day: string };

/** An hour of the day, on average: how many calls were due, and how many agents are on shift. */
export type LoadHour = { hour: number; calls: number; agents: number };

const none: LoadCounts = {
  ...{ calls: 0, waitedSeconds: undefined, tried: 0, answered: 0 },
  ...{ unreached: 0, uncalled: 0, stopped: 0, lengthSeconds: undefined },
};

/** Every day of the last ones up to now, the oldest first. */
export function daysUntil(
  counts: ReadonlyMap<string, LoadCounts>,
  days: number,
  timeZone: string,
  now: Date,
): LoadDay[] {
  const dates = Array.from({ length: days }, (_, back) => {
    return localTime(timeZone, new Date(now.getTime() - back * dayMs)).date;
  });
  return [...new Set(dates)].reverse().map((day) => ({ day, ...(counts.get(day) ?? none) }));
}

/** Each hour of the day, by the shifts as they are now. */
export function hoursOf(
  calls: ReadonlyMap<number, number>,
  days: number,
  people: readonly StaffMember[],
  timeZone: string,
  now: Date,
): LoadHour[] {
  const agents = agentsByHour(people, timeZone, now);
  return agents.map((onShift, hour) => ({
    hour,
    calls: (calls.get(hour) ?? 0) / days,
    agents: onShift,
  }));
}

/** How many agents are on shift in each hour of the day, on average over a week. Who shares a shift is counted at once. */
function agentsByHour(people: readonly StaffMember[], timeZone: string, now: Date): number[] {
  const agents = people.filter((person) => hasRole(person, "agent"));
  const shifts = Map.groupBy(agents, (person) => JSON.stringify([person.timeZone, person.shift]));
  const sums = Array.from({ length: 24 }, () => 0);
  for (let back = 0; back < weekDays * 24; back++) {
    const at = new Date(now.getTime() - back * hourMs);
    const hour = Math.floor((localTime(timeZone, at).weekMinute % dayMinutes) / 60);
    for (const [person, ...others] of shifts.values()) {
      if (person && isOnShift(person, at)) sums[hour] = (sums[hour] ?? 0) + 1 + others.length;
    }
  }
  return sums.map((sum) => sum / weekDays);
}
