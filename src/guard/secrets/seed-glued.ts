import type { Token } from "./reading.ts";
import { firstOfHan, lettersOfWord, standingOf } from "./seed-words.ts";

const lettersMin = 24;
const lettersMax = 400;
const wordLettersMax = 9;
const skippedScore = -2;
const wordsMin = 11;
const namedWordsMin = 6;
/** How many letters of the token must belong to words. */
const coverMin = 0.85;

/** A token, or letters that stand alone, one behind the other: where they begin and end, in tokens. */
export type Glued = { first: number; last: number };

type Best = { score: number; words: number; letters: number };
type Found = { start: number; end: number; listed: number };

/**
 * Finds phrases whose words are written without spaces, as in Japanese: a long token that falls into words of one list; or
 * with one between all letters.
 */
export function findGluedPhrases(tokens: readonly Token[], isNamed: boolean): Glued[] {
  const least = isNamed ? namedWordsMin : wordsMin;
  const found: Glued[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (tokens[first]?.is !== "word") continue;
    const last = lastLetter(tokens, first);
    if (last === first && (tokens[first]?.text.length ?? 0) < lettersMin) continue;
    const row = tokens.slice(first, last + 1);
    const text = row.map((token) => token.text).join("");
    if (isPhrase(text, least)) found.push({ first, last });
    first = last;
  }
  return found;
}

/** The last of a row of letters that begins here; the token itself when it is no single letter. */
function lastLetter(tokens: readonly Token[], first: number): number {
  let last = first;
  const isLetter = (place: number) =>
    tokens[place]?.is === "word" && tokens[place]?.text.length === 1;
  while (isLetter(last) && isLetter(last + 1) && last - first < lettersMax) last += 1;
  return last;
}

function isPhrase(text: string, least: number): boolean {
  if (text.length < lettersMin || text.length > lettersMax) return false;
  const words = wordsIn(text);
  if (words.length < least) return false;
  return Array.from({ length: firstOfHan }, (_, list) =>
    isGlued(text, words, list, least),
  ).includes(true);
}

/** Every word of any list in a text, by its end. */
function wordsIn(text: string): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < text.length; start++) {
    const least = lettersOfWord(text, start);
    if (least === 0) continue;
    const last = Math.min(text.length, start + wordLettersMax);
    for (let end = start + least; end <= last; end++) {
      const listed = standingOf(text.slice(start, end))?.listed ?? 0;
      if (listed > 0) found.push({ start, end, listed });
    }
  }
  return found.toSorted((one, other) => one.end - other.end);
}

/** Do words of the list, one behind the other, cover most of the text? */
function isGlued(text: string, words: readonly Found[], list: number, least: number): boolean {
  const bests: Best[] = [{ score: 0, words: 0, letters: 0 }];
  let word = 0;
  for (let end = 1; end <= text.length; end++) {
    const before = bests[end - 1] as Best;
    let best = { ...before, score: before.score + skippedScore };
    for (; words[word]?.end === end; word++) {
      const { start, listed } = words[word] as Found;
      const from = bests[start] as Best;
      const [length, isListed] = [end - start, ((listed >> list) & 1) === 1];
      if (!isListed || from.score + length <= best.score) continue;
      best = { score: from.score + length, words: from.words + 1, letters: from.letters + length };
    }
    bests.push(best);
  }
  const best = bests.at(-1) as Best;
  return best.words >= least && best.letters >= text.length * coverMin;
}
