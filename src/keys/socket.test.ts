import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, test } from "node:test";
import fc from "#fast-check";
import { HoldfastError, type Log } from "#platform";
import { openTestKeykeeper } from "#test";
import { FrameReader, frameBytesMax, frameOf } from "./frame.ts";
import type { FieldTest, Keykeeper } from "./keykeeper.ts";
import { hello } from "./protocol.ts";
import { serveKeykeeper } from "./routes-keykeeper.ts";
import { RemoteKeykeeper } from "./routes-keykeeper-client.ts";

const value = "ada@larkmoor.example";
const directory = await mkdtemp(join(tmpdir(), "holdfast-socket-"));
after(() => rm(directory, { recursive: true }));

let sockets = 0;
const newPath = () => join(directory, `${sockets++}`, "keykeeper");

const logged: unknown[] = [];
const log = { error: (line: unknown) => logged.push(line) } as unknown as Log;

const code = (expected: string) => (error: unknown) =>
  error instanceof HoldfastError && error.code === expected && !error.message.includes(value);

test("a keykeeper behind a socket does what one in the process does, and refuses with the same codes", async () => {
  await using test = await openTestKeykeeper();
  const path = newPath();
  const serving = await serveKeykeeper(test.keykeeper, path, log);
  const remote = new RemoteKeykeeper(path);
  const place = { table: "vault.fields", field: "email", client: test.newClient(), version: 1 };
  const request = { ...place, kind: "email" as const, value };
  const { ciphertext, mask, index } = await remote.encrypt(request);
  assert.deepEqual([mask, index], ["a•••@l•••.•••", await test.keykeeper.blindIndex(request)]);
  assert.deepEqual(await remote.blindIndex(request), index);
  assert.equal(await remote.blindIndex({ ...request, kind: "text" }), undefined);

  const event = await test.event(place);
  const asked = { ...place, event, ciphertext };
  assert.equal(await remote.decrypt(asked), value);
  await assert.rejects(remote.decrypt(asked), code("event_used"));
  await assert.rejects(test.keykeeper.decrypt(asked), code("event_used"));
  await assert.rejects(remote.encrypt({ ...request, value: "ada" }), code("wrong_kind"));

  const statement = JSON.stringify({ at: test.ledger.time.now.toISOString() });
  const evidence = { statement, signature: await remote.attest(statement) };
  await assert.rejects(remote.attest("{}"), code("act_invalid"));
  const answerTo = async (question: FieldTest) =>
    remote.test({
      ...asked,
      event: await test.event(place),
      evidence,
      kind: "email",
      test: question,
    });
  assert.equal(await answerTo({ is: "equals", value: "ADA@larkmoor.example" }), true);
  assert.equal(await answerTo({ is: "at_least", amount: 1 }), false);
  const forged = { ...evidence, statement: `${statement} ` };
  const unused = { ...asked, event: await test.event(place), evidence: forged };
  await assert.rejects(remote.decrypt(unused), code("evidence_refused"));

  const long = "\u0001".repeat(65_536);
  const text = await remote.encrypt({ ...request, kind: "text", value: long });
  const again = { ...place, ciphertext: text.ciphertext, event: await test.event(place) };
  assert.equal(await remote.decrypt(again), long);

  await remote.ready();
  const { client } = place;
  test.holds.set(client, { placedAt: test.ledger.time.now });
  const shredding = { client, event: await test.event({ client }) };
  await assert.rejects(remote.shred(shredding), code("legal_hold"));
  test.holds.clear();
  await remote.shred(shredding);
  await assert.rejects(remote.encrypt(request), code("client_shredded"));
  await serving.stop();
  await assert.rejects(remote.ready(), code("keykeeper_away"));
  await remote.close();
});

test("many requests at once are each answered with their own value, and once", async () => {
  await using test = await openTestKeykeeper();
  const path = newPath();
  const serving = await serveKeykeeper(test.keykeeper, path, log);
  const remotes = [new RemoteKeykeeper(path), new RemoteKeykeeper(path)];
  const client = test.newClient();
  await Promise.all(
    Array.from({ length: 150 }, async (_, place) => {
      const own = `client${place}@larkmoor.example`;
      const stored = await test.stored(own, client);
      const event = await test.event(stored);
      const answers = await Promise.allSettled(
        remotes.map((remote) => remote.decrypt({ ...stored, event })),
      );
      const values = answers.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      assert.deepEqual(values, [own]);
    }),
  );
  for (const remote of remotes) await remote.close();
  await serving.stop();
});

