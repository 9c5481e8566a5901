import { type Id, minuteMs } from "#platform";

/** Somebody whose screens these were, from the first of them to the end of the last. */
export type ScreenTime = { staff: Id<"staff">; first: Date; last: Date };

/** Whose screens these were: each person once, from the first minute to the end of the last. */
export function watchedOn(screens: readonly { staff: Id<"staff">; minute: Date }[]): ScreenTime[] {
  return [...Map.groupBy(screens, ({ staff }) => staff)].map(([staff, own]) => {
    const minutes = own.map(({ minute }) => minute.getTime());
    const last = new Date(Math.max(...minutes) + minuteMs);
    return { staff, first: new Date(Math.min(...minutes)), last };
  });
}
