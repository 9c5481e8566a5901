import { type BenchLine, median, rounded } from "./line.ts";
import type { BenchOptions } from "./options.ts";
import { type DrawnLeak, drawLeak } from "./trace-leak.ts";
import { scanOnce } from "./trace-scan.ts";
import { type StepName, type TraceAnswer, traceOnce } from "./trace-steps.ts";
import { type RunningWorld, TraceWorld } from "./trace-world.ts";

const eventsUsually = 1_000_000;
const sampleRows = 2_000;
const warmRounds = 5;

/**
 * A leak of 2,000 rows by two agents, traced on a desk's ledger of a year: with the database restarted and its files
 * dropped from the cache, then warm, step by step; beside it, what it asks the ledger by reading all events.
 */
export async function trace(options: BenchOptions): Promise<BenchLine[]> {
  const { events = eventsUsually, slim: isSlim = false, keep: isKept = false } = options;
  await using world = await TraceWorld.open(events, isSlim, isKept);
  const leak = await drawn(world);
  await world.chill();
  const cold = await running(world, (desk) => traceOnce(desk, leak));
  const { warm, scanned } = await running(world, async (desk) => {
    await traceOnce(desk, leak);
    const warm: TraceAnswer[] = [];
    while (warm.length < warmRounds) warm.push(await traceOnce(desk, leak));
    return { warm, scanned: await scanOnce(desk, leak) };
  });
  for (const answer of warm) requireSame(answer, cold);
  requireFound(cold, leak);
  requireFound(scanned, leak);
  const of = `${events.toLocaleString("en")} ${isSlim ? "slim events, without leaves" : "events"}`;
  return linesOf(of, cold, warm, scanned);
}

async function drawn(world: TraceWorld): Promise<DrawnLeak> {
  return await running(world, (desk) => drawLeak(world, desk.ownerUrl, sampleRows));
}

async function running<Result>(
  world: TraceWorld,
  work: (desk: RunningWorld) => Promise<Result>,
): Promise<Result> {
  const desk = await world.start();
  try {
    return await work(desk);
  } finally {
    await desk.stop();
  }
}

function requireSame(answer: TraceAnswer, other: TraceAnswer): void {
  if (answer.said !== other.said)
    throw new Error(`one trace says ${answer.said}, another ${other.said}`);
}

/** Who leaked is among those who were named; how many others are is a figure. */
function requireFound({ people }: Pick<TraceAnswer, "people">, { leakers }: DrawnLeak): void {
  const missed = leakers.filter((one) => !people.includes(one)).length;
  if (missed > 0) throw new Error(`${missed} of ${leakers.length} who leaked weren't named`);
}

const asking: ReadonlySet<StepName> = new Set(["attributing", "scoping"]);

function linesOf(
  of: string,
  cold: TraceAnswer,
  warm: readonly TraceAnswer[],
  scanned: { ms: number },
): BenchLine[] {
  const warmMs = (step: StepName) => median(warm.map(({ steps }) => steps.get(step) ?? 0));
  const names = [...cold.steps.keys()];
  const others = names.filter((step) => !asking.has(step)).map(warmMs);
  const scanMs = others.reduce((sum, ms) => sum + ms, scanned.ms);
  const line = (state: string, ms: number): BenchLine => ({
    name: `trace: ${sampleRows} rows, ${of}: ${state}`,
    ...{ value: rounded(ms), unit: "ms", baseline: rounded(scanMs), ratio: rounded(ms / scanMs) },
  });
  return [
    line("cold (restarted, files dropped from the cache)", cold.totalMs),
    line("warm", median(warm.map(({ totalMs }) => totalMs))),
    { name: "trace: people named, of two who leaked", value: cold.people.length, unit: "people" },
    ...names.flatMap((step) => [
      { name: `trace: ${step}, cold`, value: rounded(cold.steps.get(step) ?? 0), unit: "ms" },
      { name: `trace: ${step}, warm`, value: rounded(warmMs(step)), unit: "ms" },
    ]),
  ];
}
