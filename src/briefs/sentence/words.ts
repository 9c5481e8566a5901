import type { Claim } from "../claim/index.ts";
import type { Objection } from "./objection.ts";
import { isWithin, type Place } from "./place.ts";
import { isPlain, isPlainIn, stemOf, wordsOfSlot, wordsOfUnit } from "./vocabulary.ts";

const pattern = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu;

/**
 * Words of a sentence that say something and stand in none of the passages behind its claims, in no form: nor are they
 * those of the question, the subject or the answer. So nothing can be told that no claim tells, whatever it is called.
 * @param read what another check has read already, such as numbers, dates and names
 */
export function wordObjections(
  sentence: string,
  claims: readonly Claim[],
  firm: string,
  read: readonly Place[],
): Objection[] {
  const lent = new Set([...lentBy(claims), firm].flatMap(stemsIn));
  const objections: Objection[] = [];
  for (const { word: found, start, end } of wordsIn(sentence)) {
    if (isWithin({ start, end }, read)) continue;
    if (isPlainIn(sentence, { start, end }) || lent.has(stemOf(found))) continue;
    const isMade = found.split("-").every((part) => isPlain(part) || lent.has(stemOf(part)));
    if (!isMade) objections.push({ code: "word", what: found });
  }
  return objections;
}

/** The words of a text, and where they stand. */
export function wordsIn(text: string): (Place & { word: string })[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index: start }) => ({
    ...{ word, start, end: start + word.length },
  }));
}

function lentBy(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ slot, subject, value, supports }) => [
    ...supports.map(({ quote }) => quote.exact),
    ...[wordsOfSlot(slot), subject.replaceAll("_", " ")],
    ...(value.is === "quantity" ? [wordsOfUnit(value.unit)] : []),
    ...(value.is === "choice" ? [value.option.replaceAll("_", " ")] : []),
    ...(value.is === "text" ? [value.text] : []),
    ...(value.is === "later" ? [wordsOfSlot(value.than)] : []),
  ]);
}

function stemsIn(text: string): string[] {
  return wordsIn(text).flatMap(({ word: found }) => [
    stemOf(found),
    ...(found.includes("-") ? found.split("-").map(stemOf) : []),
  ]);
}
