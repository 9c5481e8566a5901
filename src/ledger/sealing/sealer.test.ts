import assert from "node:assert/strict";
import { test } from "node:test";
import { newId, system, transaction, uuidOf } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { emptyEdge, emptyFrontier, extended, frontierRoot, leafHash, openCheckpoint } from "#tlog";
import { readTree } from "../store.ts";
import { type Growth, holdLease, type Run, readPending, sealGrowth } from "./store.ts";
import { growth } from "./tree-growth.ts";

async function appendSome(ledger: TestLedger, count: number): Promise<string[]> {
  const client = newId("client", ledger.time.now);
  const receipts = await Promise.all(
    Array.from({ length: count }, (_, place) => {
      const whose =
        place % 3 === 0
          ? {}
          : { client: place % 3 === 1 ? client : newId("client", ledger.time.now) };
      return ledger.appender.append(
        system,
        { kind: noted, ...whose, details: { note: `${place}` } },
        ledger.time.now,
      );
    }),
  );
  return receipts.map(({ leaf }) => leaf);
}

/** The leaves as the bundles have them, and the head as it is signed over them. */
async function replay(ledger: TestLedger): Promise<{ leaves: string[]; size: number }> {
  const { rows } = await ledger.opened.database.query<{ commitments: Buffer }>(
    "select commitments from ledger.bundles order by index",
  );
  const commitments = Buffer.concat(rows.map((row) => row.commitments));
  const leaves = Array.from({ length: commitments.length / 32 }, (_, place) =>
    leafHash(commitments.subarray(place * 32, place * 32 + 32)),
  );
  const { head } = await readTree(ledger.opened.database);
  assert.ok(head);
  const keys = ledger.logSigner.signers.map(({ key }) => key);
  const { checkpoint, verified } = openCheckpoint(head.note, keys);
  assert.equal(verified.length, 2);
  assert.equal(checkpoint.size, leaves.length);
  assert.deepEqual(
    Buffer.from(checkpoint.root),
    Buffer.from(frontierRoot(extended(emptyFrontier, leaves))),
  );
  return {
    leaves: leaves.map((leaf) => Buffer.from(leaf).toString("base64")),
    size: checkpoint.size,
  };
}

test("what was appended is sealed once, and the head signs it", async () => {
  await using ledger = await openTestLedger();
  assert.equal(await ledger.sealer.sealOnce(), 0);
  assert.equal((await replay(ledger)).size, 0);
  const expected = new Set<string>();
  for (const count of [1, 2, 300, 1, 700, 5]) {
    for (const leaf of await appendSome(ledger, count)) expected.add(leaf);
    assert.equal(await ledger.sealer.sealOnce(), count);
    const { leaves, size } = await replay(ledger);
    assert.equal(size, expected.size);
    assert.deepEqual(new Set(leaves), expected);
  }
});

test("only one process seals, until its lease expires; what it does then is void", async () => {
  await using ledger = await openTestLedger();
  const other = ledger.anotherSealer();
  await appendSome(ledger, 3);
  assert.equal(await ledger.sealer.sealOnce(), 3);
  await appendSome(ledger, 4);
  assert.equal(await other.sealOnce(), undefined);
  ledger.time.now = new Date(ledger.time.now.getTime() + 6_000);
  assert.equal(await other.sealOnce(), 4);
  await appendSome(ledger, 5);
  assert.equal(await ledger.sealer.sealOnce(), undefined);
  assert.equal(await other.sealOnce(), 5);
  assert.equal((await replay(ledger)).size, 12);
});

test("nobody gets a lease that never ends", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const { now } = ledger.time;
  const holder = uuidOf(newId("sealer", now));
  const never = "select ledger.hold_lease($1::uuid, $2::timestamptz, null, null)";
  await assert.rejects(database.query(never, [holder, now]), { constraint: "lease_check" });
  const byNobody = "select ledger.hold_lease(null, $1::timestamptz, $1::timestamptz, null)";
  await assert.rejects(database.query(byNobody, [now]), { constraint: "lease_check" });
  assert.equal(await ledger.sealer.sealOnce(), 0);
});

