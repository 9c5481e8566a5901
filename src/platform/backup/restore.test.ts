import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { contentsOf, openEmptyDatabase, openTestDatabase, TestBackups } from "#test";
import { connected, migrate, migrationFiles, UnfinishedRestore } from "../database/index.ts";
import type { Erasure } from "./erasures.ts";
import { recordErasure } from "./erasures.ts";
import type { Replayer } from "./replay.ts";

let backups: TestBackups;
let files = 0;
before(async () => {
  backups = await TestBackups.open();
});
after(() => backups[Symbol.asyncDispose]());

const newFile = () => backups.path(`${files++}`);

/** Rows of several tables, about a megabyte of them. */
const fill = `
insert into help.words (language, word) select 'en', md5(n::text) || repeat('x', 200) from generate_series(1, 4000) n;
insert into platform.editions (kind, key_id, version, sha256, first_seen_at)
select 'policy', 'key', n, encode(sha256(n::text::bytea), 'hex'), now() from generate_series(1, 100) n;
insert into platform.request_counts (bucket, window_start, requests) values ('checks', now(), 1)`;

async function filledDatabase() {
  const database = await openTestDatabase();
  await run(database.ownerUrl, fill);
  return database;
}

function run(ownerUrl: string, sql: string, values?: unknown[]): Promise<unknown> {
  return connected(ownerUrl, (client) => client.query(sql, values));
}

test("a whole desk comes back, without counters that a crash would empty too", async () => {
  await using source = await filledDatabase();
  await using target = await openEmptyDatabase();
  const file = newFile();
  const { rows } = await backups.take(source, file);
  const restored = await backups.restore(file, target);
  assert.ok(rows > 4_100);
  assert.equal(restored.header.madeAt, "2026-11-20T12:00:00.000Z");
  assert.deepEqual(await contentsOf(target.ownerUrl), await contentsOf(source.ownerUrl));
  assert.deepEqual(await migrate(target.ownerUrl, target.appUrl), []);
  const counts = await target.database.query("select from platform.request_counts");
  assert.equal(counts.rowCount, 0);
});

test("a backup of an older version goes through its migrations, and through those since", async () => {
  await using source = await openEmptyDatabase();
  const [first = "", second = "", ...later] = await migrationFiles();
  await migrate(source.ownerUrl, source.appUrl, { only: new Set([first, second]) });
  await run(source.ownerUrl, fill);
  const file = newFile();
  await backups.take(source, file);
  await using target = await openEmptyDatabase();
  await backups.restore(file, target);
  assert.ok(later.length > 0);
  assert.deepEqual(await migrate(target.ownerUrl, target.appUrl), []);
  const { rowCount } = await target.database.query("select from help.words");
  assert.equal(rowCount, 4_000);
});

test("a backup of a newer version, or of other migrations, is refused before a database is opened", async () => {
  await using source = await openTestDatabase();
  const [newer, other] = [newFile(), newFile()];
  const add = "insert into platform.migrations (name, sha256) values ('9999-later.sql', $1)";
  await run(source.ownerUrl, add, ["0".repeat(64)]);
  await backups.take(source, newer);
  await run(source.ownerUrl, "delete from platform.migrations where name = '9999-later.sql'");
  await run(source.ownerUrl, "update platform.migrations set sha256 = $1", ["0".repeat(64)]);
  await backups.take(source, other);
  const open = () => assert.fail("opened a database");
  const target = { ownerUrl: "", appUrl: "" };
  await assert.rejects(backups.restore(newer, target, { open }), { code: "newer_backup" });
  await assert.rejects(backups.restore(other, target, { open }), { code: "other_migration" });
});

test("nothing is overwritten: a database that was used is refused and stays as it is", async () => {
  await using source = await filledDatabase();
  await using used = await openTestDatabase();
  const file = newFile();
  await backups.take(source, file);
  const contents = await contentsOf(used.ownerUrl);
  await assert.rejects(backups.restore(file, used), { code: "database_in_use" });
  assert.deepEqual(await contentsOf(used.ownerUrl), contents);
  await migrate(used.ownerUrl, used.appUrl);
});

