/** A moment as clocks and calendars of one place show it. */
export type LocalTime = {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Minutes since Monday began, 0 to 10079. */
  weekMinute: number;
};

const dayMs = 86_400_000;
const dayMinutes = 1_440;
/** 1970-01-01 was a Thursday. */
const firstWeekday = 3;
const zones: ReadonlySet<string> = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
const formats = new Map<string, Intl.DateTimeFormat>();

/** Every time zone, as the IANA database names it. */
export const timeZones: readonly string[] = [...zones].sort();

/** The name that we write for what a browser calls its time zone; undefined for what is none. */
export function timeZoneFrom(text: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions();
    return zones.has(timeZone) ? timeZone : undefined;
  } catch {
    return undefined;
  }
}

/** The time that it is there at a moment. */
export function localTime(timeZone: string, at: Date): LocalTime {
  const written = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(formatOf(timeZone).format(at));
  if (!written) throw new Error(`${timeZone} wrote no time`);
  const [, month = "", day = "", year = "", hour = "", minute = ""] = written;
  const date = `${year}-${month}-${day}`;
  const weekday = (new Date(date).getTime() / dayMs + firstWeekday) % 7;
  return { date, weekMinute: weekday * dayMinutes + Number(hour) * 60 + Number(minute) };
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
