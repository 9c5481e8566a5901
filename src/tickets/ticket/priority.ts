/** The lowest first. */
export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

export function highest(one: Priority, ...others: readonly Priority[]): Priority {
  const place = (priority: Priority) => priorities.indexOf(priority);
  return others.reduce((high, other) => (place(other) > place(high) ? other : high), one);
}
