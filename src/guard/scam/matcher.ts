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
};

type Fill = (list: number, from: number, end: number) => void;

/** A place of a pattern that one list of words fills. */
type Use = { pattern: number; slot: number; gap: number; isLast: boolean };

/**
 * Finds many patterns in one pass. For each place of each pattern it keeps only where it was last reached, which is all
 * that a limit on the words between can ask for: the time is linear in the text, whatever the text.
 */
export class Matcher {
  readonly #root = node();
  readonly #uses: Use[][] = [];
  readonly #places: Reached;

  constructor(patterns: readonly (readonly Slot[])[]) {
    const lists = new Map<string, number>();
    let slots = 0;
    for (const [pattern, places] of patterns.entries()) {
      for (const [place, { gap, alternatives }] of places.entries()) {
        const list = this.#listOf(alternatives, lists);
        const use = { pattern, slot: slots, gap: place === 0 ? -1 : gap };
        this.#uses[list]?.unshift({ ...use, isLast: place === places.length - 1 });
        slots += 1;
      }
    }
    this.#places = new Reached(slots);
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
    const places = this.#places;
    places.forget();
    const fill: Fill = (list, from, end) => {
      const uses = this.#uses[list] ?? [];
      for (let use = 0; use < uses.length; use++) {
        const { pattern, slot, gap, isLast } = uses[use] as Use;
        const first = gap < 0 ? from : places.beginningOf(slot - 1, from, gap);
        if (first === undefined) continue;
        places.reach(slot, first, end);
        if (isLast) hits.push({ pattern, first, end });
      }
    };
    const begins = new Map<string, readonly Node[]>();
    for (const [from, { text }] of tokens.entries()) {
      const nodes = begins.get(text) ?? nextOf(this.#root, text);
      begins.set(text, nodes);
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
    for (let at = slot * 2; at <= slot * 2 + 1; at++) {
      const end = this.#ends[at] ?? -1;
      if (end >= 0 && end <= from && from - end <= gap) return this.#firsts[at];
    }
    return undefined;
  }
}

function node(): Node {
  return { next: new Map(), beginnings: new Map(), lengths: [], lists: [] };
}

/** The lists whose words begin at the token `from` and have come to `at` with that of `place`: a few words deep. */
function enter(at: Node, tokens: readonly Token[], from: number, place: number, fill: Fill): void {
  for (const list of at.lists) fill(list, from, place + 1);
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
