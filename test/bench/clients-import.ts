import { generateKeyPairSync } from "node:crypto";
import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { Appender } from "#ledger";
import { dayOf, systemClock } from "#platform";
import { importFile } from "#vault";
import { eventKinds } from "../../src/event-kinds.ts";
import { openBenchKeykeeper } from "./bench-keykeeper.ts";
import type { BenchDatabase } from "./database.ts";
import { type BenchLine, rounded } from "./line.ts";

const clientsCount = 100_000;
const million = 1_000_000;

/**
 * Imports a file of clients with eleven fields each as `holdfast clients import` does beside a stopped desk: one process
 * reads, encrypts and indexes, PostgreSQL writes. Beside it: a COPY of the very rows that came out, into a table with
 * the same indexes, in one transaction. Stated per million clients.
 */
export async function clientsImport(opened: BenchDatabase): Promise<BenchLine[]> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-import-"));
  try {
    await chmod(directory, 0o700);
    const file = join(directory, "clients.jsonl");
    await pipeline(Readable.from(linesOf(clientsCount)), createWriteStream(file));
    const { database } = opened;
    const kept = await openBenchKeykeeper(database, directory);
    const receiptKey = generateKeyPairSync("ed25519").privateKey;
    const appender = new Appender({ database, receiptKey, kinds: eventKinds, now: systemClock() });
    const desk = { database, appender, keykeeper: kept.keykeeper, clock: systemClock };
    const telling = { bad: async () => {}, done: () => {} };
    const importing = await secondsOf(() => importFile(desk, file, telling));
    const again = await secondsOf(() => importFile(desk, file, telling));
    await kept.stop();
    const plain = await plainCopy(opened.ownerUrl);
    return [lineOf("first", importing, plain), lineOf("again, nothing changed", again, plain)];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function* linesOf(count: number): Generator<string> {
  for (let place = 0; place < count; place++) {
    const digits = String(place).padStart(8, "0");
    const fields = {
      name: `Test ${words[place % words.length]} ${words[(place * 7) % words.length]}${place % 997}`,
      email: `test.client.${digits}@example.net`,
      phone: `+1202${digits.slice(1)}`,
      address: `${(place % 300) + 1} Example Street, Testville ${digits.slice(3)}`,
      date_of_birth: dayOf(new Date(Date.UTC(1950, 0, 1 + (place % 18_000)))),
      nationality: ["NL", "DE", "US", "FR", "ES"][place % 5],
      id_number: `TEST${digits}`,
      bank_last_four: digits.slice(4),
      balance: `${place % 250_000}.${digits.slice(6)} EUR`,
      holdings_tier: ["small", "middle", "large"][place % 3],
      flags: place % 10 === 0 ? "asks for letters" : "none",
    };
    yield `${JSON.stringify({ id: `core-${digits}`, fields })}\n`;
  }
}

const words = ["Amber", "Birch", "Cedar", "Dune", "Ember", "Fern", "Garnet", "Hazel", "Iris"];

async function plainCopy(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const rows: Buffer[] = [];
    const columns = "client, field, version, valid_from, ciphertext, mask, index, fingerprint";
    const from = client.query(copyTo(`copy vault.fields (${columns}) to stdout (format binary)`));
    for await (const chunk of from) rows.push(chunk);
    await client.query("create table public.plain_fields (like vault.fields including all)");
    const into = `copy public.plain_fields (${columns}) from stdin (format binary)`;
    return await secondsOf(() => pipeline(Readable.from(rows), client.query(copyFrom(into))));
  } finally {
    await client.end();
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

function lineOf(which: string, seconds: number, plain: number): BenchLine {
  const perMillion = million / clientsCount;
  return {
    name: `clients-import: ${which}, a million clients (measured on ${clientsCount})`,
    value: rounded(seconds * perMillion),
    unit: "s",
    baseline: rounded(plain * perMillion),
    ratio: rounded(seconds / plain),
  };
}
