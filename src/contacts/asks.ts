import { findAsks, plainAsksIn } from "#guard";
import { skeletonOf } from "./skeleton.ts";
import type { Reason } from "./verdict.ts";
import { isEnglishWord } from "./words.ts";

/** A longer sentence is read in pieces that overlap, so that an ask stands whole in one of them. */
const pieceCharactersMax = 1_000;
const overlapCharacters = 250;
const asksShownMax = 3;
const quotedCharactersMax = 100;
/** Mail programs wrap lines from about here on: such a line goes on in the next one. */
const wrappedLengthMin = 45;
/** Of what isn't English only so much is read: it takes longer. */
const otherCharactersMax = 10_000;
/** A sentence in which so much of the words is English is read by English grammar, which accuses nobody by guessing. */
const englishShareMin = 0.75;

/** `isWhole` is false where something may be asked that nobody has read. */
export type AsksFound = { asks: Reason[]; isWhole: boolean };

/**
 * What a text asks for that we never ask for, each item once, in the text's own words. Reads all of it that is English; in
 * other languages what asks in so many words, because a guess would accuse the firm's own notices.
 */
export function asksIn(text: string): AsksFound {
  const lines = unwrapped(text);
  const others = judgedElsewhere(lines);
  const asks = new Map<string, string>();
  for (const { item, words } of [...englishAsks(plainLetters(lines)), ...others.asks]) {
    if (!asks.has(item)) asks.set(item, words.slice(0, quotedCharactersMax));
  }
  const reasons = [...asks].slice(0, asksShownMax).map(([item, words]) => ({
    code: "asks_never_asked",
    values: { item, words },
  }));
  return { asks: reasons, isWhole: others.isWhole };
}

type Ask = { item: string; words: string };

function* englishAsks(text: string): Generator<Ask> {
  for (const sentence of text.split(/[.!?\n]/)) {
    for (const piece of piecesOf(sentence)) yield* findAsks(piece);
  }
}

function judgedElsewhere(text: string): { asks: Ask[]; isWhole: boolean } {
  const others = text.split(/(?<=[.!?\n])/).filter((sentence) => !isEnglish(sentence));
  if (others.length === 0) return { asks: [], isWhole: true };
  const read = others.join("\n");
  const reasons = plainAsksIn(read.slice(0, otherCharactersMax));
  const isWhole = reasons !== undefined && read.length <= otherCharactersMax;
  const asks = reasons?.flatMap(({ item, words }) => (item ? { item, words } : [])) ?? [];
  return { asks, isWhole };
}

function isEnglish(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const isKnown = (word: string) => (word.length < 3 ? /^[a-z]+$/.test(word) : isEnglishWord(word));
  return words.filter(isKnown).length >= englishShareMin * words.length;
}

function* piecesOf(sentence: string): Generator<string> {
  let from = 0;
  for (
    ;
    from + pieceCharactersMax < sentence.length;
    from += pieceCharactersMax - overlapCharacters
  )
    yield sentence.slice(from, from + pieceCharactersMax);
  yield sentence.slice(from);
}

const signForLetter: Readonly<Record<string, string>> = {
  "@": "a",
  $: "s",
  "0": "o",
  "1": "i",
  "3": "e",
  "5": "s",
};

/** Words as the eye reads them: `раssword` with Cyrillic letters, `p@ssw0rd`, `p a s s w o r d`. */
function plainLetters(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}[ .-]){4,30}\p{L}(?![\p{L}\p{N}])/gu, (spaced) =>
      spaced.replace(/[ .-]/g, ""),
    )
    .replace(/[\p{L}\p{N}\p{M}@$]+/gu, (word) => {
      const plain = /[^\p{ASCII}]/u.test(word) ? skeletonOf(word) : word;
      return plain.replace(
        /(?<=\p{L}[@$0135]{0,3})[@$0135](?=[@$0135]{0,3}\p{L})/gu,
        (sign) => signForLetter[sign] ?? sign,
      );
    });
}

/** A sentence that was cut into lines, put together: half of a warning could read as an ask. */
function unwrapped(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .map((line, place) => {
      const next = lines[place + 1]?.trim() ?? "";
      const goesOn = line.length >= wrappedLengthMin && next !== "" && !/^[-*•>\d]/.test(next);
      return goesOn ? `${line.trimEnd()} ` : `${line}\n`;
    })
    .join("");
}
