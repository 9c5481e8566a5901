import assert from "node:assert/strict";
import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { HoldfastError, newId, system, transaction } from "#platform";
import { noted, openTestKeykeeper, testPermits } from "#test";
import { KekMissing, Keyring } from "./keyring.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import { KeykeeperRefused } from "./refusals.ts";
import { rotate } from "./rotation.ts";

const secret = "ada@larkmoor.example";
const refused = (code: string) => (error: unknown) =>
  error instanceof KeykeeperRefused && error.code === code && !error.message.includes("ada");

test("a committed event lets one version of one field be read, once", async () => {
  await using test = await openTestKeykeeper();
  const { keykeeper } = test;
  const stored = await test.stored(secret);
  assert.ok(!Buffer.from(stored.ciphertext).includes(secret));
  const event = await test.event(stored);
  assert.equal(await keykeeper.decrypt({ ...stored, event }), secret);
  assert.equal(keykeeper.count, 1);
  await assert.rejects(keykeeper.decrypt({ ...stored, event }), refused("event_used"));
  assert.equal(keykeeper.count, 1);
  assert.deepEqual(test.refused, ["event_used"]);
  assert.equal(await keykeeper.decrypt({ ...stored, event: await test.event(stored) }), secret);
});

test("of many who ask with one event at once, one gets the value", async () => {
  await using test = await openTestKeykeeper();
  const stored = await test.stored(secret);
  for (let round = 0; round < 10; round++) {
    const event = await test.event(stored);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => test.keykeeper.decrypt({ ...stored, event })),
    );
    const values = answers.filter(({ status }) => status === "fulfilled");
    assert.equal(values.length, 1);
    for (const answer of answers) {
      if (answer.status === "rejected") assert.ok(refused("event_used")(answer.reason));
    }
  }
  assert.equal(test.keykeeper.count, 10);
});

test("an event about another client, field or version, one that denies, and none at all show nothing", async () => {
  await using test = await openTestKeykeeper();
  const { keykeeper } = test;
  const stored = await test.stored(secret);
  const other = await test.stored("bob@larkmoor.example");
  const wrong = [
    { event: newId("event", test.ledger.time.now), code: "event_missing" },
    { event: await test.event(other), code: "event_missing" },
    { event: await test.event({ ...stored, field: "phone" }), code: "event_differs" },
    { event: await test.event({ ...stored, version: 2 }), code: "event_differs" },
    { event: await test.event({ client: stored.client }), code: "event_differs" },
    { event: await test.event(stored, "deny"), code: "event_denies" },
  ];
  for (const { event, code } of wrong) {
    await assert.rejects(keykeeper.decrypt({ ...stored, event }), refused(code), code);
  }
  assert.equal(keykeeper.count, 0);
  assert.deepEqual(
    test.refused,
    wrong.map(({ code }) => code),
  );
});

test("an event that isn't committed yet shows nothing, not even to the transaction that appends it", async () => {
  await using test = await openTestKeykeeper();
  const { ledger, keykeeper } = test;
  const stored = await test.stored(secret);
  const { ciphertext: _ciphertext, table: _table, ...columns } = stored;
  const event = await transaction(ledger.opened.database, async (joined) => {
    const draft = { kind: noted, details: { note: "" }, decision: "allow" as const, ...columns };
    const { event } = await ledger.appender.append(system, draft, ledger.time.now, joined);
    await assert.rejects(keykeeper.decrypt({ ...stored, event }), refused("event_missing"));
    return event;
  });
  assert.equal(await keykeeper.decrypt({ ...stored, event }), secret);
});

test("a permitted event opens no other ciphertext: not another client's, field's, version's or table's, none that was changed", async () => {
  await using test = await openTestKeykeeper();
  const { keykeeper } = test;
  const stored = await test.stored(secret);
  const event = await test.event(stored);
  const { client } = stored;
  const others = [
    (await test.stored("bob@larkmoor.example")).ciphertext,
    await encrypted({ client, field: "phone" }),
    await encrypted({ client, version: 2 }),
    await encrypted({ client, table: "accounts.logins" }),
    Buffer.concat([stored.ciphertext, Buffer.of(0)]),
    Buffer.alloc(0),
  ];
  for (const ciphertext of others) {
    const asked = { ...stored, event, ciphertext };
    await assert.rejects(keykeeper.decrypt(asked), refused("ciphertext_refused"));
  }
  const elsewhere = { ...stored, event, table: "accounts.logins" };
  await assert.rejects(keykeeper.decrypt(elsewhere), refused("event_kind"));
  assert.equal(
    await keykeeper.decrypt({ ...stored, event }),
    secret,
    "what was refused uses nothing",
  );

  async function encrypted(changed: object): Promise<Uint8Array> {
    const request = { ...stored, kind: "text" as const, value: secret, ...changed };
    return (await keykeeper.encrypt(request)).ciphertext;
  }
});

test("a kind that isn't listed, and a check that says no, show nothing", async () => {
  const unlisted = testPermits.filter(({ act }) => act !== "decrypt");
  const failing = testPermits.map((permit) => ({
    ...permit,
    check: () => Promise.reject(new KeykeeperRefused("event_differs")),
  }));
  for (const [permits, code] of [
    [unlisted, "event_kind"],
    [failing, "event_differs"],
  ] as const) {
    await using test = await openTestKeykeeper(permits);
    const stored = await test.stored(secret);
    const event = await test.event(stored);
    await assert.rejects(test.keykeeper.decrypt({ ...stored, event }), refused(code));
    assert.equal(test.keykeeper.count, 0);
  }
});

