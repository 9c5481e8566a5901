import type { Asked } from "./asked.ts";
import type { Cue } from "./cues.ts";
import { rowsOfDigits } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import type { Secret } from "./secret.ts";

const cardDigitsMin = 13;
const cardDigitsMax = 19;

/** First digits of card schemes and how many digits their numbers have (ISO/IEC 7812, the schemes' own tables). */
const ranges: readonly (readonly [start: RegExp, digits: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^5[1-5]|^2(?:2[2-9]|[3-6]\d|7[01])|^2720|^222[1-9]/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|095|[689])/, [14, 15, 16, 17, 18, 19]],
  [/^(?:6011|64[4-9]|65|622)/, [16, 17, 18, 19]],
  [/^62|^81/, [16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:50|5[6-9]|6[0137])/, [13, 15, 16, 18, 19]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^9792|^65/, [16]],
];

/** Lengths of IBANs by country (SWIFT IBAN registry). */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
};
const ibanStart = /(?<![a-z0-9])[a-z]{2}[ .-]?\d{2}(?=[ .-]?[a-z0-9])/g;
const ibanCharactersMax = 80;
const ibanReach = 40;
/** Words that begin like a country are no IBAN. */
const manyDigits = /(?:\d[a-z]{0,6}){10}/;

/** Card numbers: a scheme's first digits, its length and the check digit (ISO/IEC 7812-1, Luhn), however they are spaced. */
export function findCards(reading: Reading): Secret[] {
  const found: Secret[] = [];
  for (const row of rowsOfDigits(reading)) {
    for (let first = 0; first < row.length; first++) {
      const last = cardFrom(row, first);
      if (last === undefined) continue;
      const [start, end] = [row[first]?.start ?? 0, row[last]?.end ?? 0];
      const isPart = /[\p{L}_]/u.test(
        `${reading.folded[start - 1] ?? ""}${reading.folded[end] ?? ""}`,
      );
      if (!isPart) found.push({ type: "card_number", start, end });
      first = last;
    }
  }
  return found;
}

function cardFrom(row: readonly { digits: string }[], first: number): number | undefined {
  let digits = "";
  let found: number | undefined;
  if (/^[01]/.test(row[first]?.digits ?? "")) return undefined;
  for (let last = first; last < row.length && digits.length < cardDigitsMax; last++) {
    digits += row[last]?.digits ?? "";
    if (isCard(digits)) found = last;
  }
  return found;
}

/** Is this a card number? */
export function isCard(digits: string): boolean {
  const { length } = digits;
  if (length < cardDigitsMin || length > cardDigitsMax) return false;
  return (
    luhn(digits) &&
    ranges.some(([start, lengths]) => lengths.includes(length) && start.test(digits))
  );
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/**
 * IBANs with the length of their country and the right check digits (ISO 13616, mod 97), spaced or not. One with a mistyped
 * character goes where its name stands before it, or where it was asked for.
 */
export function findIbans({ folded }: Reading, cues: readonly Cue[], { items }: Asked): Secret[] {
  const found: Secret[] = [];
  const names = cues.filter(({ about }) => about === "iban");
  let name = 0;
  for (const { 0: begin, index } of folded.matchAll(ibanStart)) {
    const wanted = ibanLengths[begin.slice(0, 2).toUpperCase()];
    if (wanted === undefined || index < (found.at(-1)?.end ?? 0)) continue;
    while ((names[name]?.end ?? Number.POSITIVE_INFINITY) <= index) name += 1;
    const before = names[name - 1];
    const isNamed = before !== undefined && index - before.end <= ibanReach;
    const end = endOfIban(folded, index, wanted, isNamed || items.includes("iban"));
    if (end !== undefined) found.push({ type: "iban", start: index, end });
  }
  return found;
}

function endOfIban(
  folded: string,
  start: number,
  wanted: number,
  isSaid: boolean,
): number | undefined {
  let iban = "";
  for (let place = start; place < Math.min(folded.length, start + ibanCharactersMax); place++) {
    const character = folded.charAt(place);
    if (/[a-z0-9]/.test(character)) iban += character;
    else if (!/[ \t.-]/.test(character)) return undefined;
    if (iban.length === wanted) {
      const goesOn = /[a-z0-9]/.test(folded[place + 1] ?? "");
      const isIt = isIban(iban) || (isSaid && manyDigits.test(iban));
      return !goesOn && isIt ? place + 1 : undefined;
    }
  }
  return undefined;
}

function isIban(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const character of turned) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Social security numbers in their own form, `123-45-6789`, with numbers that are given out. */
export function findSocialNumbers({ folded }: Reading): Secret[] {
  const form = /(?<![\p{L}\p{N}-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\p{L}\p{N}-])/gu;
  return [...folded.matchAll(form)].map(({ 0: text, index }) => ({
    type: "ssn",
    start: index,
    end: index + text.length,
  }));
}
