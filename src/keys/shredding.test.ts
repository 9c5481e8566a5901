import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { placeHold } from "#ledger";
import {
  type Database,
  type Id,
  migrate,
  openDatabase,
  startEmbedded,
  system,
  type Transaction,
  transaction,
  uuidOf,
} from "#platform";
import { openTestKeykeeper, type TestDatabase, type TestKeykeeper, testPermits } from "#test";
import { boundToClient } from "./additional-data.ts";
import { Keyring } from "./keyring.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import { KeykeeperRefused, LegalHold } from "./refusals.ts";
import { drop, rotate } from "./rotation.ts";
import { shreddedReplayer } from "./shredding.ts";
import { readNewestClientKeys, shreddedAt } from "./store.ts";

const value = "ada@larkmoor.example";
const refused = (code: string) => (error: unknown) =>
  error instanceof KeykeeperRefused && error.code === code;

test("a client whose keys are shredded can't be read or written any more, and others can", async () => {
  await using test = await openTestKeykeeper();
  const { keykeeper } = test;
  const stored = await test.stored(value);
  const other = await test.stored(value);
  const { client } = stored;
  const unused = await test.event(stored);
  await keykeeper.shred({ client, event: await test.event({ client }) });
  await assert.rejects(keykeeper.decrypt({ ...stored, event: unused }), refused("client_shredded"));
  await assert.rejects(
    keykeeper.encrypt({ ...stored, kind: "email", value }),
    refused("client_shredded"),
  );
  await keykeeper.shred({ client, event: await test.event({ client }) }); // again, to no effect
  assert.equal((await readNewestClientKeys(test.ledger.opened.database, [client]))[0], undefined);
  assert.equal(await keykeeper.decrypt({ ...other, event: await test.event(other) }), value);
});

test("shredding needs a committed event about that client which allows it", async () => {
  const onlyReading = testPermits.filter(({ act }) => act === "decrypt");
  await using test = await openTestKeykeeper();
  await using strict = await openTestKeykeeper(onlyReading);
  const { client } = await test.stored(value);
  const other = await test.stored(value);
  const { keykeeper } = test;
  const denied = await test.event({ client }, "deny");
  await assert.rejects(keykeeper.shred({ client, event: denied }), refused("event_denies"));
  const others = await test.event({ client: other.client });
  await assert.rejects(keykeeper.shred({ client, event: others }), refused("event_missing"));
  const stored = await strict.stored(value);
  const event = await strict.event({ client: stored.client });
  const unlisted = strict.keykeeper.shred({ client: stored.client, event });
  await assert.rejects(unlisted, refused("event_kind"));
});

test("a legal hold refuses with the remedy, and everything stays readable", async () => {
  await using test = await openTestKeykeeper();
  const stored = await test.stored(value);
  const { client } = stored;
  test.holds.set(client, { placedAt: test.ledger.time.now });
  const event = await test.event({ client });
  await assert.rejects(test.keykeeper.shred({ client, event }), (error) => {
    assert.ok(error instanceof LegalHold);
    assert.match(error.message, /legal hold has kept .* Counsel can lift it at \/staff\/erasures/);
    return true;
  });
  assert.equal(await test.keykeeper.decrypt({ ...stored, event: await test.event(stored) }), value);
  test.holds.clear();
  await test.keykeeper.shred({ client, event });
});

