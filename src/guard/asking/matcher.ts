import type { Token } from "./tokens.ts";

const gapTokens = 7;
const affixMax = 24;
const variantsMax = 500;
const rememberedMax = 20_000;

/** A place in a tree of phrases: what may come next, and what ends here. Most are leaves, so that they hold little. */
type Node<T> = {
  words?: Map<string, Node<T>>;
  beginnings?: Map<string, Node<T>>;
  endings?: Map<string, Node<T>>;
  number?: Node<T>;
  gap?: Node<T>;
  found?: T[];
};

export type Match<T> = { found: T; from: number; to: number };

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

  /** What a phrase may begin with, remembered for the words that come again and again. */
  #beginnings(text: string): readonly Node<T>[] {
    const known = this.#first.get(text);
    if (known !== undefined) return known;
    const nodes = nextNodes(this.#root, text);
    if (this.#first.size < rememberedMax) this.#first.set(text, nodes);
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
      for (const found of next.found ?? []) matches.push({ found, from: start, to: place + 1 });
      this.#walk(next, tokens, start, place + 1, matches);
      if (next.gap === undefined) continue;
      for (let skipped = 0; skipped <= gapTokens; skipped++) {
        const over = tokens[place + skipped]?.text;
        if (skipped > 0 && (over === undefined || isMark(over))) break;
        this.#walk(next.gap, tokens, start, place + 1 + skipped, matches);
      }
    }
  }
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
  const [kind, key] = word.endsWith("*")
    ? (["beginnings", word.slice(0, -1)] as const)
    : word.startsWith("*")
      ? (["endings", word.slice(1)] as const)
      : (["words", word] as const);
  at[kind] ??= new Map();
  const next = at[kind].get(key) ?? {};
  at[kind].set(key, next);
  return next;
}

function nextNodes<T>(from: Node<T>, text: string): Node<T>[] {
  const nodes: Node<T>[] = [];
  const exact = from.words?.get(text);
  if (exact !== undefined) nodes.push(exact);
  if (from.number !== undefined && /^\d+$/.test(text)) nodes.push(from.number);
  const longest = Math.min(text.length, affixMax);
  if (from.beginnings !== undefined) {
    for (let length = 1; length <= longest; length++) {
      const next = from.beginnings.get(text.slice(0, length));
      if (next !== undefined) nodes.push(next);
    }
  }
  if (from.endings !== undefined) {
    for (let length = 1; length <= longest; length++) {
      const next = from.endings.get(text.slice(-length));
      if (next !== undefined) nodes.push(next);
    }
  }
  return nodes;
}

/** The phrases that a written one stands for: every choice of `a|b` taken. */
export function variants(phrase: string): string[] {
  let all = [""];
  for (const word of phrase.trim().split(/\s+/)) {
    all = all.flatMap((before) => word.split("|").map((choice) => `${before} ${choice}`.trim()));
  }
  if (all.length > variantsMax) throw new Error(`Too many choices in "${phrase}".`);
  return all.filter((variant) => variant !== "");
}
