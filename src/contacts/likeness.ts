/**
 * How unlike two words look, in quarters of a keystroke: a misspelling that the eye passes over costs less than one that
 * it catches. A Damerau distance with prices of its own.
 */
const edit = 4;
const twin = 1;
const similar = 2;
const doubled = 2;
const slip = 3;

/** Longer words aren't names; this bounds the work of one comparison. */
export const comparedLengthMax = 40;

const twins = "0o 1l 1i il 3e 4a 5s 7t 8b 9g 2z 6b 6g";
const lookalikes = "ce nm nr uv vy gq bd hb hn 38 69 oc 0c ij lj ft sz 5z dp mw 0q";
const vowels = "aeiou";

/** Two letters that read as one, each written before the one: `rn` as `m`, `lc` as `k`. */
const pairs =
  "rnm vvw cld nnm rrm lck ikk lkk 1kk 1ck ick lbb dld lhh ihh lib lob iob loq l3b 13b l2r ciq";

const codes = 128;
const price = new Uint8Array(codes * codes).fill(edit);
const pairPrice = new Uint8Array(codes * codes * codes);

function setBoth(text: string, cost: number): void {
  const a = text.charCodeAt(0);
  const b = text.charCodeAt(1);
  price[a * codes + b] = cost;
  price[b * codes + a] = cost;
}

for (const a of vowels) for (const b of vowels) if (a !== b) setBoth(a + b, slip);
for (const pair of lookalikes.split(" ")) setBoth(pair, similar);
for (const pair of twins.split(" ")) setBoth(pair, twin);
for (let code = 0; code < codes; code += 1) price[code * codes + code] = 0;
for (const triple of pairs.split(" ")) {
  pairPrice[pairIndex(triple.charCodeAt(0), triple.charCodeAt(1), triple.charCodeAt(2))] = twin;
}

function pairIndex(first: number, second: number, single: number): number {
  return (first * codes + second) * codes + single;
}

const width = comparedLengthMax + 1;
/** One table for all comparisons: nothing is allocated per call, and no call yields while it is in use. */
const table = new Uint8Array(width * width);
const a = new Uint8Array(comparedLengthMax);
const b = new Uint8Array(comparedLengthMax);

/** More than any cost that is asked for. */
export const tooFar = 255;

/** The cost of reading `seen` as `meant`, or `tooFar` as soon as it must exceed `most`. Letters beyond ASCII cost an edit. */
export function unlikeness(seen: string, meant: string, most: number): number {
  const rows = seen.length;
  const columns = meant.length;
  if (rows > comparedLengthMax || columns > comparedLengthMax) return tooFar;
  for (let i = 0; i < rows; i += 1) a[i] = Math.min(seen.charCodeAt(i), codes - 1);
  for (let j = 0; j < columns; j += 1) b[j] = Math.min(meant.charCodeAt(j), codes - 1);
  for (let j = 0; j <= columns; j += 1) table[j] = j * edit;
  for (let i = 1; i <= rows; i += 1) {
    table[i * width] = i * edit;
    let least = i * edit;
    for (let j = 1; j <= columns; j += 1) {
      const cost = cheapest(i, j);
      table[i * width + j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most + edit) return tooFar;
  }
  const cost = table[rows * width + columns] ?? tooFar;
  return cost <= most ? cost : tooFar;
}

/** The cell (i, j) from its neighbours. Costs stay far below 255: 40 edits are 160. */
function cheapest(i: number, j: number): number {
  const at = i * width + j;
  const x = a[i - 1] as number;
  const y = b[j - 1] as number;
  const beforeX = i > 1 ? (a[i - 2] as number) : 0;
  const beforeY = j > 1 ? (b[j - 2] as number) : 0;
  let cost = (table[at - width - 1] as number) + (price[x * codes + y] as number);
  const added = (table[at - width] as number) + (x === beforeX || x === y ? doubled : edit);
  if (added < cost) cost = added;
  const left = (table[at - 1] as number) + (y === beforeY ? doubled : edit);
  if (left < cost) cost = left;
  if (i > 1 && j > 1 && x === beforeY && y === beforeX) {
    cost = Math.min(cost, (table[at - 2 * width - 2] as number) + slip);
  }
  if (i > 1) cost = Math.min(cost, pairCost(at - 2 * width - 1, beforeX, x, y));
  if (j > 1) cost = Math.min(cost, pairCost(at - width - 2, beforeY, y, x));
  return cost;
}

function pairCost(from: number, first: number, second: number, single: number): number {
  const cost = pairPrice[pairIndex(first, second, single)] as number;
  return cost === 0 ? tooFar : (table[from] as number) + cost;
}

const spelledLettersMin = 4;

/** Is this the name with nothing but vowels left out: `krkn`, `trzr`, `bitfnx`? */
export function isWithoutVowels(word: string, name: string): boolean {
  if (word.length < spelledLettersMin || word.length >= name.length) return false;
  let at = 0;
  for (const letter of name) {
    if (letter === word[at]) at += 1;
    else if (!vowels.includes(letter)) return false;
  }
  return at === word.length;
}

/** Roughly how a word sounds: two spellings of one sound give the same text. */
export function soundOf(word: string): string {
  return word
    .replace(/ph/g, "f")
    .replace(/ck|c(?![eiyh])|q/g, "k")
    .replace(/x/g, "ks")
    .replace(/y/g, "i")
    .replace(/z/g, "s")
    .replace(/(.)\1/g, "$1");
}
