import type { Id } from "#platform";
import type { Source } from "../source/index.ts";
import { fingerprintsOf } from "./fingerprint.ts";

/** What part of the shorter text must stand in the longer one. */
const sharedShareMin = 0.2;
/** Fewer shared passages than these are a name or a title, unless the whole text is as short. */
const sharedMin = 3;
/** How many texts with one passage are compared with a further one: a copy of a copy finds one of them. */
const ownersMax = 8;

/** By what it is known that sources have one origin, or that a source has one of its own. */
export type OriginBasis = "text" | "hand";

/**
 * Sources that have their story from one place: they count once. Where nothing was compared and nobody said anything, it
 * isn't known that a source is independent.
 */
export type OriginGroup = {
  sources: readonly Id<"source">[];
  bases: ReadonlySet<OriginBasis>;
  /** What people call it. */
  labels: readonly string[];
};

type Grouped = Pick<Source, "id" | "capture" | "text" | "origin">;

/**
 * Puts sources together that say so in the same words, or of which somebody said that they have one origin. Both only ever
 * join: neither makes more origins of one. Facts in our own words aren't compared. The work grows with the texts.
 */
export function groupOrigins(sources: readonly Grouped[]): OriginGroup[] {
  const joined = new Joined(sources.length);
  joinByText(sources, joined);
  joinByHand(sources, joined);
  const groups = new Map<number, number[]>();
  for (const place of sources.keys()) {
    const root = joined.rootOf(place);
    const members = groups.get(root);
    if (members) members.push(place);
    else groups.set(root, [place]);
  }
  return [...groups.values()].map((places) => {
    const members = places.flatMap((place) => sources[place] ?? []);
    const bases = new Set<OriginBasis>();
    if (members.some(({ capture }) => capture === "text")) bases.add("text");
    if (members.some(({ origin }) => origin)) bases.add("hand");
    const labels = new Set(members.flatMap(({ origin }) => origin?.label ?? []));
    return { sources: members.map(({ id }) => id), bases, labels: [...labels] };
  });
}

function joinByText(sources: readonly Grouped[], joined: Joined): void {
  const owners = new Map<number, number[]>();
  const sizes: number[] = [];
  for (const [place, { capture, text }] of sources.entries()) {
    const own = capture === "text" ? fingerprintsOf(text) : new Set<number>();
    sizes.push(own.size);
    const shared = new Map<number, number>();
    for (const print of own) {
      const before = owners.get(print) ?? [];
      for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (before.length < ownersMax) owners.set(print, [...before, place]);
    }
    for (const [other, count] of shared) {
      const smaller = Math.min(own.size, sizes[other] ?? 0);
      if (count >= Math.min(sharedMin, smaller) && count >= smaller * sharedShareMin) {
        joined.join(other, place);
      }
    }
  }
}

function joinByHand(sources: readonly Grouped[], joined: Joined): void {
  const first = new Map<string, number>();
  for (const [place, { origin }] of sources.entries()) {
    if (!origin) continue;
    const before = first.get(origin.label);
    if (before === undefined) first.set(origin.label, place);
    else joined.join(before, place);
  }
}

/** Which places belong together: a forest of pointers to an earlier place. */
class Joined {
  readonly #above: number[];

  constructor(count: number) {
    this.#above = Array.from({ length: count }, (_, place) => place);
  }

  rootOf(place: number): number {
    let at = place;
    for (
      let above = this.#above[at];
      above !== undefined && above !== at;
      above = this.#above[at]
    ) {
      this.#above[at] = this.#above[above] ?? above;
      at = above;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [first, second] = [this.rootOf(one), this.rootOf(other)];
    this.#above[Math.max(first, second)] = Math.min(first, second);
  }
}
