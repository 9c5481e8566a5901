import { z } from "@hono/zod-openapi";

export const days = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

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
  const { day, clock } = localTime(timeZone, now);
  const today = shift[days[day] ?? "monday"];
  const yesterday = shift[days[(day + 6) % 7] ?? "monday"];
  if (today && clock >= today[0] && (clock < today[1] || today[1] <= today[0])) return true;
  return yesterday !== undefined && yesterday[1] <= yesterday[0] && clock < yesterday[1];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of the week, 0 for Monday, and the time as `HH:MM`. */
function localTime(timeZone: string, now: Date): { day: number; clock: string } {
  const parts = formatOf(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const name = part("weekday").toLowerCase();
  return {
    day: (days as readonly string[]).indexOf(name),
    clock: `${part("hour")}:${part("minute")}`,
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
