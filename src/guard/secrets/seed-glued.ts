import type { Token } from "./reading.ts";
import { firstOfHan, standingOf } from "./seed-words.ts";

const lettersMin = 24;
const lettersMax = 400;
const wordLettersMin = 3;
const wordLettersMax = 9;
const skippedScore = -2;
const wordsMin = 11;
const namedWordsMin = 6;
/** How many letters of the token must belong to words. */
const coverMin = 0.85;

type Best = { score: number; words: number; letters: number };

/**
 * Finds phrases whose words are written without spaces, as in Japanese: a long token that falls into words of one list.
 * @returns the places of such tokens
 */
export function findGluedPhrases(tokens: readonly Token[], isNamed: boolean): number[] {
  const found: number[] = [];
  for (const [place, { is, text }] of tokens.entries()) {
    if (is !== "word" || text.length < lettersMin || text.length > lettersMax) continue;
    for (let list = 0; list < firstOfHan; list++) {
      if (isGlued(text, list, isNamed ? namedWordsMin : wordsMin)) {
        found.push(place);
        break;
      }
    }
  }
  return found;
}

function isGlued(text: string, list: number, least: number): boolean {
  const bests: Best[] = [{ score: 0, words: 0, letters: 0 }];
  for (let end = 1; end <= text.length; end++) {
    const before = bests[end - 1] as Best;
    let best = { ...before, score: before.score + skippedScore };
    for (let length = wordLettersMin; length <= Math.min(wordLettersMax, end); length++) {
      const from = bests[end - length] as Best;
      const score = from.score + length;
      if (score > best.score && isWord(text.slice(end - length, end), list)) {
        best = { score, words: from.words + 1, letters: from.letters + length };
      }
    }
    bests.push(best);
  }
  const { words, letters } = bests.at(-1) as Best;
  return words >= least && letters >= text.length * coverMin;
}

function isWord(text: string, list: number): boolean {
  return (((standingOf(text)?.listed ?? 0) >> list) & 1) === 1;
}
