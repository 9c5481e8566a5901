import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import {
  consistencyProof,
  subtreeConsistencyRanges,
  verifyConsistency,
  verifySubtreeConsistency,
} from "./consistency.ts";
import { emptyFrontier, extended, frontierFrom, frontierRoot } from "./frontier.ts";
import type { Hash } from "./hash.ts";
import { emptyRoot, leafHash, nodeHash } from "./hashing.ts";
import { inclusionProof, verifyInclusion, verifySubtreeInclusion } from "./inclusion.ts";
import { hashOf, type NodeReader, rootOf } from "./range.ts";
import { utf8 } from "./text.ts";

const leavesMax = 5000;
const leaves = Array.from({ length: leavesMax }, (_, index) => leafHash(utf8(`entry ${index}`)));

/** Every perfect subtree of the 5,000 leaves, by level: hashed pair by pair, with nothing of the code in question. */
const levels: Hash[][] = [leaves];
for (let row = leaves; row.length > 1; row = levels.at(-1) ?? []) {
  levels.push(
    Array.from({ length: Math.floor(row.length / 2) }, (_, index) =>
      nodeHash(row[2 * index] as Hash, row[2 * index + 1] as Hash),
    ),
  );
}
const nodeAt: NodeReader = ({ level, index }) => levels[level]?.[index] as Hash;

/** RFC 9162 section 2.1 as it is written, by recursion over lists of leaf hashes. */
const split = (list: Hash[]) => 2 ** Math.ceil(Math.log2(list.length) - 1);
const mth = (list: Hash[]): Hash =>
  list.length === 0
    ? emptyRoot
    : list.length === 1
      ? (list[0] as Hash)
      : nodeHash(mth(list.slice(0, split(list))), mth(list.slice(split(list))));
const path = (m: number, list: Hash[]): Hash[] => {
  const k = split(list);
  if (list.length === 1) return [];
  return m < k
    ? [...path(m, list.slice(0, k)), mth(list.slice(k))]
    : [...path(m - k, list.slice(k)), mth(list.slice(0, k))];
};
const subproof = (m: number, list: Hash[], isKnown: boolean): Hash[] => {
  const k = split(list);
  if (m === list.length) return isKnown ? [] : [mth(list)];
  return m <= k
    ? [...subproof(m, list.slice(0, k), isKnown), mth(list.slice(k))]
    : [...subproof(m - k, list.slice(k), false), mth(list.slice(0, k))];
};

function flipped(hashes: readonly Hash[], which: number, bit: number): Hash[] {
  const copies = hashes.map((hash) => hash.slice());
  const hash = copies[which % copies.length] as Hash;
  hash[bit >> 3] = (hash[bit >> 3] as number) ^ (1 << (bit & 7));
  return copies;
}

const wrong = { name: "Refused", code: "proof_wrong" };
const malformed = { name: "Refused", code: "malformed" };
const bit = fc.integer({ min: 0, max: 255 });
const ordered = fc
  .tuple(fc.integer({ min: 1, max: leavesMax }), fc.integer({ min: 1, max: leavesMax }))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

test("up to 40 leaves, roots and proofs are what the recursion of RFC 9162 makes", () => {
  for (let size = 0; size <= 40; size++) {
    const list = leaves.slice(0, size);
    assert.deepEqual(rootOf(size, nodeAt), mth(list));
    for (let m = 0; m < size; m++) {
      assert.deepEqual(inclusionProof(m, size, nodeAt), path(m, list));
      assert.deepEqual(consistencyProof(m + 1, size, nodeAt), subproof(m + 1, list, true));
    }
  }
  assert.deepEqual(consistencyProof(0, 7, nodeAt), []);
});

test("in any tree up to 5,000 leaves, a leaf's proof verifies, and with any bit changed it doesn't", () => {
  fc.assert(
    fc.property(ordered, fc.nat(), bit, ([place, size], which, at) => {
      const index = place - 1;
      const leaf = leaves[index] as Hash;
      const proof = inclusionProof(index, size, nodeAt);
      const root = rootOf(size, nodeAt);
      verifyInclusion(leaf, index, { size, root }, proof);
      const [badRoot, badLeaf, ...badProof] = flipped([root, leaf, ...proof], which, at);
      assert.throws(
        () => verifyInclusion(badLeaf as Hash, index, { size, root: badRoot as Hash }, badProof),
        wrong,
      );
      const moved = (index + 1 + which) % size;
      if (moved !== index) {
        assert.throws(() => verifyInclusion(leaf, moved, { size, root }, proof), wrong);
      }
      assert.throws(() => verifyInclusion(leaf, index, { size, root }, [...proof, leaf]), wrong);
      assert.throws(() => verifyInclusion(leaf, size, { size, root }, proof), malformed);
    }),
    { numRuns: 300 },
  );
});

test("any two trees up to 5,000 leaves are proven consistent, and with any bit changed they aren't", () => {
  fc.assert(
    fc.property(ordered, fc.nat(), bit, ([oldSize, size], which, at) => {
      const proof = consistencyProof(oldSize, size, nodeAt);
      const root = rootOf(size, nodeAt);
      const oldRoot = rootOf(oldSize, nodeAt);
      verifyConsistency({ size: oldSize, root: oldRoot }, { size, root }, proof);
      const [bad, badOld, ...badProof] = flipped([root, oldRoot, ...proof], which, at) as [
        Hash,
        Hash,
      ];
      assert.throws(
        () => verifyConsistency({ size: oldSize, root: badOld }, { size, root: bad }, badProof),
        wrong,
      );
      const longer = [...proof, root];
      assert.throws(
        () => verifyConsistency({ size: oldSize, root: oldRoot }, { size, root }, longer),
        wrong,
      );
    }),
    { numRuns: 300 },
  );
});

