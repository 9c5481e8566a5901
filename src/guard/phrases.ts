import type { Word } from "./words.ts";

/** Phrases by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function phrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const found of byFirst.values()) found.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** How many words the longest phrase at `place` has; 0 for none. */
export function phraseAt(known: Phrases, words: readonly Word[], place: number): number {
  const candidates = known.get(words[place]?.text ?? "") ?? [];
  const found = candidates.find((phrase) =>
    phrase.every((text, offset) => words[place + offset]?.text === text),
  );
  return found?.length ?? 0;
}

export function hasPhrase(
  known: Phrases,
  words: readonly Word[],
  from: number,
  to: number,
): boolean {
  for (let place = Math.max(0, from); place < Math.min(words.length, to); place++) {
    if (phraseAt(known, words, place) > 0) return true;
  }
  return false;
}
