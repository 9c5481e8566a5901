import type { Evidence, PersonEvidence } from "./evidence.ts";

/** A source that isn't a person: for each item how likely it is to give it. */
export type Source = Pick<PersonEvidence, "items" | "densities">;

/**
 * Clients of the same kind as those of a sample, whoever saw them. Rows of one country's or one team's clients make everybody of
 * that team likelier, and its busiest member would be named; this source explains such rows by all of that team together.
 *
 * Each item is credited to all who saw it alike, and who has credit is a source of so much. What it says of one item comes from
 * the other items alone, and from nobody who is weighed as a source himself: else it would explain everything.
 */
export class Cohort {
  readonly #evidence: Evidence;
  /** For each person and item the part of the item that is credited to that person. */
  readonly #credits: ReadonlyMap<PersonEvidence, Float64Array>;
  /** Of how many clients each person was shown something. */
  readonly #sizes: ReadonlyMap<PersonEvidence, number>;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    const seen = new Float64Array(evidence.background.length);
    for (const { items, densities } of evidence.people) {
      for (const [place, item] of items.entries()) {
        seen[item] = (seen[item] ?? 0) + (densities[place] ?? 0);
      }
    }
    this.#sizes = new Map(evidence.people.map((person) => [person, sizeOf(person)]));
    this.#credits = new Map(
      evidence.people.map((person) => [
        person,
        person.densities.map((density, place) => density / (seen[person.items[place] ?? 0] ?? 1)),
      ]),
    );
  }

  /**
   * All clients of the kind that these people's rows are of, alike. A row that one alone saw of a whole team's clients would name
   * that one, where the team sees few of its clients twice. Colleagues who share these rows tell which part of the others' clients
   * is of that kind: as much of it as they saw, beside these rows, of the sample.
   * @param left how much of each item, from 0 to 1, the others don't explain
   */
  alike(
    some: readonly PersonEvidence[],
    others: readonly PersonEvidence[],
    left: Float64Array,
  ): Source {
    const held = new Set(some.flatMap(({ items }) => [...items]));
    const kind = new Set(held);
    let [rests, shares, shared] = [0, 0, 0];
    for (const [person, size] of this.#sizes) {
      if (some.includes(person) || others.includes(person)) continue;
      const both = sumAt(person.items, left, (item) => held.has(item));
      const rest = sumAt(person.items, left, (item) => !held.has(item));
      rests += rest;
      // Whoever shares more of these rows says more, by how many clients it was out of.
      shared += both;
      shares += (both / size) * rest;
      if (both > 0) for (const item of person.items) kind.add(item);
    }
    const rate = shared > 0 ? shares / shared : 0;
    const own = some.reduce((sum, person) => sum + (this.#sizes.get(person) ?? 0), 0);
    const ofKind = own + rests / rate;
    const { even, total } = this.#evidence;
    const density = rate > 0 ? even * Math.max(1, total / ofKind) : 0;
    const items = Int32Array.from(kind);
    return { items, densities: new Float64Array(items.length).fill(density) };
  }

  /**
   * The source that everybody but these people make.
   * @param left how much of each item, from 0 to 1, is to be explained yet: what others explain says nothing of the rest
   */
  without(people: readonly PersonEvidence[], left: Float64Array): Source {
    const densities = new Float64Array(this.#evidence.background.length);
    let whole = 0;
    for (const [person, credits] of this.#credits) {
      if (people.includes(person)) continue;
      const own = credits.map((credit, place) => credit * (left[person.items[place] ?? 0] ?? 0));
      const total = own.reduce(sum, 0);
      whole += total;
      for (const [place, item] of person.items.entries()) {
        const others = total - (own[place] ?? 0);
        densities[item] = (densities[item] ?? 0) + others * (person.densities[place] ?? 0);
      }
    }
    return {
      items: Int32Array.from(densities.keys()),
      densities: densities.map((density) => (whole > 0 ? density / whole : 0)),
    };
  }
}

/** Most items of a person have the density of one among all; those with several candidates less, decoys more. */
function sizeOf({ densities }: PersonEvidence): number {
  const [middle = 1] = densities.toSorted().subarray(densities.length >> 1);
  return 1 / middle;
}

function sumAt(items: Int32Array, values: Float64Array, counts: (item: number) => boolean): number {
  let sum = 0;
  for (const item of items) if (counts(item)) sum += values[item] ?? 0;
  return sum;
}

function sum(before: number, value: number): number {
  return before + value;
}
