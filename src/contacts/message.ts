import { parse } from "tldts";
import { numbersIn } from "./message-numbers.ts";
import type { InputKind } from "./verdict.ts";
import { isWalletAddress } from "./wallet-address.ts";

/** At most this many contacts are taken from one message; as many means that there may be more. */
export const contactsMax = 50;
/** A longer run without white space is cut: no contact is that long. */
const wordLengthMax = 2_048;
/** An address for coins, with the marks of its sentence. */
const walletLengthMin = 26;
const walletLengthMax = 150;

/**
 * A contact in a message. `text` is the contact itself, its disguise taken off (`hxxp`, `[.]`, fullwidth letters);
 * `at` is where it stands in the message, or where its word begins when the word was disguised.
 */
export type FoundContact = {
  kind: Extract<InputKind, "link" | "host" | "email" | "phone" | "handle" | "wallet_address">;
  text: string;
  at: number;
};

type Span = FoundContact & { end: number };

/**
 * Finds links (with and without a scheme), e-mail addresses, phone numbers and @handles in text of any language,
 * each once, in the order of the text. Linear in its length.
 */
export function findContacts(text: string): FoundContact[] {
  const found = contactsInWords(text);
  const seen = new Set(found.map((span) => span.text));
  const words = [...found];
  for (const number of numbersIn(text)) {
    if (seen.has(number.text) || words.some((word) => overlaps(word, number))) continue;
    seen.add(number.text);
    found.push({ kind: "phone", ...number });
    if (found.length >= 2 * contactsMax) break;
  }
  return found
    .sort((one, other) => one.at - other.at)
    .slice(0, contactsMax)
    .map(({ kind, text, at }) => ({ kind, text, at }));
}

function overlaps(one: { at: number; end: number }, other: { at: number; end: number }): boolean {
  return one.at < other.end && one.end > other.at;
}

/** All but phone numbers, each once. */
function contactsInWords(text: string): Span[] {
  const found = new Map<string, Span>();
  for (const word of text.matchAll(/\S+/g)) {
    const wallet = walletIn(word[0], word.index);
    if (wallet && !found.has(wallet.text)) found.set(wallet.text, wallet);
    if (wallet || !mayHoldContact.test(word[0]) || !/[a-z@\u0080-\uffff]/i.test(word[0])) continue;
    for (let cut = 0; cut < word[0].length; cut += wordLengthMax) {
      const piece = word[0].slice(cut, cut + wordLengthMax);
      for (const span of contactsInWord(piece, word.index + cut)) {
        if (!found.has(span.text)) found.set(span.text, span);
      }
    }
    if (found.size >= contactsMax) break;
  }
  return [...found.values()];
}

function walletIn(word: string, at: number): Span | undefined {
  if (word.length < walletLengthMin || word.length > walletLengthMax) return undefined;
  const text = word.replace(/^[^a-z0-9]+|[^a-z0-9]+$/gi, "");
  if (!isWalletAddress(text)) return undefined;
  return { kind: "wallet_address", text, at, end: at + word.length };
}

