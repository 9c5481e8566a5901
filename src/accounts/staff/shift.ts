import { z } from "@hono/zod-openapi";
import { isTimeZone, localTime } from "#platform";

export const days = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

const dayMinutes = 1_440;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "takes a time, such as 09:00");

/** When somebody works: hours by day of the week, in a time zone. An end that isn't after the start is the next day's. */
export const shiftSchema = z.object({
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, "is no time zone, such as Europe/Berlin")
    .default("UTC"),
  shift: z.partialRecord(z.enum(days), z.tuple([time, time])).default({}),
});

export type Shift = z.output<typeof shiftSchema>;

/** Whether somebody with this shift is at work now. Nobody is who has no hours. */
export function isOnShift({ timeZone, shift }: Shift, now: Date): boolean {
  const { weekMinute, clock } = localTime(timeZone, now);
  const day = Math.floor(weekMinute / dayMinutes);
  const today = shift[days[day] ?? "monday"];
  const yesterday = shift[days[(day + 6) % 7] ?? "monday"];
  if (today && clock >= today[0] && (clock < today[1] || today[1] <= today[0])) return true;
  return yesterday !== undefined && yesterday[1] <= yesterday[0] && clock < yesterday[1];
}
