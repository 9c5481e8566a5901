import pg from "pg";
import { systemClock } from "#platform";
import type { BenchDatabase } from "./database.ts";
import { openBenchAppender, World } from "./ledger-world.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";
import { rate, steady } from "./pace.ts";
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
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(plainTable);
  await owner.end();
  const world = new World(clientsCount);
  const appender = openBenchAppender(database);
  const pool = new pg.Pool({ connectionString: appUrl, max: inFlight });
  const plain = new PlainAudit(pool);
  const append = async () => {
    const { actor, draft } = world.next();
    await appender.append(actor, draft, systemClock());
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [mine, other] = [
      await rate(append, inFlight, roundMs),
      await rate(() => plain.append(world.next()), inFlight, roundMs),
    ];
    if (round === 0) continue; // fills the caches
    ours.push(mine);
    theirs.push(other);
  }
  const latencies: number[] = [];
  const plainLatencies: number[] = [];
  for (let round = 0; round < steadyRounds; round++) {
    latencies.push(...(await steady(append, steadyPerSecond, steadySeconds)));
    plainLatencies.push(
      ...(await steady(() => plain.append(world.next()), steadyPerSecond, steadySeconds)),
    );
  }
  await pool.end();
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
