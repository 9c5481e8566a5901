import { Cohort, type Source } from "./cohort.ts";
import type { Evidence, PersonEvidence } from "./evidence.ts";
import { gainOf, type Mixture, mixtureOf } from "./mixture.ts";

/** Of whom adds most at first sight, so many are weighed exactly: of many rows the first sight says nearly all. */
const weighed = { least: 4, most: 24 } as const;
/** Of those who share most of somebody's rows, so many are held against that person. */
const compared = { least: 3, most: 8 } as const;
/** Up to so many rows the most are weighed and compared, and of more rows fewer, so that it takes as long. */
const rowsUsual = 200;
/** Who adds less than this explains next to nothing: one row that few others saw adds more. */
const gainMin = 2;

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

/** Two who saw so much alike of the sample that one can't be told from the other: the first isn't named. */
export type Alike = { agent: string; other: string };

/** Who would be named next, if more rows showed the same. */
export type Nearest = {
  agent: string;
  gain: number;
  /** So many more rows of the same kind would settle it; undefined when this person explains next to nothing. */
  rowsMissing: number | undefined;
};

export type Attribution = {
  people: readonly Explaining[];
  alike: readonly Alike[];
  nearest: Nearest | undefined;
  /** Items that none of these people saw. */
  unexplained: number;
  /** Items that nobody saw at all: a source outside of this desk. */
  unseen: number;
};

/**
 * How much likelier the sample must become before somebody is named: as much as the best of so many people would add by chance,
 * and a margin. Access-log.md, 5.3, has a margin of 3; where few agents see most clients it named innocents in 2 % of runs, and
 * 4 does in 0.5 %, and finds as many who leaked.
 */
export function thresholdFor(peopleCount: number): number {
  return Math.log(Math.max(1, peopleCount)) + 4;
}

/**
 * Whose views explain a leaked sample best, or nobody's. One person after the other is added who makes it likeliest, while that
 * is more than chance would; who adds nothing beside those that came later is left out again, and so is who can't be told from
 * a colleague who saw nearly the same.
 */
export function attribute(evidence: Evidence): Attribution {
  const weighing = new Weighing(evidence);
  const threshold = thresholdFor(evidence.peopleCount);
  let likely: PersonEvidence[] = [];
  let best = weighing.bestBeside(likely);
  while (best && best.gain > threshold) {
    const next = weighing.withoutNeedless([...likely, best.person], threshold);
    if (!next.includes(best.person)) break;
    likely = next;
    best = weighing.bestBeside(likely);
  }
  const alike = likely.flatMap((person) => {
    const other = weighing.likeOf(person, likely, threshold);
    return other ? [{ agent: person.agent, other: other.agent }] : [];
  });
  const named = likely.filter(({ agent }) => !alike.some((one) => one.agent === agent));
  const pair = weighing.pairBeside(named);
  if (pair && pair.gain > threshold + Math.log(Math.max(1, evidence.peopleCount))) {
    const { agent } = pair.person;
    const isSaid = alike.some((one) => one.agent === agent || one.other === agent);
    if (!isSaid) alike.push({ agent, other: pair.other.agent });
  }
  return { ...report(evidence, weighing, named), alike, nearest: nearestOf(best, evidence) };
}

/** Each row adds as much as those that there are, on the average. */
function nearestOf(
  best: { person: PersonEvidence; gain: number } | undefined,
  { background, peopleCount }: Evidence,
): Nearest | undefined {
  if (!best) return undefined;
  const { person, gain } = best;
  const missing = Math.ceil(((thresholdFor(peopleCount) - gain) * background.length) / gain);
  const rowsMissing = gain >= gainMin ? Math.max(1, missing) : undefined;
  return { agent: person.agent, gain, rowsMissing };
}

