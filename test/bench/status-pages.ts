import { setTimeout as sleep } from "node:timers/promises";
import type { BenchDatabase } from "./database.ts";
import { type BenchLine, quantile, rounded } from "./line.ts";
import { StatusWorld, type Took } from "./status-world.ts";

const pagesCount = 10_000;
const opensPerSecond = 500;
/** As many come at once when word of a scam goes round. */
const waveCount = 5_000;
const wavePerSecond = 500;
const changesPerSecond = 30;
const seconds = 30;

/**
 * 10,000 clients have a status page open, on this machine alone: until a change of a call is at its page, at rest and in a
 * wave of pages that open at once; and what the serving process takes for it. The pages are sockets in another process.
 */
export async function statusPages(opened: BenchDatabase): Promise<BenchLine[]> {
  await using world = await StatusWorld.open(opened, pagesCount);
  const empty = await world.used();
  await world.openPages(world.pages, opensPerSecond);
  const opening = world.opening.splice(0);
  await sleep(10_000);
  const before = await world.used();
  const resting = await quiet(world);
  const atRest = await world.drive(changesPerSecond, seconds);
  const wave = world.pages.slice(0, waveCount);
  const changing = world.drive(changesPerSecond, waveCount / wavePerSecond);
  await world.openPages(wave, wavePerSecond);
  const inWave = await changing;
  const again = world.opening.splice(0);
  const name = (called: string) => `status-pages/${called}`;
  const line = (called: string, value: number, unit: string) => ({
    ...{ name: name(called), value: rounded(value), unit },
  });
  for (const [why, count] of counted(world.failed)) console.error(`${count} streams: ${why}`);
  return [
    line("pages open", before.pages, `of ${pagesCount}`),
    line(`first status, opened at ${opensPerSecond} a second, p50`, quantile(opening, 0.5), "ms"),
    line(`first status, opened at ${opensPerSecond} a second, p99`, quantile(opening, 0.99), "ms"),
    ...lagLines(atRest).map(([called, value]) => line(called, value, "ms")),
    line("worst of them", Math.max(...atRest.map(({ reported }) => reported)), "ms"),
    ...lagLines(inWave).map(([called, value]) =>
      line(`while ${wavePerSecond} a second open: ${called}`, value, "ms"),
    ),
    line(`first status in that wave of ${again.length}, p99`, quantile(again, 0.99), "ms"),
    line(
      "changes that were told",
      told(atRest) + told(inWave),
      `of ${atRest.length + inWave.length}`,
    ),
    line("streams that broke", world.failed.length, `of ${pagesCount}`),
    line("memory a page", (before.rss - empty.rss) / pagesCount / 1_024, "KiB"),
    line("the serving process, resident", before.rss / 2 ** 20, "MiB"),
    line("the serving process, pages at rest", resting * 100, "% of a core"),
  ];
}

/** 300 pages: what a change takes when there is nothing else to do. */
export async function statusLag(opened: BenchDatabase): Promise<BenchLine[]> {
  await using world = await StatusWorld.open(opened, 300);
  await world.openPages(world.pages, 100);
  const took = await world.drive(changesPerSecond, seconds);
  const line = (called: string, value: number) => ({
    ...{ name: `status-lag/${called}`, value: rounded(value), unit: "ms" },
  });
  return lagLines(took).map(([called, value]) => line(called, value));
}

function lagLines(took: readonly Took[]): [string, number][] {
  const reported = took.map((one) => one.reported);
  const committed = took.map((one) => one.committed);
  return [
    ["from a change's commit to its page, p50", quantile(committed, 0.5)],
    ["from a change's commit to its page, p99", quantile(committed, 0.99)],
    ["from a leg's report to its page, p99", quantile(reported, 0.99)],
  ];
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function told(took: readonly Took[]): number {
  return took.filter(({ reported }) => Number.isFinite(reported)).length;
}

/** @returns which share of a core the server takes while nothing happens */
async function quiet(world: StatusWorld): Promise<number> {
  const [before, since] = [await world.used(), performance.now()];
  await sleep(10_000);
  const after = await world.used();
  return (after.cpuMs - before.cpuMs) / (performance.now() - since);
}
