import pg from "pg";
import { newId, systemClock } from "#platform";
import type { AccessFacts } from "#policy";
import type { BenchDatabase } from "./database.ts";
import { factVectors } from "./fact-vectors.ts";
import { World } from "./ledger-world.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";
import { rate, steady } from "./pace.ts";
import { PlainAudit, plainTable } from "./plain-audit.ts";
import { processorTimeMs } from "./processor-time.ts";
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
  const { policy } = await world.vault.desk.access();
  const rules = ["clients_open_contact"];
  const session = newId("session", systemClock());
  const details = { grant: "ticket", rules, policy: policy.edition, session }; // as a reveal's
  return {
    world,
    look: async () => void (await world.vault.revealing.look(world.next())),
    plain: () => audit.append(plainWorld.next(), details),
  };
}

/**
 * Guarded reveals a second with 32 in flight: counted, decided by Cedar, durable, receipted, sealed beside, decrypted by a
 * keykeeper of its own process; in turns with single-row INSERTs into a plain audit table with the same two indexes and as
 * many bytes.
 */
export async function reveal(opened: BenchDatabase): Promise<BenchLine[]> {
  await using ending = new AsyncDisposableStack();
  const { world, look, plain } = await openBoth(opened, ending);
  const repeated = await compare(look, plain);
  const { policy } = await world.vault.desk.access();
  const half = await newFactsForHalf(world);
  const firstSeen = await compare(async () => {
    policy.decide(half());
    await look();
  }, plain);
  return [
    ...lines("facts that repeat", repeated),
    ...lines("half of the facts first seen", firstSeen),
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

/** How many a second, and what one costs all processes together, in microseconds. */
type Pace = { rate: number; processorUs: number };

async function compare(
  ours: () => Promise<void>,
  theirs: () => Promise<void>,
): Promise<{ ours: Pace; theirs: Pace }> {
  const found: { ours: Pace[]; theirs: Pace[] } = { ours: [], theirs: [] };
  for (let round = 0; round <= rounds; round++) {
    const pair = { ours: await paceOf(ours), theirs: await paceOf(theirs) };
    if (round === 0) continue; // fills the caches
    found.ours.push(pair.ours);
    found.theirs.push(pair.theirs);
  }
  return { ours: medianOf(found.ours), theirs: medianOf(found.theirs) };
}

async function paceOf(act: () => Promise<void>): Promise<Pace> {
  const before = processorTimeMs();
  const started = performance.now();
  const perSecond = await rate(act, inFlight, roundMs);
  const count = (perSecond * (performance.now() - started)) / 1_000;
  return { rate: perSecond, processorUs: ((processorTimeMs() - before) * 1_000) / count };
}

function medianOf(paces: readonly Pace[]): Pace {
  return {
    rate: median(paces.map((pace) => pace.rate)),
    processorUs: median(paces.map((pace) => pace.processorUs)),
  };
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

function lines(name: string, { ours, theirs }: { ours: Pace; theirs: Pace }): BenchLine[] {
  return [
    {
      name: `reveal: ${name}, ${inFlight} in flight`,
      value: rounded(ours.rate),
      unit: "reveals/s",
      baseline: rounded(theirs.rate),
      ratio: rounded(ours.rate / theirs.rate),
    },
    {
      name: `reveal: ${name}, processor time of one`,
      value: rounded(ours.processorUs),
      unit: "µs",
      baseline: rounded(theirs.processorUs),
      ratio: rounded(ours.processorUs / theirs.processorUs),
    },
  ];
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
