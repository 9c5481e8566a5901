import type { Cue } from "./cues.ts";
import { withoutLineHeads } from "./line-heads.ts";
import type { Reading, Token } from "./reading.ts";
import { findGluedPhrases } from "./seed-glued.ts";
import { findHanPhrases } from "./seed-han.ts";
import { withNames } from "./seed-names.ts";
import { mark, type Part, partOf, scoreFor } from "./seed-part.ts";
import { isAllOf, isPhrase, type Least, type Row, trimmed, widened } from "./seed-row.ts";
import { seedTokens } from "./seed-tokens.ts";
import { listCount } from "./seed-words.ts";

/** A row ends when it has lost this much: at the fourth word in sequence that is in no list. */
const lossMax = 12.5;

/** How long and how certain a row must be: alone, and beside words that name a phrase. */
const alone: Least = { words: 11, score: 17 };
const shortAlone: Least = { words: 8, score: 21 };
const named: Least = { words: 4, score: 9 };
const asked: Least = { words: 2, score: 5 };

/** Places in the read text. */
export type Span = { start: number; end: number };

type Running = { score: number; first: number; best: number; last: number };
const nothing: Running = { score: 0, first: 0, best: 0, last: 0 };

/**
 * Finds seed phrases of BIP 39 in any of its ten languages: rows of words of one list, in whatever order, with numbers, marks
 * and filling words between them, a mistyped or missing one, or cut to four letters; as the text stands, and without what its
 * lines begin with. One pass over the tokens of each reading; what is found twice overlaps.
 * @param isNamed whether the message or the one before it speaks of a seed phrase: then fewer words are enough
 * @param isAsked whether one was just asked for: then two words are
 */
export function findSeedPhrases(
  reading: Reading,
  cues: readonly Cue[],
  isNamed: boolean,
  isAsked: boolean,
): Span[] {
  const ways = isAsked ? [asked, named] : isNamed ? [named] : [alone, shortAlone];
  const whole = withNames(reading, cues);
  const readings = [whole, ...withoutLineHeads(whole)];
  return readings.flatMap((tokens) => phrasesIn(seedTokens(tokens), ways, isNamed));
}

function phrasesIn(tokens: readonly Token[], ways: readonly Least[], isNamed: boolean): Span[] {
  const parts = tokens.map(partOf);
  const rows = rowsIn(tokens, parts, Math.min(...ways.map(({ score }) => score))).flatMap((row) => {
    const readings = [widened(tokens, parts, row), trimmed(tokens, parts, row)];
    return readings.find((each) => isPhrase(tokens, parts, each, ways)) ?? [];
  });
  for (const run of findHanPhrases(tokens, isNamed)) {
    rows.push({ ...run, words: run.last - run.first + 1 });
  }
  for (const { first, last } of findGluedPhrases(tokens, isNamed)) {
    rows.push({ list: 0, first, last, score: Number.POSITIVE_INFINITY, words: 0 });
  }
  return strongest(rows).map(({ first, last }) => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
  }));
}

/** Is there nothing in a text but words of one list, some of them rare elsewhere? */
export function hasOnlyWords(read: readonly Token[]): boolean {
  const tokens = seedTokens(read);
  const parts = tokens.map(partOf);
  return Array.from({ length: listCount }, (_, list) => isAllOf(list, parts)).includes(true);
}

/** For every list the parts of the text, up to a name, whose scores add up to the most, as far as they reach the least. */
function rowsIn(tokens: readonly Token[], parts: readonly Part[], least: number): Row[] {
  const rows: Row[] = [];
  const running = Array.from({ length: listCount }, (): Running => ({ ...nothing }));
  const close = (list: number) => {
    const { best, first, last } = running[list] as Running;
    if (best >= least) rows.push({ list, first, last, score: best, words: 0 });
    Object.assign(running[list] as Running, nothing);
  };
  let isRunning = false;
  for (let place = 0; place < parts.length; place++) {
    const part = parts[place] as Part;
    if (tokens[place]?.is === "name") for (let list = 0; list < listCount; list++) close(list);
    if (part === mark || (part.is === "gap" && !isRunning)) continue;
    isRunning = false;
    for (let list = 0; list < listCount; list++) {
      const now = running[list] as Running;
      if (add(now, scoreFor(list, part, tokens, place), place)) close(list);
      isRunning ||= now.score > 0;
    }
  }
  for (let list = 0; list < listCount; list++) close(list);
  return rows;
}

/** @returns whether what is running has lost too much to go on */
function add(now: Running, score: number, place: number): boolean {
  if (now.score <= 0) {
    if (score <= 0) return false;
    now.first = place;
  }
  now.score += score;
  if (now.score > now.best) {
    now.best = now.score;
    now.last = place;
    return false;
  }
  return now.score <= 0 || now.score < now.best - lossMax;
}

/** Of rows that overlap the one with the highest score stays. */
function strongest(rows: Row[]): Row[] {
  const kept: Row[] = [];
  const byStart = rows.toSorted((one, other) => one.first - other.first);
  for (const row of byStart) {
    const before = kept.at(-1);
    if (!before || before.last < row.first) kept.push(row);
    else if (before.score < row.score) kept[kept.length - 1] = row;
  }
  return kept;
}
