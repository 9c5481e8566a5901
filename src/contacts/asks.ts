import { findAsks } from "#guard";
import { skeletonOf } from "./skeleton.ts";
import type { Reason } from "./verdict.ts";

/** A longer sentence is read in pieces that overlap, so that an ask stands whole in one of them. */
const pieceCharactersMax = 1_000;
const overlapCharacters = 250;
const asksShownMax = 3;
const quotedCharactersMax = 100;
/** Mail programs wrap lines from about here on: such a line goes on in the next one. */
const wrappedLengthMin = 45;

/** What a text asks for that we never ask for, each item once, in the text's own words. Reads all of it. */
export function asksIn(text: string): Reason[] {
  const asks = new Map<string, string>();
  for (const sentence of unwrapped(plainLetters(text)).split(/[.!?\n]/)) {
    for (const piece of piecesOf(sentence)) {
      for (const { item, words } of findAsks(piece)) {
        if (!asks.has(item)) asks.set(item, words.slice(0, quotedCharactersMax));
      }
    }
  }
  return [...asks].slice(0, asksShownMax).map(([item, words]) => ({
    code: "asks_never_asked",
    values: { item, words },
  }));
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
