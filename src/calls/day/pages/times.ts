import { dayMs, type Language, localTime, minuteMs } from "#platform";
import { say } from "../messages.ts";

const hourMinutes = 60;

/** A moment as its reader's clock shows it, such as `14:30`, with the day when it is another one. */
export function timeIn(language: Language, timeZone: string, at: Date, now: Date): string {
  const time = clockIn(language, timeZone, at);
  const dateOf = (moment: Date) => localTime(timeZone, moment).date;
  if (dateOf(at) === dateOf(now)) return time;
  if (dateOf(at) === dateOf(new Date(now.getTime() - dayMs))) return dayIn("day.before");
  if (dateOf(at) === dateOf(new Date(now.getTime() + dayMs))) return dayIn("day.after");
  const style = { weekday: "short", day: "numeric", month: "short", timeZone } as const;
  const day = new Intl.DateTimeFormat(language.tag, style).format(at);
  return say(language, "at", { day: `${day},`, time });

  function dayIn(key: "day.before" | "day.after"): string {
    return say(language, "at", { day: say(language, key), time });
  }
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
