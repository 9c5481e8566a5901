import pg from "pg";
import type { AccessFacts } from "#policy";
import type { BenchDatabase } from "./database.ts";
import { factVectors } from "./fact-vectors.ts";
import { World } from "./ledger-world.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";
import { rate, steady } from "./pace.ts";
import { PlainAudit, plainTable } from "./plain-audit.ts";
import { RevealWorld } from "./reveal-world.ts";
import { startSealerThread } from "./sealing.ts";

const rounds = 7;
const roundMs = 2_000;
const inFlight = 32;
const plainClients = 50_000;

/** Both sides of a comparison: what we do, and a plain INSERT, over one pool, with the sealer running. */
async function openBoth(opened: BenchDatabase, ending: AsyncDisposableStack) {
  const owner = new pg.Client({ connectionString: opened.ownerUrl });
  await owner.connect();
  await owner.query(plainTable);
  await owner.end();
  const pool = new pg.Pool({ connectionString: opened.appUrl, max: inFlight });
  pool.on("error", () => {}); // the database ends before the last connection does
  ending.defer(() => pool.end());
  const world = await RevealWorld.open(opened, pool);
  ending.use(world);
  const sealer = await startSealerThread(opened.appUrl);
  ending.defer(async () => void (await sealer.stop()));
  const audit = new PlainAudit(pool);
  const plainWorld = new World(plainClients);
  return {
    world,
    look: async () => void (await world.vault.revealing.look(world.next())),
    plain: () => audit.append(plainWorld.next()),
  };
}

/**
 * Guarded reveals a second with 32 in flight: counted, decided by Cedar, durable, receipted, sealed beside, decrypted by a
 * keykeeper of its own process; in turns with single-row INSERTs into a plain audit table with the same two indexes.
 */
export async function reveal(opened: BenchDatabase): Promise<BenchLine[]> {
  await using ending = new AsyncDisposableStack();
  const { world, look, plain } = await openBoth(opened, ending);
  const [repeated, plainBeside] = await compare(look, plain);
  const { policy } = await world.vault.desk.access();
  const half = await newFactsForHalf(world);
  const [firstSeen, plainAgain] = await compare(async () => {
    policy.decide(half());
    await look();
  }, plain);
  return [
    line("facts that repeat", repeated, plainBeside),
    line("half of the facts first seen", firstSeen, plainAgain),
  ];
}

/** How long a reveal takes when 1,000 a second come, beside a plain INSERT at the same pace. */
export async function revealOpenLoop(opened: BenchDatabase): Promise<BenchLine[]> {
  await using ending = new AsyncDisposableStack();
  const { look, plain } = await openBoth(opened, ending);
  await rate(look, inFlight, roundMs); // fills the caches
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 4; round++) {
    ours.push(...(await steady(look, 1_000, 5)));
    theirs.push(...(await steady(plain, 1_000, 5)));
  }
  return [
    latency("median", median(ours), median(theirs)),
    latency("p99", quantile(ours, 0.99), quantile(theirs, 0.99)),
  ];
}

async function compare(
  ours: () => Promise<void>,
  theirs: () => Promise<void>,
): Promise<[number, number]> {
  const found: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const pair = [
      await rate(ours, inFlight, roundMs),
      await rate(theirs, inFlight, roundMs),
    ] as const;
    if (round === 0) continue; // fills the caches
    found[0].push(pair[0]);
    found[1].push(pair[1]);
  }
  return [median(found[0]), median(found[1])];
}

/** For every second look facts that nobody decided on before, for the others known ones. */
async function newFactsForHalf(world: RevealWorld): Promise<() => AccessFacts> {
  const vectors = factVectors();
  const known = vectors.next();
  let count = 0;
  const { policy } = await world.vault.desk.access();
  policy.decide(known);
  return () => (count++ % 2 ? vectors.next() : known);
}

function line(name: string, value: number, baseline: number): BenchLine {
  return {
    name: `reveal: ${name}, ${inFlight} in flight`,
    value: rounded(value),
    unit: "reveals/s",
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
}

function latency(name: string, value: number, baseline: number): BenchLine {
  return {
    name: `reveal-open-loop: ${name} at 1000 a second`,
    value: rounded(value),
    unit: "ms",
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
}
