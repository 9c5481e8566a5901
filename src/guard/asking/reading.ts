import { hashOf } from "../weighing/index.ts";
import { concepts } from "./language.ts";
import type { Entry, Lexicon } from "./lexicon.ts";
import { isMark, type Match } from "./matcher.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { unhide } from "./unhide.ts";

/** A concept in a sentence, by its index, or a mark, by one behind them: its first token and the one after its last. */
export type Hit = { concept: number; from: number; to: number };

/** What a sentence means in a language that it may be in; one in which it means nothing is left out. */
export type Reading = { tag: string; isWide: boolean; hits: Hit[] };

/**
 * A token with the hash of its word and those of its beginnings and its end, 0 where the word is hardly longer: made once, for
 * what is read in several parts and languages.
 */
export type Word = Token & { hash: number; pieces: readonly number[] };

/** `repeatedFrom`: the tokens from here on stand in the part behind it, too. */
export type Sentence = {
  tokens: readonly Word[];
  readings: Reading[];
  endsWith: string;
  repeatedFrom: number;
};

const marks = new Map([
  [",", concepts.length],
  [".", concepts.length + 1],
  ["?", concepts.length + 2],
]);
/** Of words of so many letters, these letters: where forms of a word are alike. */
const pieces = [
  { from: 0, to: 3, lettersMin: 4 },
  { from: 0, to: 4, lettersMin: 5 },
  { from: 0, to: 5, lettersMin: 7 },
  { from: 0, to: 6, lettersMin: 7 },
  { from: -3, to: undefined, lettersMin: 5 },
];

/** A language is tried when it knows at least this share of the words that the best one knows. */
const shareMin = 0.87;
/** Of languages that know the same words only so many are tried. */
const readingsMax = 4;
/** Longer sentences are read in parts that overlap: what stands far away must not outweigh an ask. */
const partTokens = 48;
const widePartTokens = 110;
/** And passages of a sentence are looked at by themselves. */
const passageTokens = 16;
const widePassageTokens = 36;
const clauseTokensMin = 3;
/** Nobody writes a longer sentence; one that is gets no reading, so the message is held. */
const sentenceTokensMax = 4000;
/** What the rest of the text's language adds, in words. */
const textBonus = 2;

/** Every sentence of a text, read in the languages that know most of its words. */
export function read(text: string, lexicon: Lexicon, ownHosts: readonly string[]): Sentence[] {
  const tokens = unhide(tokensOf(text, ownHosts), lexicon);
  const parts = sentencesOf(tokens);
  if (parts.some((part) => part.length > sentenceTokensMax)) {
    throw new Error(`A sentence has more than ${sentenceTokensMax} words.`);
  }
  const count = lexicon.languages.length;
  const totals = new Array<number>(count).fill(0);
  const knownTo = new Array<number>(count);
  const matched = parts.map((part) => {
    const one = matchesOf(part, lexicon, knownTo.fill(0));
    for (let language = 0; language < count; language++) {
      totals[language] = (totals[language] ?? 0) + (one.counts[language] ?? 0);
    }
    return one;
  });
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const bonuses = Array.from(totals, (total) => (textBonus * total) / most);
  return matched.flatMap((one) => partsOf(readingsOf(one, bonuses, lexicon)));
}

function readingsOf(
  { part, matches, counts }: Matched,
  bonuses: readonly number[],
  lexicon: Lexicon,
): Sentence {
  const readings: Reading[] = [];
  for (const language of likeliest(counts, bonuses)) {
    const hits = hitsOf(matches, language, part);
    if (hits.every(({ concept }) => concept >= concepts.length)) continue;
    const tag = lexicon.languages[language]?.tag ?? "";
    readings.push({ tag, isWide: tag === "ko" || tag === "ja" || tag === "zh", hits });
  }
  return {
    tokens: part,
    endsWith: part.at(-1)?.text ?? "",
    repeatedFrom: part.length,
    readings,
  };
}

/** The languages that know about as many words of a sentence as the one that knows most. */
function likeliest(counts: readonly number[], bonuses: readonly number[]): number[] {
  const scores = counts.map((known, language) =>
    known === 0 ? 0 : known + (bonuses[language] ?? 0),
  );
  const best = Math.max(...scores);
  if (best === 0) return [];
  const languages: number[] = [];
  for (let language = 0; language < scores.length; language++) {
    if ((scores[language] ?? 0) >= best * shareMin) languages.push(language);
  }
  if (languages.length <= readingsMax) return languages;
  return languages.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, readingsMax);
}

/** A long sentence in parts that overlap by half. */
function partsOf(sentence: Sentence): Sentence[] {
  const size = isWide(sentence) ? widePartTokens : partTokens;
  return sentence.tokens.length <= size ? [sentence] : overlapping(sentence, size);
}

