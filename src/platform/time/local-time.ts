import { dayMs } from "./day.ts";

/** A moment as clocks and calendars of one place show it. */
export type LocalTime = {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`. */
  clock: string;
  /** Minutes since Monday began, 0 to 10079. */
  weekMinute: number;
};

const dayMinutes = 1_440;
/** 1970-01-01 was a Thursday. */
const firstWeekday = 3;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The time that it is there at a moment.
 * @param timeZone as the IANA database names it
 * @throws {RangeError} for what is no time zone
 */
export function localTime(timeZone: string, at: Date): LocalTime {
  const written = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(formatOf(timeZone).format(at));
  if (!written) throw new Error(`${timeZone} wrote no time`);
  const [, month = "", day = "", year = "", hour = "", minute = ""] = written;
  const date = `${year}-${month}-${day}`;
  const weekday = (new Date(date).getTime() / dayMs + firstWeekday) % 7;
  const weekMinute = weekday * dayMinutes + Number(hour) * 60 + Number(minute);
  return { date, clock: `${hour}:${minute}`, weekMinute };
}

/** Whether clocks somewhere go by it: a name of the IANA database, or another that it knows for the same. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}
