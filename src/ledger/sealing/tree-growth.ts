import { grown, leafHash, rootIn, type TileEdge } from "#tlog";
import { commitmentsIn, hashBytes, tileWidth } from "../tree.ts";
import type { Growth, Run } from "./store.ts";

const noHashes = new Uint8Array();

/** The right edge of the tree with the commitments of its last bundle, which its leaf hashes are made from. */
export type Edge = { tiles: TileEdge; bundle: Uint8Array };

/** What sealing some runs adds to the tree. The old edge stays as it was. */
export function growth(edge: Edge, runs: readonly Run[]): { edge: Edge; growth: Growth } {
  const added = Buffer.concat(runs.map(({ commitments }) => commitments));
  const { edge: tiles, tiles: filled } = grown(edge.tiles, commitmentsIn(added).map(leafHash));
  const bundles = bundlesFrom(edge, added);
  const last = bundles.at(-1);
  const isPartial = tiles.size % tileWidth > 0;
  return {
    edge: { tiles, bundle: isPartial && last ? last.commitments : noHashes },
    growth: {
      oldSize: edge.tiles.size,
      newSize: tiles.size,
      runs,
      bundles,
      tiles: filled
        .filter(({ tile }) => tile.level > 0)
        .map(({ tile: { level, index }, hashes }) => ({ level, index, hashes })),
    },
  };
}

/** The root of the tree, from its right edge alone. */
export function rootOf({ tiles: { size, levels } }: Edge): Uint8Array {
  return rootIn(({ level }) => Buffer.concat(levels[level] ?? []), size);
}

function bundlesFrom(edge: Edge, added: Buffer): Growth["bundles"] {
  const bundleBytes = tileWidth * hashBytes;
  const bytes = Buffer.concat([edge.bundle, added]);
  const first = Math.floor(edge.tiles.size / tileWidth);
  return Array.from({ length: Math.ceil(bytes.length / bundleBytes) }, (_, place) => ({
    index: first + place,
    commitments: bytes.subarray(place * bundleBytes, (place + 1) * bundleBytes),
  }));
}
