export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** The day of a moment in UTC, as `2026-11-20`. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** What clocks in UTC show at a moment, as `09:30`. */
export function clockTime(at: Date): string {
  return at.toISOString().slice(11, 16);
}

/** When the hour or the day of a moment began, in UTC. @param spanMs `hourMs` or `dayMs` */
export function startOf(at: Date, spanMs: number): Date {
  return new Date(Math.floor(at.getTime() / spanMs) * spanMs);
}
