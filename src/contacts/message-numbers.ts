import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { codeWordsLengthMax, mayNameACode, namesACall, namesACode } from "./code-words.ts";
import { withPlainDigits } from "./phone.ts";

const digitsMin = 7;
const digitsMax = 15;
const writtenLengthMax = 40;
/** Runs of digits that are looked at closely: a text of nothing but numbers must not keep us busy. */
const triesMax = 3_000;
/** Signs between two digits: as a rule, and in a number that is written apart: `+1 (888) 555 - 0199`. */
const signsBetweenMax = 2;
const signsApartMax = 5;

export type FoundNumber = { text: string; at: number; end: number };

const digit = /\p{Nd}/u;
const starts = /[+(\p{Nd}]/gu;
const separator = /[ .\-\u2010-\u2015\u2212/()[\]_*~]/u;

/**
 * Finds the phone numbers in a plain text, each time that they are there: runs of digits that are no date, amount,
 * code or case number. A text with too many runs isn't read whole.
 */
export function numbersIn(text: string): { found: FoundNumber[]; isWhole: boolean } {
  const found: FoundNumber[] = [];
  let at = 0;
  for (let tries = 0; tries < triesMax; ) {
    starts.lastIndex = at;
    const start = starts.exec(text);
    if (!start) return { found, isWhole: true };
    at = start.index;
    const shortEnd = endOfNumber(text, at, signsBetweenMax);
    const longEnd = endOfNumber(text, at, signsApartMax, at + writtenLengthMax);
    if (longEnd - at >= digitsMin) tries += 1;
    const number =
      numberAt(text, at, shortEnd) ??
      (longEnd > shortEnd ? numberAt(text, at, longEnd) : undefined);
    if (number) found.push(number);
    at = number?.end ?? Math.max(shortEnd, at + (starts.lastIndex - start.index));
  }
  return { found, isWhole: false };
}

function numberAt(text: string, at: number, end: number): FoundNumber | undefined {
  if (end - at < digitsMin) return undefined;
  const written = text.slice(at, end);
  const before = text.slice(Math.max(0, at - codeWordsLengthMax), at);
  if (!isPhone(written, before, text.slice(end, end + 12))) return undefined;
  const plain = withPlainDigits(written).replace(/[[\]_*~]/g, " ");
  return { text: plain.replace(/ +/g, " ").replace(/ ([-./]) /g, "$1"), at, end };
}

/** The end of a run of digits with so many signs between two of them. */
function endOfNumber(text: string, start: number, signsMax: number, endMax = text.length): number {
  let end = start + 1;
  let at = start + 1;
  while (at < Math.min(text.length, endMax) && at - end <= signsMax) {
    const character = text[at] ?? "";
    if (digit.test(character)) end = at + 1;
    else if (!separator.test(character)) break;
    at += 1;
  }
  return end;
}

const currency = /[$€£¥₿₹₽₩¢%]/u;
const amountAfter =
  /^\s?(?:[$€£¥₿₹₽₩¢%]|(?:usd|eur|gbp|chf|jpy|btc|eth|usdt|usdc|sol|xrp|sats?|dollars?|euros?|million)\b)/i;
const northAmerican = /^(?:1[ .-]?)?\(?[2-9]\d\d\)?[ ./-]{0,3}\d{3}[ ./-]{1,3}\d{4}$/;

/** Ten digits in the groups in which North America writes phone numbers. */
export function isNorthAmerican(plain: string): boolean {
  return northAmerican.test(plain);
}

function isPhone(written: string, before: string, after: string): boolean {
  if (written.length < digitsMin || written.length > writtenLengthMax) return false;
  const plain = withPlainDigits(written);
  const digits = plain.replace(/\D/g, "");
  if (digits.length < digitsMin || digits.length > digitsMax) return false;
  if (isInAWord(before, after)) return false;
  if (plain.startsWith("+")) return isDiallable(plain);
  if (isNorthAmerican(plain)) return true;
  if (currency.test(before.trimEnd().at(-1) ?? "") || amountAfter.test(after)) return false;
  if (isDate(plain) || /^[,.]\d/.test(after) || namesACode(before)) return false;
  if (isGrouped(plain) && !(isNineInThrees(plain) && namesACall(before))) return false;
  if (plain.startsWith("00")) return isDiallable(`+${digits.slice(2)}`);
  if (namesACall(before)) return true;
  // Whether these can be dialled, `unreadNumber` says.
  if (plain === digits && mayNameACode(before)) return false;
  return digits.length >= 10 && digits.length <= 11 + Number(/\D/.test(plain));
}

function isInAWord(before: string, after: string): boolean {
  const goesOnBefore = /[\p{L}\p{N}_@=/&.,-]$/u.test(before) && !/\p{Script=Han}$/u.test(before);
  return goesOnBefore || (/^[\p{L}\p{N}_@=]/u.test(after) && !/^\p{Script=Han}/u.test(after));
}

/** Could a number with its country code be dialled? */
export function isDiallable(international: string): boolean {
  return parsePhoneNumberFromString(international, { extract: false })?.isPossible() ?? false;
}

/** Is it a number with its country code that somebody could have? */
export function isAssignable(international: string): boolean {
  return parsePhoneNumberFromString(international, { extract: false })?.isValid() ?? false;
}

/** A date, a range of years or a timestamp. */
export function isDate(plain: string): boolean {
  return (
    /^(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}(?:\D|$)/.test(plain) ||
    /^\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d(?:\D|$)/.test(plain) ||
    /^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/.test(plain) ||
    /^(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?$/.test(plain)
  );
}

/** Nine digits in threes, as many countries write their numbers, and amounts are written too. */
export function isNineInThrees(plain: string): boolean {
  return /^\d{3}([ .,-])\d{3}\1\d{3}$/.test(plain);
}

/** An amount in thousands (1.234.567), a card number, an IP address or a version. */
export function isGrouped(plain: string): boolean {
  return (
    (/^\d{1,3}(?:[. ]\d{3}){2,}$/.test(plain) && !/^\d{3}[. ]\d{3}[. ]\d{4}$/.test(plain)) ||
    /^\d{4}(?:[ -]\d{4}){2,}/.test(plain) ||
    /^\d{8,} \d+$/.test(plain) ||
    /^\d{1,5}(?:\.\d{1,5}){3}$/.test(plain)
  );
}
