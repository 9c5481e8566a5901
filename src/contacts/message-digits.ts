import { codeWordsLengthMax, mayNameACode, namesACode } from "./code-words.ts";
import {
  isAssignable,
  isDate,
  isDiallable,
  isGrouped,
  isNineInThrees,
  isNorthAmerican,
} from "./message-numbers.ts";
import { judgedMark } from "./message-text.ts";
import { withPlainDigits } from "./phone.ts";

/** Fewer digits are a code or a short number. */
const digitsMin = 7;
const digitsMax = 15;
/** Fewer digits in a row are dialled in hardly any country. */
const nationalDigitsMin = 8;

const units =
  "USD|EUR|GBP|CHF|JPY|CAD|AUD|SGD|INR|BTC|ETH|USDT|USDC|SOL|XRP|ADA|DOT|DOGE|LTC|sats?|dollars?|euros?|pounds?";
/** Of these people have a hundred million. In small letters some are words. */
const smallUnits =
  "ARS|CLP|COP|CRC|HUF|IDR|IQD|IRR|KES|KRW|KZT|LBP|MMK|MXN|NGN|PHP|PKR|PYG|RUB|TWD|TZS|UGX|UZS|VND|XAF|XOF|BONK|FLOKI|HBAR|PEPE|SHIB|TRX|XLM";
const unitBehind = `(?:[\\p{Sc}%円元원]|đ(?!\\p{L})|(?:(?i:${units})|${smallUnits})\\b)`;
const unitBefore = `(?:\\p{Sc}|(?<![\\p{L}\\p{N}])(?:Rp|${units}|${smallUnits}))`;
const amount = "(?:\\d{1,3}(?:[ ,.'’]\\d{3})+|\\d+)(?:[.,]\\d{1,18})?";

/** What has many digits and is no phone number, as people and firms write it. */
const harmless: readonly RegExp[] = [
  /(?<!\d)\d\d-\d\d-\d\d,? \d{8}(?!\d)/g,
  /(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ,]{0,2}\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d)/g,
  /(?<![\d][-/.]|\d)[0-3]?\d[-/.][0-3]?\d[-/.](?:19|20)?\d\d(?![-/.]?\d)/g,
  /(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)/g,
  /\b24\/7\b/g,
  new RegExp(`(?<![\\d+][ .,-]?)${amount} ?[-–] ?${amount} ?${unitBehind}`, "gu"),
  new RegExp(`${unitBefore} ?(?!0\\d)${amount}(?![ .,-]?\\d)`, "gu"),
  new RegExp(`(?<![\\d+][ .,-]?)${amount} ?${unitBehind}`, "gu"),
  /(?<!\d)\d{8,9}(?= (?:is|ist|est|es|è|é) (?:your|ihr|dein|uw|je|votre|ton|su|tu|(?:o )?(?:seu|teu)|il (?:suo|tuo)) (?:\p{L}+ )?(?:\p{L}*code|código|codice)(?!\p{L}))/giu,
  /(?<![\d.,])(?!\d{3},\d{3},\d{3}(?![,.]?\d))\d{1,3}(?:,\d{3})+(?:\.\d{1,18})?(?![,.]?\d)/g,
  /(?<![\d.,])(?!\d{3}[.,]\d{7}(?!\d))\d{1,12}[.,]\d{1,18}(?![.,]?\d)/g,
  /\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g,
  /(?<!\d)(?:\d{4}|[*•x]{4})(?:[ -](?:\d{4}|[*•x]{4})){3}(?!\d)/gi,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b[A-Z]{2} \d{5}-\d{4}\b/g,
];

