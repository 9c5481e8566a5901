import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { consistencyProof, verifyConsistency } from "./consistency.ts";
import { parseEntryBundle, printEntryBundle } from "./entry-bundle.ts";
import { emptyFrontier, extended, frontierRoot } from "./frontier.ts";
import { leafHash } from "./hashing.ts";
import { inclusionProof, verifyInclusion } from "./inclusion.ts";
import { tileOf, tilesOf } from "./tile.ts";
import { edgeFrom, emptyEdge, grown, type TileEdge } from "./tile-growth.ts";
import { parseTilePath, printTilePath } from "./tile-path.ts";
import { nodesIn, rootIn, tilesForConsistency, tilesForInclusion, tilesForRoot } from "./tiles.ts";

const leaves = Array.from({ length: 5000 }, (_, index) =>
  leafHash(Uint8Array.of(index >> 8, index)),
);
const malformed = { name: "Refused", code: "malformed" };

/** A log's tiles, by path; partial tiles stay when later ones come. */
function logOf(pieces: readonly number[]) {
  const stored = new Map<string, Uint8Array>();
  let edge: TileEdge = emptyEdge;
  for (const count of pieces) {
    const next = grown(edge, leaves.slice(edge.size, edge.size + count));
    for (const { tile, hashes } of next.tiles) stored.set(printTilePath(tile), hashes);
    edge = next.edge;
  }
  return { stored, edge };
}

const pieces = fc.array(fc.integer({ min: 0, max: 1250 }), { minLength: 1, maxLength: 4 });

test("a tree of 70,000 leaves has the tiles that tlog-tiles counts", () => {
  const widths = new Map<string, number>();
  for (const { level, width } of tilesOf(70_000)) {
    const kind = `${level}: ${width}`;
    widths.set(kind, (widths.get(kind) ?? 0) + 1);
  }
  const expected = { "0: 256": 273, "0: 112": 1, "1: 256": 1, "1: 17": 1, "2: 1": 1 };
  assert.deepEqual(Object.fromEntries(widths), expected);
  assert.deepEqual(
    [...tilesOf(256)],
    [
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ],
  );
  assert.deepEqual([...tilesOf(0)], []);
});

test("a log that grows in pieces serves exactly the tiles of its size, and proves from them", () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (counts, one, other) => {
      const { stored, edge } = logOf(counts);
      const { size } = edge;
      const current = [...tilesOf(size)].map(printTilePath);
      assert.deepEqual(
        current.filter((path) => !stored.has(path)),
        [],
      );
      const frontier = extended(emptyFrontier, leaves.slice(0, size));
      const root = frontierRoot(frontier);

      // Only the tiles that were announced may be asked for.
      const only = (tiles: { level: number; index: number; width: number }[]) => {
        const asked = new Set(tiles.map(printTilePath));
        return nodesIn((tile) => {
          const path = printTilePath(tile);
          return asked.has(path) ? stored.get(path) : undefined;
        }, size);
      };
      const rightEdge = new Set(tilesForRoot(size).map(printTilePath));
      assert.ok(rightEdge.size <= 3);
      assert.deepEqual(
        rootIn((tile) => stored.get(printTilePath(tile)), size),
        root,
      );
      if (size === 0) return;
      const index = one % size;
      const inclusion = inclusionProof(index, size, only(tilesForInclusion(index, size)));
      verifyInclusion(leaves[index] as Uint8Array, index, { size, root }, inclusion);
      const oldSize = 1 + (other % size);
      const proof = consistencyProof(oldSize, size, only(tilesForConsistency(oldSize, size)));
      const old = frontierRoot(extended(emptyFrontier, leaves.slice(0, oldSize)));
      verifyConsistency({ size: oldSize, root: old }, { size, root }, proof);
    }),
    { numRuns: 60 },
  );
});

