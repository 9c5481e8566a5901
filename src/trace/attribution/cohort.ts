import type { Evidence, PersonEvidence } from "./evidence.ts";

/** For each of some items how likely a source is to give it; without a list of items, for all of them. */
export type Source = { items?: Int32Array; densities: Float64Array };

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
   *
   * It gives any row, those too that nobody saw: where values change often, most of a kind's rows are nobody's, and a kind
   * that couldn't give them would leave what somebody saw to chance.
   * @param left how much of each item, from 0 to 1, the others don't explain
   */
  alike(
    some: readonly PersonEvidence[],
    others: readonly PersonEvidence[],
    left: Float64Array,
  ): Source {
    const count = this.#evidence.background.length;
    const held = new Uint8Array(count);
    for (const { items } of some) for (const item of items) held[item] = 1;
    let [rests, shares, shared] = [0, 0, 0];
    for (const [person, size] of this.#sizes) {
      if (some.includes(person) || others.includes(person)) continue;
      let [both, rest] = [0, 0];
      for (const item of person.items) {
        if (held[item]) both += left[item] ?? 0;
        else rest += left[item] ?? 0;
      }
      rests += rest;
      // Whoever shares more of these rows says more, by how many clients it was out of.
      shared += both;
      shares += (both / size) * rest;
    }
    const rate = shared > 0 ? shares / shared : 0;
    const own = some.reduce((sum, person) => sum + (this.#sizes.get(person) ?? 0), 0);
    const ofKind = own + rests / rate;
    const { even, total } = this.#evidence;
    const density = rate > 0 ? even * Math.max(1, total / ofKind) : 0;
    return { densities: new Float64Array(count).fill(density) };
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
      const { items, densities: own } = person;
      let total = 0;
      for (let each = 0; each < items.length; each++) {
        total += (credits[each] ?? 0) * (left[items[each] ?? 0] ?? 0);
      }
      whole += total;
      for (let each = 0; each < items.length; each++) {
        const item = items[each] ?? 0;
        const others = total - (credits[each] ?? 0) * (left[item] ?? 0);
        densities[item] = (densities[item] ?? 0) + others * (own[each] ?? 0);
      }
    }
    if (whole > 0) for (const [item, sum] of densities.entries()) densities[item] = sum / whole;
    return { densities };
  }
}

/** Most items of a person have the density of one among all; those with several candidates less, decoys more. */
function sizeOf({ densities }: PersonEvidence): number {
  const [middle = 1] = densities.toSorted().subarray(densities.length >> 1);
  return 1 / middle;
}
