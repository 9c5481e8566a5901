import type { Queryable } from "#platform";
import {
  edgeFrom,
  type FilledTile,
  leafHash,
  type nodesIn,
  rootIn,
  type TileEdge,
  tilesForRoot,
} from "#tlog";
import { readTiles } from "./store.ts";

export const hashBytes = 32;
export const tileWidth = 256;

type Tile = FilledTile["tile"];
export type TileSource = Parameters<typeof nodesIn>[0];

/** Fetches tiles, those of level 0 made from the commitments that they are the leaf hashes of. */
export async function fetchTiles(
  queryable: Queryable,
  tiles: readonly Tile[],
): Promise<TileSource> {
  const stored = await readTiles(queryable, tiles);
  const found = new Map(
    stored.map(({ level, index, hashes }) => [
      `${level}/${index}`,
      level === 0 ? leavesIn(hashes) : hashes,
    ]),
  );
  return ({ level, index, width }) =>
    found.get(`${level}/${index}`)?.subarray(0, width * hashBytes);
}

/** The root of the tree when it was of that size. Throws when tiles are missing: the database lost them. */
export async function rootAt(queryable: Queryable, size: number): Promise<Uint8Array> {
  return rootIn(await fetchTiles(queryable, tilesForRoot(size)), size);
}

/** The right edge of the tree of that size: all that is needed to let it grow. */
export async function edgeAt(queryable: Queryable, size: number): Promise<TileEdge> {
  const partials: Tile[] = [];
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / tileWidth)) {
    partials.push({ level, index: Math.floor(hashes / tileWidth), width: hashes % tileWidth });
  }
  const source = await fetchTiles(
    queryable,
    partials.filter(({ width }) => width > 0),
  );
  const none = new Uint8Array();
  return edgeFrom(
    size,
    partials.map((tile) => (tile.width > 0 ? (source(tile) ?? none) : none)),
  );
}

/** Commitments that stand one after the other. */
export function commitmentsIn(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, place) =>
    bytes.subarray(place * hashBytes, (place + 1) * hashBytes),
  );
}

/** The leaf hashes of commitments, one after the other as the commitments are. */
export function leavesIn(commitments: Uint8Array): Uint8Array {
  const leaves = new Uint8Array(commitments.length);
  for (let start = 0; start + hashBytes <= commitments.length; start += hashBytes) {
    leaves.set(leafHash(commitments.subarray(start, start + hashBytes)), start);
  }
  return leaves;
}
