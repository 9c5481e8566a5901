import type { Queryable } from "#platform";
import { type parseTilePath, printEntryBundle } from "#tlog";
import { readBundles, readTiles, readTree } from "../store.ts";
import { commitmentsIn, hashBytes, leavesIn, tileWidth } from "../tree.ts";

/** A tile of hashes, or a bundle of entries, as a path names it. */
export type TileAsked = ReturnType<typeof parseTilePath>;

/**
 * The bytes of a tile or a bundle (tlog-tiles, "Merkle Tree" and "Log entries"); undefined for one that isn't within the
 * newest signed head. An entry is the 32-byte commitment to an event. What is served never changes.
 */
export async function publishedTile(
  queryable: Queryable,
  asked: TileAsked,
): Promise<Uint8Array | undefined> {
  const { head } = await readTree(queryable);
  const level = asked.level === "entries" ? 0 : asked.level;
  const published = Math.floor((head?.size ?? 0) / tileWidth ** level);
  if (asked.index * tileWidth + asked.width > published) return undefined;
  const bytes = asked.width * hashBytes;
  if (level > 0) {
    const [tile] = await readTiles(queryable, [{ level, index: asked.index }]);
    return tile?.hashes.subarray(0, bytes);
  }
  const commitments = (await readBundles(queryable, [asked.index])).get(asked.index);
  const entries = commitments?.subarray(0, bytes);
  if (asked.level === 0) return entries && leavesIn(entries);
  return entries && printEntryBundle(commitmentsIn(entries));
}