test("subtrees that don't begin at 0 are proven too", () => {
  const width = fc.integer({ min: 0, max: 12 }).map((level) => 2 ** level);
  fc.assert(
    fc.property(width, fc.nat(), fc.nat(), fc.nat(), (most, first, cut, rest) => {
      const start = (first % Math.ceil(leavesMax / most)) * most;
      const end = Math.min(leavesMax, start + most - (cut % Math.ceil(most / 2)));
      const size = end + (rest % (leavesMax - end + 1));
      const range = { start, end };
      const root = hashOf(range, nodeAt);
      const tree = { size, root: rootOf(size, nodeAt) };
      const proof = subtreeConsistencyRanges(range, size).map((part) => hashOf(part, nodeAt));
      verifySubtreeConsistency(range, root, tree, proof);
      const index = start + (rest % (end - start));
      const inside = inclusionProof(index - start, end - start, (node) => {
        return nodeAt({ level: node.level, index: node.index + start / 2 ** node.level });
      });
      verifySubtreeInclusion(leaves[index] as Hash, index, range, root, inside);
    }),
    { numRuns: 200 },
  );
});

test("a frontier that grows in pieces has the root of the whole tree, and is stored and read back", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 5 }), (pieces) => {
      let frontier = emptyFrontier;
      for (const count of pieces) {
        frontier = extended(frontier, leaves.slice(frontier.size, frontier.size + count));
        frontier = frontierFrom(frontier.size, frontier.hashes);
      }
      assert.deepEqual(frontierRoot(frontier), rootOf(frontier.size, nodeAt));
    }),
    { numRuns: 50 },
  );
  assert.throws(() => frontierFrom(3, leaves.slice(0, 1)), malformed);
  assert.throws(() => frontierFrom(1, [new Uint8Array(31)]), malformed);
});

test("a leaf and a node hash apart from each other", () => {
  const [left, right] = leaves as [Hash, Hash];
  const sha256 = (...parts: Uint8Array[]) => {
    const digest = createHash("sha256");
    for (const part of parts) digest.update(part);
    return new Uint8Array(digest.digest());
  };
  assert.deepEqual(emptyRoot, sha256());
  assert.deepEqual(leafHash(left), sha256(Uint8Array.of(0), left));
  assert.deepEqual(nodeHash(left, right), sha256(Uint8Array.of(1), left, right));
});

test("a proof that is longer or shorter than the tree is high proves nothing, whatever the roots are", () => {
  const [left, right] = leaves as [Hash, Hash];
  const root = nodeHash(left, right);
  assert.throws(() => verifyInclusion(right, 0, { size: 1, root }, [left]), wrong);
  assert.throws(() => verifyInclusion(left, 0, { size: 2, root: left }, []), wrong);
  const old = { size: 2, root: right };
  assert.throws(() => verifyConsistency(old, { size: 2, root }, [left]), wrong);
  assert.throws(() => verifyConsistency(old, { size: 4, root: right }, []), wrong);
  assert.throws(
    () => verifyConsistency({ size: 3, root: right }, { size: 3, root }, [left]),
    wrong,
  );
});

test("what no tree has is refused before anything is hashed", () => {
  const [left, right] = leaves as [Hash, Hash];
  const root = nodeHash(left, right);
  const tree = { size: 2, root };
  const short = left.subarray(1);
  assert.throws(() => verifyConsistency({ size: 0, root: emptyRoot }, tree, []), malformed);
  assert.throws(() => verifyConsistency({ size: 3, root }, tree, []), malformed);
  assert.throws(() => verifyConsistency({ size: 1, root: short }, tree, [right]), malformed);
  assert.throws(() => verifyConsistency({ size: 1, root: left }, tree, [short]), malformed);
  assert.throws(() => verifyInclusion(short, 0, tree, [right]), malformed);
  assert.throws(() => verifyInclusion(left, 0, tree, [short]), malformed);
  const crooked = { start: 1, end: 3 };
  assert.throws(() => verifySubtreeConsistency(crooked, root, { size: 4, root }, []), malformed);
  assert.throws(() => verifySubtreeInclusion(left, 1, crooked, root, [right]), malformed);
  assert.throws(() => subtreeConsistencyRanges(crooked, 4), malformed);
});

test("sizes that a number can't hold exactly are refused", () => {
  for (const size of [-1, 1.5, Number.NaN, 2 ** 53]) {
    assert.throws(() => inclusionProof(0, size, nodeAt), malformed);
    assert.throws(() => verifyInclusion(emptyRoot, 0, { size, root: emptyRoot }, []), malformed);
  }
  // The largest tree: a way of 53 steps, computed without rounding.
  const size = Number.MAX_SAFE_INTEGER;
  const proof = Array.from({ length: 53 }, () => emptyRoot);
  let root = emptyRoot;
  for (const hash of proof) root = nodeHash(root, hash);
  verifyInclusion(emptyRoot, 0, { size, root }, proof);
});
