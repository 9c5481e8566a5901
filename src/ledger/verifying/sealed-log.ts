import type { Queryable } from "#platform";
import { leafHash } from "#tlog";
import { hashBytes, leavesIn, tileWidth } from "../tree.ts";
import type { Findings } from "./finding.ts";
import { LoggedLeaves } from "./logged-leaves.ts";
import { ReplayedTree } from "./replayed-tree.ts";
import { type Run, Runs } from "./runs.ts";
import {
  allBundles,
  allPending,
  allRuns,
  allTiles,
  bundleTotals,
  type PendingRow,
  type TileRow,
  type TreeRow,
  treeRow,
} from "./store.ts";

/** What the log holds of events, without the events. */
export type SealedLog = {
  treeRow: TreeRow | undefined;
  leaves: LoggedLeaves;
  /** The runs of the tree, those of the outbox, and all of them. */
  sealedRuns: readonly Run[];
  pendingRuns: readonly Run[];
  runs: Runs;
  tiles: readonly TileRow[];
};

export async function readSealedLog(
  queryable: Queryable,
  findings: Findings,
  onBundle: (leaves: number) => void,
): Promise<SealedLog> {
  const row = await treeRow(queryable);
  if (!row) findings.add("tree_missing");
  const sealedRuns = await allRuns(queryable);
  const totals = await bundleTotals(queryable);
  const size = sizeOf(row, sealedRuns, totals);
  if (row && row.size !== size) findings.add("tree_size_wrong", { size: row.size });
  const { hashes, absent } = await readLeaves(queryable, size, findings, onBundle);
  const tiles = await allTiles(queryable);
  const pending = await allPending(queryable);
  const waiting = Buffer.concat(pending.map(({ commitment }) => leafHash(commitment)));
  const leaves = new LoggedLeaves(new ReplayedTree(hashes), waiting);
  for (const leaf of absent) leaves.markAbsent(leaf);
  const pendingRuns = runsOf(pending, size);
  const runs = new Runs([...sealedRuns, ...pendingRuns], size);
  return { treeRow: row, leaves, sealedRuns, pendingRuns, runs, tiles };
}

/** How large the tree is, by most of three: its row, its runs, its bundles. */
function sizeOf(
  row: TreeRow | undefined,
  runs: readonly Run[],
  { count, bytes }: { count: number; bytes: number },
): number {
  const inBundles = Math.floor(bytes / hashBytes);
  const inRuns = runs.reduce((end, run) => Math.max(end, run.first + run.events), 0);
  const isAgreed = row !== undefined && row.size !== inBundles && row.size === inRuns;
  // No change makes room for more than a few bundles that aren't there.
  return isAgreed && row.size <= (count + tileWidth) * tileWidth ? row.size : inBundles;
}

async function readLeaves(
  queryable: Queryable,
  size: number,
  findings: Findings,
  onBundle: (leaves: number) => void,
): Promise<{ hashes: Buffer; absent: number[] }> {
  const hashes = Buffer.alloc(size * hashBytes);
  const isThere = new Uint8Array(size);
  const seen = new Set<number>();
  for await (const { index, commitments } of allBundles(queryable)) {
    const from = index * tileWidth;
    const width = Math.min(tileWidth, size - from);
    if (index < 0 || width <= 0 || seen.has(index)) {
      findings.add("bundle_surplus", { bundle: index });
      continue;
    }
    seen.add(index);
    if (commitments.length !== width * hashBytes) {
      findings.add("bundle_width_wrong", { bundle: index });
    }
    const count = Math.min(width, Math.floor(commitments.length / hashBytes));
    hashes.set(leavesIn(commitments.subarray(0, count * hashBytes)), from * hashBytes);
    isThere.fill(1, from, from + count);
    onBundle(from + count);
  }
  for (let bundle = 0; bundle * tileWidth < size; bundle++) {
    if (!seen.has(bundle)) findings.add("bundle_missing", { bundle });
  }
  return { hashes, absent: zerosIn(isThere) };
}

function zerosIn(flags: Uint8Array): number[] {
  const places: number[] = [];
  for (let place = flags.indexOf(0); place >= 0; place = flags.indexOf(0, place + 1)) {
    places.push(place);
  }
  return places;
}

/** The outbox as runs, whose leaves come after those of the tree. */
function runsOf(pending: readonly PendingRow[], size: number): Run[] {
  const runs: Run[] = [];
  for (const [place, { instance, instanceSeq }] of pending.entries()) {
    const last = runs.at(-1);
    if (last?.instance === instance && last.firstSeq + last.events === instanceSeq) {
      last.events += 1;
    } else
      runs.push({
        first: size + place,
        instance,
        firstSeq: instanceSeq,
        events: 1,
        isWaiting: true,
      });
  }
  return runs;
}
