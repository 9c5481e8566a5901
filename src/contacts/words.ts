import english from "./words.generated.json" with { type: "json" };

const wordLengthMax = 24;
/** Shorter halves are found in any text, so they would explain every name away. */
const halfLengthMin = 4;
const reachMax = 8;

let listed: Set<string> | undefined;

/** Built when it is first needed: most inputs come nowhere near a name. */
function isListed(word: string): boolean {
  listed ??= new Set(english.words.flatMap((row) => row.split(" ")));
  return listed.has(word);
}

/** Endings of English words, and what their stem may have lost before them. */
const endings: readonly (readonly [ending: string, restored: readonly string[]])[] = [
  ["ings", ["", "e"]],
  ["ing", ["", "e"]],
  ["ers", ["", "e"]],
  ["er", ["", "e"]],
  ["ed", ["", "e"]],
  ["es", ["", "e"]],
  ["ies", ["y"]],
  ["ly", [""]],
  ["s", [""]],
];

/** Is this an ordinary English word, in one of its common forms? */
export function isEnglishWord(word: string): boolean {
  if (word.length < 3 || word.length > wordLengthMax) return false;
  if (isListed(word)) return true;
  for (const [ending, restored] of endings) {
    if (word.length - ending.length < 3 || !word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (restored.some((lost) => isListed(stem + lost))) return true;
  }
  return false;
}

/**
 * Does a listed word reach over both or either edge of the part between `start` and `end`, as `revolution` does over
 * `revolut`? It must be longer by two letters at least.
 */
export function isInsideWord(text: string, start: number, end: number): boolean {
  for (let from = Math.max(0, start - reachMax); from <= start; from += 1) {
    for (let to = end; to <= Math.min(text.length, end + reachMax); to += 1) {
      if (to - from >= end - start + 2 && isListed(text.slice(from, to))) return true;
    }
  }
  return false;
}

/** Where a text can be cut so that both halves are English words. */
export function cutsIntoWords(text: string): number[] {
  const cuts: number[] = [];
  if (text.length > 2 * wordLengthMax) return cuts;
  for (let cut = halfLengthMin; cut <= text.length - halfLengthMin; cut += 1) {
    if (isEnglishWord(text.slice(0, cut)) && isEnglishWord(text.slice(cut))) cuts.push(cut);
  }
  return cuts;
}
