import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { type Id, openLog } from "#platform";
import { openTestKeykeeper, type TestKeykeeper } from "#test";
import type { EncryptRequest, Keykeeper } from "./keykeeper.ts";
import { Keyring } from "./keyring.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import { KeykeeperRefused } from "./refusals.ts";
import { rotate } from "./rotation.ts";
import { serveKeykeeper } from "./routes-keykeeper.ts";
import { RemoteKeykeeper } from "./routes-keykeeper-client.ts";
import { kekUses, readNewestClientKeys } from "./store.ts";

let given: TestKeykeeper;
before(async () => {
  given = await openTestKeykeeper();
});
after(() => given[Symbol.asyncDispose]());

const values = {
  email: ["email", "Ada@Larkmoor.example"],
  phone: ["phone", "+1 202 555 0100"],
  balance: ["amount", "12345.67 EUR"],
} as const;

/** Every field of a client, as an import has them. */
function fieldsOf(client: Id<"client">): EncryptRequest[] {
  return Object.entries(values).map(([field, [kind, value]]) => ({
    table: "vault.fields",
    field,
    client,
    version: 1,
    kind,
    value,
  }));
}

const newClients = (length: number) => Array.from({ length }, () => given.newClient());

async function requireSame(keykeeper: Keykeeper, requests: readonly EncryptRequest[]) {
  const together = await keykeeper.encryptMany(requests);
  assert.equal(together.length, requests.length);
  for (const [place, request] of requests.entries()) {
    const { ciphertext, ...rest } = together[place] ?? assert.fail();
    const { ciphertext: _own, ...alone } = await given.keykeeper.encrypt(request);
    assert.deepEqual(rest, alone);
    const event = await given.event(request);
    assert.equal(await given.keykeeper.decrypt({ ...request, event, ciphertext }), request.value);
  }
}

test("many values are encrypted as each would be alone, for clients with and without a key", async () => {
  const clients = newClients(3);
  await given.keykeeper.encryptMany(fieldsOf(clients[1] ?? assert.fail()));
  await requireSame(given.keykeeper, clients.flatMap(fieldsOf));
  assert.deepEqual(await given.keykeeper.encryptMany([]), []);
});

test("more values than a frame takes come over the socket in their order, each its own", async () => {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-encrypting-"));
  const path = join(directory, "socket", "keykeeper");
  const serving = await serveKeykeeper(given.keykeeper, path, openLog("silent"));
  const remote = new RemoteKeykeeper(path);
  const long = { kind: "text" as const, value: "\u0001".repeat(65_536) };
  const [first = assert.fail(), ...clients] = newClients(400);
  const requests = clients.flatMap(fieldsOf);
  const encrypted = await remote.encryptMany(requests);
  const alone = await Promise.all(requests.slice(-3).map((each) => given.keykeeper.encrypt(each)));
  assert.deepEqual(
    encrypted.slice(-3).map(({ mask, index, fingerprint }) => [mask, index, fingerprint]),
    alone.map(({ mask, index, fingerprint }) => [mask, index, fingerprint]),
  );
  assert.equal(encrypted.length, requests.length);
  const longer = fieldsOf(first).map((each) => ({ ...each, ...long }));
  await requireSame(remote, [...fieldsOf(first), ...longer]);
  const tooLong = { ...longer[0], value: "x".repeat(600_000) } as EncryptRequest;
  await assert.rejects(remote.encrypt(tooLong), /has 600000 bytes, but at most 65536/);
  await remote.close();
  await serving.stop();
  await rm(directory, { recursive: true });
});

test("of values that are known by their fingerprints only the changed ones are encrypted, over the socket too", async () => {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-changed-"));
  const path = join(directory, "keykeeper.sock");
  const serving = await serveKeykeeper(given.keykeeper, path, openLog("silent"));
  const remote = new RemoteKeykeeper(path);
  const [client = assert.fail()] = newClients(1);
  const stored = await given.keykeeper.encryptMany(fieldsOf(client));
  const asked = fieldsOf(client).map((request, place) => ({
    ...{ ...request, version: 2, known: stored[place]?.fingerprint },
    ...(request.field === "phone" && { value: "+1 202 555 0101" }),
  }));
  const isNew = async (keykeeper: Keykeeper) =>
    (await keykeeper.encryptChanged(asked)).map((one) => one?.ciphertext !== undefined);
  for (const keykeeper of [given.keykeeper, remote]) {
    assert.deepEqual(await isNew(keykeeper), [false, true, false]);
  }
  const first = asked.map((request) => ({ ...request, known: undefined }));
  assert.ok((await remote.encryptChanged(first)).every((one) => one));
  await remote.close();
  await serving.stop();
  await rm(directory, { recursive: true });
});

