import type { Token } from "./reading.ts";
import { firstOfHan, hasChecksum, listCount, phraseLengths, placeIn } from "./seed-words.ts";

const charactersMin = 11;
const charactersMax = 25;
/** The sum of the characters' scores from which a run is a phrase: with its checksum, without it, and where a phrase is named. */
const checkedScore = -3;
const aloneScore = 4;
const namedScore = 0;
const unlistedScore = -4;
const wordPenalty = 2;
const judgedMax = 60;
/** The lists are in the order of use, and use falls with the place (Zipf): a character of place 360 speaks neither way. */
const neutralPlace = 369;
const placeOffset = 8;

const hanLists = Array.from({ length: listCount - firstOfHan }, (_, at) => firstOfHan + at);

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Tokens from `first` to `last` that are a phrase. */
export type Run = { list: number; first: number; last: number; score: number };

/** Is this a single character with spaces or marks around it, as nobody writes a sentence? */
export function isIsolated(tokens: readonly Token[], place: number): boolean {
  const token = tokens[place];
  return !(isBeside(tokens[place - 1], token) || isBeside(token, tokens[place + 1]));
}

function isBeside(one: Token | undefined, other: Token | undefined): boolean {
  return one?.is === "word" && other?.is === "word" && one.end === other.start;
}

/**
 * Finds phrases of Chinese characters that are written without spaces. Nearly every character of a sentence is in the
 * lists, so what counts is how rare they are together, whether they make words, and the checksum.
 */
export function findHanPhrases(tokens: readonly Token[], isNamed: boolean): Run[] {
  const found: Run[] = [];
  let start = 0;
  for (let place = 0; place < tokens.length; place++) {
    if (isBeside(tokens[place], tokens[place + 1])) continue;
    if (place - start + 1 >= charactersMin) {
      const run = tokens.slice(start, place + 1).map(({ text }) => text);
      const phrase = phraseIn(run, isNamed);
      if (phrase) {
        found.push({ ...phrase, first: start + phrase.first, last: start + phrase.last });
      }
    }
    start = place + 1;
  }
  return found;
}

function phraseIn(run: readonly string[], isNamed: boolean): Run | undefined {
  const found = hanLists.flatMap((list) => checkedEnd(run, list, isNamed) ?? []);
  if (found.length === 0)
    found.push(...hanLists.flatMap((list) => strongest(run, list, isNamed) ?? []));
  return found.toSorted((one, other) => other.last - other.first - (one.last - one.first))[0];
}

/** The whole run has a length and a checksum of a phrase; after words that name one its end is enough. */
function checkedEnd(run: readonly string[], list: number, isNamed: boolean): Run | undefined {
  for (const length of phraseLengths.toReversed()) {
    const first = run.length - length;
    if (first < 0 || (first > 0 && !isNamed)) continue;
    const end = run.slice(first);
    const places = end.map((character) => placeIn(list, character));
    if (places.some((place) => place === undefined)) continue;
    const score = scoreOf(end, list);
    if (score >= checkedScore - (length - 12) / 4 && hasChecksum(places as number[])) {
      return { list, first, last: run.length - 1, score };
    }
  }
  return undefined;
}

function strongest(run: readonly string[], list: number, isNamed: boolean): Run | undefined {
  const best = { score: 0, first: 0, last: -1 };
  let sum = 0;
  let start = 0;
  for (let place = 0; place < run.length; place++) {
    if (sum <= 0) {
      sum = 0;
      start = place;
    }
    sum += scoreAt(list, run[place] ?? "");
    if (sum <= best.score) continue;
    best.score = sum;
    best.first = start;
    best.last = place;
  }
  const least = isNamed ? namedScore : aloneScore;
  if (best.last - best.first + 1 < charactersMin || best.score < least) return undefined;
  const score = best.score - penaltyOf(run.slice(best.first, best.last + 1));
  if (score < least) return undefined;
  const isWhole =
    run.length <= charactersMax && run.every((one) => placeIn(list, one) !== undefined);
  return isWhole ? { list, score, first: 0, last: run.length - 1 } : { ...best, list, score };
}

function scoreOf(characters: readonly string[], list: number): number {
  const sum = characters.reduce((total, character) => total + scoreAt(list, character), 0);
  return sum - penaltyOf(characters);
}

function scoreAt(list: number, character: string): number {
  const place = placeIn(list, character);
  return place === undefined ? unlistedScore : Math.log((place + placeOffset) / neutralPlace);
}

/** Random characters seldom make words; those of a sentence do. */
function penaltyOf(characters: readonly string[]): number {
  let words = 0;
  for (const { segment } of segmenter.segment(characters.slice(0, judgedMax).join("")))
    words += segment.length - 1;
  return words * wordPenalty;
}
