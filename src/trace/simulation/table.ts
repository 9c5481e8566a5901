import {
  attribute,
  byCover,
  byHolders,
  byOverlap,
  type Evidence,
  Holdings,
} from "../attribution/index.ts";
import { type LeakTraits, leakFrom, makeWorld, type WorldTraits } from "./world.ts";

const worldSeed = 1;
/** What the model of holders is told: the part of the rows that comes from elsewhere, and how sure it must be. */
const elsewhere = 0.15;
const sureFrom = 0.95;

/** One row of the table of access-log.md, 5.4: parts of runs, from 0 to 1. */
export type Cell = {
  rows: number;
  leakers: number;
  runs: number;
  /** Exactly those who leaked were named: by the mixture, by overlap, by holders, by cover. */
  exact: { mixture: number; overlap: number; holders: number; cover: number };
  /** Somebody was named who leaked nothing. */
  innocents: { mixture: number; overlap: number; holders: number; cover: number };
  /** On the average of a run. */
  milliseconds: number;
};

export type TableWish = {
  world: WorldTraits;
  leak: Omit<LeakTraits, "rows">;
  rows: readonly number[];
};

/** Runs each method on the same leaks of one world, cell by cell as they are done. */
export function* tableOf(
  { world: traits, leak, rows: sizes }: TableWish,
  runs: number,
  seed: number,
  stopwatch: () => number,
): Generator<Cell> {
  const world = makeWorld(traits, seed + worldSeed);
  const holdings = new Holdings(world.views);
  for (const rows of sizes) {
    const exact = { mixture: 0, overlap: 0, holders: 0, cover: 0 };
    const innocents = { ...exact };
    let spent = 0;
    for (let run = 0; run < runs; run++) {
      const { leakers, sample } = leakFrom(world, { ...leak, rows }, seed + run);
      const evidence = holdings.evidenceOf(sample);
      const began = stopwatch();
      const mixture = attribute(evidence).people.map(({ agent }) => agent);
      spent += stopwatch() - began;
      for (const [method, named] of Object.entries({
        mixture,
        ...others(evidence, leakers.length),
      })) {
        const key = method as keyof typeof exact;
        const isExact = [...named].sort().join() === [...leakers].sort().join();
        exact[key] += isExact ? 1 : 0;
        innocents[key] += named.some((agent) => !leakers.includes(agent)) ? 1 : 0;
      }
    }
    const parts = { exact: partsOf(exact, runs), innocents: partsOf(innocents, runs) };
    yield { rows, leakers: leak.leakers, runs, ...parts, milliseconds: spent / runs };
  }
}

function partsOf({ mixture, overlap, holders, cover }: Cell["exact"], runs: number) {
  return {
    ...{ mixture: mixture / runs, overlap: overlap / runs },
    ...{ holders: holders / runs, cover: cover / runs },
  };
}

/** The others, who are told how many there are to name where somebody leaked. */
function others(evidence: Evidence, leakers: number) {
  return {
    overlap: byOverlap(evidence, Math.max(1, leakers)),
    holders: byHolders(evidence, elsewhere, sureFrom),
    cover: byCover(evidence, leakers || Number.POSITIVE_INFINITY),
  };
}
