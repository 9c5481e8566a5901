import { tokensOf } from "./tokens.ts";

/*
 * How a rule is written: places with words, and how many words may stand between them.
 *
 *   move|transfer ..4 money|$coins ..5 safe_account      "|" or; "..4" at most four words between; "_" next to each other
 *   remot*                                               a word that begins so
 *   <phone>                                              a phone number, link, address or amount that was found before
 *   $coins                                               a list of words of the same language
 */

/** A place of a pattern: its words (each a list of tokens, some with "*"), and how far behind the place before. */
export type Slot = { gap: number; alternatives: readonly (readonly string[])[] };

export type WordLists = Readonly<Record<string, string>>;

/** @throws {Error} for a pattern that isn't written so: a bug of a rule file */
export function parsePattern(pattern: string, lists: WordLists): Slot[] {
  const slots: Slot[] = [];
  let gap = 0;
  for (const part of pattern.trim().split(/\s+/)) {
    const between = /^\.\.(\d+)$/.exec(part);
    if (between) gap = Number(between[1]);
    else {
      slots.push({ gap, alternatives: alternativesIn(part, lists) });
      gap = 0;
    }
  }
  if (slots.length === 0 || gap > 0) throw new Error(`The pattern "${pattern}" has no last place.`);
  return slots;
}

function alternativesIn(part: string, lists: WordLists): string[][] {
  return part.split("|").flatMap((words) => {
    if (!words.startsWith("$")) return [tokensIn(words)];
    const list = lists[words.slice(1)];
    if (list === undefined) throw new Error(`There is no list ${words}.`);
    return alternativesIn(list, lists);
  });
}

function tokensIn(words: string): string[] {
  if (/^<\w+>$/.test(words)) return [words];
  const tokens = words.split("_").flatMap((word) => {
    const read = tokensOf(word).map(({ text }) => text);
    const last = read.pop();
    return last === undefined ? [] : [...read, word.endsWith("*") ? `${last}*` : last];
  });
  if (tokens.length === 0) throw new Error(`The pattern has a place without words: "${words}".`);
  return tokens;
}