test("many values are hashed as each would be alone, over the socket too; one that no field holds spoils no other", async () => {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-hashing-"));
  const path = join(directory, "socket", "keykeeper");
  const serving = await serveKeykeeper(given.keykeeper, path, openLog("silent"));
  const remote = new RemoteKeykeeper(path);
  const clients = newClients(450);
  const requests = clients.flatMap(fieldsOf);
  const stored = await given.keykeeper.encryptMany(requests);
  const [email = assert.fail()] = requests;
  const odd = ["ada", "\ud800", "x".repeat(70_000)].map((value) => ({ ...email, value }));
  const asked = [...odd, ...requests];
  for (const keykeeper of [given.keykeeper, remote]) {
    assert.deepEqual(
      (await keykeeper.blindIndexes(asked)).map((index) => index && Buffer.from(index)),
      [undefined, undefined, undefined, ...stored.map(({ index }) => index)],
    );
    const marks = await keykeeper.fingerprints(asked);
    assert.deepEqual(marks.slice(1, 3), [undefined, undefined]);
    assert.deepEqual(
      marks.slice(3).map((mark) => mark && Buffer.from(mark)),
      stored.map(({ fingerprint }) => fingerprint),
    );
    assert.notDeepEqual(marks[0], marks[3]);
    assert.deepEqual(
      [await keykeeper.blindIndexes([]), await keykeeper.fingerprints([])],
      [[], []],
    );
  }
  await remote.close();
  await serving.stop();
  await rm(directory, { recursive: true });
});

test("one value that isn't of its kind, or one client whose keys are shredded, refuses all, and nothing is made", async () => {
  const [one = assert.fail(), two = assert.fail()] = newClients(2);
  const { keykeeper, ledger } = given;
  const wrong = [...fieldsOf(one), { ...fieldsOf(two)[0], value: "ada" } as EncryptRequest];
  await assert.rejects(keykeeper.encryptMany(wrong), /isn't an e-mail address/);
  const broken = [...fieldsOf(one), { ...fieldsOf(two)[2], value: "\ud800" } as EncryptRequest];
  await assert.rejects(keykeeper.encryptMany(broken), /isn't an amount/);
  await keykeeper.encryptMany(fieldsOf(two));
  await keykeeper.shred({ client: two, event: await given.event({ client: two }) });
  await assert.rejects(
    keykeeper.encryptMany([...fieldsOf(one), ...fieldsOf(two)]),
    (error) => error instanceof KeykeeperRefused && error.code === "client_shredded",
  );
  assert.equal((await readNewestClientKeys(ledger.opened.database, [one]))[0], undefined);
});

test("calls at once for the same clients, in whatever order, make each one key", async () => {
  const clients = newClients(40);
  const orders = [clients, clients.toReversed(), clients.slice(10), clients.slice(0, 30)];
  const answers = await Promise.all(
    orders.map((order) => given.keykeeper.encryptMany(order.flatMap(fieldsOf))),
  );
  for (const [place, order] of orders.entries()) {
    const [request = assert.fail()] = order.flatMap(fieldsOf);
    const { ciphertext } = answers[place]?.[0] ?? assert.fail();
    const event = await given.event(request);
    assert.equal(await given.keykeeper.decrypt({ ...request, event, ciphertext }), request.value);
  }
});

test("a key-encryption key that was retired under it wraps nothing", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const { keyring: directory } = keykeeperFiles(test.directory);
  const keyring = await Keyring.open(directory, async () => ({ passphrases: [] }));
  const clients = Array.from({ length: 30 }, () => test.newClient());
  await test.keykeeper.encryptMany(fieldsOf(test.newClient()));
  const { kek } = await rotate(database, keyring, { kind: "file" }, test.ledger.time.now, () => {});
  await test.keykeeper.encryptMany(clients.flatMap(fieldsOf));
  const uses = await kekUses(database);
  assert.deepEqual(
    uses.filter(({ clientKeys }) => clientKeys > 0).map(({ id, clientKeys }) => [id, clientKeys]),
    [[kek, 31]],
  );
});

test("fingerprints are equal for the same value of the same client's field, and for no other", async () => {
  const drawing = fc.record({
    client: fc.constantFrom(...newClients(2)),
    where: fc.constantFrom(
      { table: "vault.fields", field: "flags" },
      { table: "vault.field", field: "sflags" },
    ),
    version: fc.constantFrom(1, 2),
    value: fc.string({ unit: codePoint, maxLength: 3 }).filter((text) => text.isWellFormed()),
  });
  const parts = fc.subarray(["client", "where", "version", "value"] as const);
  await fc.assert(
    fc.asyncProperty(drawing, drawing, parts, async (one, drawn, changed) => {
      const other = { ...one, ...Object.fromEntries(changed.map((part) => [part, drawn[part]])) };
      const [first, second] = await given.keykeeper.encryptMany(
        [one, other].map(({ where, ...rest }) => ({ ...where, ...rest, kind: "text" })),
      );
      assert.equal(first?.fingerprint.length, 16);
      const named = ({ version: _version, ...rest }: typeof one) => JSON.stringify(rest);
      const areEqual = String(first.fingerprint) === String(second?.fingerprint);
      assert.equal(areEqual, named(one) === named(other));
    }),
  );
});
