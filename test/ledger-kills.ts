import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { HeadSigner, logSignerFrom, openSignerStore, Sealer } from "#ledger";
import { openDatabase, openLog, startEmbedded, systemClock } from "#platform";
import { leafHash, openCheckpoint } from "#tlog";
import { end } from "./running.ts";

const lifeMsMax = 600;
const load = fileURLToPath(new URL("ledger-load.ts", import.meta.url));
const loader = new URL("../src/platform/tsx.ts", import.meta.url).href;
const victims = [["process"], ["database"], ["process", "database"]] as const;

/**
 * Kills the process that appends and seals, or its PostgreSQL, or both, at random moments under load, and then looks:
 * no acknowledged event is lost, none is sealed twice, and the head signs what is there.
 */
export async function killUnderLoad(rounds: number, random: () => number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-kills-"));
  await chmod(directory, 0o755); // run by root, the database is another user's
  const acknowledged: string[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const child = await start(directory, acknowledged);
      if (round === 0) while (acknowledged.length === 0) await sleep(1);
      await sleep(random() * lifeMsMax);
      await kill(child, directory, victims[round % victims.length] ?? []);
    }
    await look(directory, acknowledged);
  } finally {
    await killDatabase(directory).catch(() => {});
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function start(directory: string, acknowledged: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", loader, load, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const ready = once(lines, "line");
  lines.on("line", (line) => {
    if (line !== "ready") acknowledged.push(line);
  });
  const [first] = await Promise.race([ready, once(child, "exit")]);
  assert.equal(first, "ready", "the load didn't start");
  return child;
}

async function kill(child: ChildProcess, directory: string, whom: readonly string[]) {
  if (whom.includes("database")) {
    await killDatabase(directory);
    // A process that lost its database gets it back, and goes on.
    if (!whom.includes("process")) await sleep(lifeMsMax);
  }
  await end({ child }, "SIGKILL");
}

async function killDatabase(directory: string): Promise<void> {
  const file = join(directory, "database/cluster/postmaster.pid");
  process.kill(Number((await readFile(file, "utf8")).split("\n")[0]), "SIGKILL");
}

async function look(directory: string, acknowledged: readonly string[]): Promise<void> {
  const embedded = await startEmbedded({ dataDirectory: directory, progress: () => {} });
  const database = openDatabase(embedded.appUrl, () => {});
  try {
    const signerDirectory = join(directory, "signer");
    const keyFile = join(directory, "log-key.json");
    const key = logSignerFrom(JSON.parse(readFileSync(keyFile, "utf8")), keyFile);
    const signer = new HeadSigner(key, openSignerStore(signerDirectory));
    const clock = () => new Date(systemClock().getTime() + 60_000); // the killed sealer's lease has expired
    const sealer = new Sealer({ database, clock, log: openLog("silent"), signer });
    await sealer.sealOnce();
    const { rows: bundles } = await database.query<{ commitments: Buffer }>(
      "select commitments from ledger.bundles order by index",
    );
    const { rows: places } = await database.query<{
      instance: number;
      seq: string;
      events: string;
    }>("select instance, first_seq as seq, events from ledger.runs order by first_index");
    const { rows } = await database.query<{ events: string; note: string }>(
      "select (select count(*) from ledger.events) as events, note from ledger.tree",
    );
    const bytes = Buffer.concat(bundles.map(({ commitments }) => commitments));
    const named = places.flatMap(({ instance, seq, events }) =>
      Array.from({ length: Number(events) }, (_, place) => `${instance} ${Number(seq) + place}`),
    );
    const sealed = named.map((name, place) => {
      const leaf = leafHash(bytes.subarray(place * 32, place * 32 + 32));
      return `${Buffer.from(leaf).toString("base64")} ${name}`;
    });
    const unique = new Set(sealed);
    assert.equal(unique.size, sealed.length, "an event was sealed twice");
    assert.equal(new Set(named).size, named.length, "a place was sealed twice");
    assert.equal(bytes.length / 32, named.length);
    assert.equal(Number(rows[0]?.events), sealed.length, "a committed event wasn't sealed");
    assert.deepEqual(
      acknowledged.filter((line) => !unique.has(line)),
      [],
      "acknowledged and lost",
    );
    const keys = key.signers.map((one) => one.key);
    const { checkpoint } = openCheckpoint(rows[0]?.note ?? "", keys);
    assert.equal(checkpoint.size, sealed.length);
  } finally {
    await database.end();
    await embedded.stop();
  }
}