test("an event is good for a minute, and a clock that is set back makes no used event new", async () => {
  await using test = await openTestKeykeeper();
  const { keykeeper, ledger } = test;
  const start = ledger.time.now.getTime();
  const at = (seconds: number) => {
    ledger.time.now = new Date(start + seconds * 1_000);
  };
  const stored = await test.stored(secret);
  const [used, unused] = [await test.event(stored), await test.event(stored)];
  at(20);
  await keykeeper.decrypt({ ...stored, event: used });
  at(61);
  await assert.rejects(keykeeper.decrypt({ ...stored, event: unused }), refused("event_old"));
  await keykeeper.decrypt({ ...stored, event: await test.event(stored) });
  at(130);
  await keykeeper.decrypt({ ...stored, event: await test.event(stored) });
  at(0);
  await assert.rejects(keykeeper.decrypt({ ...stored, event: used }), refused("event_old"));
  await assert.rejects(
    keykeeper.decrypt({ ...stored, event: await test.event(stored) }),
    refused("event_old"),
  );
  at(200);
  const ahead = await test.event(stored);
  at(190);
  await assert.rejects(keykeeper.decrypt({ ...stored, event: ahead }), refused("event_ahead"));
});

test("what was used stays used when the keykeeper starts again", async () => {
  await using test = await openTestKeykeeper();
  const stored = await test.stored(secret);
  const event = await test.event(stored);
  await test.keykeeper.decrypt({ ...stored, event });
  await test.keykeeper.close();
  const again = await test.open();
  assert.equal(again.count, 1);
  await assert.rejects(again.decrypt({ ...stored, event }), refused("event_used"));
  assert.equal(await again.decrypt({ ...stored, event: await test.event(stored) }), secret);
  await again.close();
});

test("there is one keykeeper: not a second on its directory, nor one with another journal", async () => {
  await using test = await openTestKeykeeper();
  await assert.rejects(test.open(), /Another keykeeper is running on/);
  await test.keykeeper.close();
  await assert.rejects(test.open(`${test.directory}-copy`), /keeps journal .* would let an event/);
  await (await test.open()).close();
});

test("without the key-encryption key that wraps what the database holds it doesn't start, and says which is missing", async () => {
  await using test = await openTestKeykeeper();
  await test.stored(secret);
  await test.keykeeper.close();
  const { keyring } = keykeeperFiles(test.directory);
  const [file = ""] = await readdir(keyring);
  await rename(join(keyring, file), join(test.directory, file));
  await assert.rejects(test.open(), (error) => {
    assert.ok(error instanceof KekMissing && error.message.includes(`Bring back ${file}`));
    return true;
  });
  await rename(join(test.directory, file), join(keyring, file));
  await (await test.open()).close();
});

test("a key-encryption key that vanishes under the keykeeper is told to those who run it, not to whoever asked", async () => {
  await using test = await openTestKeykeeper();
  const stored = await test.stored(secret);
  await test.keykeeper.close();
  const again = await test.open();
  const { keyring: directory } = keykeeperFiles(test.directory);
  const keyring = await Keyring.open(directory, async () => ({ passphrases: [] }));
  const { database } = test.ledger.opened;
  const { kek } = await rotate(database, keyring, { kind: "file" }, test.ledger.time.now, () => {});
  await keyring.destroy(kek);
  const event = await test.event(stored);
  await assert.rejects(again.decrypt({ ...stored, event }), (error) => {
    assert.ok(error instanceof Error && !(error instanceof HoldfastError));
    assert.match(error.message, /Bring back kek_/);
    return true;
  });
  await again.close();
});

test("a value that isn't of its kind, or too long, is refused before anything is stored", async () => {
  await using test = await openTestKeykeeper();
  const place = { table: "vault.fields", field: "email", client: test.newClient(), version: 1 };
  const encrypt = (kind: "email" | "text", value: string) =>
    test.keykeeper.encrypt({ ...place, kind, value });
  await assert.rejects(encrypt("email", "ada"), /isn't an e-mail address/);
  await assert.rejects(encrypt("text", "é".repeat(40_000)), /has 80000 bytes, but at most 65536/);
});

test("after a year a client's new values are encrypted by a new key, and the old ones are still read", async () => {
  await using test = await openTestKeykeeper();
  const old = await test.stored(secret);
  test.ledger.time.now = new Date("2027-11-21T12:00:00Z");
  const young = await test.stored("ada@elsewhere.example", old.client);
  assert.deepEqual([old.ciphertext[4], young.ciphertext[4]], [1, 2]);
  const { keykeeper } = test;
  assert.equal(await keykeeper.decrypt({ ...old, event: await test.event(old) }), secret);
  const event = await test.event(young);
  assert.equal(await keykeeper.decrypt({ ...young, event }), "ada@elsewhere.example");
});

test("equal values are found by their index, in one field and not across fields", async () => {
  await using test = await openTestKeykeeper();
  const place = { table: "vault.fields", field: "email", client: test.newClient(), version: 1 };
  const request = { ...place, kind: "email" as const, value: secret };
  const { index, mask } = await test.keykeeper.encrypt(request);
  assert.equal(mask, "a•••@l•••.•••");
  const find = (changed: object) => test.keykeeper.blindIndex({ ...request, ...changed });
  assert.deepEqual(await find({ value: " ADA@Larkmoor.example" }), index);
  assert.notDeepEqual(await find({ field: "recovery_email" }), index);
  assert.notDeepEqual(await find({ table: "accounts.logins" }), index);
  assert.equal(await find({ kind: "text" }), undefined);
  const other = await test.keykeeper.encrypt({ ...request, client: test.newClient() });
  assert.deepEqual(other.index, index);
  assert.notDeepEqual(other.ciphertext, (await test.keykeeper.encrypt(request)).ciphertext);
});
