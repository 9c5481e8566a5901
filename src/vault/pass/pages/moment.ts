/** The time of a moment, in UTC as everywhere: 09:05. */
export function timeOf(at: Date): string {
  return at.toISOString().slice(11, 16);
}
