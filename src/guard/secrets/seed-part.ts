import type { Token } from "./reading.ts";
import { isIsolated } from "./seed-han.ts";
import { type Standing, standingOf } from "./seed-words.ts";
import numbering from "./words/numbering.json" with { type: "json" };

/** How much a token speaks for a phrase. A random word of a list is some twenty times likelier in a phrase than in a sentence. */
export const listedScore = 3;
const shortenedScore = 2;
const everydayStartScore = -1;
const fillerScore = -0.3;
export const otherScore = -4;

/** Beginnings of words that count others ("dritte", "третье"); behind them stand so many letters at most. */
const counted = new Set(numbering.beginnings.flatMap((row) => row.split(" ")));
const countedLettersMin = 3;
const endingLettersMax = 3;

/** Words that may stand between the words of a phrase. */
const between: ReadonlySet<string> = new Set(numbering.between.flatMap((row) => row.split(" ")));

/** Does a word count others? */
export function isOrdinal(word: string): boolean {
  const least = Math.max(countedLettersMin, word.length - endingLettersMax);
  for (let length = word.length; length >= least; length--) {
    if (counted.has(word.slice(0, length))) return true;
  }
  return word.includes(numbering.korean);
}

export function isFiller(word: string): boolean {
  return between.has(word) || isOrdinal(word);
}

/** What a token is for every list. */
export type Part = { is: "word"; standing: Standing } | { is: "gap"; score: number };

/** Marks say nothing. */
export const mark: Part = { is: "gap", score: 0 };
const other: Part = { is: "gap", score: otherScore };
const firstHan = "\u3400";
const han = /\p{Script=Han}/u;

/** What a token is, whichever list a phrase is of. */
export function partOf(token: Token, place: number, tokens: readonly Token[]): Part {
  if (token.is === "number") return { is: "gap", score: token.text.length > 2 ? otherScore : 0 };
  if (token.is !== "word") return mark;
  if (token.text > firstHan && token.end - token.start === 1 && !isIsolated(tokens, place))
    return other;
  const standing = standingOf(token.text);
  if (standing && (standing.listed | standing.shortened) > 0) return { is: "word", standing };
  const isBetween = isFiller(token.text) || isOneLetter(token.text);
  return { is: "gap", score: isBetween ? fillerScore : otherScore };
}

/** A letter that numbers, or a particle; not a character of Han, which is a word. */
function isOneLetter(text: string): boolean {
  return text.length === 1 && !han.test(text);
}

/** How much the token at a place speaks for a phrase of a list. */
export function scoreFor(
  list: number,
  part: Part,
  tokens: readonly Token[],
  place: number,
): number {
  if (part.is === "gap") return part.score;
  const { listed, shortened, isEveryday } = part.standing;
  const text = tokens[place]?.text ?? "";
  if ((listed & (1 << list)) !== 0) {
    return isEveryday || isFiller(text) ? 0 : listedScore;
  }
  if (isFiller(text)) return fillerScore;
  if ((shortened & (1 << list)) === 0) return otherScore;
  return isEveryday ? everydayStartScore : shortenedScore;
}
