import thingWords from "./words/things.json" with { type: "json" };

/** The shortest that can be a password. */
export const plainMin = 4;
const chunksMax = 14;

/** What stands between blanks, without the marks around it. */
export type Chunk = {
  raw: string;
  text: string;
  folded: string;
  start: number;
  end: number;
  isLast: boolean;
};

const blanks = /\s*/y;
const chunk = /\S+/y;
const lineEnd = /[ \t]{0,9}(?:\n|$)/y;
export const open = /^[:="'`\u2018-\u201f\u00ab\u300c<([]+/;
export const close = /["'`\u2018-\u201f\u00bb\u300d>)\],;:.?\u3002\uff0c\u3001]+$/;
const plainLetters = /^[a-z0-9]+$/i;
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const thingForms: readonly RegExp[] = [
  /^@/,
  /^\d{1,3}\p{L}+$/u,
  /^[0-9a-z]{4}-[0-9a-z]{4}$/i,
  /^0x|^bc1|^[0-9a-z]{26,}$/i,
  /^v?\d{1,4}(?:\.\d{1,6}){1,4}\p{L}?\d?$/iu,
  /\.[a-z]{2,5}$/i,
  /^\d{1,4}-\p{L}{3,9}-\d{2,4}$/u,
  /^(?![A-Z]{4,}\d+$|\d+$)[A-Z\d]+(?:[-_][A-Z\d]+)*$/,
  /^[A-Z]{1,3}&[A-Z]{1,3}$/,
];
const things: ReadonlySet<string> = new Set(thingWords.flatMap((row) => row.split(" ")));

/** The first chunks of a text, which stands `offset` characters behind the start of the whole. */
export function chunksOf(text: string, offset: number): Chunk[] {
  const chunks: Chunk[] = [];
  let end = 0;
  while (chunks.length < chunksMax) {
    const start = endOf(blanks, text, end);
    end = endOf(chunk, text, start);
    if (end === start) break;
    const raw = text.slice(start, end);
    lineEnd.lastIndex = end;
    const isLast = lineEnd.test(text) || /[.,;!?]$/.test(raw);
    chunks.push(trimmed({ raw, text: raw, start: offset + start, isLast }));
  }
  return chunks;
}

/** Where what the pattern takes of a text from a place on ends. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Without the marks around it. */
export function trimmed(part: Omit<Chunk, "folded" | "end">): Chunk {
  const { raw, isLast } = part;
  if (plainLetters.test(part.text)) {
    const { text, start } = part;
    return { raw, text, folded: text.toLowerCase(), start, end: start + text.length, isLast };
  }
  const { text, start, end } = withoutMarks(part.text, part.start);
  const folded = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f!]/g, "")
    .replace(/\u2019/g, "'")
    .normalize("NFC");
  return { raw, text, folded, start, end, isLast };
}

/** A text that begins at `from` without the marks around it. */
export function withoutMarks(text: string, from: number) {
  const lead = open.exec(text)?.[0].length ?? 0;
  const tail = close.exec(text.slice(lead))?.[0].length ?? 0;
  const end = text.length - tail;
  return { text: text.slice(lead, end), start: from + lead, end: from + end };
}

/** Letters with digits or marks between, as words of a sentence don't have them. */
export function looksMade(text: string): boolean {
  if (text.length < plainMin || text.length > 128 || isAddress(text)) return false;
  if (/^[%</(]|^\p{L}+(?:[_-]\p{L}+)+$/u.test(text) || unspaced.test(text)) return false;
  if (/<\/?\w|^\w>|^\d[\d:.]*['\u2019]\p{L}+$/u.test(text)) return false;
  if (/^[$\u20ac\u00a3]|^\d+(?:st|nd|rd|th|am|pm|h|k|x|%)$|^\d[\d.,:/-]*$/i.test(text))
    return false;
  const hasLetter = /\p{L}/u.test(text);
  const hasDigit = /\d/.test(text);
  if (hasLetter && hasDigit) return !/^\d{1,3}-\p{L}+$/u.test(text) && !/^\d?fa$/i.test(text);
  if (hasLetter && /[@#$%^&*_+~!|\\<>]/.test(text.slice(0, -1))) return true;
  if (
    /\p{L}/u.test(text) &&
    /[!#$%^&*]$/.test(text) &&
    /[A-Z]/.test(text) &&
    text !== text.toUpperCase()
  )
    return !/^[A-Z]?[a-z]+!$/.test(text);
  return false;
}

/** `M@ria.1984` is none: the last part of a host has no digit. */
export function isAddress(text: string): boolean {
  return (
    /@(?:[\w-]+\.)+[a-z]{2,}(?!\w)|:\/\/|^www\.|\.(?:com|org|net|io|example)\b/i.test(text) ||
    /^\[/.test(text)
  );
}

/** What is made of letters and digits and yet no password: a device, a version, a file, one of our codes, an address, a measure. */
export function isThing(text: string): boolean {
  if (thingForms.some((form) => form.test(text))) return true;
  const lead = /^\p{L}{2,}/u.exec(text)?.[0].toLowerCase() ?? "";
  return things.has(lead);
}
