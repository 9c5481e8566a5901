import { Cohort } from "./cohort.ts";
import type { Evidence, PersonEvidence } from "./evidence.ts";
import { gainOf, type Mixture, mixtureOf } from "./mixture.ts";

/** Of whom adds most at first sight, so many are weighed exactly. */
const weighedMax = 24;

/** Somebody whose views explain a part of the sample. It says what is likely, and accuses nobody. */
export type Explaining = {
  agent: string;
  /** How many items this person saw. */
  explains: number;
  /** Those that nobody else saw. */
  alone: number;
  /** How many would be expected of a sample that comes from the world at large. */
  chance: number;
  /** How much likelier the sample is with this person as a source, as a natural logarithm. */
  gain: number;
  /** The part of the sample that comes from this person, where it is likeliest. */
  share: number;
};

export type Attribution = {
  people: readonly Explaining[];
  /** Items that none of these people saw. */
  unexplained: number;
  /** Items that nobody saw at all: a source outside of this desk. */
  unseen: number;
};

/**
 * How much likelier the sample must become before somebody is named: as much as the best of so many people would add by chance,
 * and a margin (access-log.md, 5.3). A smaller one names more innocents.
 */
export function thresholdFor(peopleCount: number): number {
  return Math.log(Math.max(1, peopleCount)) + 3;
}

/**
 * Whose views explain a leaked sample best, or nobody's. One person after the other is added who makes it likeliest, while that
 * is more than chance would; who adds nothing beside those that came later is left out again.
 */
export function attribute(evidence: Evidence): Attribution {
  const weighing = new Weighing(evidence);
  const threshold = thresholdFor(evidence.peopleCount);
  let named: PersonEvidence[] = [];
  for (;;) {
    const best = weighing.bestBeside(named);
    if (!best || best.gain <= threshold) break;
    const next = weighing.withoutNeedless([...named, best.person], threshold);
    if (!next.includes(best.person)) break;
    named = next;
  }
  return report(evidence, weighing, named);
}

/** What people add to the likelihood of a sample, beside the world at large and clients of the same kind. */
class Weighing {
  readonly #evidence: Evidence;
  readonly #cohort: Cohort;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#cohort = new Cohort(evidence);
  }

  /** How the sample is likeliest made up of these people and what is none of them. */
  mixture(people: readonly PersonEvidence[]): Mixture {
    return mixtureOf(this.#evidence, [...people, this.#cohort.without(people)]);
  }

  /** How much likelier the sample is with this one of these people than without. */
  gain(person: PersonEvidence, people: readonly PersonEvidence[]): number {
    const others = people.filter((one) => one !== person);
    const cohort = this.#cohort.without(people);
    const without = mixtureOf(this.#evidence, [...others, cohort]);
    return this.mixture(people).logLikelihood - without.logLikelihood;
  }

  bestBeside(named: readonly PersonEvidence[]) {
    const mixture = mixtureOf(this.#evidence, named);
    const likely = this.#evidence.people
      .filter((person) => !named.includes(person))
      .map((person) => ({ person, gain: gainOf(mixture, person) }))
      .sort((a, b) => b.gain - a.gain)
      .slice(0, weighedMax);
    return likely
      .map(({ person }) => ({ person, gain: this.gain(person, [...named, person]) }))
      .sort((a, b) => b.gain - a.gain)[0];
  }

  /** Leaves out whoever explained a part that others explain as well. */
  withoutNeedless(people: readonly PersonEvidence[], threshold: number): PersonEvidence[] {
    const least = people
      .map((person) => ({ person, gain: this.gain(person, people) }))
      .sort((a, b) => a.gain - b.gain)[0];
    if (!least || least.gain > threshold) return [...people];
    return this.withoutNeedless(
      people.filter((person) => person !== least.person),
      threshold,
    );
  }
}

function report(
  { background, people }: Evidence,
  weighing: Weighing,
  named: readonly PersonEvidence[],
): Attribution {
  const seers = new Int32Array(background.length);
  for (const { items } of people) for (const item of items) seers[item] = (seers[item] ?? 0) + 1;
  const { shares } = weighing.mixture(named);
  const explaining = named.map((person, place) => ({
    agent: person.agent,
    explains: person.items.length,
    alone: person.items.filter((item) => seers[item] === 1).length,
    chance: person.chance,
    gain: weighing.gain(person, named),
    share: shares[place] ?? 0,
  }));
  return {
    people: explaining.sort((a, b) => b.gain - a.gain),
    unexplained: background.length - new Set(named.flatMap(({ items }) => [...items])).size,
    unseen: seers.filter((count) => count === 0).length,
  };
}