test("a backup is of one moment, whatever is written meanwhile", async () => {
  await using source = await filledDatabase();
  const { database } = source;
  const done = new AbortController();
  let pairs = 0;
  const writing = (async () => {
    for (; !done.signal.aborted; pairs++) {
      await database.query(
        `with word as (insert into help.words (language, word) values ('de', $1::text))
        insert into platform.editions (kind, key_id, version, sha256, first_seen_at)
        values ('pair', $1::text, 1, $2::text, now())`,
        [String(pairs), "0".repeat(64)],
      );
    }
  })();
  while (pairs < 10) await sleep(1);
  const file = newFile();
  await backups.take(source, file);
  done.abort();
  await writing;
  await using target = await openEmptyDatabase();
  await backups.restore(file, target);
  const counted = await target.database.query<{ words: number; editions: number }>(
    `select (select count(*)::int from help.words where language = 'de') as words,
      (select count(*)::int from platform.editions where kind = 'pair') as editions`,
  );
  const { words = 0, editions = 0 } = counted.rows[0] ?? {};
  assert.equal(words, editions);
  assert.ok(words >= 10 && words < pairs, `${words} of ${pairs}`);
});

test("a restore that stops at any moment keeps everybody out, and goes on when it is run again", async () => {
  await using source = await filledDatabase();
  const file = newFile();
  await backups.take(source, file);
  const stops = ["open", "restored", "progress", "replay"] as const;
  for (const stop of stops) {
    await using target = await openEmptyDatabase();
    const list = newFile();
    const erasure: Erasure = { kind: "sample.erased", at: new Date(0), ids: {} };
    await recordErasure(list, erasure);
    const fail = (at: string) => {
      if (at === stop) throw new Error(`stopped at ${at}`);
    };
    const replayer = (replay: Replayer["replay"]) => ({ kind: "sample.erased", replay });
    const erasures = { is: "list", file: list } as const;
    await assert.rejects(
      backups.restore(file, target, {
        erasures,
        replayers: [replayer(async () => fail("replay"))],
        onRestored: () => fail("restored"),
        progress: () => fail("progress"),
        open: async () => {
          fail("open");
          return target;
        },
      }),
      new Error(`stopped at ${stop}`),
    );
    if (stop !== "open") {
      await assert.rejects(migrate(target.ownerUrl, target.appUrl), UnfinishedRestore);
      await assert.rejects(backups.take(target, newFile()), UnfinishedRestore);
    }
    let replayed = 0;
    const count = replayer(async () => void replayed++);
    await backups.restore(file, target, { erasures, replayers: [count] });
    assert.equal(replayed, 1);
    assert.deepEqual(await contentsOf(target.ownerUrl), await contentsOf(source.ownerUrl), stop);
  }
});

test("a restore that was stopped doesn't go on with another backup", async () => {
  await using source = await filledDatabase();
  await using target = await openEmptyDatabase();
  const [file, other] = [newFile(), newFile()];
  await backups.take(source, file);
  await backups.take(source, other);
  const list = newFile();
  await recordErasure(list, { kind: "sample.erased", at: new Date(0), ids: {} });
  const replay = () => Promise.reject(new Error("stopped"));
  const options = {
    erasures: { is: "list", file: list },
    replayers: [{ kind: "sample.erased", replay }],
  } as const;
  await assert.rejects(backups.restore(file, target, options), new Error("stopped"));
  await assert.rejects(backups.restore(other, target), { code: "other_restore" });
  await backups.restore(file, target);
});

test("two restores at once into one database: one of them is refused, and nothing is there twice", async () => {
  await using source = await filledDatabase();
  await using target = await openEmptyDatabase();
  const file = newFile();
  await backups.take(source, file);
  const both = await Promise.allSettled([0, 1].map(() => backups.restore(file, target)));
  const refused = both.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  assert.match(refused.join(), /^(database_in_use|restore_running)$/);
  assert.deepEqual(await contentsOf(target.ownerUrl), await contentsOf(source.ownerUrl));
});
