import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { replaceFile } from "#platform";
import { MadeLog } from "#test";
import { emptyRoot, openCheckpoint, parseNote, printNote } from "#tlog";
import { makeWitness } from "./made-witness.ts";
import { parseState } from "./state.ts";

const log = MadeLog.make();
const fork = log.forkedAt(5);
const sizeType = "text/x.tlog.size";

/** The checkpoint with the cosignatures that a witness answered. */
const joined = (signed: string, answer: { status: number; body: string }) => {
  assert.equal(answer.status, 200, answer.body);
  return `${signed}${answer.body}`;
};

test("a witness follows a log from nothing, and cosigns with both of its keys", async () => {
  await using witness = await makeWitness([log]);
  let oldSize = 0;
  for (const size of [0, 0, 1, 5, 5, 12]) {
    const signed = log.checkpoint(size);
    const answer = await witness.add(oldSize, log.proof(oldSize, size), signed);
    const { verified, checkpoint } = openCheckpoint(joined(signed, answer), witness.keys);
    assert.deepEqual(
      verified.map(({ key, timestamp }) => [key.type, timestamp]),
      [
        ["ed25519-cosignature", 1_795_176_000],
        ["ml-dsa-44-cosignature", 1_795_176_000],
      ],
    );
    assert.equal(checkpoint.size, size);
    assert.doesNotMatch(answer.body, /log\.example/);
    oldSize = size;
  }
});

test("each refusal has the status of tlog-witness, and changes nothing", async () => {
  await using witness = await makeWitness([log]);
  joined("", await witness.add(0, [], log.checkpoint(7)));
  const before = await readFile(witness.file, "utf8");
  const proof = log.proof(7, 12);
  const other = MadeLog.make("other.example");
  const stranger = MadeLog.make(log.origin);
  const forged = log.checkpoint(12).replace("\n12\n", "\n13\n");
  const status = async (...asked: Parameters<typeof witness.add>) => {
    const answer = await witness.add(...asked);
    return [answer.status, answer.contentType === sizeType ? answer.body : ""];
  };
  assert.deepEqual(await status(0, [], other.checkpoint(3)), [404, ""]);
  assert.deepEqual(await status(7, proof, stranger.checkpoint(12)), [403, ""]);
  assert.deepEqual(await status(7, proof, forged), [403, ""]);
  assert.deepEqual(await status(13, [], log.checkpoint(12)), [400, ""]);
  assert.deepEqual(await status(0, [], log.checkpoint(12)), [409, "7\n"]);
  assert.deepEqual(await status(6, log.proof(6, 12), log.checkpoint(12)), [409, "7\n"]);
  assert.deepEqual(await status(3, log.proof(3, 5), log.checkpoint(5)), [409, "7\n"]);
  assert.deepEqual(await status(7, proof.slice(1), log.checkpoint(12)), [422, ""]);
  assert.deepEqual(await status(7, fork.proof(7, 12), fork.checkpoint(12)), [422, ""]);
  assert.deepEqual(await status(7, [], fork.checkpoint(7)), [409, ""]);
  assert.deepEqual((await witness.post("old 7\n")).status, 400);
  assert.deepEqual((await witness.post(Uint8Array.of(0xff))).status, 400);
  assert.deepEqual((await witness.post("x".repeat(270_000))).status, 400);
  assert.deepEqual((await witness.post("x".repeat(400_000))).status, 413);
  assert.equal(await readFile(witness.file, "utf8"), before);
  joined("", await witness.add(7, proof, log.checkpoint(12)));
});

test("a tree without leaves has one root, before and after it was cosigned", async () => {
  await using witness = await makeWitness([log]);
  const root = log.root(1);
  assert.equal((await witness.add(0, [], log.checkpoint(0, { root }))).status, 422);
  joined("", await witness.add(0, [], log.checkpoint(0, { root: emptyRoot })));
  assert.equal((await witness.add(0, [], log.checkpoint(0, { root }))).status, 422);
  assert.equal((await witness.add(0, [root], log.checkpoint(5))).status, 422);
  joined("", await witness.add(0, [], log.checkpoint(5)));
});

test("extension lines are kept, and only the key that covers them cosigns", async () => {
  await using witness = await makeWitness([log]);
  const signed = log.checkpoint(5, { extensions: ["more", "words"] });
  const answer = await witness.add(0, [], signed);
  const { verified } = openCheckpoint(joined(signed, answer), witness.keys);
  assert.deepEqual(
    verified.map(({ key }) => key.type),
    ["ed25519-cosignature"],
  );
  await witness.restart();
  assert.match(await readFile(witness.file, "utf8"), /more\\nwords\\n/);
  joined("", await witness.add(5, log.proof(5, 9), log.checkpoint(9)));
});

test("a forged line in the witness's own name doesn't get into its state", async () => {
  await using witness = await makeWitness([log]);
  const [, mlDsa = assert.fail()] = witness.keys;
  const { text, signatures } = parseNote(log.checkpoint(5, { extensions: ["more"] }));
  const forged = { name: mlDsa.name, id: mlDsa.id, signature: new Uint8Array(2428) };
  const twice = Array.from({ length: 60 }, () => signatures).flat();
  joined("", await witness.add(0, [], printNote({ text, signatures: [...twice, forged] })));
  const state = parseState(await readFile(witness.file, "utf8"), witness.keys);
  const { verified, note } = openCheckpoint(state.get(log.origin)?.signed ?? "", [
    log.signer.key,
    ...witness.keys,
  ]);
  assert.equal(verified.length, 2);
  assert.equal(note.signatures.length, 2);
  await witness.restart();
  joined("", await witness.add(5, log.proof(5, 9), log.checkpoint(9)));
});

