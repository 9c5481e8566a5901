import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { printCheckpoint } from "./checkpoint.ts";
import { consistencyProof } from "./consistency.ts";
import type { Hash } from "./hash.ts";
import { emptyRoot, leafHash } from "./hashing.ts";
import type { KeyType } from "./key-type.ts";
import { perfectRoot, rootOf } from "./range.ts";
import { openCheckpoint, signerFrom, signNote, signText } from "./sign.ts";
import { type AnswerForm, parseAnswer, printAnswer, type WitnessAnswer } from "./witness-answer.ts";
import { parseAddCheckpoint, printAddCheckpoint } from "./witness-request.ts";
import { withCosignatures, witness } from "./witnessing.ts";

const now = new Date("2026-11-20T12:00:00Z");
const signerOf = (name: string, type: KeyType = "ed25519") =>
  signerFrom(name, type, generateKeyPairSync("ed25519").privateKey);
const origin = "log.example/2026";
const log = signerOf(origin);
const cosigner = signerOf("witness.example", "ed25519-cosignature");
const leaves = Array.from({ length: 20 }, (_, index) => leafHash(Uint8Array.of(index)));
const nodeAt = ({ level, index }: { level: number; index: number }) =>
  perfectRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
const headOf = (size: number) => ({ size, root: rootOf(size, nodeAt) });

function checkpointOf(size: number, { root = rootOf(size, nodeAt), by = log, lines = [""] } = {}) {
  const extensions = lines.filter((line) => line !== "");
  return signNote(printCheckpoint({ origin, size, root, extensions }), [by], now);
}

/** What the witness says to a request, when the latest checkpoint that it cosigned has `latest` leaves. */
function asked(oldSize: number, signed: string, proof: Hash[], latest?: number) {
  const known = latest === undefined ? {} : { latest: headOf(latest) };
  const body = printAddCheckpoint({ oldSize, proof, signed });
  return witness(parseAddCheckpoint(body), (name) =>
    name === origin ? { keys: [log.key], ...known } : undefined,
  );
}

test("a request prints and parses back", () => {
  const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 });
  fc.assert(
    fc.property(fc.maxSafeNat(), hashes, (oldSize, proof) => {
      const request = { oldSize, proof, signed: checkpointOf(3) };
      assert.deepEqual(parseAddCheckpoint(printAddCheckpoint(request)), request);
    }),
    { numRuns: 50 },
  );
  const line = `${"A".repeat(43)}=\n`;
  const long = `old 1\n${line.repeat(64)}\n${checkpointOf(3)}`;
  assert.throws(() => parseAddCheckpoint(long), { code: "too_large" });
  for (const body of [
    "",
    "old 1\n",
    `old 01\n\n${checkpointOf(3)}`,
    `old 1\nAAAA\n\n${checkpointOf(3)}`,
    `old -1\n\nx`,
    `size 1\n\nx`,
    `old 1 \n\nx`,
  ]) {
    assert.throws(() => parseAddCheckpoint(body), { code: "malformed" }, body);
  }
});

test("a witness follows a log step by step", () => {
  assert.equal(asked(0, checkpointOf(0), []).is, "consistent");
  assert.equal(asked(0, checkpointOf(7), []).is, "consistent");
  assert.equal(asked(7, checkpointOf(7), [], 7).is, "consistent");
  for (let size = 1; size <= 20; size++) {
    for (let old = 1; old <= size; old++) {
      const proof = consistencyProof(old, size, nodeAt);
      assert.equal(asked(old, checkpointOf(size), proof, old).is, "consistent");
    }
  }
});

