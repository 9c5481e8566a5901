import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { HeadSigner, logSignerFrom, makeLogKey, openSignerStore, Sealer } from "#ledger";
import { openLog, systemClock } from "#platform";
import {
  emptyFrontier,
  extended,
  frontierRoot,
  leafHash,
  type Policy,
  printCheckpoint,
  signNote,
} from "#tlog";
import type { BenchDatabase } from "./database.ts";
import { openBenchAppender, World } from "./ledger-world.ts";

const commitmentBytes = 32;
const checkpointsAnInsert = 500;

export type FilledLog = { policy: Policy; signerDirectory: string };

/**
 * Fills a log as the product does: events by appenders, several processes' worth, sealed and signed by the sealer in
 * looks of 20,000. Only the checkpoints, which a desk keeps one a minute, are put in afterwards, by the owner: their
 * roots are computed from the bundles, and signed with the log's two keys.
 */
export async function fillLog(
  { database, ownerUrl }: BenchDatabase,
  { events, clients, checkpoints }: { events: number; clients: number; checkpoints: number },
): Promise<FilledLog & AsyncDisposable> {
  const signerDirectory = await mkdtemp(join(tmpdir(), "holdfast-bench-signer-"));
  const logSigner = logSignerFrom(makeLogKey("bench.example/log"), "the benchmark's key");
  const signer = new HeadSigner(logSigner, openSignerStore(signerDirectory));
  const sealer = new Sealer({ database, clock: systemClock, log: openLog("error"), signer });
  const appenders = Array.from({ length: 4 }, () => openBenchAppender(database));
  const world = new World(clients);
  const atOnce = 512;
  for (let done = 0; done < events; done += atOnce) {
    const count = Math.min(atOnce, events - done);
    await Promise.all(
      Array.from({ length: count }, (_, place) => {
        const { actor, draft } = world.next();
        return appenders[place % appenders.length]?.append(actor, draft, systemClock());
      }),
    );
    if (done % 20_480 === 0) await sealer.sealOnce();
  }
  while ((await sealer.sealOnce()) !== 0);
  await keepCheckpoints(ownerUrl, logSigner, events / checkpoints);
  return {
    policy: {
      logs: logSigner.signers.map(({ key }) => ({ key })),
      witnesses: [],
      groups: [],
      quorum: undefined,
    },
    signerDirectory,
    [Symbol.asyncDispose]: () => rm(signerDirectory, { recursive: true, force: true }),
  };
}

async function keepCheckpoints(
  ownerUrl: string,
  { origin, signers }: ReturnType<typeof logSignerFrom>,
  every: number,
): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ commitments: Buffer }>(
    "select commitments from ledger.bundles order by index",
  );
  const commitments = Buffer.concat(rows.map((row) => row.commitments));
  const now = systemClock();
  let frontier = emptyFrontier;
  let kept: { size: number; note: string }[] = [];
  const keep = async () => {
    await owner.query(
      `insert into ledger.checkpoints (size, note, signed_at)
       select size, note, $3::timestamptz from unnest($1::bigint[], $2::text[]) as c (size, note)
       on conflict do nothing`,
      [kept.map(({ size }) => size), kept.map(({ note }) => note), now],
    );
    kept = [];
  };
  while (frontier.size + every <= commitments.length / commitmentBytes) {
    const leaves = Array.from({ length: every }, (_, place) => {
      const start = (frontier.size + place) * commitmentBytes;
      return leafHash(commitments.subarray(start, start + commitmentBytes));
    });
    frontier = extended(frontier, leaves);
    const { size } = frontier;
    const text = printCheckpoint({ origin, size, root: frontierRoot(frontier), extensions: [] });
    kept.push({ size, note: signNote(text, signers, now) });
    if (kept.length === checkpointsAnInsert) await keep();
  }
  await keep();
  await owner.query("update ledger.checkpoints set signed_at = $1", [now]);
  await owner.query("vacuum analyze");
  await owner.end();
}
