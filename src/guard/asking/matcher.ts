import type { Token } from "./tokens.ts";

const gapTokens = 7;
const variantsMax = 500;
const rememberedMax = 20_000;

/** A place in a tree of phrases: what may come next, and what ends here. Most are leaves, so that they hold little. */
type Node<T> = {
  words?: Map<string, Node<T>>;
  beginnings?: Affixes<T>;
  endings?: Affixes<T>;
  number?: Node<T>;
  gap?: Node<T>;
  found?: T[];
};

/**
 * Parts of words, and the lengths that they have by the two letters at a word's edge: only those are cut out of a word to
 * look it up. Other letters may share a key.
 */
type Affixes<T> = { next: Map<string, Node<T>>; lengths: Map<number, number[]> };

/** What a phrase stands for, each time that it was added. */
export type Match<T> = { found: readonly T[]; from: number; to: number };

/** Finds any number of phrases in one walk over a text's tokens. */
export class Matcher<T> {
  readonly #root: Node<T> = {};
  readonly #first = new Map<string, readonly Node<T>[]>();

  /** @param phrase the tokens of a phrase, with their signs (language.ts) */
  add(phrase: readonly string[], value: T): void {
    let at = this.#root;
    for (const word of phrase) at = step(at, word);
    at.found ??= [];
    at.found.push(value);
  }

  /** Adds everything that begins at `place` to `matches`. */
  find(tokens: readonly Token[], place: number, matches: Match<T>[]): void {
    this.#walk(this.#root, tokens, place, place, matches);
  }

  /** What a phrase may begin with, remembered for words of phrases: what else people type is kept nowhere. */
  #beginnings(text: string): readonly Node<T>[] {
    const known = this.#first.get(text);
    if (known !== undefined) return known;
    const nodes = nextNodes(this.#root, text);
    if (nodes.length > 0 && this.#first.size < rememberedMax) this.#first.set(text, nodes);
    return nodes;
  }

  #walk(
    from: Node<T>,
    tokens: readonly Token[],
    start: number,
    place: number,
    matches: Match<T>[],
  ): void {
    const token = tokens[place];
    if (token === undefined) return;
    const nodes = start === place ? this.#beginnings(token.text) : nextNodes(from, token.text);
    for (const next of nodes) {
      if (next.found !== undefined) matches.push({ found: next.found, from: start, to: place + 1 });
      if (goesOn(next)) this.#walk(next, tokens, start, place + 1, matches);
      if (next.gap === undefined) continue;
      for (let skipped = 0; skipped <= gapTokens; skipped++) {
        const over = tokens[place + skipped]?.text;
        if (skipped > 0 && (over === undefined || isMark(over))) break;
        this.#walk(next.gap, tokens, start, place + 1 + skipped, matches);
      }
    }
  }
}

/** Most phrases end at a leaf: nothing behind it needs to be looked at. */
function goesOn<T>({ words, number, beginnings, endings }: Node<T>): boolean {
  return (
    words !== undefined || number !== undefined || beginnings !== undefined || endings !== undefined
  );
}

export function isMark(text: string): boolean {
  return text === "," || text === "." || text === "?";
}

function step<T>(at: Node<T>, word: string): Node<T> {
  if (word === "..") {
    at.gap ??= {};
    return at.gap;
  }
  if (word === "#") {
    at.number ??= {};
    return at.number;
  }
  if (word.endsWith("*")) {
    at.beginnings ??= { next: new Map(), lengths: new Map() };
    const beginning = word.slice(0, -1);
    return affixStep(at.beginnings, beginning, startOf(beginning));
  }
  if (word.startsWith("*")) {
    at.endings ??= { next: new Map(), lengths: new Map() };
    const ending = word.slice(1);
    return affixStep(at.endings, ending, endOf(ending));
  }
  at.words ??= new Map();
  return nextIn(at.words, word);
}

function affixStep<T>(affixes: Affixes<T>, affix: string, edge: number): Node<T> {
  const key = affix.length > 1 ? edge : anyEdge;
  const lengths = affixes.lengths.get(key) ?? [];
  if (!lengths.includes(affix.length)) affixes.lengths.set(key, [...lengths, affix.length]);
  return nextIn(affixes.next, affix);
}

/** For affixes of one letter. */
const anyEdge = -1;

function startOf(text: string): number {
  return (text.charCodeAt(0) << 7) ^ text.charCodeAt(1);
}

function endOf(text: string): number {
  return (text.charCodeAt(text.length - 1) << 7) ^ text.charCodeAt(text.length - 2);
}

function nextIn<T>(nodes: Map<string, Node<T>>, key: string): Node<T> {
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const made: Node<T> = {};
  nodes.set(key, made);
  return made;
}

function nextNodes<T>(from: Node<T>, text: string): Node<T>[] {
  const nodes: Node<T>[] = [];
  const exact = from.words?.get(text);
  if (exact !== undefined) nodes.push(exact);
  if (from.number !== undefined && /^\d+$/.test(text)) nodes.push(from.number);
  const { beginnings, endings } = from;
  if (beginnings !== undefined) {
    const cut = (length: number) => text.slice(0, length);
    addAffixes(beginnings, anyEdge, text, cut, nodes);
    addAffixes(beginnings, startOf(text), text, cut, nodes);
  }
  if (endings !== undefined) {
    const cut = (length: number) => text.slice(-length);
    addAffixes(endings, anyEdge, text, cut, nodes);
    addAffixes(endings, endOf(text), text, cut, nodes);
  }
  return nodes;
}

function addAffixes<T>(
  { next, lengths }: Affixes<T>,
  edge: number,
  text: string,
  cut: (length: number) => string,
  nodes: Node<T>[],
): void {
  for (const length of lengths.get(edge) ?? []) {
    const node = length > text.length ? undefined : next.get(cut(length));
    if (node !== undefined) nodes.push(node);
  }
}

/** The phrases that a written one stands for: every choice of `a|b` taken. */
export function variants(phrase: string): string[] {
  if (!phrase.includes("|")) return phrase.trim() === "" ? [] : [phrase.trim()];
  let all = [""];
  for (const word of phrase.trim().split(/\s+/)) {
    all = all.flatMap((before) => word.split("|").map((choice) => `${before} ${choice}`.trim()));
  }
  if (all.length > variantsMax) throw new Error(`Too many choices in "${phrase}".`);
  return all.filter((variant) => variant !== "");
}