test("each refusal of tlog-witness has its answer", () => {
  const proof = consistencyProof(7, 12, nodeAt);
  const stranger = signerOf(origin);
  const strange = signNote(
    printCheckpoint({ origin: "other", ...headOf(3), extensions: [] }),
    [log],
    now,
  );
  const status = (...args: Parameters<typeof asked>) => {
    const answer = asked(...args);
    return answer.is === "consistent" ? 200 : printAnswer(answer).status;
  };
  assert.equal(status(7, checkpointOf(12), proof, 7), 200);
  assert.equal(status(0, strange, []), 404);
  assert.equal(status(0, "no note\n", []), 400);
  assert.equal(status(7, checkpointOf(12, { by: stranger }), proof, 7), 403);
  const forged = checkpointOf(12).replace("\n12\n", "\n13\n");
  assert.equal(status(7, forged, proof, 7), 403);
  assert.equal(status(13, checkpointOf(12), proof, 13), 400);
  assert.equal(status(13, checkpointOf(12), proof, 7), 400);
  assert.deepEqual(asked(7, checkpointOf(12), proof, 9), { is: "stale", latestSize: 9 });
  assert.deepEqual(asked(7, checkpointOf(12), proof), { is: "stale", latestSize: 0 });
  assert.deepEqual(asked(0, checkpointOf(12), [], 9), { is: "stale", latestSize: 9 });
  assert.equal(status(7, checkpointOf(12), proof.slice(1), 7), 422);
  assert.equal(status(7, checkpointOf(12, { root: emptyRoot }), proof, 7), 422);
  assert.equal(status(7, checkpointOf(7, { root: emptyRoot }), [], 7), 409);
  assert.equal(status(7, checkpointOf(7), [emptyRoot], 7), 422);
  assert.equal(status(0, checkpointOf(7), [emptyRoot]), 422);
  assert.equal(status(0, checkpointOf(0, { root: leaves[0] as Hash }), []), 422);
  // Extension lines that the log signed are nobody's business but the log's.
  assert.equal(status(7, checkpointOf(12, { lines: ["more"] }), proof, 7), 200);
});

test("answers print and parse back", () => {
  const answers: WitnessAnswer[] = [
    {
      is: "cosigned",
      lines: [signText(cosigner, printCheckpoint({ origin, ...headOf(3), extensions: [] }), now)],
    },
    { is: "stale", latestSize: 20_852_014 },
    { is: "malformed", reason: "a" },
    { is: "forged", reason: "b" },
    { is: "unknown", reason: "c" },
    { is: "forked", reason: "d" },
    { is: "unproven", reason: "" },
  ];
  for (const answer of answers) assert.deepEqual(parseAnswer(printAnswer(answer)), answer);
  assert.deepEqual(printAnswer(answers[1] as WitnessAnswer), {
    status: 409,
    contentType: "text/x.tlog.size",
    body: "20852014\n",
  });
  const size = "text/x.tlog.size";
  const bad: AnswerForm[] = [
    { status: 500, contentType: "text/plain", body: "" },
    { status: 302, contentType: "text/plain", body: "" },
    { status: 200, contentType: "text/plain", body: "" },
    { status: 200, contentType: "text/plain", body: "fine\n" },
    { status: 409, contentType: size, body: "50" },
    { status: 409, contentType: size, body: "050\n" },
    { status: 409, contentType: size, body: "" },
    { status: 409, contentType: size, body: "1\n2\n" },
  ];
  for (const form of bad) assert.throws(() => parseAnswer(form), { code: "malformed" });
});

test("cosignatures of known witnesses join the checkpoint, newer ones in place of older ones", () => {
  const signed = checkpointOf(12);
  const { note } = openCheckpoint(signed, [log.key]);
  const stranger = signText(signerOf("stranger.example", "ed25519-cosignature"), note.text, now);
  const first = withCosignatures(
    note,
    [stranger, signText(cosigner, note.text, now)],
    [cosigner.key],
  );
  const keys = [log.key, cosigner.key];
  assert.equal(openCheckpoint(first, keys).verified.length, 2);
  assert.ok(!first.includes("stranger"));
  const later = new Date(now.getTime() + 60_000);
  const again = withCosignatures(
    openCheckpoint(first, keys).note,
    [signText(cosigner, note.text, later)],
    [cosigner.key],
  );
  assert.deepEqual(
    openCheckpoint(again, keys).verified.map(({ timestamp }) => timestamp),
    [0, later.getTime() / 1000],
  );
  assert.throws(() => withCosignatures(note, [stranger], [cosigner.key]), { code: "untrusted" });
  const elsewhere = signText(cosigner, openCheckpoint(checkpointOf(11), [log.key]).note.text, now);
  assert.throws(() => withCosignatures(note, [elsewhere], [cosigner.key]), {
    code: "signature_wrong",
  });
});
