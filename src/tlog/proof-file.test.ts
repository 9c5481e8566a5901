import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { printCheckpoint } from "./checkpoint.ts";
import type { Hash } from "./hash.ts";
import { leafHash } from "./hashing.ts";
import { inclusionProof } from "./inclusion.ts";
import { printKey } from "./key-line.ts";
import { parsePolicy, verifyProofFile } from "./policy-verification.ts";
import { parseProofFile, printProofFile } from "./proof-file.ts";
import { perfectRoot, rootOf } from "./range.ts";
import { signerFrom, signNote } from "./sign.ts";
import { utf8 } from "./text.ts";

const now = new Date("2026-11-20T12:00:00Z");
const { privateKey } = generateKeyPairSync("ed25519");
const log = signerFrom("log.example/2026", "ed25519", privateKey);
const witness = signerFrom(
  "witness.example",
  "ed25519-cosignature",
  generateKeyPairSync("ed25519").privateKey,
);
const policy = parsePolicy(
  `log ${printKey(log.key)}\nwitness w ${printKey(witness.key)}\nquorum w\n`,
);
const size = 100;
const leaves = Array.from({ length: size }, (_, index) => leafHash(Uint8Array.of(index)));
const nodeAt = ({ level, index }: { level: number; index: number }) =>
  perfectRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
const head = { origin: log.key.name, size, root: rootOf(size, nodeAt), extensions: [] };
const signed = signNote(printCheckpoint(head), [log, witness], now);
const fileOf = (index: number) => ({ index, proof: inclusionProof(index, size, nodeAt), signed });

test("a proof file prints and parses back, with extra data and without", () => {
  const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 });
  const extra = fc.option(fc.record({ extra: fc.uint8Array({ minLength: 1, maxLength: 100 }) }));
  fc.assert(
    fc.property(fc.maxSafeNat(), hashes, extra, (index, proof, more) => {
      const file = { index, proof, signed, ...more };
      assert.deepEqual(parseProofFile(printProofFile(file)), file);
      assert.deepEqual(parseProofFile(utf8(printProofFile(file))), file);
    }),
    { numRuns: 100 },
  );
  assert.ok(
    printProofFile({ ...fileOf(0), extra: utf8("hi") }).startsWith(
      "c2sp.org/tlog-proof@v1\nextra aGk=\nindex 0\n",
    ),
  );
});

test("a leaf is proven by its file and the policy alone", () => {
  for (let index = 0; index < size; index++) {
    const file = parseProofFile(printProofFile(fileOf(index)));
    const { checkpoint, witnessed } = verifyProofFile(file, leaves[index] as Hash, policy);
    assert.equal(checkpoint.size, size);
    assert.deepEqual(
      witnessed.map(({ witness: { name } }) => name),
      ["w"],
    );
    const other = leaves[(index + 1) % size] as Hash;
    assert.throws(() => verifyProofFile(file, other, policy), { code: "proof_wrong" });
  }
});

test("every single-byte change of a proof file is refused", () => {
  const bytes = utf8(printProofFile(fileOf(42)));
  for (const [place, byte] of bytes.entries()) {
    for (const other of [byte ^ 1, byte ^ 0x20, 0x0a]) {
      if (other === byte) continue;
      const changed = bytes.slice();
      changed[place] = other;
      const verify = () => verifyProofFile(parseProofFile(changed), leaves[42] as Hash, policy);
      assert.throws(verify, { name: "Refused" }, String(place));
    }
  }
});

test("malformed proof files and files without the quorum are refused", () => {
  const good = printProofFile(fileOf(3));
  for (const file of [
    "",
    good.replace("@v1", "@v2"),
    good.replace("index 3", "index 03"),
    good.replace("index 3", "index -3"),
    good.replace("index 3\n", ""),
    good.replace("index 3", "extra \nindex 3"),
    good.replace("index 3", "extra !!\nindex 3"),
    good.replace("index 3", "index 3\nextra aGk="),
    good.replace("index 3", "index 3\nAAAA"),
    `${good.split("\n\n")[0]}\n`,
  ]) {
    assert.throws(() => parseProofFile(file), { code: "malformed" }, file);
  }
  const proof = Array.from({ length: 64 }, () => leaves[0] as Hash);
  assert.throws(() => printProofFile({ ...fileOf(3), proof }), { code: "too_large" });
  const extra = new Uint8Array(70_000);
  assert.throws(() => printProofFile({ ...fileOf(3), extra }), { code: "too_large" });
  const alone = { ...fileOf(3), signed: signNote(printCheckpoint(head), [log], now) };
  assert.throws(() => verifyProofFile(alone, leaves[3] as Hash, policy), { code: "untrusted" });
});
