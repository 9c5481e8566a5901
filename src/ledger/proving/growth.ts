import type { Queryable } from "#platform";
import { consistencyProof, nodesIn, tilesForConsistency } from "#tlog";
import { fetchTiles } from "../tree.ts";

/**
 * The hashes that show that the log of `oldSize` events is the beginning of the log of `size`: RFC 9162 section 2.1.4.1.
 * Throws the `Refused` of #tlog when tiles are missing.
 */
export async function growthProof(
  queryable: Queryable,
  oldSize: number,
  size: number,
): Promise<Uint8Array[]> {
  const tiles = await fetchTiles(queryable, tilesForConsistency(oldSize, size));
  return consistencyProof(oldSize, size, nodesIn(tiles, size));
}
