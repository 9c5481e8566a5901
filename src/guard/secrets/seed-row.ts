import type { Token } from "./reading.ts";
import { isFiller, isOrdinal, listedScore, otherScore, type Part } from "./seed-part.ts";
import { hasChecksum, isMistyped, phraseLengths, placeIn, standingOf } from "./seed-words.ts";

/** A phrase hardly holds a word twice. */
const repeatsMax = 2;
/** So many words that all come again are a phrase that was written again. */
const againMin = 10;
/** Words around it, which stand once, are a third at most. */
const onceShare = 3;
/** Filling words between those of a phrase are few, or the same number each time. */
const fillersMax = 0.25;
const regularMin = 0.7;
/** One mistyped word in so many. */
const othersPerWords = 8;
const mistypedPerWords = 6;
const widenMax = 24;
const fillersBetweenMax = 6;
const trimMax = 5;
const aheadMax = 3;
const ends = new Set([".", "!", "?", ":"]);

/** From here on a right checksum is no chance. */
const summedScore = 17;

/** A row of words that may be a phrase, in tokens. */
export type Row = { list: number; first: number; last: number; score: number; words: number };

/** How long and how certain a row must be. */
export type Least = { words: number; score: number };

/** A row with the words at its ends that are of the phrase too: everyday ones, while it lacks some, and mistyped ones. */
export function widened(tokens: readonly Token[], parts: readonly Part[], row: Row): Row {
  let { first, last } = row;
  for (let steps = 0; steps < widenMax; steps++) {
    const words = wordsIn(parts, { ...row, first, last }).length;
    const lacks = !phraseLengths.includes(words);
    const before = neighbour(tokens, parts, row.list, first, -1, lacks);
    const after = neighbour(tokens, parts, row.list, last, 1, lacks);
    if (before === undefined && after === undefined) break;
    first = before ?? first;
    last = after ?? last;
  }
  return trimmed(tokens, parts, { ...row, first, last });
}

/**
 * The next token in a direction that is a word of the list, with only marks and fillers between; a mistyped one where the
 * phrase goes on behind it or lacks a word.
 */
function neighbour(
  tokens: readonly Token[],
  parts: readonly Part[],
  list: number,
  from: number,
  step: 1 | -1,
  lacks: boolean,
): number | undefined {
  const place = nextWord(tokens, parts, list, from, step);
  if (place === undefined) return undefined;
  const text = tokens[place]?.text ?? "";
  if (isOf(list, parts[place]) && !standingOf(text)?.isEveryday) return place;
  if (!isOf(list, parts[place]) && !isMistyped(list, text)) return undefined;
  if (!isOfPhrase(tokens, parts, list, from, place)) return undefined;
  return lacks || goesOn(tokens, parts, list, place, step) ? place : undefined;
}

/**
 * What stands behind the end of a line or sentence, or before one, is of the phrase where its own line or sentence goes on with
 * words of the list alone; with a mistyped one only where a rare one follows.
 */
function isOfPhrase(
  tokens: readonly Token[],
  parts: readonly Part[],
  list: number,
  from: number,
  place: number,
): boolean {
  const step = Math.sign(place - from);
  let isApart = false;
  for (let at = from + step; at !== place; at += step) isApart ||= isEnd(tokens[at]);
  if (!isApart) return true;
  let hasMistyped = false;
  for (let away = 1; away <= fillersBetweenMax; away++) {
    const at = place + step * away;
    const token = tokens[at];
    if (isRare(list, parts[at])) return true;
    if (!token || isEnd(token)) break;
    if (token.is !== "word" || isFiller(token.text) || isOf(list, parts[at])) continue;
    if (!isMistyped(list, token.text)) return false;
    hasMistyped = true;
  }
  return !hasMistyped;
}

/** Of a line, of a sentence, or of what a name names. */
function isEnd(token: Token | undefined): boolean {
  return token?.is === "line" || token?.is === "name" || ends.has(token?.text ?? "");
}

/** Does the phrase go on behind this word: to a rare word of the list, or to the end of the text? */
function goesOn(
  tokens: readonly Token[],
  parts: readonly Part[],
  list: number,
  from: number,
  step: 1 | -1,
): boolean {
  let place: number | undefined = from;
  for (let words = 0; words < aheadMax; words++) {
    place = nextWord(tokens, parts, list, place, step);
    if (place === undefined) return true;
    if (isRare(list, parts[place])) return true;
    const text = tokens[place]?.text ?? "";
    if (!(isOf(list, parts[place]) || isMistyped(list, text))) return false;
  }
  return false;
}

function isRare(list: number, part: Part | undefined): boolean {
  return part?.is === "word" && isOf(list, part) && !part.standing.isEveryday;
}

function nextWord(
  tokens: readonly Token[],
  parts: readonly Part[],
  list: number,
  from: number,
  step: 1 | -1,
): number | undefined {
  for (let place = from + step; Math.abs(place - from) <= fillersBetweenMax; place += step) {
    const token = tokens[place];
    if (!token || token.is === "name") return undefined;
    if (isOf(list, parts[place])) return place;
    if (token.is === "word" && !isFiller(token.text)) return place;
  }
  return undefined;
}

function isOf(list: number, part: Part | undefined): boolean {
  return (
    part?.is === "word" && ((part.standing.listed | part.standing.shortened) & (1 << list)) !== 0
  );
}

/** Is every word one of the list, or one between them, and one of the list rare elsewhere? */
export function isAllOf(list: number, parts: readonly Part[]): boolean {
  const isOfIt = (part: Part) => isOf(list, part) || (part.is === "gap" && part.score > otherScore);
  return parts.every(isOfIt) && parts.some((part) => isRare(list, part));
}

