import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "#platform";
import { type BenchLine, median, rounded } from "./line.ts";

const rounds = 5;
const program = fileURLToPath(new URL("../../bin/holdfast.js", import.meta.url));

/** From the command to the first page, on a new data directory and on one that exists. Baseline: the database alone. */
export async function startUp(): Promise<BenchLine[]> {
  const [first, second, alone]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    await inDirectory(async (directory) => {
      first?.push(await untilFirstPage(directory));
      second?.push(await untilFirstPage(directory));
    });
    await inDirectory(async (directory) => alone?.push(await databaseAlone(directory)));
  }
  const baseline = median(alone ?? []);
  const line = (name: string, values: number[] = []): BenchLine => ({
    name: `start-up/${name}`,
    value: rounded(median(values)),
    unit: "ms",
    baseline: rounded(baseline),
    ratio: rounded(median(values) / baseline),
  });
  return [line("first page, new data directory", first), line("first page, second start", second)];
}

async function untilFirstPage(directory: string): Promise<number> {
  const started = performance.now();
  const server = spawn(process.execPath, [program, "serve"], {
    env: { PATH: process.env.PATH, HOLDFAST_DATA: directory, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    for await (const line of createInterface({ input: server.stderr })) {
      const url = /Holdfast is on (\S+)/.exec(line)?.[1];
      if (!url) continue;
      const page = await fetch(url);
      if (!page.ok) throw new Error(`The first page answered ${page.status}`);
      return performance.now() - started;
    }
    throw new Error("The server ended before it listened");
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  }
}

async function databaseAlone(dataDirectory: string): Promise<number> {
  const started = performance.now();
  const database = await startEmbedded({ dataDirectory, progress: () => {} });
  const duration = performance.now() - started;
  await database.stop();
  return duration;
}

async function inDirectory(work: (directory: string) => Promise<unknown>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-"));
  await chmod(directory, 0o755);
  try {
    await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