test("an edge is stored and read back, and continues as if nothing had happened", () => {
  const { edge } = logOf([1000]);
  const partials = edge.levels.map((hashes) =>
    Uint8Array.from(hashes.flatMap((hash) => [...hash])),
  );
  assert.deepEqual(edgeFrom(1000, partials), edge);
  assert.deepEqual(
    grown(edgeFrom(1000, partials), leaves.slice(1000, 1300)),
    grown(edge, leaves.slice(1000, 1300)),
  );
  // Only what changed is handed out.
  const paths = (from: TileEdge, count: number) =>
    grown(from, leaves.slice(0, count)).tiles.map(({ tile }) => printTilePath(tile));
  assert.deepEqual(paths(edge, 0), []);
  assert.deepEqual(paths(edge, 1), ["tile/0/003.p/233"]);
  assert.deepEqual(paths(edge, 25), ["tile/0/003", "tile/0/004.p/1", "tile/1/000.p/4"]);
  assert.throws(() => edgeFrom(1001, partials), malformed);
  assert.throws(() => edgeFrom(1000, partials.slice(1)), malformed);
});

test("a full tile does for a partial one; a missing or cut one is refused", () => {
  const { stored } = logOf([600]);
  const full = stored.get("tile/0/000");
  const root = rootIn((tile) => (tile.level === 0 ? full : undefined), 200);
  assert.deepEqual(root, frontierRoot(extended(emptyFrontier, leaves.slice(0, 200))));
  assert.throws(() => rootIn(() => undefined, 200), malformed);
  assert.throws(() => rootIn(() => full?.subarray(0, 32 * 199), 200), malformed);
  assert.throws(() => rootIn(() => full?.subarray(0, 32 * 200 + 1), 200), malformed);
  assert.throws(() => tileOf({ level: 8, index: 1 }, 511), malformed);
});

test("a tile has one path, and a path one tile", () => {
  assert.equal(printTilePath({ level: 0, index: 1_234_067, width: 256 }), "tile/0/x001/x234/067");
  assert.equal(printTilePath({ level: "entries", index: 0, width: 8 }), "tile/entries/000.p/8");
  const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant("entries" as const));
  const width = fc.integer({ min: 1, max: 256 });
  fc.assert(
    fc.property(level, fc.maxSafeNat(), width, (at, index, wide) => {
      const tile = { level: at, index, width: wide } as Parameters<typeof printTilePath>[0];
      assert.deepEqual(parseTilePath(printTilePath(tile)), tile);
    }),
  );
  for (const path of [
    "tile/00/000",
    "tile/64/000",
    "tile/-1/000",
    "tile/0/0",
    "tile/0/0000",
    "tile/0/x000/001",
    "tile/0/001/002",
    "tile/0/x001",
    "tile/0/000.p/0",
    "tile/0/000.p/01",
    "tile/0/000.p/256",
    "tile/0/000.p/300",
    "tile/0/000/",
    "/tile/0/000",
    "tile/0/000\n",
    "tile/0/../000",
    `tile/0/${"x999/".repeat(6)}999`,
    `tile/0/${"x999/".repeat(60)}999`,
  ]) {
    assert.throws(() => parseTilePath(path), malformed, path);
  }
});

test("a bundle gives back its entries, and nothing cut off or appended", () => {
  const entry = fc.uint8Array({ maxLength: 40 });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 256 }), (entries) => {
      const bundle = printEntryBundle(entries);
      assert.deepEqual(parseEntryBundle(bundle, entries.length), entries);
      assert.throws(() => parseEntryBundle(bundle.subarray(0, -1), entries.length), malformed);
      assert.throws(() => parseEntryBundle(Uint8Array.of(...bundle, 0), entries.length), malformed);
    }),
  );
  assert.deepEqual(printEntryBundle([Uint8Array.of(7, 8)]), Uint8Array.of(0, 2, 7, 8));
  assert.throws(() => printEntryBundle([new Uint8Array(65_536)]), { code: "too_large" });
  assert.throws(() => parseEntryBundle(new Uint8Array(600), 257), malformed);
});