const mayHoldContact = /[.@\u3002\uff0e\uff61\uff20\u2024\ufe52\ufe6b]|:\/|\[:|[[({](?:dot|at)\b/i;

/** Undoes what people and criminals write so that a link isn't one: `hxxps`, `[.]`, `(at)`, fullwidth letters. */
function undisguised(word: string): string {
  const isAscii = !/[^\x20-\x7e]/.test(word);
  const usual = isAscii
    ? word
    : word
        .normalize("NFKC")
        .replace(/[\u3002\uff61]/g, ".")
        .replace(/\p{Cf}/gu, "");
  return usual
    .replace(/[[({](?:\.|dot)[\])}]/gi, ".")
    .replace(/[[({](?:@|at)[\])}]/gi, "@")
    .replace(/\[:\](?=\/\/)|\[:\/\/\]/g, (colon) => (colon.length > 3 ? "://" : ":"))
    .replace(/^([^a-z]*)hxxp(?=s?:)/i, "$1http")
    .replace(/meow(?=s?:\/\/)/i, "http");
}

const hostCharacter = /[\p{L}\p{M}\p{N}._-]/u;
const localCharacter = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const opening = /["'<>()[\]{}|,;“”„«»‹›「」『』《》【】（）、，；]/u;

function contactsInWord(word: string, at: number): Span[] {
  const plain = undisguised(word);
  const isCut = word.length === wordLengthMax;
  if (!/[.@]|:\/\//.test(plain)) return [];
  const spans: Span[] = [];
  const place = (kind: FoundContact["kind"], start: number, end: number) => {
    const moved = plain !== word;
    spans.push({
      kind,
      text: plain.slice(start, end),
      at: moved ? at : at + start,
      end: moved ? at + word.length : at + end,
    });
    return end;
  };
  let from = 0;
  while (from < plain.length) {
    const scheme = nextScheme(plain, from);
    const mark = nextMark(plain, from);
    if (scheme && scheme.start <= mark) {
      from = place("link", scheme.start, endOfLink(plain, scheme.host, isCut));
    } else if (mark >= plain.length) {
      break;
    } else if (plain[mark] === "@") {
      from = contactAtSign(plain, mark, from, place);
    } else {
      from = hostAround(plain, mark, from, place, isCut);
    }
  }
  return spans;
}

type Place = (kind: FoundContact["kind"], start: number, end: number) => number;

function nextScheme(word: string, from: number): { start: number; host: number } | undefined {
  const slashes = word.indexOf("://", from);
  if (slashes < 0) return undefined;
  let start = slashes;
  while (start > from && /[a-z0-9+-]/i.test(word[start - 1] ?? "")) start -= 1;
  return start === slashes ? undefined : { start, host: slashes + 3 };
}

/** The next full stop or at sign. */
function nextMark(word: string, from: number): number {
  let at = from;
  while (at < word.length && word[at] !== "." && word[at] !== "@") at += 1;
  return at;
}

/** An address where something stands before the sign, else a handle. */
function contactAtSign(word: string, sign: number, from: number, place: Place): number {
  const start = startOfLocalPart(word, sign, from);
  const end = withoutTrailing(word, sign + 1, endOfRun(word, sign + 1));
  const host = hostBefore(word, sign + 1, end);
  if (start < sign && host !== undefined) return place("email", start, host);
  const isOpen = start === sign || word[sign - 1] === ".";
  const isHandle = isOpen && plainHandle.test(word.slice(sign + 1, end));
  return isHandle ? place("handle", sign, end) : sign + 1;
}

const plainHandle = /^[A-Za-z0-9_][A-Za-z0-9_.-]{1,31}$/;
const localPartMax = 64;

/** Where the name before an at sign begins, without what a sentence or a link puts in front of it. */
function startOfLocalPart(word: string, sign: number, from: number): number {
  const earliest = Math.max(from, sign - localPartMax);
  let start = sign;
  while (start > earliest && localCharacter.test(word[start - 1] ?? "")) start -= 1;
  while (start < sign && /[.'`*/=?&#]/.test(word[start] ?? "")) start += 1;
  return start;
}

/** A host without a scheme, and the path behind it. */
function hostAround(word: string, dot: number, from: number, place: Place, isCut: boolean): number {
  const end = endOfRun(word, dot);
  if (word[end] === "@") return contactAtSign(word, end, from, place);
  const start = startOfHost(word, dot, from, end);
  const host = hostBefore(word, start, withoutTrailing(word, start, end));
  if (host === undefined) return Math.max(end, dot + 1);
  const linkEnd = host === end && opensPath(word, host) ? endOfLink(word, start, isCut) : host;
  return place(linkEnd > host ? "link" : "host", start, linkEnd);
}

function startOfHost(word: string, dot: number, from: number, end: number): number {
  let start = dot;
  while (start > from && hostCharacter.test(word[start - 1] ?? "")) start -= 1;
  while (start < end && /[._-]/.test(word[start] ?? "")) start += 1;
  return start;
}

/** Where a run of characters that a host may have ends. */
function endOfRun(word: string, start: number): number {
  let end = start;
  while (end < word.length && hostCharacter.test(word[end] ?? "")) end += 1;
  return end;
}

function opensPath(word: string, at: number): boolean {
  return /[/?#:]/.test(word[at] ?? "") && /[\w/?#%]/.test(word[at + 1] ?? "");
}

/**
 * Where the host in this stretch ends, if it has a real public suffix. Text written on without a space
 * (as Chinese and Japanese are) is cut off where the Latin letters stop.
 */
function hostBefore(word: string, start: number, end: number): number | undefined {
  const text = word.slice(start, end);
  if (isPublicHost(text)) return end;
  const latin = /^[\x21-\x7e]+/.exec(text)?.[0];
  if (latin && latin.length < text.length)
    return hostBefore(word, start, withoutTrailing(word, start, start + latin.length));
  const fromLatin = /[\x21-\x7e]+$/.exec(text)?.[0];
  if (fromLatin && fromLatin.length < text.length && isPublicHost(fromLatin)) return end;
  return undefined;
}

const sentenceBeginnings = new Set(
  "Am As At Be By Call Do Here How In Is It Like Me My No Now Pay Read So To Us You".split(" "),
);

/** Two words with the space forgotten between them: "it arrived.Now I", where `.now` is a domain too. */
function isEndOfSentence(text: string): boolean {
  const [, next] = /^[a-z]{1,30}\.([A-Z][a-z]{1,4})$/.exec(text) ?? [];
  return next !== undefined && sentenceBeginnings.has(next);
}

/** A host below a public suffix, or below `.example` (RFC 2606), where the demo firm lives. */
function isPublicHost(text: string): boolean {
  if (text.length > 253 || !text.includes(".") || text.includes("..")) return false;
  if (isEndOfSentence(text)) return false;
  const { domain, isIcann, isPrivate } = parse(text.toLowerCase(), { allowPrivateDomains: true });
  const isReserved = /\.example$/i.test(text);
  return domain !== null && (isIcann === true || isPrivate === true || isReserved);
}

/**
 * Where a link ends: at a bracket or quote that opened before it, or with its sentence. The part before the
 * path is kept whole where it has an `@`, because what stands behind the `@` is where the link leads.
 */
function endOfLink(word: string, host: number, isCut: boolean): number {
  const userinfo = /^[^/?#\\<>"]*@/.exec(word.slice(host))?.[0].length ?? 0;
  let end = host + userinfo;
  while (end < word.length && !opening.test(word[end] ?? "")) end += 1;
  const rest = word.slice(host, end);
  const authority = /^[^/?#\\]*/.exec(rest)?.[0] ?? "";
  // An `@` may follow in what was cut off.
  const mayContinue = isCut && host + authority.length === word.length;
  if (!authority.includes("@") && !mayContinue) {
    const bare = /^([^:]*)(?::\d{0,5})?/.exec(authority)?.[1] ?? "";
    const cut = hostBefore(word, host, host + bare.length);
    if (cut !== undefined && cut < host + bare.length) return cut;
  }
  return Math.max(withoutTrailing(word, host, end), host);
}

function withoutTrailing(word: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[.,:;!?'"*_~`\u2026\uff01\uff1f-]/.test(word[at - 1] ?? "")) at -= 1;
  return at;
}
