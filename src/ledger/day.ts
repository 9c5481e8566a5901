import { dayMs, dayOf } from "#platform";

/** When a day begins, in UTC. */
export function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day that comes so many days later. */
export function daysLater(day: string, days: number): string {
  return dayOf(new Date(dayStart(day).getTime() + days * dayMs));
}
