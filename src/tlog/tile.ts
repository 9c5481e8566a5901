import type { Node } from "./range.ts";
import { refuse } from "./refusal.ts";
import { checkSize } from "./size.ts";

/** tlog-tiles, "Merkle Tree": "Full tiles MUST be exactly 256 hashes wide". */
export const tileWidth = 256;
/** A tile is a subtree of height 8: one level of tiles is eight levels of nodes. */
export const tileHeight = 8;
/** tlog-tiles, "Merkle Tree": "a decimal ASCII integer between 0 and 63". */
export const tileLevelMax = 63;

/** A tile of hashes: its `width` hashes are nodes of the level `8 * level`, from `256 * index` on. */
export type Tile = { level: number; index: number; width: number };

/** tlog-tiles, "Partial Tiles": "The partial tile at level l [...] has floor(s / 256**l) mod 256 entries". */
export function partialWidth(level: number, size: number): number {
  return hashesOnLevel(level, size) % tileWidth;
}

/** The tile of a tree that holds a node or the nodes below it. Throws `malformed` when the tree has no such node. */
export function tileOf(node: Node, size: number): Tile {
  const { level, start, end } = spanOf(node);
  const hashes = hashesOnLevel(level, checkSize(size, "tree size"));
  if (end > hashes) {
    refuse(
      "malformed",
      `A tree of ${size} leaves has no node ${node.index} on level ${node.level}.`,
    );
  }
  const index = Math.floor(start / tileWidth);
  return { level, index, width: Math.min(tileWidth, hashes - index * tileWidth) };
}

/** The hashes on a level of tiles that are the node, or the leaves of the subtree that it is the root of. */
export function spanOf({ level, index }: Node): { level: number; start: number; end: number } {
  const width = 2 ** (level % tileHeight);
  const start = checkSize(index, "node index") * width;
  return { level: Math.floor(level / tileHeight), start, end: start + width };
}

/** The tiles of a tree, level by level: what a log of that size serves. Empty tiles aren't among them. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0; level < levelsOf(size); level++) {
    const hashes = hashesOnLevel(level, size);
    for (let index = 0; index * tileWidth < hashes; index++) {
      yield { level, index, width: Math.min(tileWidth, hashes - index * tileWidth) };
    }
  }
}

/** How many levels of tiles a tree has: as many as the digits of its size in base 256. */
export function levelsOf(size: number): number {
  let level = 0;
  while (hashesOnLevel(level, checkSize(size, "tree size")) > 0) level++;
  return level;
}

function hashesOnLevel(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level);
}
