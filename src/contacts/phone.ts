import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { type Unreadable, unreadable } from "./unreadable.ts";
import type { Reason } from "./verdict.ts";

const inputLengthMax = 100;
const digitsMin = 5;
/** E.164 allows 15; people also type a trunk prefix, an exit code and an extension. */
const digitsMax = 25;
const extensionEnding = / ?(?:ext|extension|x|#)[ .:=]{0,3}\d{1,7}$/i;
const northAmericanLength = "+12025550100".length;

/** A pause and what is dialled after it: the number in front says nothing of where the call ends. */
const dialsOn = /[,;]/;

/** A phone number as we read it: the first candidate is what we show, all of them are looked up. */
export type Phone = { kind: "phone"; candidates: string[]; reasons: Reason[] };

/**
 * Reads a phone number as people type it into E.164. A national format is tried in each region of the directory,
 * because the wrong default country would make an official number look like a stranger's.
 */
export function readPhone(text: string, regions: readonly CountryCode[]): Phone | Unreadable {
  if (text.length > inputLengthMax) return unreadable("phone_not_a_number");
  const reasons: Reason[] = [];
  const bare = withoutScheme(withPlainDigits(text));
  if (bare === undefined || dialsOn.test(bare)) return unreadable("phone_link_unsafe");
  let written = bare.replace(extensionEnding, "").replace(/^(?:00(?=[1-9])|\(00\))/, "+");
  if (extensionEnding.test(bare)) reasons.push({ code: "extension_ignored" });
  if (/[a-z]/i.test(written)) {
    const dialled = dialledLetters(written);
    if (dialled === undefined) return unreadable("phone_not_a_number");
    written = dialled;
    reasons.push({ code: "letters_read_as_digits" });
  }
  const digitCount = written.replace(/\D/g, "").length;
  if (digitCount < digitsMin || digitCount > digitsMax) return unreadable("phone_not_a_number");
  const numbers = numbersIn(written, regions);
  const candidates: string[] = [...new Set(numbers.map((number) => number.number))];
  if (candidates.length === 0) candidates.push(written.replace(/[^+\d]/g, ""));
  return { kind: "phone", candidates, reasons };
}

/** The E.164 form of a number written with its country code; undefined when it can't be a phone number. */
export function internationalNumber(text: string): PhoneNumber | undefined {
  if (text.length > inputLengthMax || !text.trim().startsWith("+")) return undefined;
  const number = parsePhoneNumberFromString(text.trim(), { extract: false });
  return number?.isPossible() ? number : undefined;
}

/** A number in E.164 grouped as people write it down; any other text as it is. */
export function writtenNumber(text: string): string {
  if (!/^\+\d{6,15}$/.test(text)) return text;
  return parsePhoneNumberFromString(text)?.formatInternational() ?? text;
}

export function isRegion(text: string): text is CountryCode {
  return isSupportedCountry(text);
}

/** Valid numbers first: where a text is a number in two regions, the better reading is shown. */
function numbersIn(written: string, regions: readonly CountryCode[]): PhoneNumber[] {
  const international = written.startsWith("+");
  const parsed = international
    ? [parsePhoneNumberFromString(written, { extract: false })]
    : regions.map((region) =>
        parsePhoneNumberFromString(written, { defaultCountry: region, extract: false }),
      );
  const withoutPlus = international
    ? undefined
    : parsePhoneNumberFromString(`+${written}`, { extract: false });
  return [...parsed, withoutPlus?.isValid() ? withoutPlus : undefined]
    .filter((number) => number?.isPossible() || international)
    .filter((number) => number !== undefined)
    .sort((one, other) => Number(other.isValid()) - Number(one.isValid()));
}

/** Turns the digits of every script into 0-9 and drops invisible marks, keys drawn around digits and odd spaces. */
export function withPlainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(/[\p{Cf}\p{Me}\p{Variation_Selector}]/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** A script's ten digits stand in their order, and nothing that is one stands before its zero. */
function digitOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

/** RFC 3966 `tel:` and `sms:` links. Any parameter but an extension may change who is dialled: refused. */
function withoutScheme(text: string): string | undefined {
  const scheme = /^(?:tel|sms|smsto|callto):/i.exec(text)?.[0];
  if (scheme === undefined) return text;
  const [number = "", ...parameters] = text.slice(scheme.length).split(/[;?&]/);
  const extension = parameters.map((parameter) => /^ext=(\d{1,7})$/i.exec(parameter)?.[1]);
  if (extension.length > 1 || extension.includes(undefined)) return undefined;
  const plain = number.replaceAll("%20", " ").replace(/^%2b/i, "+");
  if (plain.includes("%")) return undefined;
  return extension[0] === undefined ? plain : `${plain} ext. ${extension[0]}`;
}

const keypad: Record<string, string> = Object.fromEntries(
  ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"].flatMap((letters, index) =>
    [...letters].map((letter) => [letter, String(index + 2)]),
  ),
);

/**
 * Letters to digits. Between digits, O is a zero (and l, I a one) that somebody mistyped; a word is spelled on
 * the keypad, and since a phone drops what it dials after the tenth digit, so do we.
 */
function dialledLetters(written: string): string | undefined {
  const mended = written.replace(/[oO]/g, "0").replace(/[lI|]/g, "1");
  if (!/[a-z]/i.test(mended)) return mended;
  if (!/^\+?1?[-. (]{0,2}\d{3}[-. )]{0,2}[a-z0-9][a-z0-9 .-]{4,30}$/i.test(written))
    return undefined;
  const digits = [...written.toLowerCase()].map((letter) => keypad[letter] ?? letter).join("");
  const significant = digits.replace(/\D/g, "").replace(/^1/, "");
  return `+1${significant}`.slice(0, northAmericanLength);
}