/** The clauses of a sentence and, of a long one, short passages: what else it says must not outweigh an ask in one. */
export function passagesOf(sentence: Sentence): Sentence[] {
  const { tokens, repeatedFrom } = sentence;
  if (tokens.length <= clauseTokensMin) return [];
  const size = isWide(sentence) ? widePassageTokens : passageTokens;
  const clauses: Sentence[] = [];
  let start = 0;
  for (let place = 0; place <= tokens.length; place++) {
    if (place < tokens.length && tokens[place]?.text !== ",") continue;
    const length = place - start;
    const isClause = length >= clauseTokensMin && length < tokens.length - 1;
    if (isClause && start < repeatedFrom && !isQuoted(sentence, start, place)) {
      clauses.push(between(sentence, start, place));
    }
    start = place + 1;
  }
  if (tokens.length <= 1.5 * size) return clauses;
  return [...clauses, ...overlapping(sentence, size, isQuoted)];
}

function isQuoted({ tokens }: Sentence, from: number, to: number): boolean {
  for (let place = from; place < to; place++) if (tokens[place]?.quoted) return true;
  return false;
}

function isWide({ readings }: Sentence): boolean {
  return readings.some((reading) => reading.isWide);
}

function overlapping(
  sentence: Sentence,
  size: number,
  isLeftOut: (sentence: Sentence, from: number, to: number) => boolean = () => false,
): Sentence[] {
  const parts: Sentence[] = [];
  const last = sentence.tokens.length - size / 2;
  for (let from = 0; from < last && from < sentence.repeatedFrom; from += size / 2) {
    if (isLeftOut(sentence, from, from + size)) continue;
    const isLast = from + size / 2 >= last;
    parts.push(between(sentence, from, from + size, isLast ? size : size / 2));
  }
  return parts;
}

function between(sentence: Sentence, from: number, to: number, repeatedFrom = to - from): Sentence {
  const tokens = sentence.tokens.slice(from, to);
  return {
    tokens,
    endsWith: to < sentence.tokens.length ? "" : sentence.endsWith,
    repeatedFrom: Math.min(repeatedFrom, tokens.length),
    readings: sentence.readings.map(({ tag, isWide, hits }) => ({
      tag,
      isWide,
      hits: hitsBetween(hits, from, to),
    })),
  };
}

/** Hits stand in the order of their beginnings. */
function hitsBetween(hits: readonly Hit[], from: number, to: number): Hit[] {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Hit[] = [];
  for (let index = low; index < hits.length; index++) {
    const hit = hits[index];
    if (hit === undefined || hit.from >= to) break;
    found.push({ concept: hit.concept, from: hit.from - from, to: hit.to - from });
  }
  return found;
}

/** Split at the ends of sentences; inside a quotation they part only clauses, so that it stays with what is said of it. */
function sentencesOf(tokens: readonly Token[]): Word[][] {
  const sentences: Word[][] = [];
  let current: Word[] = [];
  const known = new Map<string, Hashes>();
  for (const { text: written, start, end, quoted } of tokens) {
    const ends = written === "." || written === "?";
    const text = ends && quoted ? "," : written;
    const hashes = known.get(text) ?? hashesOf(text);
    known.set(text, hashes);
    current.push({ text, start, end, quoted, hash: hashes.hash, pieces: hashes.pieces });
    if (!ends || quoted) continue;
    if (current.length > 1) sentences.push(current);
    current = [];
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

type Matched = {
  part: Word[];
  matches: Match<Entry>[];
  counts: number[];
};

/**
 * The phrases of every language in a sentence, and how many of its words each language knows.
 * @param knownTo of each language the place up to which words are counted: 0, to be written to
 */
function matchesOf(part: Word[], lexicon: Lexicon, knownTo: number[]): Matched {
  const matches: Match<Entry>[] = [];
  const counts = knownTo.slice();
  for (let place = 0; place < part.length; place++) {
    if (isMark(part[place]?.text ?? "")) continue;
    const before = matches.length;
    lexicon.matcher.find(part, place, matches);
    for (let index = before; index < matches.length; index++) {
      const { found, to } = matches[index] as Match<Entry>;
      for (const { language } of found) {
        const begin = Math.max(place, knownTo[language] ?? 0);
        if (to <= begin) continue;
        counts[language] = (counts[language] ?? 0) + to - begin;
        knownTo[language] = to;
      }
    }
  }
  return { part, matches, counts };
}

/** What stands where in one language, marks too: at each place the longest phrase of each concept. */
function hitsOf(matches: readonly Match<Entry>[], language: number, part: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  const last = new Map<number, Hit>();
  let next = 0;
  const addMarks = (end: number) => {
    for (; next < end; next++) {
      const concept = marks.get(part[next]?.text ?? "");
      if (concept !== undefined) hits.push({ concept, from: next, to: next + 1 });
    }
  };
  for (const { found, from, to } of matches) {
    for (const entry of found) {
      const { concept } = entry;
      if (entry.language !== language || concept === undefined) continue;
      const known = last.get(concept);
      if (known?.from === from) {
        known.to = Math.max(known.to, to);
        continue;
      }
      addMarks(from);
      const hit: Hit = { concept, from, to };
      last.set(concept, hit);
      hits.push(hit);
    }
  }
  addMarks(part.length);
  return hits;
}

type Hashes = Pick<Word, "hash" | "pieces">;

function hashesOf(text: string): Hashes {
  const ofPieces = pieces.map(({ from, to, lettersMin }) =>
    text.length < lettersMin ? 0 : hashOf(text, from < 0 ? text.length + from : from, to),
  );
  return { hash: hashOf(text), pieces: ofPieces };
}