test("a transaction that is rolled back leaves nothing, and its events' numbers to the next", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const client = newId("client", ledger.time.now);
  const draft = { kind: noted, client, details: { note: "x" } };
  const rolledBack = transaction(database, async (joined) => {
    await ledger.appender.append(system, draft, ledger.time.now, joined);
    throw new Error("rolled back");
  });
  await assert.rejects(rolledBack, /rolled back/);
  const kept = await transaction(database, (joined) =>
    ledger.appender.append(system, draft, ledger.time.now, joined),
  );
  assert.equal(kept.instanceSeq, 1);
  assert.equal(await ledger.sealer.sealOnce(), 1);
  assert.deepEqual((await replay(ledger)).leaves, [kept.leaf]);
});

const noEdge = { tiles: emptyEdge, bundle: new Uint8Array() };

/** Seals what waits, as the sealer would have after this change. Says whether that transaction waits for the disk. */
async function sealChanged(ledger: TestLedger, change: (growth: Growth) => Growth) {
  const { now } = ledger.time;
  const holder = uuidOf(newId("sealer", now));
  return await transaction(ledger.opened.database, async (joined) => {
    await joined.query("set local synchronous_commit = off");
    const fence = await holdLease(joined, holder, now, now, undefined);
    assert.ok(fence);
    const runs = await readPending(joined, 1_000);
    const next = growth(noEdge, runs);
    await sealGrowth(joined, fence, change(next.growth));
    const { rows } = await joined.query("show synchronous_commit");
    return rows[0].synchronous_commit;
  });
}

test("sealed events are on disk before their head is signed, whatever the database is set to", async () => {
  await using ledger = await openTestLedger();
  await appendSome(ledger, 3);
  assert.equal(await sealChanged(ledger, (same) => same), "on");
});

test("no bundle or tile gets in the way of what is sealed later", async () => {
  await using ledger = await openTestLedger();
  await appendSome(ledger, 600);
  const more = { index: 3, commitments: new Uint8Array(32) };
  const changes: ((growth: Growth) => Growth)[] = [
    (all) => ({ ...all, bundles: [...all.bundles, more] }),
    (all) => ({ ...all, bundles: [...all.bundles.slice(0, -1), more] }),
    (all) => ({ ...all, bundles: all.bundles.slice(1) }),
    (all) => ({ ...all, tiles: all.tiles.map((tile) => ({ ...tile, index: 1 })) }),
    (all) => ({ ...all, tiles: all.tiles.map((tile) => ({ ...tile, hashes: more.commitments })) }),
  ];
  for (const change of changes) {
    await assert.rejects(sealChanged(ledger, change), { code: "HF003" });
  }
  assert.equal(await ledger.sealer.sealOnce(), 600);
});

test("an event leaves the outbox by being sealed, and nothing else is sealed", async () => {
  await using ledger = await openTestLedger();
  await appendSome(ledger, 300);
  const [first, ...rest] = await readPending(ledger.opened.database, 200);
  assert.ok(first);
  const other = { ...first, commitments: Buffer.alloc(first.commitments.length) };
  const changes: ((growth: Growth) => Growth)[] = [
    // The tree takes entries that never waited, or fewer than leave the outbox.
    (all) => ({ ...all, ...growth(noEdge, [other, ...rest]).growth }),
    (all) => ({ ...all, ...growth(noEdge, [halfOf(first)]).growth, runs: [first] }),
    // Another lane's events leave it, some twice, or those that are sealed stay.
    (all) => ({ ...all, runs: all.runs.map((run) => ({ ...run, instance: run.instance + 1 })) }),
    (all) => ({ ...all, runs: all.runs.map((run) => ({ ...run, firstSeq: run.firstSeq + 1 })) }),
    (all) => ({ ...all, runs: all.runs.flatMap((run) => [halfOf(run), halfOf(run)]) }),
    (all) => ({ ...all, runs: [] }),
    (all) => ({ ...all, runs: [...all.runs, { ...first, commitments: Buffer.alloc(0) }] }),
  ];
  for (const change of changes) {
    await assert.rejects(sealChanged(ledger, change), { code: "HF008" });
  }
  assert.equal(await ledger.sealer.sealOnce(), 300);
  assert.deepEqual(await readPending(ledger.opened.database, 200), []);
});

function halfOf(run: Run): Run {
  const half = Math.floor(run.commitments.length / 64) * 32;
  return { ...run, commitments: run.commitments.subarray(0, half) };
}
