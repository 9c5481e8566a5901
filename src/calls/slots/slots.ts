import { hasRole, type StaffMember } from "#accounts";
import { type Id, type LocalTime, localTime } from "#platform";
import { slotMs } from "../call/index.ts";
import type { Holiday } from "../holiday/index.ts";

const slotMinutes = slotMs / 60_000;
const weekMinutes = 10_080;
const dayMinutes = 1_440;
const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** A time that can be booked, and who is free then. */
export type Slot = { startsAt: Date; agents: readonly Id<"staff">[] };

/** An agent's time that somebody has booked. */
export type Seat = { agent: Id<"staff">; startsAt: Date };

export type Wanted = {
  /** The language of the call, a BCP 47 tag. */
  language: string;
  /** No slot begins before. */
  from: Date;
  /** None begins then or later. */
  to: Date;
};

/**
 * The slots in which somebody is free: an agent who speaks the language, is at work for the whole of it by the clock of
 * where that is, has no holiday, and isn't booked.
 */
export function slotsOf(
  people: readonly StaffMember[],
  { language, from, to }: Wanted,
  holidays: readonly Holiday[],
  seats: readonly Seat[],
): Slot[] {
  const taken = Map.groupBy(seats, ({ agent }) => agent);
  const agents = people
    .filter((person) => hasRole(person, "agent") && speaks(person, language))
    .map((person) => ({
      ...{ id: person.id, timeZone: person.timeZone, week: weekOf(person) },
      off: daysOff(person, holidays),
      taken: new Set(taken.get(person.id)?.map(({ startsAt }) => startsAt.getTime())),
    }));
  const slots: Slot[] = [];
  const first = Math.ceil(from.getTime() / slotMs) * slotMs;
  for (let ms = first; ms < to.getTime(); ms += slotMs) {
    const startsAt = new Date(ms);
    const clocks = new Map<string, LocalTime>();
    const clockIn = (timeZone: string) => {
      const clock = clocks.get(timeZone) ?? localTime(timeZone, startsAt);
      clocks.set(timeZone, clock);
      return clock;
    };
    const free = agents.filter((agent) => {
      const { date, weekMinute } = clockIn(agent.timeZone);
      return isAtWork(agent.week, weekMinute) && !agent.off.has(date) && !agent.taken.has(ms);
    });
    if (free.length > 0) slots.push({ startsAt, agents: free.map(({ id }) => id) });
  }
  return slots;
}

/** Whether somebody works then, booked or not. */
export function worksAt(
  person: StaffMember,
  holidays: readonly Holiday[],
  startsAt: Date,
): boolean {
  const { date, weekMinute } = localTime(person.timeZone, startsAt);
  if (!hasRole(person, "agent") || daysOff(person, holidays).has(date)) return false;
  return isAtWork(weekOf(person), weekMinute);
}

/** The languages in which somebody can be called, each as its first subtag. */
export function spokenLanguages(people: readonly StaffMember[]): string[] {
  const agents = people.filter((person) => hasRole(person, "agent"));
  const spoken = agents.flatMap(({ languages }) => languages.map(firstSubtag));
  return [...new Set(spoken)].sort();
}

function speaks({ languages }: StaffMember, language: string): boolean {
  return languages.some((one) => firstSubtag(one) === firstSubtag(language));
}

function firstSubtag(tag: string): string {
  return tag.split("-")[0] ?? tag;
}

function daysOff({ employer }: StaffMember, holidays: readonly Holiday[]): ReadonlySet<string> {
  const own = holidays.filter((one) => one.employer === undefined || one.employer === employer);
  return new Set(own.map(({ day }) => day));
}

/** Clocks change at whole quarters of an hour, so within a slot the minutes go on. */
function isAtWork(week: Uint8Array, weekMinute: number): boolean {
  return (week[weekMinute] ?? 0) >= slotMinutes;
}

/**
 * For each minute of a week how many minutes somebody is at work from then on, at most a slot's: by `isOnShift`, so an end that
 * isn't after the start is the next day's.
 */
function weekOf({ shift }: Pick<StaffMember, "shift">): Uint8Array {
  const week = new Uint8Array(weekMinutes);
  for (const [day, name] of weekdays.entries()) {
    const hours = shift[name];
    if (!hours) continue;
    const [start, end] = [minuteOf(hours[0]), minuteOf(hours[1])];
    const length = end > start ? end - start : end + dayMinutes - start;
    for (let minute = start; minute < start + length; minute++) {
      week[(day * dayMinutes + minute) % weekMinutes] = 1;
    }
  }
  for (let minute = weekMinutes + slotMinutes; minute >= 0; minute--) {
    const place = minute % weekMinutes;
    if (week[place] === 0) continue;
    week[place] = Math.min((week[(place + 1) % weekMinutes] ?? 0) + 1, slotMinutes);
  }
  return week;
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
