import { isIP } from "node:net";
import { readAmount } from "./amounts.ts";
import { readDate } from "./dates.ts";

/** What a value looks like, whatever its column is called. */
export type Look =
  | "email"
  | "masked_email"
  | "phone"
  | "digits"
  | "account"
  | "date"
  | "last_four"
  | "amount"
  | "ip"
  | "card"
  | "iban"
  | "ssn"
  | "seed"
  | "hash"
  | "wallet"
  | "masked"
  | "words"
  | "text";

/** What stands in a masked value for what is hidden. */
export const maskMarks = /[*•●∙▪■█…]/u;
const lettersMax = 320;

export const emailForm = /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,255}$/;
export const accountForm = /^\d{4}([\s‐-―-]?)\d{4}\1\d{4}$/;
const phoneForm = /^(?:\+|00)[\d\s().\-/]+$/;
const digitsForm = /^\(?\d[\d\s().\-/]*$/;
const lastFour = /^(?:[*•●∙…xX.\s-]+)?\d{4}$/u;
const wordsForm = /^[\p{L}][\p{L}\p{M}'’.\- ]*$/u;
const wallet =
  /^(?:0x[0-9a-f]{40}|(?:bc|tb|ltc)1[0-9a-z]{20,80}|[13][1-9A-HJ-NP-Za-km-z]{25,34})$/i;
const hash = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|\$(?:2[aby]|argon2\w*|[156])\$\S{8,})$/i;
const iban = /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}$/;
const seedWords = new Set([12, 15, 18, 21, 24]);

/** Marks that speak for one kind of value alone, from the strictest on. */
const strict: readonly (readonly [Look, (text: string, digits: string) => boolean])[] = [
  ["email", (text) => emailForm.test(text) && /@.+\..+/.test(text) && !maskMarks.test(text)],
  ["masked_email", (text) => text.includes("@") && maskMarks.test(text)],
  ["ip", (text) => isIP(text) !== 0],
  ["account", (text) => /[‐-―-]/.test(text) && accountForm.test(text)],
  ["ssn", (text) => /^\d{3}-\d{2}-\d{4}$/.test(text)],
  ["date", (text) => text.length < 32 && readDate(text) !== undefined],
  ["phone", (text, digits) => phoneForm.test(text) && digits.length > 6 && digits.length < 18],
  ["wallet", (text) => wallet.test(text)],
  ["hash", (text) => hash.test(text)],
  ["iban", (text) => iban.test(text) && isIban(text)],
  ["card", (text, digits) => digitsForm.test(text) && isCard(digits)],
  ["seed", (text) => /^[a-z]{3,10}(?: [a-z]{3,10}){11,23}$/.test(text) && isSeedLong(text)],
  ["last_four", (text) => lastFour.test(text)],
  ["digits", (text, digits) => digitsForm.test(text) && digits.length > 6 && digits.length < 16],
  ["amount", (text) => readAmount(text) !== undefined],
  ["masked", (text) => maskMarks.test(text)],
  ["words", (text) => wordsForm.test(text)],
];

/** @param text as `plain` gives it */
export function lookOf(text: string): Look {
  if (text.length > lettersMax) return "text";
  const digits = text.replace(/\D/g, "");
  return strict.find(([, fits]) => fits(text, digits))?.[0] ?? "text";
}

/** So surely a value that it can't be the name of a column. */
export function looksLikeValue(text: string): boolean {
  const look = lookOf(text);
  return look !== "words" && look !== "text" && look !== "amount" && look !== "last_four";
}

/** ISO 13616: the rest of a division by 97. */
function isIban(text: string): boolean {
  const bare = text.replaceAll(" ", "");
  let rest = 0;
  for (const letter of bare.slice(4) + bare.slice(0, 4)) {
    for (const digit of String(Number.parseInt(letter, 36)))
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** ISO/IEC 7812: the check digit of Luhn. */
function isCard(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isSeedLong(text: string): boolean {
  return seedWords.has(text.split(" ").length);
}

/** Of a value its form alone: `Xxxx Xxxxx`, `+0 000 000 0000`. No letter or digit of it is left. */
export function formOf(text: string): string {
  const signs = [...text].slice(0, 40).map((sign) => {
    if (/\p{N}/u.test(sign)) return "0";
    if (/\p{L}|\p{M}/u.test(sign)) return /\p{Lu}/u.test(sign) ? "X" : "x";
    return /[\s@.,;:+\-/()€$£*•…']/u.test(sign) ? sign : "·";
  });
  return signs.join("").replace(/x{5,}/g, "xxxx");
}
