import { randomInt } from "node:crypto";
import type { LegWords, Pair } from "../leg/index.ts";
import { wordList } from "./list.ts";

const choicesCount = 4;

/**
 * Two words for one leg, and four pairs with them among which the client chooses. No two pairs share a word. They are an aid:
 * nothing is permitted by them.
 */
export function drawWords(): LegWords {
  const drawn = new Set<number>();
  while (drawn.size < choicesCount * 2) drawn.add(randomInt(wordList.length));
  const places = [...drawn];
  const choices = Array.from(
    { length: choicesCount },
    (_, pair): Pair => [places[pair * 2] ?? 0, places[pair * 2 + 1] ?? 0],
  );
  return { said: choices[randomInt(choicesCount)] ?? [0, 1], choices };
}

export function spoken(pair: Pair): string {
  return pair.map((place) => wordList[place] ?? "").join(" ");
}
