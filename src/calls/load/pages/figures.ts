import type { Language } from "#platform";
import { say } from "../messages.ts";

const hourMinutes = 60;
const dayHours = 24;

/** Such as `12 min`, `5 h` or `3 days`. */
export function durationIn(language: Language, seconds: number | undefined): string {
  if (seconds === undefined) return say(language, "unknown");
  const minutes = Math.round(seconds / 60);
  if (minutes < 2 * hourMinutes) return say(language, "minutes", { minutes });
  const hours = Math.round(minutes / hourMinutes);
  if (hours < 2 * dayHours) return say(language, "hours", { hours });
  return say(language, "days", { days: Math.round(hours / dayHours) });
}

/** A count with its share, such as `3 (12%)`. */
export function countIn(language: Language, count: number, all: number): string {
  return all === 0
    ? say(language, "unknown")
    : say(language, "share", { count, share: count / all });
}

export function shareIn(language: Language, count: number, all: number): string {
  return all === 0
    ? say(language, "unknown")
    : say(language, "answered.share", { share: count / all });
}

/** One digit behind the point, and none for a whole number. */
export function roundIn(language: Language, value: number): string {
  return new Intl.NumberFormat(language.tag, { maximumFractionDigits: 1 }).format(value);
}
