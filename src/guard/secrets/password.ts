import type { Asked } from "./asked.ts";
import {
  type Chunk,
  chunksOf,
  close,
  isAddress,
  isThing,
  looksMade,
  open,
  plainMin,
  trimmed,
  unspaced,
} from "./chunks.ts";
import { type Cue, links, replies, says, unlike } from "./cues.ts";
import { findTyped } from "./password-typed.ts";
import { blank, type Reading } from "./reading.ts";
import type { Secret } from "./secret.ts";

/** How far behind its name a password may stand, in characters and words. */
const reach = 140;
/** Between a name and its value stands no more than `: `, ` is ` and the like. */
const linkMax = 12;
const spacedRun = /^[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/u;
const strangersMax = 4;
const wordsMax = 6;
const answerWordsMax = 3;
/** How much of an answer is looked at. */
const answerMax = 4 * reach;
const longPhrase = 4;
/** Whoever says passphrase means several words. */
const phraseMin = 3;

const opening = /(?:^|[\s:=])["\u201c\u201d\u201e\u00ab\u300c`']$/;
const quotedRest = /^([^"\u201c\u201d\u00bb\u300d`\n]{1,80})["\u201c\u201d\u00bb\u300d`']/u;
const quotedAnswer =
  /["\u201c\u201d\u00ab\u300c`]([^"\u201c\u201d\u00bb\u300d`\n]{3,80})["\u201c\u201d\u00bb\u300d`]/u;
const changed = new Set(["changed", "set", "reset", "updated"]);
const newly = new Set(["to"]);
const strongLink =
  /^(?:is|was|are|:|=|ist|lautet|war|est|es|e|era|->|=>|-|\u2014|\u2013|\u044d\u0442\u043e|su|sudur|luidt)$/;
const closers =
  /^(?:and|but|please|thanks|thank|can|so|und|aber|bitte|et|mais|merci|y|pero|gracias|ma|grazie|mas|en|maar|ve|ama|\u0438|\u043d\u043e|-|\u2014)$/;
const asciiValue =
  /^[\s:=\uff1a\u3000\u300c\u201c"'\u306f\u304c\u306e\u662f\u4e3a\u70ba\ub294\uc740\uac00\uc774]{0,8}([\x21-\x7e]{4,64})/;
/** What is said of a password and is none: participles and adjectives by their ends, in several languages. */
const said =
  /(?:ed|ing|able|ible|ful|less|ado|ada|ido|ida|ato|ata|uto|uta|ito|ita|\u00e9e?|ert|igt|isch|lich|ig|bar|los|\u044b\u0439|\u0438\u0439|\u0435\u043d|\u0430\u043d|\u0435\u043d\u0430|\u043d\u043e|\u043d\u0430\u044f)$|^(?:un|in|im|on|mis|ge|ver)\p{L}{4,}$/u;
const before =
  /(?:^|\s)(\S{4,64})\s+(?:is|was|as|ist|war|als|es|como|est|comme|e|era|come)\s+(?:my|the|our|mein|das|mi|la|mon|le|meu|minha|a|mia|mio|il)(?:\s+\p{L}{1,12})?\s*$/u;
const ownersEnd =
  /\s(?:my|the|our|mein|das|mi|la|mon|le|meu|minha|a|mia|mio|il)(?:\s+\p{L}{1,12})?\s*$/u;

const ofLogin = 40;
const besideAddress = /(?<=[^\s@]@)([\w-]{1,60}(?:\.[\w-]{1,30}){1,3})(?: ?[:|/] ?)(\S{4,64})/g;
const login = /(?:log[- ]?in|sign[- ]?in|user(?:name)?|account|credentials|zugang|acc[eè]s|acceso)/;

/** Passwords and master keys by the words before or behind them, or as the answer to a question for one. */
export function findPasswords(reading: Reading, heard: readonly Cue[], asked: Asked): Secret[] {
  const cues = heard.filter((cue, place) => !isOnlyBegun(reading, cue, heard[place - 1]));
  const found: (Span & { type: "password" | "master_key" })[] = [];
  for (const [place, cue] of cues.entries()) {
    if (!isName(cue)) continue;
    const limit = Math.min(cue.end + reach, cues[place + 1]?.start ?? Number.POSITIVE_INFINITY);
    const next = cues[place + 1];
    const until = next && isName(next) ? next.start : reading.plain.length;
    const isUnspaced = unspaced.test(reading.folded[cue.end - 1] ?? "");
    const behind = isUnspaced
      ? asciiBehind(reading, cue, until)
      : valueBehind(reading, cue, limit, until);
    const value = behind ?? (isUnspaced ? undefined : valueBefore(reading, cue));
    if (value) found.push({ ...value, type: cue.about });
  }
  for (const span of besideAddresses(reading)) found.push({ ...span, type: "password" });
  found.push(...findTyped(reading, cues, found));
  if (found.length > 0) return found;
  const type = (["master_key", "password"] as const).find((item) => asked.items.includes(item));
  if (type) return answersIn(reading, cues).map((span) => ({ ...span, type }));
  const named = (["master_key", "password"] as const).find((item) => asked.named.has(item));
  return named ? madeIn(reading).map((span) => ({ ...span, type: named })) : [];
}

function isName(cue: Cue): cue is Cue & { about: "password" | "master_key" } {
  return cue.about === "password" || cue.about === "master_key";
}

type Span = { start: number; end: number };

/** `Password123` and `P@ssw0rd` behind a password's name are no names: they are what it names. */
function isOnlyBegun({ plain }: Reading, cue: Cue, before: Cue | undefined): boolean {
  if (!isName(cue) || !before || !isName(before) || cue.start - before.end > linkMax) return false;
  const value = spacedRun.exec(plain.slice(cue.start, cue.start + reach))?.[0].replace(close, "");
  return value !== undefined && value.length >= cue.end - cue.start && looksMade(value);
}

/** `password is hunter2`, `pw: hunter2`, `my pass hunter2`. */
function valueBehind(reading: Reading, cue: Cue, limit: number, until: number): Span | undefined {
  const behind = lineOf(reading.plain.slice(cue.end, Math.min(cue.end + reach, until)));
  const chunks = chunksOf(behind, cue.end);
  const phraseLeast = phraseLeastOf(reading, cue);
  let isLinked = false;
  // A colon names what follows; `is` may also say something about it.
  let isNamed = false;
  for (const [place, part] of chunks.entries()) {
    const rest = withoutColon(part);
    const isLabel = /[:=]$/.test(part.raw);
    isNamed ||= rest !== part || isLabel || /^[:=]/.test(behind);
    isLinked ||= isNamed || strongLink.test(part.folded);
    const isNear = isLinked || place < 2 || chunks[place - 1]?.raw === "/";
    const quote = quoteAt(reading.plain, rest.start, isNear ? until : 0);
    if (quote) return quote;
    const isChanged = tellsChange(rest, chunks[place + 1]);
    isLinked ||= isChanged;
    if (isChanged || isLink(rest) || (isLabel && !looksMade(rest.text))) continue;
    if (isNear && isMadeHere(rest.text, isLinked)) return rest;
    if (isLinked) return plainValue(chunks.slice(place), rest, { limit, isNamed, phraseLeast });
    if (part.isLast || place >= strangersMax) return undefined;
  }
  return undefined;
}

/** `my password Windows11` names a computer, `my password is Windows11` doesn't. */
function isMadeHere(text: string, isLinked: boolean): boolean {
  return looksMade(text) && (isLinked || !isThing(text));
}

/** In how many words a password may be said that is a phrase. */
function phraseLeastOf({ folded }: Reading, { start, end }: Cue): number {
  return folded.slice(start, end).startsWith("passphrase") ? phraseMin : longPhrase;
}

/** To the end of the line; a line that only leads to the next goes on there. */
function lineOf(behind: string): string {
  const end = behind.indexOf("\n");
  const line = end < 0 ? behind : behind.slice(0, end);
  const leadsOn = line.trim().length < 12 && /(?:^|[\s:=])(?:is|:|=)?\s*$/.test(line);
  return leadsOn ? (/^[^\n]*\n?[^\n]*/.exec(behind)?.[0] ?? "") : line;
}

/** `changed to` leads to the new one. */
function tellsChange({ folded }: Chunk, next: Chunk | undefined): boolean {
  return changed.has(folded) && newly.has(next?.folded ?? "");
}

function isLink({ text, folded }: Chunk): boolean {
  return text === "" || links.has(folded) || strongLink.test(folded);
}

/** `:hunter2` is `hunter2`. */
function withoutColon(part: Chunk): Chunk {
  const colon = /^[:=]+/.exec(part.text)?.[0].length ?? 0;
  return colon === 0
    ? part
    : trimmed({ ...part, text: part.text.slice(colon), start: part.start + colon });
}

/** Where words have no spaces, the letters of a password are another script. */
function asciiBehind({ plain }: Reading, { end: from }: Cue, until: number): Span | undefined {
  const ascii = asciiValue.exec(plain.slice(from, Math.min(from + reach, until)));
  const value = ascii?.[1]?.replace(close, "") ?? "";
  const start = from + (ascii?.[0].length ?? 0) - (ascii?.[1]?.length ?? 0);
  const isLed = start > from;
  const isValue =
    value.length >= plainMin && !isAddress(value) && (isLed || looksMade(value)) && !isThing(value);
  return isValue ? { start, end: start + value.length } : undefined;
}

/** What stands in quotation marks, when the one before `start` opens them. */
function quoteAt(plain: string, start: number, until: number): Span | undefined {
  if (!opening.test(plain.slice(Math.max(0, start - 2), start))) return undefined;
  const inside = quotedRest.exec(plain.slice(start, Math.min(until, start + reach)))?.[1];
  return inside && !inside.includes(blank) ? { start, end: start + inside.length } : undefined;
}

/** An ordinary word, or a few to the end of the line, said to be the password. */
function plainValue(
  chunks: readonly Chunk[],
  first: Chunk,
  { limit, isNamed, phraseLeast }: { limit: number; isNamed: boolean; phraseLeast: number },
): Span | undefined {
  const isNo = ({ folded }: Chunk) =>
    unlike.has(folded) || replies.has(folded) || folded.includes(blank);
  if (first.end > limit || isAddress(first.text) || unspaced.test(first.text)) return undefined;
  const line = [first, ...chunks.slice(1)];
  const last = line.findIndex(({ isLast }) => isLast);
  const phrase = line.slice(0, last < 0 ? line.length : last + 1);
  const next = line[1];
  const strange = line
    .slice(1, phrase.length)
    .every((each) => !(isNo(each) || links.has(each.folded)));
  const hasLetters = phrase.some(({ text }) => /\p{L}/u.test(text));
  const isLong = phrase.length >= phraseLeast && phrase.length <= wordsMax && strange && hasLetters;
  if (isNo(first) && !isLong) return undefined;
  if (first.isLast || !next || closers.test(next.folded)) {
    const isSaid =
      /\d{4}/.test(first.text) || (first.text.length >= 3 && /\p{L}/u.test(first.text));
    return isSaid && (isNamed || !said.test(first.text.toLowerCase())) ? first : undefined;
  }
  return isLong ? { start: first.start, end: phrase.at(-1)?.end ?? first.end } : undefined;
}

/** `ada@example.com:hunter2`, as people keep them, and `login: ada@example.com / hunter2`. */
function besideAddresses({ plain, folded }: Reading): Span[] {
  if (!plain.includes("@")) return [];
  const found: Span[] = [];
  for (const match of plain.matchAll(besideAddress)) {
    const [whole, , typed = ""] = match;
    const isGlued = whole.includes(`:${typed}`);
    const from = Math.max(0, match.index - ofLogin);
    const isLogin = isGlued || login.test(folded.slice(from, match.index));
    const text = typed.replace(close, "");
    const start = match.index + whole.length - typed.length;
    if (isLogin && looksMade(text)) found.push({ start, end: start + text.length });
  }
  return found;
}

/** `hunter2 is my password`. */
function valueBefore(reading: Reading, cue: Cue): Span | undefined {
  const from = Math.max(0, cue.start - reach);
  const words = reading.plain.slice(from, cue.start);
  const match = ownersEnd.test(words) ? before.exec(words) : null; // the second is slow, the first is not
  const text = match?.[1]?.replace(open, "").replace(close, "") ?? "";
  if (!match || isThing(text) || !(looksMade(text) || /^\d{4,}$/.test(text))) return undefined;
  const start = from + match.index + match[0].indexOf(text);
  return { start, end: start + text.length };
}

/** What of an answer is the password: what looks made, or the whole of a short answer that is no refusal. */
function answersIn(reading: Reading, cues: readonly Cue[]): Span[] {
  const { plain, folded } = reading;
  if (plain.includes(blank)) return [];
  const start = plain.slice(0, answerMax);
  const quote = quotedAnswer.exec(start);
  if (quote) return [{ start: quote.index + 1, end: quote.index + 1 + (quote[1]?.length ?? 0) }];
  const made = madeIn(reading);
  if (made.length > 0) return made;
  const chunks = chunksOf(start, 0);
  if (chunks.length > wordsMax) return [];
  const numbers = chunks.filter(({ text }) => /^\d{4,}$/.test(text));
  if (numbers.length > 0 && numbers.length <= answerWordsMax) return numbers;
  const isSaid = cues.length > 0 || plain.includes("?") || says("refusals", folded);
  return isSaid ? [] : wholeAnswer(chunks);
}

/** What of an answer looks made; nothing of one where much does. */
function madeIn({ plain }: Reading): Span[] {
  if (plain.includes(blank)) return [];
  const made = chunksOf(plain.slice(0, answerMax), 0).filter(
    ({ text }) => looksMade(text) && !isThing(text),
  );
  return made.length <= answerWordsMax ? made : [];
}

/** A short answer without its `it is`, when it ends with a word that is no reply of its own. */
function wholeAnswer(chunks: readonly Chunk[]): Span[] {
  const said = chunks.filter(
    ({ folded }) => !(replies.has(folded) || links.has(folded) || unlike.has(folded)),
  );
  const isPhrase = chunks.length >= longPhrase && chunks.length - said.length <= 1;
  const [first, last] = [isPhrase ? chunks[0] : said[0], said.at(-1)];
  const isShort = said.length <= answerWordsMax || said.length === chunks.length || isPhrase;
  const isWhole =
    last === chunks.at(-1) && said.every(({ text }) => text.length >= 3 && /\p{L}/u.test(text));
  if (!(isShort && isWhole && first && last) || last.end - first.start < plainMin) return [];
  return [{ start: first.start, end: last.end }];
}
