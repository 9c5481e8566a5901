import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { withPlainDigits } from "./phone.ts";

const digitsMin = 7;
const digitsMax = 15;
const writtenLengthMax = 40;
const numbersMax = 60;
/** Runs of digits that are looked at closely: a text of nothing but numbers must not keep us busy. */
const triesMax = 3_000;

export type FoundNumber = { text: string; at: number; end: number };

const digit = /\p{Nd}/u;
const starts = /[+(\uff0b\p{Nd}]/gu;
const separator = /[ \u00a0\u2009\u202f().\-\u2010-\u2015\u2212/\u200e\u200f\u202a-\u202e]/u;

/** Finds the phone numbers in a text: runs of digits that are no date, amount, code or case number. */
export function* numbersIn(text: string): Generator<FoundNumber> {
  let count = 0;
  let at = 0;
  for (let tries = 0; count < numbersMax && tries < triesMax; ) {
    starts.lastIndex = at;
    const start = starts.exec(text);
    if (!start) return;
    at = start.index;
    const end = endOfNumber(text, at);
    const written = text.slice(at, end);
    if (written.length >= digitsMin) tries += 1;
    if (isPhone(written, text.slice(Math.max(0, at - 24), at), text.slice(end, end + 12))) {
      count += 1;
      yield { text: withPlainDigits(written), at, end };
    }
    at = Math.max(end, at + (starts.lastIndex - start.index));
  }
}

/** The end of a run of digits with at most three separators between two of them. */
function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  let at = start + 1;
  while (at < text.length && at - end < 3) {
    const character = text[at] ?? "";
    if (digit.test(character)) end = at + 1;
    else if (!separator.test(character)) break;
    at += 1;
  }
  return end;
}

const currency = /[$€£¥₿₹₽₩¢%]/u;
const amountAfter =
  /^\s?(?:[$€£¥₿₹₽₩¢%]|(?:usd|eur|gbp|chf|jpy|btc|eth|usdt|usdc|sol|xrp|sats?|dollars?|euros?|k|m|million|a\.?m|p\.?m)\b)/i;
/** A word that says that a code or a case number follows; a word for calling makes up for it. */
const namesACode =
  /(?:#|\b(?:no|nr|num|id|ids|case|ticket|ref|reference|order|invoice|code|otp|pin|tx|txid|transaction|account|acct|iban|card|block|version|v)\b)[\s.:#=-]{0,4}$/i;
const namesACall = /(?:call|phone|tel|mobile|whatsapp|fax|sms|dial|line)[^\n]{0,12}$/i;

function isPhone(written: string, before: string, after: string): boolean {
  if (written.length < digitsMin || written.length > writtenLengthMax) return false;
  const plain = withPlainDigits(written);
  const digits = plain.replace(/\D/g, "");
  if (digits.length < digitsMin || digits.length > digitsMax) return false;
  if (/[\p{L}\p{N}_@=/&.,-]$/u.test(before) && !/\p{Script=Han}$/u.test(before)) return false;
  if (/^[\p{L}\p{N}_@=]/u.test(after) && !/^\p{Script=Han}/u.test(after)) return false;
  const called = namesACall.test(before);
  if (currency.test(before.trimEnd().at(-1) ?? "") || amountAfter.test(after)) return false;
  if (plain.startsWith("+")) return isDiallable(plain);
  if (isDate(plain) || isGrouped(plain) || /^[,.]\d/.test(after)) return false;
  if (namesACode.test(before) && !called) return false;
  if (plain.startsWith("00")) return isDiallable(`+${digits.slice(2)}`);
  if (called) return true;
  return digits.length >= 10 && digits.length <= 11 + Number(/\D/.test(plain));
}

function isDiallable(international: string): boolean {
  return parsePhoneNumberFromString(international, { extract: false })?.isPossible() ?? false;
}

function isDate(plain: string): boolean {
  return (
    /^(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}(?:\D|$)/.test(plain) ||
    /^\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d(?:\D|$)/.test(plain) ||
    /^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/.test(plain) ||
    /^(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?$/.test(plain)
  );
}

/** An amount in thousands (1.234.567), a card number or an IP address. */
function isGrouped(plain: string): boolean {
  return (
    (/^\d{1,3}(?:[. ]\d{3}){2,}$/.test(plain) && !/^\d{3}[. ]\d{3}[. ]\d{4}$/.test(plain)) ||
    /^\d{4}(?:[ -]\d{4}){2,}/.test(plain) ||
    /^\d{8,} \d+$/.test(plain) ||
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain)
  );
}
