import { parse } from "tldts";
import type { FoundContact, Span } from "./message.ts";

/** A longer run without white space is cut: no contact is that long. */
export const wordLengthMax = 2_048;

const hostCharacter = /[\p{L}\p{M}\p{N}._-]/u;
const localCharacter = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const opening = /["'<>()[\]{}|,;“”„«»‹›「」『』《》【】（）、，；]/u;

/** Finds links, hosts, addresses and handles in one word of plain text. */
export function contactsInWord(word: string, at: number): Span[] {
  const isCut = word.length === wordLengthMax;
  if (!/[.@]|:\/\//.test(word)) return [];
  const spans: Span[] = [];
  const place: Place = (kind, start, end) => {
    spans.push({ kind, text: word.slice(start, end), at: at + start, end: at + end });
    return end;
  };
  let from = 0;
  while (from < word.length) {
    const scheme = nextScheme(word, from);
    const mark = nextMark(word, from);
    if (scheme && scheme.start <= mark) {
      from = place("link", scheme.start, endOfLink(word, scheme.host, isCut));
    } else if (mark >= word.length) {
      break;
    } else if (word[mark] === "@") {
      from = contactAtSign(word, mark, from, place);
    } else {
      from = hostAround(word, mark, from, place, isCut);
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
  const isAddress = opensPath(word, end) && isNumericHost(word.slice(start, end));
  const host = isAddress ? end : hostBefore(word, start, withoutTrailing(word, start, end));
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

/** An IPv4 address in any way that a browser reads; alone, without a path, it may be a version or a sign-in's origin. */
function isNumericHost(text: string): boolean {
  return /^(?:0x[0-9a-f]{1,8}|\d{1,10})(?:\.(?:0x[0-9a-f]{1,8}|\d{1,10})){3}$/i.test(text);
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
