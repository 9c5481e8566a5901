import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { systemClock } from "#platform";
import type { BenchDatabase } from "./database.ts";
import { openBenchAppender, World } from "./ledger-world.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";
import { PlainAudit, plainTable } from "./plain-audit.ts";

const rounds = 7;
const roundMs = 2_000;
const inFlight = 32;
const steadyPerSecond = 1_000;
const steadyRounds = 4;
const steadySeconds = 5;
const clientsCount = 50_000;

/**
 * Durable appends a second with 32 in flight, beside single-row INSERTs of the same columns into a table with the same
 * two indexes, in turns; and how long one takes when 1,000 a second come.
 */
export async function ledgerAppend(opened: BenchDatabase): Promise<BenchLine[]> {
  const { database, appUrl, ownerUrl } = opened;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(plainTable);
  await owner.end();
  const world = new World(clientsCount);
  const appender = openBenchAppender(database);
  const plain = new PlainAudit(appUrl, inFlight);
  const append = async () => {
    const { actor, draft } = world.next();
    await appender.append(actor, draft, systemClock());
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [mine, other] = [await rate(append), await rate(() => plain.append(world.next()))];
    if (round === 0) continue; // fills the caches
    ours.push(mine);
    theirs.push(other);
  }
  const latencies: number[] = [];
  const plainLatencies: number[] = [];
  for (let round = 0; round < steadyRounds; round++) {
    latencies.push(...(await steady(append)));
    plainLatencies.push(...(await steady(() => plain.append(world.next()))));
  }
  await plain.end();
  const [value, baseline] = [median(ours), median(theirs)];
  return [
    {
      name: `ledger-append: durable appends, ${inFlight} in flight`,
      value: rounded(value),
      unit: "events/s",
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
    },
    latency("median", median(latencies), median(plainLatencies)),
    latency("p99", quantile(latencies, 0.99), quantile(plainLatencies, 0.99)),
  ];
}

function latency(name: string, value: number, baseline: number): BenchLine {
  return {
    name: `ledger-append: ${name} at ${steadyPerSecond} a second`,
    value: rounded(value),
    unit: "ms",
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
}

/** How many a second, always the same number under way. */
async function rate(append: () => Promise<void>): Promise<number> {
  const until = performance.now() + roundMs;
  let count = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() < until) {
        await append();
        count += 1;
      }
    }),
  );
  return (count * 1_000) / (performance.now() - start);
}

/** How long each takes, in milliseconds, when they come at a steady pace whether or not the ones before are done. */
async function steady(append: () => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  const waiting: Promise<void>[] = [];
  const start = performance.now();
  for (let due = 0; due < steadyPerSecond * steadySeconds; ) {
    const dueNow = ((performance.now() - start) * steadyPerSecond) / 1_000;
    for (; due < dueNow; due++) {
      const dueAt = start + (due * 1_000) / steadyPerSecond;
      waiting.push(append().then(() => void taken.push(performance.now() - dueAt)));
    }
    await sleep(1);
  }
  await Promise.all(waiting);
  return taken;
}
