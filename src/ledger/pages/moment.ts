import type { Language } from "#platform";
import { say } from "../messages.ts";

/** Each with its length in seconds: the largest that fits twice tells an age. */
const units = [
  ["age.days", 86_400],
  ["age.hours", 3_600],
  ["age.minutes", 60],
  ["age.seconds", 1],
] as const;

/** The values of a message that tells a moment: the time in UTC, and how long ago that is. */
export function moment(language: Language, at: Date, now: Date): { at: string; age: string } {
  return { at: inUtc(at), age: age(language, (now.getTime() - at.getTime()) / 1_000) };
}

/** `2026-11-20 12:00:05`, the same in every language. */
export function inUtc(at: Date): string {
  return at.toISOString().slice(0, 19).replace("T", " ");
}

function age(language: Language, seconds: number): string {
  const fitting = units.find(([, length]) => seconds >= 2 * length);
  if (!fitting) return say(language, "age.now");
  const [key, length] = fitting;
  return say(language, key, { count: Math.floor(seconds / length) });
}
