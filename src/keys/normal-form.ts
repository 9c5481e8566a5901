import { domainToASCII } from "node:url";

// Each gives a value's one form for comparing, or undefined when it isn't such a value. Only blind indexes are made of
// them; what is encrypted is the value as it came.

/** Letters in one case, the domain in its ASCII form (RFC 5321 lets the name's case matter; no provider does). */
export function normalEmail(value: string): string | undefined {
  const [, name = "", domain = ""] = /^([^\s@]+)@([^\s@]+\.[^\s@]+)$/.exec(trimmed(value)) ?? [];
  const host = domainToASCII(domain);
  return name && host && value.length <= 320 ? `${oneCase(name)}@${host}` : undefined;
}

/** After the country a zero in brackets is dialled at home alone; Italy, San Marino and the Vatican dial theirs always. */
const homeZero = /^((?:\+|00)(?!\s*(?:39|378|379))[\s.-]*\d[\d\s.-]{0,5})\(\s*0\s*\)/;

/** E.164: a plus and the digits, country first. A number without its country isn't one. */
export function normalPhone(value: string): string | undefined {
  const digits = trimmed(value)
    .replace(homeZero, "$1")
    .replace(/[\s().\-/]/g, "")
    .replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}

/** Words without accents, punctuation and case. */
export function normalWords(value: string): string | undefined {
  const words = oneCase(value.normalize("NFKD").replace(/\p{M}/gu, ""));
  return words.replace(/[^\p{L}\p{N}]+/gu, " ").trim() || undefined;
}

/** ISO 8601, a day that the calendar has. */
export function normalDate(value: string): string | undefined {
  const text = trimmed(value);
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime());
  return isReal && date.toISOString().startsWith(text) ? text : undefined;
}

/** Letters and digits alone, in one case: numbers of documents and of bank accounts. */
export function normalNumber(value: string): string | undefined {
  return oneCase(trimmed(value)).replace(/[^\p{L}\p{N}]/gu, "") || undefined;
}

/** A wallet's address: case says nothing in hexadecimal, nor where all letters are of one case; else it does. */
export function normalWallet(value: string): string | undefined {
  const address = trimmed(value);
  if (!/^[!-~]{1,200}$/.test(address)) return undefined;
  const isHex = /^0x[0-9a-f]+$/i.test(address);
  return isHex || address === address.toUpperCase() ? address.toLowerCase() : address;
}

/** As it is: another letter, another dash or another case is another one's. */
export function normalReference(value: string): string | undefined {
  return /^[!-~]{1,100}$/.test(value.trim()) ? value.trim() : undefined;
}

function trimmed(value: string): string {
  return value.normalize("NFKC").trim();
}

/** Up and down, so that a letter with two small forms or with two capitals has one. */
function oneCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}
