import type { Sighting } from "./indicator.ts";

/** E.164 has fifteen digits at most. */
const digitsMax = 15;
const digitsMin = 7;

/** Digits of any width with what people put between them; letters of languages without blanks may touch the first. */
const written =
  /(?<![\d@#\/_.\-]|[\p{L}--\p{scx=Han}--\p{scx=Hira}--\p{scx=Kana}--\p{scx=Hang}])[+\uff0b\(\uff08]?[0-9\uff10-\uff19][0-9\uff10-\uff19 \u00a0\u3000\(\)\uff08\uff09.\u2010-\u2015\u2212\u30fc\uff0d\/\-]{5,24}[0-9\uff10-\uff19]/gv;
/** What goes on behind its last digit was no number, and what is counted is none: an amount, a date. */
const continued =
  /^(?:[\d@_\-]|\.\d|[\p{L}--\p{scx=Han}--\p{scx=Hira}--\p{scx=Kana}--\p{scx=Hang}]|[ ]?[\u5186\u5143\uc6d0\u4e07\u842c\ub9cc\u5104\u4ebf\uc5b5\u5e74\ub144\u6708\uc6d4\u65e5])/v;
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
/** Words before a number of nine digits, which alone could be an order's: in Spain and Portugal numbers have nine. */
const calls =
  /(?:llam|tel[eéf]|m[oó]vil|whatsapp|wasap|ligu|telem|contact|call|phone|n[uú]mero)[^\d]{0,30}$/i;
const callsReach = 40;
const dates = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{4}(?!\d)/;
const network = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Thousands with points, a number of the social security in the United States, and from an hour to another one. */
const counted =
  /^\d{1,3}(?:\.\d{3})+$|^\d{3}-\d{2}-\d{4}$|^[012]\d[ .][0-5][05] ?- ?[012]\d[ .][0-5][05]$/;
/** The prefix within a country, which nobody dials behind a country's code. */
const trunkPrefix = /^((?:\+|00)\d{1,3} ?)\(0\)/;
/** With "00" before its country's code; longer ones are a parcel's or an order's. */
const exitDigitsMax = 15;

/** Telephone numbers, as digits with the "+" that they were given with; spoken ones too ("eight four four, …"). */
export function findPhones(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const { 0: words, index: start } of text.matchAll(written)) {
    const end = start + words.length;
    const value = continued.test(text.slice(end, end + 2))
      ? undefined
      : numberIn(words, text.slice(Math.max(0, start - callsReach), start));
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

function numberIn(written: string, before: string): string | undefined {
  const words = written
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, "-")
    .replace(trunkPrefix, "$1");
  const digits = words.replace(/\D/g, "");
  if (digits.length < digitsMin || digits.length > digitsMax) return undefined;
  if (dates.test(words) || network.test(words) || counted.test(words)) return undefined;
  if (words.startsWith("+")) return `+${digits}`;
  const isCalled = calls.test(before);
  if (digits.startsWith("00")) {
    const isMeant = words !== digits || isCalled;
    return isMeant && digits.length <= exitDigitsMax ? `+${digits.slice(2)}` : undefined;
  }
  return (isCalled && /^[679]\d{8}$/.test(words)) || isNational(words, digits) ? digits : undefined;
}

/** Without a country's code a number must look like one: grouped, or as long as numbers are. */
function isNational(words: string, digits: string): boolean {
  const groups = words.split(/[^\d]+/).filter((group) => group !== "");
  if (groups.length === 1)
    return digits.length === 10 || /^(?:1\d{10}|8[3489]\d{9}|0\d{8,11})$/.test(digits);
  if (groups.every((group) => group.length === 4)) {
    return digits.startsWith("0") || isKoreanService(groups);
  }
  if (groups.length > 6) return false;
  return groups.every((group) => group.length >= 2) || hasNationalDigit(groups.join(" "), digits);
}

/** Korean firms answer at 15xx, 16xx and 18xx; two years ("1588-1654") go up. */
function isKoreanService([area = "", number = "", ...rest]: readonly string[]): boolean {
  const isSpan = number > area && number < "2100";
  return rest.length === 0 && /^1[568]/.test(area) && !isSpan;
}

/** A digit may stand alone as the prefix of calls within a country, before Brazil's mobile numbers, and in Turkey's 444. */
function hasNationalDigit(grouped: string, digits: string): boolean {
  if (/^0(?: \d{2,}){2,}$/.test(grouped)) return digits.length >= 10;
  if (/^[18](?: \d{2,}){2,}$/.test(grouped)) return digits.length === 11;
  return /^(?:\d\d 9 \d{4} \d{4}|444 \d \d{3})$/.test(grouped);
}
