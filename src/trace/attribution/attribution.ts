import { setImmediate as othersTurn } from "node:timers/promises";
import type { Evidence, PersonEvidence } from "./evidence.ts";
import { oncePerClient } from "./once-per-client.ts";
import { type Turns, Weighing } from "./weighing.ts";

/**
 * Beside one colleague somebody must explain so much more, or as much as among all people where those are few: made-up desks
 * named no innocent with 8.5, and 1 in 60 runs with 5 where all rows were one team's.
 */
const besideOne = 8;
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
  /** The part of the sample, by clients, that comes from this person, where it is likeliest. */
  share: number;
};

/** Two of whom the first isn't named: beside what the other saw too, too little is left to tell them apart. */
export type Alike = { agent: string; other: string };

/** Who would be named next, if more rows showed the same. */
export type Nearest = {
  agent: string;
  gain: number;
  /** So many more rows of the same kind, each about another client, would settle it. */
  rowsMissing: number;
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
 * is more than chance would; who adds nothing beside those that came later is left out again, and so is who adds too
 * little beside a colleague.
 */
export function attribute(evidence: Evidence): Attribution {
  const turns = attributing(evidence);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** The same, while whatever else the process does has its turn: some milliseconds of work for 2,000 rows between two. */
export async function attributeInTurns(evidence: Evidence): Promise<Attribution> {
  const turns = attributing(evidence);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    await othersTurn();
  }
}

function* attributing(rows: Evidence): Turns<Attribution> {
  const evidence = oncePerClient(rows);
  const weighing = new Weighing(evidence);
  const threshold = thresholdFor(evidence.peopleCount);
  let likely: PersonEvidence[] = [];
  let best = yield* weighing.bestBeside(likely);
  while (best && best.gain > threshold) {
    const next = yield* weighing.withoutNeedless([...likely, best.person], threshold);
    if (!next.includes(best.person)) break;
    likely = next;
    best = yield* weighing.bestBeside(likely);
  }
  const alike: Alike[] = [];
  for (const person of likely) {
    const other = yield* weighing.likeOf(person, likely, Math.min(threshold, besideOne));
    if (other) alike.push({ agent: person.agent, other: other.agent });
  }
  const named = likely.filter(({ agent }) => !alike.some((one) => one.agent === agent));
  const pair = yield* weighing.pairBeside(named);
  if (pair && pair.gain > threshold + Math.log(Math.max(1, evidence.peopleCount))) {
    const { agent } = pair.person;
    const isSaid = alike.some((one) => one.agent === agent || one.other === agent);
    if (!isSaid) alike.push({ agent, other: pair.other.agent });
  }
  return { ...report(rows, weighing, named), alike, nearest: nearestOf(best, evidence) };
}

/** Each client adds as much as those that there are, on the average. */
function nearestOf(
  best: { person: PersonEvidence; gain: number } | undefined,
  { background, peopleCount }: Evidence,
): Nearest | undefined {
  if (!best || best.gain < gainMin) return undefined;
  const { person, gain } = best;
  const missing = Math.ceil(((thresholdFor(peopleCount) - gain) * background.length) / gain);
  return { agent: person.agent, gain, rowsMissing: Math.max(1, missing) };
}

/** It counts rows, where several may be about one client whom the likelihood counts once. */
function report(
  { background, people }: Evidence,
  weighing: Weighing,
  named: readonly PersonEvidence[],
): Omit<Attribution, "alike" | "nearest"> {
  const seers = new Int32Array(background.length);
  for (const { items } of people) for (const item of items) seers[item] = (seers[item] ?? 0) + 1;
  const { shares } = weighing.mixture(named);
  const rowsOf = new Map(people.map(({ agent, items }) => [agent, items]));
  const explained = new Set<number>();
  const explaining = named.map((person, place) => {
    const items = rowsOf.get(person.agent) ?? new Int32Array();
    for (const item of items) explained.add(item);
    return {
      agent: person.agent,
      explains: items.length,
      alone: items.filter((item) => seers[item] === 1).length,
      chance: person.chance,
      gain: weighing.gain(person, named),
      share: shares[place] ?? 0,
    };
  });
  return {
    people: explaining.sort((a, b) => b.gain - a.gain),
    unexplained: background.length - explained.size,
    unseen: seers.filter((count) => count === 0).length,
  };
}
