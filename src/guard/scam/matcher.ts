import type { Slot } from "./pattern.ts";
import type { Token } from "./tokens.ts";

/** A pattern that was found: its number and the tokens from `first` up to, without, `end`. */
export type Hit = { pattern: number; first: number; end: number };

/** A place in the tree of all words: what may follow, as it stands or by how it begins, and the lists that end here. */
type Node = {
  next: Map<string, Node>;
  beginnings: Map<string, Node>;
  lengths: number[];
  lists: number[];
  /** What the lists that end here fill, put together when it is first needed. */
  slots?: readonly number[];
};

type Fill = (node: Node, from: number, end: number) => void;

/** What has no place before it, in the way that a gap is kept. */
const begins = -1;

/**
 * Finds many patterns in one pass. For each place of each pattern it keeps only where it was last reached, which is all
 * that a limit on the words between can ask for: the time is linear in the text, whatever the text.
 */
export class Matcher {
  readonly #root = node();
  /** Of each list the places of patterns that it fills; of a pattern the last first, for one word fills one of them. */
  readonly #uses: number[][] = [];
  /** Of each place its pattern, how many tokens may stand before it, and whether it is the pattern's last. */
  readonly #patterns: number[] = [];
  readonly #gaps: number[] = [];
  readonly #isLast: boolean[] = [];
  readonly #places: Reached;

  constructor(patterns: readonly (readonly Slot[])[]) {
    const lists = new Map<string, number>();
    for (const [pattern, places] of patterns.entries()) {
      for (const [place, { gap, alternatives }] of places.entries()) {
        const slot = this.#patterns.push(pattern) - 1;
        this.#gaps.push(place === 0 ? begins : gap);
        this.#isLast.push(place === places.length - 1);
        this.#uses[this.#listOf(alternatives, lists)]?.unshift(slot);
      }
    }
    this.#places = new Reached(this.#patterns.length);
  }

  #listOf(alternatives: Slot["alternatives"], known: Map<string, number>): number {
    const key = alternatives.map((words) => words.join(" ")).join("|");
    const before = known.get(key);
    if (before !== undefined) return before;
    const list = this.#uses.push([]) - 1;
    known.set(key, list);
    for (const words of alternatives) this.#add(words, list);
    return list;
  }

  #add(words: readonly string[], list: number): void {
    let at = this.#root;
    for (const word of words) {
      const isBeginning = word.endsWith("*");
      const text = isBeginning ? word.slice(0, -1) : word;
      const among = isBeginning ? at.beginnings : at.next;
      if (isBeginning && !at.lengths.includes(text.length)) at.lengths.push(text.length);
      const next = among.get(text) ?? node();
      among.set(text, next);
      at = next;
    }
    at.lists.push(list);
  }

  find(tokens: readonly Token[]): Hit[] {
    const hits: Hit[] = [];
    const [places, used, gaps, patterns] = [this.#places, this.#uses, this.#gaps, this.#patterns];
    places.forget();
    const fill: Fill = (node, from, end) => {
      node.slots ??= node.lists.flatMap((list) => used[list] ?? []);
      const { slots } = node;
      for (let index = 0; index < slots.length; index++) {
        const slot = slots[index] as number;
        const gap = gaps[slot] as number;
        const first = gap === begins ? from : places.beginningOf(slot - 1, from, gap);
        if (first === undefined) continue;
        places.reach(slot, first, end);
        if (this.#isLast[slot]) hits.push({ pattern: patterns[slot] as number, first, end });
      }
    };
    const known = new Map<string, readonly Node[]>();
    for (let from = 0; from < tokens.length; from++) {
      const { text } = tokens[from] as Token;
      const nodes = known.get(text) ?? nextOf(this.#root, text);
      known.set(text, nodes);
      for (const node of nodes) enter(node, tokens, from, from, fill);
    }
    return hits;
  }
}

/**
 * Where each place of each pattern was reached, and where that find began: the last time, and the time before, since a
 * word may end behind the next one's beginning ("recovery", "recovery phrase") or fill two places.
 */
class Reached {
  readonly #ends: Int32Array;
  readonly #firsts: Int32Array;
  #touched: number[] = [];

  constructor(slots: number) {
    this.#ends = new Int32Array(slots * 2).fill(-1);
    this.#firsts = new Int32Array(slots * 2);
  }

  /** Before each text: only what the last one reached, since a message touches few of the places. */
  forget(): void {
    for (const at of this.#touched) {
      this.#ends[at] = -1;
      this.#ends[at + 1] = -1;
    }
    this.#touched = [];
  }

  reach(slot: number, first: number, end: number): void {
    const at = slot * 2;
    if (this.#ends[at] === -1) this.#touched.push(at);
    if (this.#ends[at] !== end) {
      this.#ends[at + 1] = this.#ends[at] ?? -1;
      this.#firsts[at + 1] = this.#firsts[at] ?? 0;
    }
    this.#ends[at] = end;
    this.#firsts[at] = first;
  }

  /** Where the find began that had reached the place at most `gap` tokens before `from`. */
  beginningOf(slot: number, from: number, gap: number): number | undefined {
    const at = slot * 2;
    const end = this.#ends[at] ?? -1;
    if (end < 0) return undefined;
    if (end <= from && from - end <= gap) return this.#firsts[at];
    const before = this.#ends[at + 1] ?? -1;
    const isNear = before >= 0 && before <= from && from - before <= gap;
    return isNear ? this.#firsts[at + 1] : undefined;
  }
}

function node(): Node {
  return { next: new Map(), beginnings: new Map(), lengths: [], lists: [] };
}

/** The lists whose words begin at the token `from` and have come to `at` with that of `place`: a few words deep. */
function enter(at: Node, tokens: readonly Token[], from: number, place: number, fill: Fill): void {
  if (at.lists.length > 0) fill(at, from, place + 1);
  const text = tokens[place + 1]?.text;
  if (text === undefined || (at.next.size === 0 && at.lengths.length === 0)) return;
  const exact = at.next.get(text);
  if (exact) enter(exact, tokens, from, place + 1, fill);
  for (const next of begunBy(at, text)) enter(next, tokens, from, place + 1, fill);
}

function nextOf(at: Node, text: string): readonly Node[] {
  const exact = at.next.get(text);
  return exact ? [exact, ...begunBy(at, text)] : begunBy(at, text);
}

const none: readonly Node[] = [];

/** What follows by how the word begins, and what takes any number. */
function begunBy(at: Node, text: string): readonly Node[] {
  const code = text.charCodeAt(0);
  const number = code >= 0x30 && code <= 0x39 ? at.next.get("<number>") : undefined;
  if (number === undefined && at.lengths.length === 0) return none;
  const begun: Node[] = number ? [number] : [];
  for (const length of at.lengths) {
    const next = length <= text.length ? at.beginnings.get(text.slice(0, length)) : undefined;
    if (next) begun.push(next);
  }
  return begun;
}
