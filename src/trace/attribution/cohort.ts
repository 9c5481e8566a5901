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

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    const seen = new Float64Array(evidence.background.length);
    for (const { items, densities } of evidence.people) {
      for (const [place, item] of items.entries()) {
        seen[item] = (seen[item] ?? 0) + (densities[place] ?? 0);
      }
    }
    this.#credits = new Map(
      evidence.people.map((person) => [
        person,
        person.densities.map((density, place) => density / (seen[person.items[place] ?? 0] ?? 1)),
      ]),
    );
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

function sum(before: number, value: number): number {
  return before + value;
}
