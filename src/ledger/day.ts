export const dayMs = 86_400_000;

/** The day of a moment in UTC, as `2026-11-20`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** When a day begins, in UTC. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day that comes so many days later. */
export function daysLater(day: string, days: number): string {
  return dayOf(new Date(startOf(day).getTime() + days * dayMs));
}
