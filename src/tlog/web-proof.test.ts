import assert from "node:assert/strict";
import { generateKeyPairSync, webcrypto } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { printCheckpoint } from "./checkpoint.ts";
import { emptyFrontier, extended, frontierRoot } from "./frontier.ts";
import { leafHash } from "./hashing.ts";
import { inclusionProof } from "./inclusion.ts";
import { printKey } from "./key.ts";
import type { KeyType } from "./key-type.ts";
import { parsePolicy, verifyProofFile } from "./policy-verification.ts";
import { parseProofFile, printProofFile } from "./proof-file.ts";
import { perfectRoot } from "./range.ts";
import { signerFrom, signNote } from "./sign.ts";
import { utf8 } from "./text.ts";
import { type Subtle, verifyProofInWeb } from "./web-proof.ts";

const subtle = webcrypto.subtle as Subtle;
const now = new Date("2026-11-20T12:00:00Z");
const signerOf = (name: string, type: KeyType) => {
  const algorithm = type === "ml-dsa-44-cosignature" ? "ml-dsa-44" : "ed25519";
  return signerFrom(name, type, generateKeyPairSync(algorithm as "ed25519").privateKey);
};
const log = signerOf("log.example/2026", "ed25519");
const logToo = signerOf("log.example/2026", "ml-dsa-44-cosignature");
const one = signerOf("one.example", "ed25519-cosignature");
const two = signerOf("two.example", "ml-dsa-44-cosignature");
const signers = [log, logToo, one, two];
const policyOf = (quorum: string) =>
  `log ${printKey(log.key)}\nlog ${printKey(logToo.key)}\nwitness one ${printKey(one.key)}
witness two ${printKey(two.key)}\ngroup both all one two\nquorum ${quorum}\n`;
const policy = policyOf("both");

function entryOf(index: number): Uint8Array {
  return Uint8Array.of(index % 256, index >> 8);
}

function proofOf(index: number, size: number): string {
  const leaves = Array.from({ length: size }, (_, place) => leafHash(entryOf(place)));
  const root = frontierRoot(extended(emptyFrontier, leaves));
  const proof = inclusionProof(index, size, ({ level, index: place }) =>
    perfectRoot(leaves.slice(place * 2 ** level, (place + 1) * 2 ** level)),
  );
  const text = printCheckpoint({ origin: log.key.name, size, root, extensions: [] });
  return printProofFile({ index, proof, signed: signNote(text, signers, now) });
}

test("a browser finds the same as node:crypto: who saw which tree, and when", async () => {
  const places = fc
    .integer({ min: 1, max: 600 })
    .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(places, async ([index, size]) => {
      const file = proofOf(index, size);
      const there = verifyProofFile(
        parseProofFile(file),
        leafHash(entryOf(index)),
        parsePolicy(policy),
      );
      const here = await verifyProofInWeb(subtle, file, entryOf(index), policy);
      assert.deepEqual(here.checkpoint, there.checkpoint);
      assert.deepEqual(here.witnessed.map(nameAndTime), there.witnessed.map(nameAndTime));
      assert.deepEqual([here.index, here.unchecked], [index, []]);
      const wrong = verifyProofInWeb(subtle, file, entryOf(index + 1), policy);
      await assert.rejects(wrong, { code: "proof_wrong" });
    }),
    { numRuns: 60 },
  );
});

test("a browser refuses whatever changed byte node:crypto refuses", async () => {
  const file = utf8(proofOf(42, 100));
  const leaf = leafHash(entryOf(42));
  const parsed = parsePolicy(policy);
  const changes = fc.tuple(fc.integer({ min: 0, max: file.length - 1 }), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(changes, async ([place, byte]) => {
      const changed = file.with(place, byte);
      const there = outcome(() => verifyProofFile(parseProofFile(changed), leaf, parsed));
      const here = await verifyProofInWeb(subtle, changed, entryOf(42), policy).then(
        () => "verified",
        ({ code }) => code,
      );
      assert.equal(here === "verified", there === "verified", `${place}: ${here}, ${there}`);
    }),
    { numRuns: 400 },
  );
});

test("without ML-DSA-44 in the browser, what needs it isn't counted, and is named", async () => {
  const importKey = (async (...words: Parameters<Subtle["importKey"]>) => {
    if (words[2] === "ML-DSA-44") throw new DOMException("no", "NotSupportedError");
    return await subtle.importKey(...words);
  }) as Subtle["importKey"];
  const older: Subtle = {
    digest: subtle.digest.bind(subtle),
    verify: subtle.verify.bind(subtle),
    importKey,
  };
  const file = proofOf(3, 9);
  const { witnessed, unchecked } = await verifyProofInWeb(older, file, entryOf(3), policyOf("one"));
  assert.deepEqual(
    witnessed.map(({ witness }) => witness.name),
    ["one"],
  );
  assert.deepEqual(
    unchecked.map(({ name }) => name),
    [logToo.key.name, two.key.name],
  );
  await assert.rejects(verifyProofInWeb(older, file, entryOf(3), policy), { code: "untrusted" });
});

function nameAndTime({ witness, timestamp }: { witness: { name: string }; timestamp: number }) {
  return [witness.name, timestamp];
}

function outcome(verify: () => unknown): string {
  try {
    verify();
    return "verified";
  } catch (error) {
    return (error as { code: string }).code;
  }
}