/** The tokens of a row that are words of its list. */
function wordsIn(parts: readonly Part[], { list, first, last }: Row): number[] {
  const places: number[] = [];
  for (let place = first; place <= last; place++) if (isOf(list, parts[place])) places.push(place);
  return places;
}

/** A row with its words counted; where a part of it has a right checksum, the words around that are of the sentence. */
export function trimmed(tokens: readonly Token[], parts: readonly Part[], row: Row): Row {
  const words = wordsIn(parts, row);
  const texts = words.map((place) => tokens[place]?.text ?? "");
  const fromEnd = cutsOf(texts.toReversed());
  const cuts = cutsOf(texts).flatMap((start) =>
    fromEnd.map((behind): Stretch => [start, texts.length - behind]),
  );
  for (const [start, end] of [...cuts, ...stretches(tokens, words)]) {
    const places = texts.slice(start, end).map((text) => placeIn(row.list, text));
    if (!places.every((place) => place !== undefined) || !hasChecksum(places)) continue;
    const [first, last] = [words[start] ?? row.first, words[end - 1] ?? row.last];
    return { ...row, first, last, words: end - start };
  }
  return { ...row, words: words.length };
}

/** From one word up to another, as they are counted in a row. */
type Stretch = readonly [start: number, end: number];

/** The most words with no end of a line or sentence between them, where few others stand around. */
function stretches(tokens: readonly Token[], words: readonly number[]): Stretch[] {
  let [start, longest]: [number, Stretch] = [0, [0, 0]];
  for (let word = 0; word < words.length; word++) {
    if (word + 1 - start > longest[1] - longest[0]) longest = [start, word + 1];
    if (tokens.slice(words[word], words[word + 1] ?? 0).some(isEnd)) start = word + 1;
  }
  return words.length - (longest[1] - longest[0]) <= trimMax ? [longest] : [];
}

/** How many words may be cut off at the beginning: everyday ones, or some that two of those part from the rest. */
function cutsOf(texts: readonly string[]): number[] {
  const isEveryday = (place: number) => standingOf(texts[place] ?? "")?.isEveryday === true;
  const cuts = [0];
  for (let count = 1, isAll = true; count <= trimMax; count++) {
    isAll &&= isEveryday(count - 1);
    if (isAll || (isEveryday(count - 1) && isEveryday(count - 2))) cuts.push(count);
  }
  return cuts;
}

/** Is a row long and certain enough, and as even as a phrase? */
export function isPhrase(
  tokens: readonly Token[],
  parts: readonly Part[],
  row: Row,
  ways: readonly Least[],
): boolean {
  const texts = wordsIn(parts, row)
    .map((place) => tokens[place]?.text ?? "")
    .filter((text) => !isFiller(text));
  const repeats = texts.length - new Set(texts).size;
  if (hasRightSum(tokens, parts, row) && row.score >= summedScore) return true;
  const score = row.score - repeats * listedScore;
  if (!ways.some((least) => score >= least.score)) return false;
  const build = buildOf(tokens, parts, row);
  const words = row.words + build.mistyped;
  const isLong = ways.some((least) => score >= least.score && words >= least.words);
  const isVaried = repeats <= repeatsMax * Math.ceil(texts.length / 12);
  return isLong && (isVaried || isWrittenAgain(texts)) && isEven(build, words);
}

/** A phrase that stands twice, as in a mail's subject and its text: most words come again. */
function isWrittenAgain(texts: readonly string[]): boolean {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const once = [...times.values()].filter((count) => count === 1).length;
  return times.size >= againMin && once <= times.size / onceShare;
}

function hasRightSum(tokens: readonly Token[], parts: readonly Part[], row: Row): boolean {
  const places = wordsIn(parts, row).map((place) => placeIn(row.list, tokens[place]?.text ?? ""));
  return places.every((place) => place !== undefined) && hasChecksum(places);
}

/** What stands in a row beside its words: how many fillers before each, how many ordinals, mistyped and other words. */
type Build = { gaps: number[]; ordinals: number; mistyped: number; others: number };

function buildOf(tokens: readonly Token[], parts: readonly Part[], row: Row): Build {
  const build: Build = { gaps: [], ordinals: 0, mistyped: 0, others: 0 };
  let gap = 0;
  for (let place = row.first; place <= row.last; place++) {
    const { is, text } = tokens[place] as Token;
    if (is !== "word") continue;
    if (isOrdinal(text)) build.ordinals += 1;
    const isWord = isOf(row.list, parts[place]);
    if (isWord && !isFiller(text)) {
      build.gaps.push(gap);
      gap = 0;
      continue;
    }
    gap += 1;
    if (isWord || isFiller(text)) continue;
    if (isMistyped(row.list, text)) build.mistyped += 1;
    else build.others += 1;
  }
  return build;
}

/** Stand the words as nobody writes a sentence: one after the other, counted, or with as many filling words between each? */
function isEven({ gaps, ordinals, mistyped, others }: Build, words: number): boolean {
  const wrongMax = words < othersPerWords ? 0 : Math.max(1, words / othersPerWords);
  if (others > wrongMax || mistyped > Math.max(1, words / mistypedPerWords)) return false;
  const total = gaps.reduce((sum, each) => sum + each, 0) - mistyped - others;
  if (total <= gaps.length * fillersMax) return true;
  if (ordinals >= gaps.length / 2) return true;
  const counts = new Map<number, number>();
  for (const each of gaps) counts.set(each, (counts.get(each) ?? 0) + 1);
  return Math.max(...counts.values()) >= gaps.length * regularMin;
}