test("signatures of unknown keys are ignored, and alone they are not enough", async () => {
  const heir = MadeLog.make(log.origin);
  const signers = [heir.signer, log.signer];
  await using witness = await makeWitness([log]);
  joined("", await witness.add(0, [], log.checkpoint(5, { signers })));
  assert.equal((await witness.add(5, [], heir.checkpoint(5))).status, 403);
});

test("a log that signs two histories leaves the proof of it with the witness", async () => {
  await using witness = await makeWitness([log]);
  joined("", await witness.add(0, [], log.checkpoint(9)));
  assert.equal((await witness.add(9, [], fork.checkpoint(9))).status, 409);
  const proven = witness.evidence.map((signed) => openCheckpoint(signed, [log.signer.key]));
  assert.deepEqual(
    proven.map(({ checkpoint: { size, root } }) => ({ size, root })),
    [log, fork].map((history) => ({ size: 9, root: history.root(9) })),
  );
});

test("of two requests at once from one old size one wins, and the other hears its size", async () => {
  await using witness = await makeWitness([log]);
  const answers = await Promise.all([
    witness.add(0, [], log.checkpoint(7)),
    witness.add(0, [], log.checkpoint(5)),
    witness.add(0, [], fork.checkpoint(9)),
  ]);
  assert.deepEqual(
    answers.map(({ status, contentType, body }) => [status, contentType === sizeType && body]),
    [
      [200, false],
      [409, "7\n"],
      [409, "7\n"],
    ],
  );
  await witness.restart();
  const state = await witness.running().memory.current();
  assert.deepEqual(
    [...state].map(([origin, { size, root }]) => [origin, size, root]),
    [[log.origin, 7, log.root(7)]],
  );
});

test("what can't be stored isn't cosigned, and a disk that works again is enough to go on", async () => {
  const disk: { isFull: boolean } = { isFull: true };
  await using witness = await makeWitness([log], async (...words) => {
    if (disk.isFull) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    await replaceFile(...words);
  });
  const failed = await witness.add(0, [], log.checkpoint(7));
  assert.equal(failed.status, 500);
  assert.doesNotMatch(failed.body, /—/);
  disk.isFull = false;
  joined("", await witness.add(0, [], fork.checkpoint(9)));
});

test("the real disk refusing to write is no cosignature either", async () => {
  await using witness = await makeWitness([log]);
  await mkdir(`${witness.file}.new`);
  assert.equal((await witness.add(0, [], log.checkpoint(7))).status, 500);
  await rm(`${witness.file}.new`, { recursive: true });
  joined("", await witness.add(0, [], log.checkpoint(7)));
});

test("what failed and was stored anyway counts from then on", async () => {
  const disk: { isBroken: boolean } = { isBroken: true };
  await using witness = await makeWitness([log], async (...words) => {
    await replaceFile(...words);
    if (disk.isBroken) throw new Error("the answer of the disk was lost");
  });
  assert.equal((await witness.add(0, [], log.checkpoint(7))).status, 500);
  // It still can't be sure that what is there stays there.
  assert.equal((await witness.add(7, [], log.checkpoint(7))).status, 500);
  disk.isBroken = false;
  assert.equal((await witness.add(0, [], fork.checkpoint(9))).body, "7\n");
  assert.equal((await witness.add(7, [], fork.checkpoint(7))).status, 409);
  joined("", await witness.add(7, [], log.checkpoint(7)));
});

test("a state that somebody else changes ends the cosigning, even of what was cosigned before", async () => {
  await using witness = await makeWitness([log]);
  joined("", await witness.add(0, [], log.checkpoint(5)));
  const older = await readFile(witness.file, "utf8");
  joined("", await witness.add(5, log.proof(5, 7), log.checkpoint(7)));
  await writeFile(witness.file, older);
  assert.equal((await witness.add(5, fork.proof(5, 7), fork.checkpoint(7))).status, 503);
  assert.equal((await witness.add(7, [], log.checkpoint(7))).status, 503);
  await rm(witness.file);
  assert.equal((await witness.add(7, [], log.checkpoint(7))).status, 503);
  await writeFile(witness.file, older);
});

test("too many at once are turned away", async () => {
  await using witness = await makeWitness([log]);
  const asked = Array.from({ length: 150 }, () => witness.add(0, [], log.checkpoint(7)));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  const count = (status: number) => statuses.filter((found) => found === status).length;
  assert.deepEqual([count(200), count(409), count(503)], [1, 99, 50]);
});

test("beside the one request there is a line that says what it is", async () => {
  await using witness = await makeWitness([log]);
  const { routes } = witness.running();
  const front = await routes.request("/");
  assert.match(await front.text(), /^This is witness\.example\/one, a witness of [^\n]+\n$/);
  assert.equal((await routes.request("/add-checkpoint")).status, 405);
  assert.equal((await routes.request("/checkpoint", { method: "POST" })).status, 404);
});
