import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { emptyEdge, emptyFrontier, extended, frontierRoot, grown } from "#tlog";
import { ReplayedTree } from "./replayed-tree.ts";

const size = 66_000; // two levels of tiles above the leaves, and a little more
const leaves = Array.from({ length: size }, (_, place) => hash("sha256", `${place}`, "buffer"));

test("a replayed tree has the roots and tiles that the log's would have, whatever its size", () => {
  const tree = new ReplayedTree(Buffer.concat(leaves));
  for (const { tile, hashes } of grown(emptyEdge, leaves).tiles) {
    assert.deepEqual(tree.tile(tile.level, tile.index), Buffer.from(hashes));
  }
  assert.deepEqual(
    [0, 1, 2, 3].map((level) => tree.tilesOn(level)),
    [258, 2, 1, 0],
  );
  fc.assert(
    fc.property(fc.nat({ max: size }), (some) => {
      const root = frontierRoot(extended(emptyFrontier, leaves.slice(0, some)));
      assert.deepEqual(Buffer.from(tree.rootAt(some)), Buffer.from(root));
    }),
    { numRuns: 20 },
  );
});

test("a leaf that is replaced changes all that is above it, and comes back", () => {
  const tree = new ReplayedTree(Buffer.concat(leaves));
  const root = tree.rootAt(size);
  fc.assert(
    fc.property(fc.nat({ max: size - 1 }), (index) => {
      const other = hash("sha256", "another", "buffer");
      const before = tree.replace(0, index, other);
      assert.deepEqual(before, leaves[index]);
      const changed = new ReplayedTree(Buffer.concat(leaves.with(index, other)));
      assert.deepEqual(tree.rootAt(size), changed.rootAt(size));
      tree.replace(0, index, before);
      assert.deepEqual(tree.rootAt(size), root);
    }),
    { numRuns: 5 },
  );
});
