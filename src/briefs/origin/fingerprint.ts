/** Words in a row that are compared as one. */
const gramWords = 6;
/** Of so many neighbouring grams one is kept: a run of 13 words that two texts share is never missed. */
const windowGrams = 8;
const offset = 0x811c9dc5;
const prime = 0x01000193;

/**
 * What a text can be recognised by: hashes of some of its word sequences, chosen by the text alone (winnowing: Schleimer,
 * Wilkerson, Aiken 2003). Letters' case, marks and line ends count for nothing. The work grows with the text.
 */
export function fingerprintsOf(text: string): ReadonlySet<number> {
  const grams = gramsOf(text.normalize("NFKC").toLowerCase());
  const kept = new Set<number>();
  let least = -1;
  for (let end = 0; end < grams.length; end++) {
    const start = Math.max(0, end - windowGrams + 1);
    if (least < start) least = leastFrom(grams, start, end);
    else if ((grams[end] ?? 0) <= (grams[least] ?? 0)) least = end;
    if (end >= windowGrams - 1 || end === grams.length - 1) kept.add(grams[least] ?? 0);
  }
  return kept;
}

function leastFrom(grams: Uint32Array, start: number, end: number): number {
  let least = start;
  for (let at = start + 1; at <= end; at++) {
    if ((grams[at] ?? 0) <= (grams[least] ?? 0)) least = at;
  }
  return least;
}

/** Hashes of each run of words; a shorter text is one run. */
function gramsOf(text: string): Uint32Array {
  const words: number[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.push(hashOf(word));
  if (words.length === 0) return new Uint32Array();
  const grams = new Uint32Array(Math.max(1, words.length - gramWords + 1));
  for (let at = 0; at < grams.length; at++) {
    let hash = offset;
    for (const word of words.slice(at, at + gramWords)) hash = mixed(Math.imul(hash ^ word, prime));
    grams[at] = hash;
  }
  return grams;
}

function hashOf(word: string): number {
  let hash = offset;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return mixed(hash);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}
