import type { Queryable } from "#platform";
import { type parseTilePath, printEntryBundle } from "#tlog";
import { readTiles, readTree } from "../store.ts";
import { commitmentsIn, hashBytes, leavesIn, tileWidth } from "../tree.ts";
import { prefixOfHead } from "./checkpoint.ts";

/** A tile of hashes, or a bundle of entries, as a path names it. */
export type TileAsked = ReturnType<typeof parseTilePath>;

/**
 * The bytes of a tile or a bundle (tlog-tiles, "Merkle Tree" and "Log entries"); undefined for one that isn't within the
 * newest signed head, or of a log that isn't served under this prefix. An entry is the 32-byte commitment to an event.
 * What is served never changes.
 */
export async function publishedTile(
  queryable: Queryable,
  prefix: string,
  asked: TileAsked,
): Promise<Uint8Array | undefined> {
  const { head } = await readTree(queryable);
  const level = asked.level === "entries" ? 0 : asked.level;
  if (!head || prefixOfHead(head) !== prefix) return undefined;
  const published = Math.floor(head.size / tileWidth ** level);
  if (asked.index * tileWidth + asked.width > published) return undefined;
  const [tile] = await readTiles(queryable, [{ level, index: asked.index }]);
  const hashes = tile?.hashes.subarray(0, asked.width * hashBytes);
  if (hashes === undefined || level > 0) return hashes;
  return asked.level === 0 ? leavesIn(hashes) : printEntryBundle(commitmentsIn(hashes));
}
