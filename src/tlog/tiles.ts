import { consistencyRanges } from "./consistency.ts";
import { type Hash, hashBytes } from "./hash.ts";
import { inclusionRanges } from "./inclusion.ts";
import { type NodeReader, nodesOf, perfectRoot, type Range, rootOf } from "./range.ts";
import { refuse } from "./refusal.ts";
import { spanOf, type Tile, tileOf, tileWidth } from "./tile.ts";

/** The stored hashes of a tile, one after the other; undefined when it isn't there. */
export type TileSource = (tile: Tile) => Uint8Array | undefined;

/** The tiles that an inclusion proof is made from: fetch them, then give them to `nodesIn`. */
export function tilesForInclusion(index: number, size: number): Tile[] {
  return tilesFor(inclusionRanges(index, size), size);
}

/** The tiles that a consistency proof is made from. */
export function tilesForConsistency(oldSize: number, size: number): Tile[] {
  return tilesFor(consistencyRanges(oldSize, size), size);
}

/** The tiles that the root of a tree is made from: its right edge, at most one a level. */
export function tilesForRoot(size: number): Tile[] {
  return tilesFor([{ start: 0, end: size }], size);
}

/**
 * Reads nodes of the tree of that size out of its tiles. A tile may be wider than asked for: tlog-tiles, "Partial
 * Tiles", lets a client "fetch the full tile [...] as a fallback". Nothing is authenticated here: what is made of
 * wrong tiles doesn't verify against a signed root. Throws `malformed` when a tile is missing or cut off.
 */
export function nodesIn(tiles: TileSource, size: number): NodeReader {
  return (node) => {
    const tile = tileOf(node, size);
    const { start, end } = spanOf(node);
    const from = start % tileWidth;
    return perfectRoot(hashesIn(checkTile(tile, tiles(tile)), from, end - start));
  };
}

/** The root of the tree of that size, out of `tilesForRoot`. */
export function rootIn(tiles: TileSource, size: number): Hash {
  return rootOf(size, nodesIn(tiles, size));
}

/** Throws `malformed` when a tile has fewer hashes than it is wide, or bytes are over. */
export function checkTile(
  { level, index, width }: Tile,
  bytes: Uint8Array | undefined,
): Uint8Array {
  const count = (bytes?.length ?? 0) / hashBytes;
  const isWhole = Number.isInteger(count) && count >= width && count <= tileWidth;
  if (bytes !== undefined && isWhole) return bytes;
  return refuse("malformed", `Tile ${index} of level ${level} has ${count} hashes, not ${width}.`);
}

/** Some of the hashes of a tile, without copying them. */
export function hashesIn(bytes: Uint8Array, from: number, count: number): Hash[] {
  const at = (place: number) => (from + place) * hashBytes;
  return Array.from({ length: count }, (_, place) => bytes.subarray(at(place), at(place + 1)));
}

function tilesFor(ranges: readonly Range[], size: number): Tile[] {
  const tiles = ranges.flatMap(nodesOf).map((node) => tileOf(node, size));
  const first = new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile]));
  return [...first.values()];
}
