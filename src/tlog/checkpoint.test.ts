import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { type Checkpoint, parseCheckpoint, printCheckpoint } from "./checkpoint.ts";
import { signedMessage } from "./cosignature.ts";
import { emptyRoot } from "./hashing.ts";
import type { KeyType } from "./key-type.ts";
import { parseNote, printNote } from "./note.ts";
import { openCheckpoint, signerFrom, signNote, signText } from "./sign.ts";
import { utf8 } from "./text.ts";

const now = new Date("2026-11-20T12:00:00.900Z");
const seconds = Date.UTC(2026, 10, 20, 12) / 1000;
const signerOf = (name: string, type: KeyType = "ed25519") => {
  const algorithm = type === "ml-dsa-44-cosignature" ? "ml-dsa-44" : "ed25519";
  return signerFrom(name, type, generateKeyPairSync(algorithm as "ed25519").privateKey);
};
const origin = "log.example/2026";
const log = signerOf(origin);
const witness = signerOf("witness.example", "ed25519-cosignature");
const quantum = signerOf("quantum.example", "ml-dsa-44-cosignature");
const head: Checkpoint = { origin, size: 20_852_163, root: emptyRoot, extensions: [] };
const text = printCheckpoint(head);
const root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const malformed = { name: "Refused", code: "malformed" };

test("a checkpoint is three lines, and extension lines if need be", () => {
  assert.equal(text, `log.example/2026\n20852163\n${root}\n`);
  const line = fc.string({ minLength: 1, maxLength: 50, unit: "grapheme-ascii" });
  const checkpoint = fc.record({
    origin: line,
    size: fc.maxSafeNat(),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    extensions: fc.array(line, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(checkpoint, (it) => {
      assert.deepEqual(parseCheckpoint(printCheckpoint(it)), { ...it });
      assert.deepEqual(parseCheckpoint(utf8(printCheckpoint(it))), { ...it });
    }),
  );
});

test("malformed checkpoints are refused", () => {
  for (const it of [
    "",
    "\n",
    `${origin}\n1\n`,
    `${origin}\n1\n${root}`,
    `\n1\n${root}\n`,
    `${origin}\n01\n${root}\n`,
    `${origin}\n+1\n${root}\n`,
    `${origin}\n-1\n${root}\n`,
    `${origin}\n1e3\n${root}\n`,
    `${origin}\n 1\n${root}\n`,
    `${origin}\n\n${root}\n`,
    `${origin}\n9007199254740992\n${root}\n`,
    `${origin}\n18446744073709551615\n${root}\n`,
    `${origin}\n1\n${root.slice(1)}\n`,
    `${origin}\n1\nAAAA\n`,
    `${origin}\n1\n${root.replace("U=", "V=")}\n`,
    `${origin}\n1\n${root}\n\n`,
    `${origin}\r\n1\n${root}\n`,
    `${"o".repeat(256)}\n1\n${root}\n`,
  ]) {
    assert.throws(() => parseCheckpoint(it), malformed, JSON.stringify(it));
  }
  const big = `${origin}\n1\n${root}\n${"x".repeat(17_000)}\n`;
  assert.throws(() => parseCheckpoint(big), { code: "too_large" });
  assert.throws(() => printCheckpoint({ ...head, origin: "a\n0" }), malformed);
  assert.throws(() => printCheckpoint({ ...head, extensions: [""] }), malformed);
  assert.throws(() => printCheckpoint({ ...head, size: 0.5 }), malformed);
});

test("what a cosigner signs has the bytes of tlog-cosignature", () => {
  assert.deepEqual(
    signedMessage(witness.key, text, 1_679_315_147),
    utf8(`cosignature/v1\ntime 1679315147\n${text}`),
  );
  const message = signedMessage(quantum.key, text, 0x0102);
  const expected = [
    ...utf8("subtree/v1\n"),
    0,
    15,
    ...utf8("quantum.example"),
    ...[0, 0, 0, 0, 0, 0, 1, 2],
    16,
    ...utf8("log.example/2026"),
    ...[0, 0, 0, 0, 0, 0, 0, 0],
    ...[0, 0, 0, 0, 1, 0x3e, 0x2d, 0xc3],
    ...emptyRoot,
  ];
  assert.deepEqual([...message], expected);
  assert.throws(() => signText(witness, "no checkpoint\n", now), malformed);
  assert.throws(() => signText(quantum, "no checkpoint\n", now), malformed);
});

test("log and cosigners sign one checkpoint, each at its time", () => {
  const signed = signNote(text, [log, witness, quantum], now);
  const keys = [log.key, witness.key, quantum.key];
  const { checkpoint, note, verified } = openCheckpoint(signed, keys);
  assert.deepEqual(checkpoint, head);
  assert.equal(printNote(note), signed);
  assert.deepEqual(
    verified.map(({ key, timestamp }) => [key.name, timestamp]),
    [
      [origin, 0],
      ["witness.example", seconds],
      ["quantum.example", seconds],
    ],
  );
  const timeless = signNote(text, [quantum], new Date(0));
  assert.equal(openCheckpoint(timeless, keys).verified[0]?.timestamp, 0);
});

test("every changed byte of a cosignature is refused, its time among them", () => {
  for (const signer of [witness, quantum]) {
    const line = signText(signer, text, now);
    const step = signer === quantum ? 97 : 1;
    for (let place = 0; place < line.signature.length; place += place < 8 ? 1 : step) {
      const signature = line.signature.slice();
      signature[place] = (signature[place] as number) ^ 1;
      const signed = printNote({ text, signatures: [{ ...line, signature }] });
      assert.throws(() => openCheckpoint(signed, [signer.key]), { name: "Refused" });
    }
    const other = printNote({ text: text.replace("20852163", "20852164"), signatures: [line] });
    assert.throws(() => openCheckpoint(other, [signer.key]), { code: "signature_wrong" });
  }
});

test("a key for one kind of signature verifies no other kind", () => {
  const same = signerFrom(origin, "ed25519-cosignature", log.privateKey);
  assert.notEqual(same.key.id, log.key.id);
  const [line] = parseNote(signNote(text, [log], now)).signatures;
  const posing = { ...line, id: same.key.id } as NonNullable<typeof line>;
  const signed = printNote({ text, signatures: [posing] });
  assert.throws(() => openCheckpoint(signed, [same.key]), { code: "signature_wrong" });
});

test("extension lines count only when a signature that covers them is there", () => {
  const extended = printCheckpoint({ ...head, extensions: ["more"] });
  assert.throws(() => signText(quantum, extended, now), malformed);
  const plain = signText(quantum, text, now);
  const grafted = printNote({ text: extended, signatures: [plain] });
  assert.throws(() => openCheckpoint(grafted, [quantum.key]), { code: "untrusted" });
  const covered = printNote({ text: extended, signatures: [plain, signText(log, extended, now)] });
  assert.equal(openCheckpoint(covered, [quantum.key, log.key]).verified.length, 2);
});
