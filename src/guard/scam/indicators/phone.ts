import type { Sighting } from "./indicator.ts";

/** E.164 has fifteen digits at most. */
const digitsMax = 15;
const digitsMin = 7;

const written =
  /(?<![\d\p{L}@#/_.-])[+\uff0b(]?\d[\d \u00a0().\u2010-\u2015/-]{5,24}\d(?![\d\p{L}_@-])/gu;
const digitWords: Readonly<Record<string, string>> = {
  zero: "0",
  oh: "0",
  o: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  hundred: "00",
  thousand: "000",
};
const spoken =
  /\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?:[ ,.-]{1,3}(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|hundred|thousand)\b){6,14}/gi;
const dates = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{4}(?!\d)/;
const network = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Telephone numbers, as digits with the "+" that they were given with; spoken ones too ("eight four four, …"). */
export function findPhones(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const { 0: words, index: start } of text.matchAll(written)) {
    const value = numberIn(words);
    if (value !== undefined) found.push(phone(value, start, words.length));
  }
  for (const { 0: words, index: start } of text.matchAll(spoken)) {
    const parts = words.toLowerCase().split(/[ ,.-]+/);
    const value = parts.map((word) => digitWords[word] ?? "").join("");
    if (value.length <= digitsMax) found.push(phone(value, start, words.length));
  }
  return found;
}

function phone(value: string, start: number, length: number): Sighting {
  const indicators = [{ type: "phone" as const, value }];
  return { name: "<phone>", start, end: start + length, indicators };
}

function numberIn(words: string): string | undefined {
  const digits = words.replace(/\D/g, "");
  if (digits.length < digitsMin || digits.length > digitsMax) return undefined;
  if (dates.test(words) || network.test(words)) return undefined;
  if (/^[+\uff0b]/.test(words)) return `+${digits}`;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  return isNational(words, digits) ? digits : undefined;
}

/** Without a country's code a number must look like one: grouped, or as long as numbers are. */
function isNational(words: string, digits: string): boolean {
  const groups = words.split(/[^\d]+/).filter((group) => group !== "");
  if (groups.length === 1) {
    return digits.length === 10 || /^(?:1\d{10}|0\d{8,11})$/.test(digits);
  }
  if (groups.every((group) => group.length === 4)) return digits.startsWith("0");
  return groups.length <= 6 && groups.every((group) => group.length >= 2 || group === "1");
}