/** Until somebody waits for a hold's lock, or what would have to wait is over. */
async function untilWaiting(database: Database, waiter: Promise<unknown>): Promise<void> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  void waiter.then(over, over);
  const waiting = `select from pg_locks l join pg_database d on d.oid = l.database
     where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
  while (!isOver && (await database.query(waiting)).rowCount === 0) await sleep(1);
}

test("a hold that is placed while keys are shredded keeps them, or is placed after it and told", async () => {
  await using test = await openTestKeykeeper();
  const { ledger, keykeeper } = test;
  const { database } = ledger.opened;
  const hold = (joined: Transaction, client: Id<"client">) =>
    placeHold(ledger.appender, joined, system, { client, reason: "case 7" }, ledger.time.now);

  const kept = await test.stored(value);
  const { client } = kept;
  const event = await test.event({ client });
  const refusing = await transaction(database, async (joined) => {
    await hold(joined, client);
    const shredding = keykeeper.shred({ client, event });
    await untilWaiting(database, shredding);
    return { shredding };
  });
  await assert.rejects(refusing.shredding, LegalHold);
  assert.equal(await keykeeper.decrypt({ ...kept, event: await test.event(kept) }), value);
  assert.equal(await shreddedAt(database, client), undefined);

  const { client: gone } = await test.stored(value);
  const allowed = await test.event({ client: gone });
  const running = await transaction(database, async (joined) => {
    await joined.query("select from keys.client_keys where client = $1 for update", [uuidOf(gone)]);
    const shredding = keykeeper.shred({ client: gone, event: allowed });
    await untilShredding(test, gone);
    const told = transaction(database, async (placing) => {
      await hold(placing, gone);
      return await shreddedAt(placing, gone);
    });
    await untilWaiting(database, told);
    return { shredding, told };
  });
  await running.shredding;
  assert.deepEqual(await running.told, ledger.time.now);
});

/** Until the keykeeper's own list has the client. */
async function untilShredding(test: TestKeykeeper, client: Id<"client">): Promise<void> {
  const { shredded } = keykeeperFiles(test.directory);
  while (!(await readFile(shredded, "utf8")).includes(client)) await sleep(1);
}

test("a shredding that failed at its end shows nothing any more, and is finished by another try or start", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const [stored, other] = [await test.stored(value), await test.stored(value)];
  const shred = async ({ client }: typeof stored) =>
    test.keykeeper.shred({ client, event: await test.event({ client }) });
  test.failures.push(new Error("the disk is full"), new Error("the disk is full"));
  for (const each of [stored, other]) {
    await assert.rejects(shred(each), /disk is full/);
    assert.ok((await readNewestClientKeys(database, [each.client]))[0]);
    const event = await test.event(each);
    await assert.rejects(test.keykeeper.decrypt({ ...each, event }), refused("client_shredded"));
  }
  await shred(stored);
  assert.equal((await readNewestClientKeys(database, [stored.client]))[0], undefined);
  await test.keykeeper.close();
  await (await test.open()).close();
  assert.equal((await readNewestClientKeys(database, [other.client]))[0], undefined);
});

test("a restore carries out the shredding that the erasure list tells of, and the keykeeper knows of it", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const stored = await test.stored(value);
  const { client } = stored;
  await test.keykeeper.shred({ client, event: await test.event({ client }) });
  const at = test.ledger.time.now;
  assert.deepEqual(test.erasures, [{ kind: "keys.shredded", at, ids: { client } }]);

  const other = await test.stored(value);
  const erasure = { kind: "keys.shredded", at, ids: { client: other.client } };
  for (let times = 0; times < 2; times++) {
    await shreddedReplayer.replay(erasure, { database, clock: () => at });
  }
  assert.equal((await readNewestClientKeys(database, [other.client]))[0], undefined);
  await test.keykeeper.close();
  const again = await test.open(); // on an old copy of its own list
  const event = await test.event(other);
  await assert.rejects(again.decrypt({ ...other, event }), refused("client_shredded"));
  await again.close();
});

test("keys that a restored backup brings back open nothing, and are gone after the next start", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const stored = await test.stored(value);
  const { client } = stored;
  const key = (await readNewestClientKeys(database, [client]))[0];
  assert.ok(key);
  await test.keykeeper.shred({ client, event: await test.event({ client }) });
  const restored = () =>
    database.query(
      `with unmarked as (update keys.clients set shredded_at = null where client = $1::uuid)
       insert into keys.client_keys (client, number, kek, wrapped, made_at)
       values ($1::uuid, 1, $2::uuid, $3::bytea, $4::timestamptz)`,
      [uuidOf(client), uuidOf(key.kek), key.wrapped, key.madeAt],
    );
  await restored();
  const read = async () => test.keykeeper.decrypt({ ...stored, event: await test.event(stored) });
  await assert.rejects(read, refused("client_shredded"));
  await test.keykeeper.close();
  const again = await test.open();
  assert.equal((await readNewestClientKeys(database, [client]))[0], undefined);
  const event = await test.event(stored);
  await assert.rejects(again.decrypt({ ...stored, event }), refused("client_shredded"));
  await again.close();
});

/** A database whose files are looked into, as safe on disk as in production. */
async function openOwnCluster(): Promise<TestDatabase & { cluster: string }> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-shredding-"));
  await chmod(directory, 0o755); // run by root, the database is another user's
  const settings = { autovacuum: "off", wal_recycle: "off" }; // the test says when; what is unneeded goes
  const embedded = await startEmbedded({ dataDirectory: directory, progress: () => {}, settings });
  const { appUrl, ownerUrl } = embedded;
  await migrate(ownerUrl, appUrl);
  const database = openDatabase(appUrl, () => {});
  return {
    appUrl,
    ownerUrl,
    database,
    cluster: join(directory, "database/cluster"),
    [Symbol.asyncDispose]: async () => {
      await database.end();
      await embedded.stop();
      await rm(directory, { recursive: true });
    },
  };
}

/** The files below a directory that hold these bytes, by their first folder. */
async function foldersWith(directory: string, bytes: Buffer): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const folders = new Set<string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const contents = await readFile(path).catch(() => Buffer.alloc(0)); // removed meanwhile
    if (contents.includes(bytes)) folders.add(path.slice(directory.length + 1).split("/")[0] ?? "");
  }
  return [...folders].sort();
}

test("what is left of a shredded key in the database's files: nothing in tables once others took its place, then nothing in the log, and no key that opens it after a rotation", async () => {
  await using opened = await openOwnCluster();
  await using test = await openTestKeykeeper(testPermits, { opened });
  const owner = openDatabase(opened.ownerUrl, () => {});
  let client: Id<"client"> = test.newClient();
  for (let count = 0; count < 100; count++) ({ client } = await test.stored(value));
  const key = (await readNewestClientKeys(opened.database, [client]))[0];
  assert.ok(key);
  await owner.query("checkpoint");
  const isIn = async (folder: string) =>
    (await foldersWith(opened.cluster, key.wrapped)).includes(folder);
  assert.ok(await isIn("base"));

  await test.keykeeper.shred({ client, event: await test.event({ client }) });
  await owner.query("checkpoint");
  assert.ok(await isIn("base"), "a deleted row stays until a vacuum");
  await owner.query("vacuum keys.client_keys");
  for (let count = 0; count < 5; count++) await test.stored(value);
  await owner.query("checkpoint");
  assert.ok(!(await isIn("base")), "the next keys take its place");
  await recycleLog(owner);
  assert.deepEqual(await foldersWith(opened.cluster, key.wrapped), []);
  assert.deepEqual(await foldersWith(opened.cluster, Buffer.from(value)), []);
  await owner.end();

  // A copy of the wrapped key, from a backup: the key-encryption key opens it as long as that is kept.
  const { keyring: directory } = keykeeperFiles(test.directory);
  const keyring = await Keyring.open(directory, async () => ({ passphrases: [] }));
  const bound = boundToClient(client, key.number, key.kek);
  assert.ok(await (await keyring.find(key.kek)).unwrap(key.wrapped, bound));
  const [file = ""] = await readdir(directory);
  const kek = JSON.parse(await readFile(join(directory, file), "utf8"));
  const later = new Date("2026-11-20T12:00:01Z");
  await rotate(opened.database, keyring, { kind: "file" }, later, () => {});
  await drop(opened.database, keyring, key.kek);
  await assert.rejects(keyring.find(key.kek), /isn't in/);
  for (const id of keyring.ids) {
    const newest = await keyring.find(id);
    assert.equal(await newest.unwrap(key.wrapped, bound), undefined);
  }
  assert.deepEqual(await foldersWith(test.directory, Buffer.from(kek.key)), []);
});

/** What a busy day does: the log's old segments go. */
async function recycleLog(owner: Database): Promise<void> {
  for (let segment = 0; segment < 4; segment++) {
    await owner.query("select pg_switch_wal()");
    await owner.query("create table public.busy as select generate_series(1, 20000) as number");
    await owner.query("drop table public.busy");
    await owner.query("checkpoint");
  }
}
