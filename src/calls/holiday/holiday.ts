/** A day on which nobody is called, or nobody of one employer: the day by the clock of who would call. */
export type Holiday = {
  /** `YYYY-MM-DD`. */
  day: string;
  /** None: everybody's. */
  employer: string | undefined;
  name: string;
};

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