/** What people add to the likelihood of a sample, beside the world at large, clients of the same kind, and all alike. */
class Weighing {
  readonly #evidence: Evidence;
  readonly #cohort: Cohort;
  /** All clients alike: rows drawn so show many whom hardly anybody but the busiest sees. */
  readonly #even: Source;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#cohort = new Cohort(evidence);
    this.#even = {
      items: Int32Array.from(evidence.background.keys()),
      densities: evidence.background.map(() => evidence.even),
    };
  }

  /** How the sample is likeliest made up of these people and what is none of them. */
  mixture(people: readonly PersonEvidence[]): Mixture {
    const cohort = this.#cohort.without(people, this.#left(people));
    return mixtureOf(this.#evidence, [...people, cohort, this.#even]);
  }

  /** How much likelier the sample is with this one of these people than without. */
  gain(person: PersonEvidence, people: readonly PersonEvidence[]): number {
    return this.#gainOf(
      [person],
      people.filter((one) => one !== person),
    );
  }

  #gainOf(some: readonly PersonEvidence[], others: readonly PersonEvidence[]): number {
    const people = [...others, ...some];
    const besides = [this.#cohort.without(people, this.#left(others)), this.#even];
    const without = mixtureOf(this.#evidence, [...others, ...besides]);
    return mixtureOf(this.#evidence, [...people, ...besides]).logLikelihood - without.logLikelihood;
  }

  /** How much of each item these people don't explain, from 0 to 1. */
  #left(people: readonly PersonEvidence[]): Float64Array {
    const left = new Float64Array(this.#evidence.background.length).fill(1);
    if (people.length === 0) return left;
    const { shares, likelihoods } = mixtureOf(this.#evidence, [...people, this.#even]);
    for (const [place, { items, densities }] of people.entries()) {
      for (const [each, item] of items.entries()) {
        const part = ((shares[place] ?? 0) * (densities[each] ?? 0)) / (likelihoods[item] ?? 1);
        left[item] = Math.max(0, (left[item] ?? 0) - part);
      }
    }
    return left;
  }

  bestBeside(named: readonly PersonEvidence[]) {
    return this.#likeliest(named, this.#atMost(weighed))
      .map((person) => ({ person, gain: this.gain(person, [...named, person]) }))
      .sort((a, b) => b.gain - a.gain)[0];
  }

  /** Two who explain together what each hides of the other: the one stands for clients of the kind that the other saw. */
  pairBeside(named: readonly PersonEvidence[]) {
    return this.#likeliest(named, this.#atMost(compared))
      .flatMap((person) => {
        const [other] = this.#sharing(person, [...named, person]);
        return other ? [{ person, other, gain: this.#gainOf([person, other], named) }] : [];
      })
      .sort((a, b) => b.gain - a.gain)[0];
  }

  #atMost({ least, most }: { least: number; most: number }): number {
    const rows = Math.max(1, this.#evidence.background.length);
    return Math.max(least, Math.min(most, Math.floor((most * rowsUsual) / rows)));
  }

  /** Who adds most at first sight, without clients of the same kind. */
  #likeliest(named: readonly PersonEvidence[], most: number): PersonEvidence[] {
    const mixture = mixtureOf(this.#evidence, [...named, this.#even]);
    return this.#evidence.people
      .filter((person) => !named.includes(person))
      .map((person) => ({ person, gain: gainOf(mixture, person) }))
      .sort((a, b) => b.gain - a.gain)
      .slice(0, most)
      .map(({ person }) => person);
  }

  /** Who else saw most of what this person saw of the sample. */
  #sharing(person: PersonEvidence, people: readonly PersonEvidence[]): PersonEvidence[] {
    const own = new Set(person.items);
    const sharedBy = (other: PersonEvidence) => other.items.filter((item) => own.has(item)).length;
    return this.#evidence.people
      .filter((other) => !people.includes(other))
      .map((other) => ({ other, shared: sharedBy(other) }))
      .sort((a, b) => b.shared - a.shared)
      .map(({ other }) => other);
  }

  /** Somebody beside whom this one of these people explains no more than chance would. */
  likeOf(
    person: PersonEvidence,
    people: readonly PersonEvidence[],
    threshold: number,
  ): PersonEvidence | undefined {
    return this.#sharing(person, people)
      .slice(0, this.#atMost(compared))
      .find((other) => this.gain(person, [...people, other]) <= threshold);
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
): Omit<Attribution, "alike" | "nearest"> {
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
