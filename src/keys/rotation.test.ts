import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { type Id, openDatabase, uuidOf } from "#platform";
import { openTestKeykeeper, type TestKeykeeper } from "#test";
import { byNewest } from "./client-keys.ts";
import { Keyring } from "./keyring.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import { drop, KekInUse, rotate } from "./rotation.ts";
import { kekUses } from "./store.ts";

const value = "ada@larkmoor.example";
const file = { kind: "file" } as const;
const later = new Date("2026-11-20T12:00:01Z");

const keyringOf = ({ directory }: TestKeykeeper) =>
  Keyring.open(keykeeperFiles(directory).keyring, async () => ({ passphrases: [] }));

async function read(test: TestKeykeeper, stored: Awaited<ReturnType<TestKeykeeper["stored"]>>) {
  return await test.keykeeper.decrypt({ ...stored, event: await test.event(stored) });
}

test("after a rotation the running keykeeper reads old values, writes new ones, and the old key can be dropped", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const old = await Promise.all(Array.from({ length: 450 }, () => test.stored(value)));
  const keyring = await keyringOf(test);
  const first = keyring.newest.id;
  const steps: number[] = [];
  const rotation = await rotate(database, keyring, file, later, (keys) => steps.push(keys));
  const { kek } = rotation;
  assert.deepEqual(rotation, { kek, resumed: false, rewrapped: 452, failed: [] });
  assert.deepEqual(steps, [2, 200, 200, 50]);
  assert.notEqual(kek, first);

  await drop(database, keyring, first);
  test.ledger.time.now = new Date("2026-11-20T12:05:00Z"); // the keys that it kept open are forgotten
  for (const stored of old.slice(0, 3)) assert.equal(await read(test, stored), value);
  const young = await test.stored(value);
  assert.equal(await read(test, young), value);
  const [use, ...others] = await kekUses(database);
  assert.deepEqual(use, { id: kek, clientKeys: 451, indexKeys: 2 });
  assert.deepEqual(others, []);
  assert.deepEqual(await readdir(keyring.directory), [`${kek}.json`]);
});

test("a key made while the old key-encryption key is retired under the keykeeper is wrapped by the new one", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const keyring = await keyringOf(test);
  for (let second = 1; second <= 5; second++) {
    const now = new Date(later.getTime() + second * 1_000);
    const rotation = rotate(database, keyring, file, now, () => {});
    const written = Array.from({ length: 40 }, () => test.stored(value));
    await Promise.allSettled([rotation, ...written]);
    await Promise.all([rotation, ...written]);
  }
  const uses = await kekUses(database);
  const wrapping = uses.filter(({ clientKeys }) => clientKeys > 0).map(({ id }) => id);
  assert.deepEqual(wrapping, [keyring.newest.id]);
  assert.equal(uses.at(-1)?.clientKeys, 200);
});

test("a key that meets one rotation after another is wrapped by the newest, and one that nothing wraps is told", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const [stale, rotating] = [await keyringOf(test), await keyringOf(test)];
  const rotations = [1, 2, 3].map((second) => new Date(later.getTime() + second * 1_000));
  const wrapping = await byNewest(database, stale, later, async (kek) => {
    const now = rotations.shift();
    if (!now) return kek.id;
    await rotate(database, rotating, file, now, () => {});
    return undefined;
  });
  assert.equal(wrapping, rotating.newest.id);
  await assert.rejects(
    byNewest(database, stale, later, async () => undefined),
    { message: `${wrapping} wraps nothing new` },
  );
});

test("a rotation that was stopped goes on where it stood, and until then nothing is dropped or unreadable", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const stored = await Promise.all(Array.from({ length: 450 }, () => test.stored(value)));
  const keyring = await keyringOf(test);
  const first = keyring.newest.id;
  let batches = 0;
  const stopping = rotate(database, keyring, file, later, () => {
    batches += 1;
    if (batches === 2) throw new Error("killed");
  });
  await assert.rejects(stopping, /killed/);

  const again = await keyringOf(test);
  await assert.rejects(drop(database, again, first), (error) => {
    assert.ok(error instanceof KekInUse);
    assert.match(error.message, /still wraps 250 keys/);
    return true;
  });
  await test.keykeeper.close();
  const reopened = await test.open();
  for (const each of [stored[0], stored.at(-1)]) {
    assert.ok(each);
    assert.equal(await reopened.decrypt({ ...each, event: await test.event(each) }), value);
  }
  await reopened.close();

  const finished = await rotate(database, again, file, later, () => {});
  assert.deepEqual(finished, { kek: again.newest.id, resumed: true, rewrapped: 250, failed: [] });
  assert.equal(again.ids.length, 2, "no third key was made");
  await drop(database, again, first);
});

test("a wrapped key that was changed, or moved to another client, is named, and the others are rewrapped", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const [one, two, three] = await Promise.all(
    [value, value, value].map((each) => test.stored(each)),
  );
  assert.ok(one && two && three);
  await database.query(
    `update keys.client_keys k set wrapped = o.wrapped from keys.client_keys o
     where k.client = $1::uuid and o.client = $2::uuid`,
    [uuidOf(one.client), uuidOf(two.client)],
  );
  const rotation = await rotate(database, await keyringOf(test), file, later, () => {});
  assert.deepEqual(rotation.failed, [`${one.client} 1`]);
  assert.equal(rotation.rewrapped, 4);
  await test.keykeeper.close();
  const again = await test.open();
  await assert.rejects(again.decrypt({ ...one, event: await test.event(one) }), /was changed/);
  await assert.rejects(
    again.encrypt({ ...one, kind: "email", value }),
    /was changed/,
    "a key that somebody put there encrypts nothing",
  );
  assert.equal(await again.decrypt({ ...three, event: await test.event(three) }), value);
  await again.close();
});

test("the newest key can't be dropped, nor one that isn't there; the database refuses what still wraps", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  await test.stored(value);
  const keyring = await keyringOf(test);
  await assert.rejects(drop(database, keyring, keyring.newest.id), /wraps every new key/);
  const missing: Id<"kek"> = "kek_00000000000000000000000000";
  await assert.rejects(drop(database, keyring, missing), /has no key kek_0/);
  await assert.rejects(
    database.query("delete from keys.keks where id = $1::uuid", [uuidOf(keyring.newest.id)]),
    /foreign key/,
  );
});

test("neither a value nor a key is anywhere in a dump of the database", async () => {
  await using test = await openTestKeykeeper();
  await test.stored(value);
  const kek = JSON.parse(
    await readFile(join(keykeeperFiles(test.directory).keyring, await onlyKek(test)), "utf8"),
  );
  const owner = openDatabase(test.ledger.opened.ownerUrl, () => {});
  const { rows } = await owner.query<{ dump: string }>(
    `select string_agg(query_to_xml(format('select * from %I.%I', schemaname, tablename), true, true, '')::text, '') as dump
     from pg_tables where schemaname in ('keys', 'ledger', 'platform')`,
  );
  await owner.end();
  const dump = rows[0]?.dump ?? "";
  assert.match(dump, /client_keys|wrapped/);
  const bytes = [Buffer.from(value), Buffer.from(kek.key, "base64"), Buffer.from(kek.key)];
  for (const secret of bytes) {
    for (const form of ["hex", "base64", "utf8"] as const) {
      assert.ok(!dump.includes(secret.toString(form)), `found ${form}`);
    }
  }
});

async function onlyKek(test: TestKeykeeper): Promise<string> {
  const [name = ""] = await readdir(keykeeperFiles(test.directory).keyring);
  return name;
}
