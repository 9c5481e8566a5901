import { isTimeZone, localTime, minuteMs } from "#platform";

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
  /** That clock shows this time twice on that day, since it is put back. */
  isTwice: boolean;
};

const kept =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)([+-]\d\d:\d\d)\[([\w/+-]{1,64})\](\[_twice=yes\])?$/;
/** No clock is put back by more. */
const backMinutesMax = 180;

/**
 * How it is kept: an RFC 9557 text such as `2026-11-23T10:30:00+01:00[Europe/Berlin]`, with `[_twice=yes]` where the clock
 * shows that time twice. All of it is in the text, so a message reads the same when a country changes its clocks later.
 * Undefined for what is no time zone.
 */
export function keptZoned({ at, timeZone }: ZonedMoment): string | undefined {
  if (!isTimeZone(timeZone)) return undefined;
  const offsetMinutes = offsetAt(timeZone, at);
  const local = new Date(at.getTime() + offsetMinutes * minuteMs).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetMinutes);
  const offset = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  const twice = isTwice(at, timeZone) ? "[_twice=yes]" : "";
  const text = `${local}${offsetMinutes < 0 ? "-" : "+"}${offset}[${timeZone}]${twice}`;
  return kept.test(text) ? text : undefined;
}

/** It throws an Error for a text that `keptZoned` doesn't give. */
export function readZoned(text: string): Zoned {
  const [, local = "", offset = "", timeZone = "", twice] = kept.exec(text) ?? [];
  if (timeZone === "") throw new Error("this is no moment at a place");
  const at = new Date(local + offset);
  return { at, local, offset, timeZone, isTwice: twice !== undefined };
}

/** Whether there is another moment, soon before or after, at which the clock shows the same. */
function isTwice(at: Date, timeZone: string): boolean {
  for (let minutes = 15; minutes <= backMinutesMax; minutes += 15) {
    for (const off of [minutes, -minutes]) {
      const other = new Date(at.getTime() + off * minuteMs);
      if (offsetAt(timeZone, other) === offsetAt(timeZone, at) - off) return true;
    }
  }
  return false;
}

/** How far a place's clocks are from UTC: in whole minutes, east of Greenwich. */
function offsetAt(timeZone: string, at: Date): number {
  const { date, clock } = localTime(timeZone, at);
  const local = Date.parse(`${date}T${clock}Z`);
  return local / minuteMs - Math.floor(at.getTime() / minuteMs);
}