test("a keykeeper that isn't there, goes away or fails shows nothing, and one that comes back is found", async () => {
  await using test = await openTestKeykeeper();
  const path = newPath();
  const remote = new RemoteKeykeeper(path);
  const stored = await test.stored(value);
  const read = async (event = test.event(stored)) =>
    remote.decrypt({ ...stored, event: await event });
  await assert.rejects(read, code("keykeeper_away"));

  await mkdir(join(path, ".."));
  const dying = createServer((socket) => {
    socket.write(frameOf(hello));
    socket.on("data", (piece) => piece.includes("decrypt") && socket.destroy());
  });
  await new Promise<void>((resolve) => dying.listen(path, resolve));
  await assert.rejects(read, code("keykeeper_away"));
  await new Promise((resolve) => dying.close(resolve));

  const failing: Keykeeper = Object.create(test.keykeeper, {
    decrypt: { value: () => Promise.reject(new TypeError(`can't read ${value}`)) },
  });
  const other = newPath();
  const broken = await serveKeykeeper(failing, other, log);
  const toBroken = new RemoteKeykeeper(other);
  const event = await test.event(stored);
  await assert.rejects(toBroken.decrypt({ ...stored, event }), code("keykeeper_away"));
  assert.deepEqual(logged, [{ act: "decrypt", error: "TypeError" }]);
  await broken.stop();
  await assert.rejects(toBroken.decrypt({ ...stored, event }), code("keykeeper_away"));
  const restarted = await serveKeykeeper(test.keykeeper, other, log);
  assert.equal(await toBroken.decrypt({ ...stored, event }), value);
  await toBroken.close();
  await restarted.stop();
});

test("what isn't a hello, a frame or a request ends the connection, and no other", async () => {
  await using test = await openTestKeykeeper();
  const path = newPath();
  const serving = await serveKeykeeper(test.keykeeper, path, log);
  const remote = new RemoteKeykeeper(path);
  const stored = await test.stored(value);
  const { ciphertext: _ciphertext, ...place } = stored;
  const tooLong = Buffer.alloc(4);
  tooLong.writeUInt32BE(frameBytesMax + 1);
  const greeting = frameOf(hello);
  const wrong: Record<string, Buffer[]> = {
    "another version": [frameOf({ ...hello, version: 2 })],
    "no hello": [frameOf({ number: 1, act: "decrypt", ...place })],
    HTTP: [Buffer.from("GET / HTTP/1.1\r\n\r\n")],
    "a frame that is too long": [greeting, tooLong],
    "no JSON": [greeting, Buffer.from([0, 0, 0, 1, 0x7b])],
    "another act": [greeting, frameOf({ number: 1, act: "export", ...place })],
    "no client": [greeting, frameOf({ number: 1, act: "shred", client: "client_1", event: "x" })],
    "more than is asked": [
      greeting,
      frameOf({ number: 1, act: "index", table: "a", field: "b", kind: "text", value, key: "" }),
    ],
  };
  for (const [what, pieces] of Object.entries(wrong)) {
    const socket = createConnection(path);
    for (const piece of pieces) socket.write(piece);
    const answer = await buffer(socket);
    assert.ok(answer.length === 0 || answer.equals(greeting), what);
  }
  assert.equal(await remote.decrypt({ ...stored, event: await test.event(stored) }), value);
  await remote.close();
  await serving.stop();
});

test("the socket opens to its user alone, or to the group that its directory was made for, never to others", async () => {
  await using test = await openTestKeykeeper();
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
  const own = newPath();
  const first = await serveKeykeeper(test.keykeeper, own, log);
  assert.deepEqual([await modeOf(own), await modeOf(join(own, ".."))], [0o600, 0o700]);
  await first.stop();

  const shared = newPath();
  await mkdir(join(shared, ".."));
  await chmod(join(shared, ".."), 0o750);
  const second = await serveKeykeeper(test.keykeeper, shared, log);
  assert.equal(await modeOf(shared), 0o660);
  await second.stop();
  await chmod(join(shared, ".."), 0o755);
  await assert.rejects(serveKeykeeper(test.keykeeper, shared, log), /can be opened by others/);

  const taken = join(directory, "taken", "file");
  await mkdir(join(directory, "taken"), { mode: 0o700 });
  await writeFile(taken, "");
  await assert.rejects(serveKeykeeper(test.keykeeper, taken, log), /which is a file/);
  const long = join(directory, "x".repeat(120));
  await assert.rejects(serveKeykeeper(test.keykeeper, long, log), /has 107 at most/);
});

test("messages are the same however they are cut on the way", () => {
  const messages = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(messages, fc.array(fc.nat(), { maxLength: 8 }), (sent, cuts) => {
      const bytes = Buffer.concat(sent.map(frameOf));
      const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
      const reader = new FrameReader();
      const read = [0, ...places].flatMap((start, at) =>
        reader.take(bytes.subarray(start, places[at] ?? bytes.length)),
      );
      assert.deepEqual(read, JSON.parse(JSON.stringify(sent)));
    }),
  );
});
