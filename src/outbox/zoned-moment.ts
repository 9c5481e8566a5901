/** A moment as it is told at one place. */
export type ZonedMoment = {
  at: Date;
  /** As the IANA database names it, such as `Europe/Berlin`. */
  timeZone: string;
};

/** What a kept one says, without a look at any table of time zones. */
export type Zoned = {
  at: Date;
  /** The clock there: `YYYY-MM-DDTHH:MM:SS`. */
  local: string;
  /** From UTC to that clock, such as `+01:00`. */
  offset: string;
  timeZone: string;
};

const minuteMs = 60_000;
const kept = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)([+-]\d\d:\d\d)\[([\w/+-]{1,64})\]$/;

/**
 * How it is kept: an RFC 9557 text such as `2026-11-23T10:30:00+01:00[Europe/Berlin]`. It has the clock's time in it, so a
 * message reads the same when a country changes its clocks later. Undefined for what is no time zone.
 */
export function keptZoned({ at, timeZone }: ZonedMoment): string | undefined {
  const offsetMinutes = offsetOf(at, timeZone);
  if (offsetMinutes === undefined) return undefined;
  const local = new Date(at.getTime() + offsetMinutes * minuteMs).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetMinutes);
  const offset = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  const text = `${local}${offsetMinutes < 0 ? "-" : "+"}${offset}[${timeZone}]`;
  return kept.test(text) ? text : undefined;
}

/** It throws an Error for a text that `keptZoned` doesn't give. */
export function readZoned(text: string): Zoned {
  const [, local = "", offset = "", timeZone = ""] = kept.exec(text) ?? [];
  if (timeZone === "") throw new Error("this is no moment at a place");
  return { at: new Date(local + offset), local, offset, timeZone };
}

/** In whole minutes, east of Greenwich. */
function offsetOf(at: Date, timeZone: string): number | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
      hourCycle: "h23",
    });
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] =
      format.format(at).match(/\d+/g)?.map(Number) ?? [];
    const local = Date.UTC(year, month - 1, day, hour, minute);
    return (local - Math.floor(at.getTime() / minuteMs) * minuteMs) / minuteMs;
  } catch {
    return undefined;
  }
}
