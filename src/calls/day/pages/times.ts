import type { Language } from "#platform";
import { localTime } from "../../slots/index.ts";
import { say } from "../messages.ts";

const minuteMs = 60_000;
const hourMinutes = 60;

/** A moment as its reader's clock shows it, such as `14:30`, with the day when it is another one. */
export function timeIn(language: Language, timeZone: string, at: Date, now: Date): string {
  const time = clockIn(language, timeZone, at);
  if (localTime(timeZone, at).date === localTime(timeZone, now).date) return time;
  return say(language, "at", { day: say(language, at < now ? "day.before" : "day.after"), time });
}

export function clockIn(language: Language, timeZone: string, at: Date): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  return new Intl.DateTimeFormat(language.tag, style).format(at);
}

/** How long until then, or since. */
export function untilThen(language: Language, at: Date, now: Date): string {
  const minutes = Math.floor(Math.abs(at.getTime() - now.getTime()) / minuteMs);
  if (at <= now) return say(language, "since.minutes", { minutes });
  if (minutes < 2 * hourMinutes) return say(language, "until.minutes", { minutes });
  return say(language, "until.hours", { hours: Math.floor(minutes / hourMinutes) });
}
