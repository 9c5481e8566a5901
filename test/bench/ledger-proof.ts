import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { printEventProof, provenEvent, verifyProofCommand } from "#ledger";
import { type Database, idFrom, systemClock } from "#platform";
import { inclusionProof, nodesIn, type Policy, printPolicy, tilesForInclusion } from "#tlog";
import { fetchTiles } from "../../src/ledger/tree.ts";
import type { BenchDatabase } from "./database.ts";
import { fillLog } from "./filled-log.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";

const events = 1_000_000;
const clients = 50_000;
const checkpoints = 10_000;
const proofs = 2_000;
const verifications = 200;

/**
 * At a million events: the inclusion proof of a random leaf, read from the tiles in PostgreSQL; what a client waits for,
 * that is the whole file of a random event (the event, its place, its client's event before, the first head that has
 * it, verified, and the inclusion proof); and how long that file takes to verify. In turns.
 */
export async function ledgerProof(opened: BenchDatabase): Promise<BenchLine[]> {
  const { database } = opened;
  await using log = await fillLog(opened, { events, clients, checkpoints });
  const { policy } = log;
  const { rows } = await database.query<RandomEvent>(
    "select id, client, random() as place from ledger.events tablesample bernoulli (1) order by random() limit $1",
    [proofs],
  );
  const files: string[] = [];
  const includedMs: number[] = [];
  const provedMs: number[] = [];
  for (const row of rows) {
    const start = performance.now();
    await include(database, Math.floor(row.place * events));
    const included = performance.now();
    files.push(await prove(database, row, policy));
    includedMs.push(included - start);
    provedMs.push(performance.now() - included);
  }
  const verifiedMs = await verify(files.slice(0, verifications), printPolicy(policy));
  const lines = (name: string, tookMs: readonly number[]): BenchLine[] => [
    { name: `ledger-proof: ${name}, median`, value: rounded(median(tookMs)), unit: "ms" },
    { name: `ledger-proof: ${name}, p99`, value: rounded(quantile(tookMs, 0.99)), unit: "ms" },
  ];
  return [
    ...lines("inclusion proof", includedMs),
    ...lines("a client's whole file", provedMs),
    ...lines("verification of the file", verifiedMs),
  ];
}

type RandomEvent = { id: string; client: string; place: number };

async function include(database: Database, index: number): Promise<void> {
  const tiles = await fetchTiles(database, tilesForInclusion(index, events));
  inclusionProof(index, events, nodesIn(tiles, events));
}

async function prove(database: Database, row: RandomEvent, policy: Policy): Promise<string> {
  const [client, event] = [idFrom("client", row.client), idFrom("event", row.id)];
  const proving = await provenEvent(database, client, event, { policy, now: systemClock() });
  if (proving?.is !== "proven") throw new Error(`an event is ${proving?.is}`);
  return printEventProof(proving.proof);
}

/** `holdfast verify-proof` on each file, without the start of a process. */
async function verify(files: readonly string[], policy: string): Promise<number[]> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-proof-"));
  const [file, policyFile] = [join(directory, "proof.json"), join(directory, "policy.txt")];
  await writeFile(policyFile, policy);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const context = { stdin: process.stdin, stdout: output, stderr: output, env: {} };
  const tookMs: number[] = [];
  for (const text of files) {
    await writeFile(file, text);
    const start = performance.now();
    const words = [file, "--policy", policyFile];
    const code = await verifyProofCommand.run(words, { ...context, clock: systemClock });
    tookMs.push(performance.now() - start);
    if (code !== 0) throw new Error("a proof doesn't verify");
  }
  await rm(directory, { recursive: true });
  return tookMs;
}