const runs =
  /(?:\+ ?)?\p{Nd}(?:(?:,|[ ./()[\]_*~·•●▪◦∙⋅‧・|¦'’"“”^…\p{Pd}\p{So}\u2212]{0,4})\p{Nd}){6,}/gu;
const runsOverLines = /\+ ?\d(?:[\s./()[\]_*~·-]{0,4}\d){6,}/g;
/** Three groups below each other. */
const stacked = /(?<!\d)[2-9]\d\d\s{1,2}\d{3}\s{1,2}\d{3,4}(?!\d)/g;
/** A short number that a message is to go to, and the number of somebody's screen. */
const shortNumber = /\b(?:text|sms|reply)\b[^\n]{0,30} to \d{5,6}(?!\d)/gi;
const remoteScreen =
  /\b(?:anydesk|teamviewer|rustdesk|ultraviewer|zoom|meeting)\b[^\d\n]{0,20}\d[\d -]{7,20}/gi;
/** The letters O, I and l in the place of digits. */
const lettered =
  /(?<![\p{L}\p{N}])(?=[\d ()./-]{0,24}[OoIl])[(]?[\dOoIl]{2,5}[ ()./-]{1,3}[\dOoIl]{2,5}[ ()./-]{1,3}[\dOoIl]{3,6}(?![\p{L}\p{N}])/gu;
const spelledOut =
  /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[\s,.-]{0,3}){7,}/gi;
/** Digits that are drawings, and Chinese ones. */
const drawn = /(?:[\p{No}〇零一二三四五六七八九幺][ .·•\p{Pd}]{0,2}){7,}/gu;
/** Letters on the keypad: `1-800-KRAKENS`, `+1 888 555 HELP`. */
const vanity =
  /(?<![\p{L}\p{N}-])(?:\+?1[ .-]?\(?[2-9]\d\d\)?[ .-]{1,2}|\(?[2-9]\d\d\)?[.-])(?:[A-Z0-9]{3}[ .-]?[A-Z]{4}|[A-Z]{3}[ .-]?[A-Z0-9]{4}|[A-Z]{5,12})(?![\p{L}\p{N}])/gu;

/** The first thing in the rest of a text that could be a phone number; undefined when there is none. */
export function unreadNumber(rest: string): string | undefined {
  let text = rest;
  for (const shape of harmless) text = text.replace(shape, judgedMark);
  for (const { 0: run, index } of text.matchAll(runs)) {
    const before = text.slice(Math.max(0, index - codeWordsLengthMax), index);
    if (isNumberLike(run, before)) return run;
  }
  const shapes = [
    vanity,
    spelledOut,
    drawn,
    runsOverLines,
    stacked,
    shortNumber,
    remoteScreen,
    lettered,
  ];
  for (const others of shapes) {
    for (const [found] of text.matchAll(others)) {
      if (others !== lettered || found.replace(/\D/g, "").length >= digitsMin) return found;
    }
  }
  return undefined;
}

/** The digit that one dials first inside a country, and enough behind it: `09-1234567`. */
const startsLikeAtHome = /^\(?0[1-9](?:\D{0,3}\d){6,}$/;
/** Letters that a code begins with: `ORD-`, `INV`. */
const codeLetters = /[A-Z]{1,5}[-_/#]?$/;
const threeGroups = /[2-9]\d\d[ ./)-]{1,3}\d{3}[ ./-]{1,3}\d{4}/;

function isNumberLike(run: string, before: string): boolean {
  const plain = withPlainDigits(run)
    .replace(/[^\d+(),./ -]/g, " ")
    .replace(/ +/g, " ");
  const digits = plain.replace(/\D/g, "");
  if (plain.startsWith("+")) return true;
  const isCode = namesACode(before) || codeLetters.test(before);
  if (plain === digits) return isUngroupedNumber(digits, before, isCode);
  if (threeGroups.test(plain.replace(/[,.] ?/g, "-"))) return true;
  if (isNorthAmerican(plain)) return true;
  if (isDate(plain) || codeLetters.test(before)) return false;
  if (!mayNameACode(before) && (isNineInThrees(plain) || startsLikeAtHome.test(plain))) return true;
  if (isGrouped(plain)) return false;
  if (digits.length > digitsMax) return !isCode;
  const pieces = plain.split(/\. |, ?| \((?!\d{1,5}\))/);
  return pieces.some((piece) => {
    const groups = piece.split(/\D+/).filter((group) => group !== "");
    const count = groups.join("").length;
    const longest = Math.max(...groups.map((group) => group.length));
    if (groups.length < 2) return isUngroupedNumber(groups.join(""), before, isCode);
    if (count < digitsMin || isDate(piece) || isGrouped(piece)) return false;
    return count >= 10 ? longest <= 8 : !isCode && longest <= 4;
  });
}

/** Mobile phones as India, Italy, Colombia and Mexico dial them, then China, Brazil and Russia. */
const mobileAtHome = /^(?:[35-9]\d{9}|1[3-9]\d{9}|[1-9]{2}9\d{8}|89\d{9})$/;

/** Digits in a row are a code, unless they could be dialled as they are: in a country whose numbers are short, as 612345678. */
function isUngroupedNumber(digits: string, before: string, isCode: boolean): boolean {
  if (digits.length < nationalDigitsMin || digits.length > digitsMax) return false;
  if (codeLetters.test(before)) return false;
  if (digits.length < 10) return !mayNameACode(before) && !isDate(digits);
  if (/^0[1-9]\d{8,9}$/.test(digits)) return true;
  if (digits.length <= 11 && isAssignable(`+1${digits.replace(/^1/, "")}`)) return true;
  return !isCode && !isDate(digits) && (mobileAtHome.test(digits) || isDiallable(`+${digits}`));
}
