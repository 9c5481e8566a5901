import type { Language } from "#platform";
import { say } from "../messages.ts";

const minuteSeconds = 60;
const hourSeconds = 3_600;
const daySeconds = 86_400;

/** The values of a message that tells a moment: the time in UTC, and how long ago that is. */
export function moment(language: Language, at: Date, now: Date): { at: string; age: string } {
  return { at: inUtc(at), age: age(language, (now.getTime() - at.getTime()) / 1_000) };
}

/** `2026-11-20 12:00:05`, the same in every language. */
export function inUtc(at: Date): string {
  return at.toISOString().slice(0, 19).replace("T", " ");
}

function age(language: Language, seconds: number): string {
  if (seconds < 2) return say(language, "age.now");
  if (seconds < 2 * minuteSeconds) return say(language, "age.seconds", { count: whole(seconds) });
  if (seconds < 2 * hourSeconds) return minutes(language, seconds);
  if (seconds < 2 * daySeconds) {
    return say(language, "age.hours", { count: whole(seconds / hourSeconds) });
  }
  return say(language, "age.days", { count: whole(seconds / daySeconds) });
}

function minutes(language: Language, seconds: number): string {
  return say(language, "age.minutes", { count: whole(seconds / minuteSeconds) });
}

function whole(count: number): number {
  return Math.floor(count);
}
