import { Cohort, type Source } from "./cohort.ts";
import type { Evidence, PersonEvidence } from "./evidence.ts";
import { gainOf, type Mixture, mixtureOf } from "./mixture.ts";

/** Of whom adds most at first sight, so many are weighed exactly: of many rows the first sight says nearly all. */
const weighed = { least: 4, most: 24 } as const;
/** Of those who share most of somebody's rows, so many are held against that person. */
const compared = { least: 3, most: 8 } as const;
/** Up to so many rows the most are weighed and compared, and of more rows fewer, so that it takes as long. */
const rowsUsual = 200;
/** Work that stops now and then, so that others have their turn. */
export type Turns<Result> = Generator<undefined, Result>;

type Weighed = { person: PersonEvidence; gain: number };

/** What people add to the likelihood of a sample, beside the world at large, clients of the same kind, and all alike. */
export class Weighing {
  readonly #evidence: Evidence;
  readonly #cohort: Cohort;
  /** All clients alike: rows drawn so show many whom hardly anybody but the busiest sees. */
  readonly #even: Source;

  #kept: { people: readonly PersonEvidence[]; left: Float64Array } | undefined;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#cohort = new Cohort(evidence);
    this.#even = { densities: new Float64Array(evidence.background.length).fill(evidence.even) };
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

  /** Whether the sample is more likely by so much: mostly the first sight tells, which never says too much. */
  #gainsMore(
    person: PersonEvidence,
    people: readonly PersonEvidence[],
    threshold: number,
  ): boolean {
    const others = people.filter((one) => one !== person);
    const { without, withSome } = this.#heldAgainst([person], others);
    if (gainOf(without, person) > threshold) return true;
    return withSome().logLikelihood - without.logLikelihood > threshold;
  }

  #gainOf(some: readonly PersonEvidence[], others: readonly PersonEvidence[]): number {
    const { without, withSome } = this.#heldAgainst(some, others);
    return withSome().logLikelihood - without.logLikelihood;
  }

  /** The sample made up of the others and what is nobody, without some people and with them. */
  #heldAgainst(some: readonly PersonEvidence[], others: readonly PersonEvidence[]) {
    const people = [...others, ...some];
    const left = this.#left(others);
    const besides = [
      this.#cohort.without(people, left),
      this.#cohort.alike(some, others, left),
      this.#even,
    ];
    return {
      without: mixtureOf(this.#evidence, [...others, ...besides]),
      withSome: () => mixtureOf(this.#evidence, [...people, ...besides]),
    };
  }

  /** How much of each item these people don't explain, from 0 to 1: asked for the same people again and again. */
  #left(people: readonly PersonEvidence[]): Float64Array {
    const kept = this.#kept;
    const isSame = kept?.people.length === people.length;
    if (kept && isSame && people.every((one, at) => one === kept.people[at])) return kept.left;
    const left = this.#leftWithout(people);
    this.#kept = { people, left };
    return left;
  }

  #leftWithout(people: readonly PersonEvidence[]): Float64Array {
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

  *bestBeside(named: readonly PersonEvidence[]): Turns<Weighed | undefined> {
    const likely = this.#likeliest(named, this.#atMost(weighed));
    return mostGaining(
      yield* inTurns(likely, (person) => ({ person, gain: this.gain(person, [...named, person]) })),
    );
  }

  /** Two who explain together what each hides of the other: the one stands for clients of the kind that the other saw. */
  *pairBeside(
    named: readonly PersonEvidence[],
  ): Turns<(Weighed & { other: PersonEvidence }) | undefined> {
    const pairs = this.#likeliest(named, this.#atMost(compared)).flatMap((person) => {
      const [other] = this.#sharing(person, [...named, person]);
      return other ? [{ person, other }] : [];
    });
    return mostGaining(
      yield* inTurns(pairs, ({ person, other }) => ({
        ...{ person, other, gain: this.#gainOf([person, other], named) },
      })),
    );
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
    const own = new Uint8Array(this.#evidence.background.length);
    for (const item of person.items) own[item] = 1;
    const sharedBy = ({ items }: PersonEvidence) => {
      let shared = 0;
      for (const item of items) shared += own[item] ?? 0;
      return shared;
    };
    return this.#evidence.people
      .filter((other) => !people.includes(other))
      .map((other) => ({ other, shared: sharedBy(other) }))
      .sort((a, b) => b.shared - a.shared)
      .map(({ other }) => other);
  }

  /** Somebody beside whom this one of these people explains no more than chance would. */
  *likeOf(
    person: PersonEvidence,
    people: readonly PersonEvidence[],
    threshold: number,
  ): Turns<PersonEvidence | undefined> {
    for (const other of this.#sharing(person, people).slice(0, this.#atMost(compared))) {
      yield;
      if (!this.#gainsMore(person, [...people, other], threshold)) return other;
    }
    return undefined;
  }

  /** Leaves out whoever explained a part that others explain as well. */
  *withoutNeedless(people: readonly PersonEvidence[], threshold: number): Turns<PersonEvidence[]> {
    let needed = [...people];
    for (;;) {
      const isNeeded = yield* inTurns(needed, (one) => this.#gainsMore(one, needed, threshold));
      if (!isNeeded.includes(false)) return needed;
      const gains = yield* inTurns(needed, (person) => ({
        ...{ person, gain: this.gain(person, needed) },
      }));
      const [least] = gains.sort((a, b) => a.gain - b.gain);
      if (!least || least.gain > threshold) return needed;
      needed = needed.filter((person) => person !== least.person);
    }
  }
}

function* inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Turns<Result[]> {
  const done: Result[] = [];
  for (const item of items) {
    yield;
    done.push(work(item));
  }
  return done;
}

function mostGaining<One extends { gain: number }>(all: readonly One[]): One | undefined {
  return all.toSorted((a, b) => b.gain - a.gain)[0];
}
