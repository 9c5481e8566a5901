import { checkHash, type Hash, hashBytes } from "./hash.ts";
import { perfectRoot } from "./range.ts";
import { refuse } from "./refusal.ts";
import { checkSize } from "./size.ts";
import { levelsOf, partialWidth, type Tile, tileWidth } from "./tile.ts";
import { checkTile, hashesIn } from "./tiles.ts";

/** A tile with its hashes, as it is stored and served. */
export type FilledTile = { tile: Tile; hashes: Uint8Array };

/**
 * The partial tiles of a tree, by level: all that is needed to make the tiles that come next. A level whose last
 * tile is full has none.
 */
export type TileEdge = { readonly size: number; readonly levels: readonly (readonly Hash[])[] };

export const emptyEdge: TileEdge = { size: 0, levels: [] };

/** An edge that was stored: `partials` holds what level 0, 1, ... have in their partial tile, if only nothing. */
export function edgeFrom(size: number, partials: readonly Uint8Array[]): TileEdge {
  const count = levelsOf(size);
  if (partials.length !== count) {
    refuse(
      "malformed",
      `A tree of ${size} leaves has ${count} levels of tiles, not ${partials.length}.`,
    );
  }
  const levels = partials.map((bytes, level) => {
    const width = partialWidth(level, size);
    const index = Math.floor(size / tileWidth ** (level + 1));
    const hashes = checkTile({ level, index, width }, bytes);
    if (hashes.length === width * hashBytes) return hashesIn(hashes, 0, width);
    return refuse("malformed", `The partial tile of level ${level} has more than ${width} hashes.`);
  });
  return { size, levels };
}

/**
 * Appends leaf hashes. The tiles are those that changed, each once and as it is after all of them: full tiles, which
 * never change again, and the partial ones that a log "MUST serve" for a checkpoint of the new size (tlog-tiles,
 * "Partial Tiles"). The old edge stays as it was.
 */
export function grown(
  edge: TileEdge,
  leaves: readonly Hash[],
): { edge: TileEdge; tiles: FilledTile[] } {
  const size = checkSize(edge.size + leaves.length, "tree size");
  const tiles: FilledTile[] = [];
  const levels: (readonly Hash[])[] = [];
  let added = leaves.map((leaf) => checkHash(leaf, "leaf hash"));
  for (let level = 0; level < edge.levels.length || added.length > 0; level++) {
    const hashes = [...(edge.levels[level] ?? []), ...added];
    const first = Math.floor(edge.size / tileWidth ** (level + 1));
    const rows = Array.from({ length: Math.ceil(hashes.length / tileWidth) }, (_, row) =>
      hashes.slice(row * tileWidth, (row + 1) * tileWidth),
    );
    const changed = rows.map((row, place) => filled(level, first + place, row));
    if (added.length > 0) tiles.push(...changed);
    const full = rows.filter((row) => row.length === tileWidth);
    levels.push(hashes.slice(full.length * tileWidth));
    added = full.map(perfectRoot); // "[A partial tile] MUST NOT be hashed into a tile at the level above."
  }
  return { edge: { size, levels }, tiles };
}

function filled(level: number, index: number, row: readonly Hash[]): FilledTile {
  const hashes = new Uint8Array(row.length * hashBytes);
  row.forEach((hash, place) => {
    hashes.set(hash, place * hashBytes);
  });
  return { tile: { level, index, width: row.length }, hashes };
}
