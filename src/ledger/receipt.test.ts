import assert from "node:assert/strict";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { newId } from "#platform";
import { isReceiptGenuine, type Receipt, signReceipts, type Unsigned } from "./receipt.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const now = new Date("2026-11-20T12:00:00Z");

function groupOf(size: number, first: number): Unsigned[] {
  return Array.from({ length: size }, (_, place) => ({
    event: newId("event", now),
    leaf: randomBytes(32),
    instance: 7,
    instanceSeq: first + place,
  }));
}

test("each receipt of a group is genuine, and none of another place, leaf, group or key is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 256 }),
      fc.integer({ min: 1, max: 1e9 }),
      (size, first) => {
        const receipts = signReceipts(privateKey, groupOf(size, first));
        assert.equal(receipts.length, size);
        for (const receipt of receipts) {
          assert.ok(isReceiptGenuine(publicKey, receipt));
          for (const forged of forgeries(receipt)) assert.ok(!isReceiptGenuine(publicKey, forged));
        }
      },
    ),
    { numRuns: 20 },
  );
});

function forgeries(receipt: Receipt): Receipt[] {
  const { group } = receipt;
  const other = randomBytes(32).toString("base64");
  return [
    { ...receipt, instance: receipt.instance + 1 },
    { ...receipt, instanceSeq: receipt.instanceSeq + 1 },
    { ...receipt, leaf: other },
    { ...receipt, leaf: "" },
    { ...receipt, group: { ...group, first: group.first + 1 } },
    { ...receipt, group: { ...group, size: group.size + 1 } },
    { ...receipt, group: { ...group, root: other } },
    { ...receipt, group: { ...group, path: [...group.path, other] } },
    { ...receipt, group: { ...group, signature: other } },
  ];
}
