import type { NeverAskId } from "../never-ask.ts";
import type { Kind } from "./language.ts";
import { isMark } from "./matcher.ts";
import type { Token } from "./tokens.ts";

/** A phrase of the language in a sentence, with its first token and the one after its last. */
export type Hit = { kind: Kind; item?: NeverAskId; from: number; to: number };

/** A comma before one of these words joins a list rather than parts clauses. */
const listReach = 5;

/** Kinds that make something else of the words in them. */
const covering = new Set<Kind>([
  "thing",
  "hollow",
  "self",
  "past",
  "third",
  "own",
  "lost",
  "give",
  "enter",
  "weaken",
  "admit",
  "approve",
  "open",
]);
/** "Schicken Sie" begins what is to be sent; the "schicken" in it doesn't end it. */
const firstVerbs = new Set<Kind>(["give", "enter", "weaken", "admit", "approve", "open"]);
/** How many phrases are held open at one place. */
const openMax = 12;
const covered = new Set<Kind>([
  "item",
  "give",
  "giveLast",
  "giveIt",
  "enter",
  "enterLast",
  "enterIt",
  "want",
  "wantLast",
  "wantIt",
  "weaken",
  "weakenLast",
  "weakenIt",
  "confirm",
  "confirmLast",
  "without",
  "carrier",
  "approve",
  "approveLast",
  "open",
  "openLast",
  "admit",
  "admitLast",
  "foreign",
  "protection",
  "prompt",
  "devicePrompt",
  "remote",
  "refuse",
  "third",
  "thing",
  "us",
  "away",
  "other",
  "ask",
]);

/** One sentence read in one language: its tokens, what stands where, and its clauses. */
export class Sentence {
  readonly tokens: readonly Token[];
  readonly #hits = new Map<Kind, Hit[]>();
  readonly #clauseStart: number[] = [];
  readonly #clauseEnd: number[] = [];

  constructor(tokens: readonly Token[], hits: readonly Hit[]) {
    this.tokens = tokens;
    for (const hit of withoutCovered(hits)) {
      const known = this.#hits.get(hit.kind);
      if (known === undefined) this.#hits.set(hit.kind, [hit]);
      else known.push(hit);
    }
    this.#findClauses();
  }

  all(kind: Kind): readonly Hit[] {
    return this.#hits.get(kind) ?? [];
  }

  /** The first phrase of a kind that begins in [from, to). */
  first(kind: Kind, from = 0, to = this.tokens.length): Hit | undefined {
    const hits = this.all(kind);
    const hit = hits[firstFrom(hits, from)];
    return hit !== undefined && hit.from < to ? hit : undefined;
  }

  has(kind: Kind, from = 0, to = this.tokens.length): boolean {
    return this.first(kind, from, to) !== undefined;
  }

  /** The phrases of a kind that begin in [from, to). */
  between(kind: Kind, from: number, to: number): Hit[] {
    const hits = this.all(kind);
    const found: Hit[] = [];
    for (let index = firstFrom(hits, from); index < hits.length; index++) {
      const hit = hits[index];
      if (hit === undefined || hit.from >= to) break;
      found.push(hit);
    }
    return found;
  }

  /** The last phrase of a kind that ends by `place`. */
  lastBefore(kind: Kind, place: number): Hit | undefined {
    const hits = this.all(kind);
    let index = firstFrom(hits, place) - 1;
    while (index >= 0 && (hits[index]?.to ?? 0) > place) index -= 1;
    return hits[index];
  }

  clauseStart(place: number): number {
    return this.#clauseStart[place] ?? 0;
  }

  clauseEnd(place: number): number {
    return this.#clauseEnd[place] ?? this.tokens.length;
  }

  #findClauses(): void {
    const starts = new Set<number>([0]);
    for (const [place, { text }] of this.tokens.entries()) {
      if (isMark(text) && !this.has("or", place + 1, place + 1 + listReach)) starts.add(place + 1);
    }
    for (const { from } of this.all("but")) starts.add(from);
    let start = 0;
    for (let place = 0; place < this.tokens.length; place++) {
      if (starts.has(place)) start = place;
      this.#clauseStart.push(start);
    }
    let end = this.tokens.length;
    for (let place = this.tokens.length - 1; place >= 0; place--) {
      this.#clauseEnd[place] = end;
      if (starts.has(place)) end = place;
    }
  }
}

function firstFrom(hits: readonly Hit[], from: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Promo code" is no code and "I will send" no sending of the client's: the longer phrase stands. */
function withoutCovered(hits: readonly Hit[]): Hit[] {
  const covers = hits.filter(({ kind }) => covering.has(kind));
  const kept: Hit[] = [];
  let next = 0;
  let open: Hit[] = [];
  for (const hit of hits) {
    for (let cover = covers[next]; cover !== undefined && cover.from <= hit.from; next++) {
      open.push(cover);
      cover = covers[next + 1];
    }
    open = open.filter(({ to }) => to > hit.from).slice(-openMax);
    if (!isCovered(hit, open)) kept.push(hit);
  }
  return kept;
}

function isCovered(hit: Hit, covers: readonly Hit[]): boolean {
  if (!covered.has(hit.kind)) return false;
  return covers.some((cover) => {
    if (firstVerbs.has(cover.kind))
      return hit.kind.endsWith("Last") && cover.from === hit.from && cover.to > hit.to;
    if (cover.kind === "thing" && hit.kind === "item") return cover.to >= hit.to;
    return cover.to >= hit.to && cover.to - cover.from > hit.to - hit.from;
  });
}
