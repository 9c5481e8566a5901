import type { Where } from "./finding.ts";

/** Events that stand one after the other both in the log and in a lane. */
export type Run = {
  /** Leaf of the first; those that wait in the outbox come after the tree's leaves. */
  first: number;
  instance: number;
  firstSeq: number;
  events: number;
  /** It is of the outbox. */
  isWaiting: boolean;
};

/** A range, from the first up to, not including, `to`. */
export type Range = { from: number; to: number };

/** Which event each leaf is, as the runs have it. Two runs may contradict each other: then it gives one of them. */
export class Runs {
  readonly #size: number;
  readonly #byLeaf: readonly Run[];
  readonly #byLane: ReadonlyMap<number, Lane>;

  /** @param size of the tree: there begin the leaves of the outbox */
  constructor(runs: readonly Run[], size: number) {
    this.#size = size;
    this.#byLeaf = runs.toSorted((one, other) => one.first - other.first);
    const lanes = Map.groupBy(runs, ({ instance }) => instance);
    this.#byLane = new Map([...lanes].map(([instance, own]) => [instance, new Lane(own)]));
  }

  get lanes(): Iterable<[instance: number, lane: Lane]> {
    return this.#byLane;
  }

  lane(instance: number): Lane | undefined {
    return this.#byLane.get(instance);
  }

  /** The run that an event belongs to, by its number in its lane. */
  runOf(instance: number, seq: number): Run | undefined {
    return this.#byLane.get(instance)?.runOf(seq);
  }

  /** The leaf of an event. */
  leafOf(instance: number, seq: number): number | undefined {
    const run = this.runOf(instance, seq);
    const leaf = run ? run.first + seq - run.firstSeq : -1;
    const isThere = leaf >= 0 && (run?.isWaiting || leaf < this.#size);
    return isThere ? leaf : undefined;
  }

  /** The run that a leaf belongs to. */
  runAt(leaf: number): Run | undefined {
    const run = this.#byLeaf[lastNotAbove(this.#byLeaf, leaf, ({ first }) => first)];
    return run && leaf < run.first + run.events ? run : undefined;
  }

  /** The event that a leaf is. */
  placeOf(leaf: number): Pick<Where, "leaf" | "instance" | "instanceSeq"> {
    const run = this.runAt(leaf);
    if (!run) return { leaf };
    return { leaf, instance: run.instance, instanceSeq: run.firstSeq + leaf - run.first };
  }
}

/** Leaves of the tree that no run has, and runs that take leaves of the next one, or of none. */
export function leafUnevenness(
  runs: readonly Run[],
  size: number,
): { missing: Range[]; overlapping: { run: Run; next: Run | undefined }[] } {
  const sorted = runs.toSorted((one, other) => one.first - other.first);
  const missing: Range[] = [];
  const overlapping: { run: Run; next: Run | undefined }[] = [];
  let end = 0;
  for (const [place, run] of sorted.entries()) {
    const next = sorted[place + 1];
    const to = Math.min(run.first, size);
    if (to > end) missing.push({ from: end, to });
    if (run.first + run.events > (next?.first ?? size)) overlapping.push({ run, next });
    end = Math.max(end, run.first + run.events);
  }
  if (end < size) missing.push({ from: end, to: size });
  return { missing, overlapping };
}

/** The runs of one lane. */
export class Lane {
  readonly runs: readonly Run[];
  /** The highest number that a run up to this one reaches. */
  readonly #reach: number[] = [];

  constructor(runs: readonly Run[]) {
    this.runs = runs.toSorted((one, other) => one.firstSeq - other.firstSeq);
    let reach = 0;
    for (const { firstSeq, events } of this.runs) {
      reach = Math.max(reach, firstSeq + events - 1);
      this.#reach.push(reach);
    }
  }

  /** The number of the last event. */
  get last(): number {
    return this.#reach.at(-1) ?? 0;
  }

  runOf(seq: number): Run | undefined {
    let place = lastNotAbove(this.runs, seq, ({ firstSeq }) => firstSeq);
    for (; (this.#reach[place] ?? 0) >= seq; place--) {
      const run = this.runs[place];
      if (run && seq < run.firstSeq + run.events) return run;
    }
    return undefined;
  }

  /** Numbers that no run has, up to the last, and pairs of runs that have numbers in common. */
  unevenness(): { missing: Range[]; overlapping: [Run, Run][] } {
    const missing: Range[] = [];
    const overlapping: [Run, Run][] = [];
    let reaching: Run | undefined;
    for (const run of this.runs) {
      const next = reaching ? reaching.firstSeq + reaching.events : 1;
      if (run.firstSeq > next) missing.push({ from: next, to: run.firstSeq });
      if (reaching && run.firstSeq < next) overlapping.push([reaching, run]);
      if (run.firstSeq + run.events > next) reaching = run;
    }
    return { missing, overlapping };
  }
}

/** The place of the last that isn't above `value`, in a list that is sorted by what `of` gives; -1 when all are. */
function lastNotAbove<Item>(
  sorted: readonly Item[],
  value: number,
  of: (item: Item) => number,
): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const item = sorted[middle];
    if (item !== undefined && of(item) <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
