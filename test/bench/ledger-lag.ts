import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Database, systemClock } from "#platform";
import type { BenchDatabase } from "./database.ts";
import { openBenchAppender, World } from "./ledger-world.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";
import { startSealerThread } from "./sealing.ts";

const perSecond = 5_000;
const seconds = 20;
const clientsCount = 50_000;
const lookEveryMs = 5;

/** When an event was committed, as far as its caller knows, and where it stands. */
type Committed = { instance: number; seq: number; atMs: number };
/** When a signed head of that size was first seen. */
type Seen = { size: number; atMs: number };

/**
 * How long it takes from an event's commit until a signed head includes it, at 5,000 events a second, and what part of
 * a processor the sealer takes: its own thread, and the database's process that works for it.
 */
export async function ledgerLag(opened: BenchDatabase): Promise<BenchLine[]> {
  const sealer = await startSealerThread(opened.appUrl);
  const backend = () => processorMs(sealer.pid);
  const backendBefore = await backend();
  const watching = await watch(opened.appUrl);
  const committed = await load(opened.database);
  await sleep(2_000);
  const seen = await watching();
  const backendMs = (await backend()) - backendBefore;
  const { cpuMs } = await sealer.stop();
  const lags = await lagsOf(opened.database, committed, seen);
  const share = (milliseconds: number) => rounded((milliseconds / (seconds * 1_000)) * 100);
  const at = `at ${perSecond} events/s`;
  return [
    {
      name: `ledger-lag: median from commit to checkpoint ${at}`,
      value: rounded(median(lags)),
      unit: "ms",
    },
    {
      name: `ledger-lag: p99 from commit to checkpoint ${at}`,
      value: rounded(quantile(lags, 0.99)),
      unit: "ms",
    },
    {
      name: `ledger-lag: events a second that came`,
      value: rounded(committed.length / seconds),
      unit: "events/s",
    },
    {
      name: `ledger-lag: processor time of the sealer ${at}`,
      value: share(cpuMs),
      unit: "% of a core",
    },
    {
      name: `ledger-lag: processor time of its database process ${at}`,
      value: share(backendMs),
      unit: "% of a core",
    },
  ];
}

async function load(database: Database): Promise<Committed[]> {
  const appender = openBenchAppender(database);
  const world = new World(clientsCount);
  const committed: Committed[] = [];
  const waiting: Promise<void>[] = [];
  const start = performance.now();
  for (let due = 0; due < perSecond * seconds; ) {
    const dueNow = ((performance.now() - start) * perSecond) / 1_000;
    for (; due < dueNow && due < perSecond * seconds; due++) {
      const { actor, draft } = world.next();
      const appended = appender.append(actor, draft, systemClock());
      waiting.push(
        appended.then(({ instance, instanceSeq }) => {
          committed.push({ instance, seq: instanceSeq, atMs: performance.now() });
        }),
      );
    }
    await sleep(2);
  }
  await Promise.all(waiting);
  return committed;
}

/** Looks at the published head all the time, over a connection of its own. @returns what stops it */
async function watch(url: string): Promise<() => Promise<Seen[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const seen: Seen[] = [];
  const stopping = new AbortController();
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      const { rows } = await client.query<{ size: string }>(
        "select signed_size as size from ledger.tree",
      );
      const size = Number(rows[0]?.size);
      if (size > (seen.at(-1)?.size ?? -1)) seen.push({ size, atMs: performance.now() });
      await sleep(lookEveryMs);
    }
  })();
  return async () => {
    stopping.abort();
    await looking;
    await client.end();
    return seen;
  };
}

async function lagsOf(
  database: Database,
  committed: readonly Committed[],
  seen: readonly Seen[],
): Promise<number[]> {
  const { rows } = await database.query<{
    instance: number;
    seq: string;
    index: string;
    events: string;
  }>("select instance, first_seq as seq, first_index as index, events from ledger.runs");
  const indexOf = ({ instance, seq }: Committed) => {
    const run = rows.find(
      (one) =>
        one.instance === instance &&
        seq >= Number(one.seq) &&
        seq < Number(one.seq) + Number(one.events),
    );
    if (!run) throw new Error("an event was not sealed");
    return Number(run.index) + seq - Number(run.seq);
  };
  return committed.map((event) => {
    const index = indexOf(event);
    const head = seen.find(({ size }) => size > index);
    if (!head) throw new Error("no head was seen that includes an event");
    return Math.max(0, head.atMs - event.atMs);
  });
}

/** Processor time of a process so far. Linux only, like the embedded database; ticks are of 10 ms. */
async function processorMs(pid: number): Promise<number> {
  const state = await readFile(`/proc/${pid}/stat`, "utf8");
  const numbers = state.slice(state.lastIndexOf(")") + 2).split(" ");
  return (Number(numbers[11]) + Number(numbers[12])) * 10;
}
