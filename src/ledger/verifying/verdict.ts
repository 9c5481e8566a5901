import { tileWidth } from "../tree.ts";
import type { Case } from "./case.ts";
import type { FindingCode } from "./finding.ts";
import type { LooseRow } from "./loose-row.ts";
import { int32, int64, isErased, isHalfErased } from "./raw-row.ts";
import { leafUnevenness } from "./runs.ts";
import { isInTile } from "./settle.ts";

/** What is wrong with each row that fits nowhere, except those that something else is in the way of judging. */
export type Verdicts = ReadonlyMap<LooseRow, FindingCode>;

/**
 * @param uncertain as `uncertainHashes` gives them
 * @param areLanesWhole no lane lacks a number: no event was removed before it was sealed
 */
export function verdictsOn(
  found: Case,
  uncertain: ReadonlySet<string>,
  areLanesWhole: boolean,
): Verdicts {
  const verdicts = new Map<LooseRow, FindingCode>();
  for (const loose of found.placing.odd) {
    const code =
      verdictOnPlace(found, loose) ?? verdictOnContent(found, loose, uncertain, areLanesWhole);
    if (code !== "none") verdicts.set(loose, code);
  }
  return verdicts;
}

/** The leaves of the log whose events are gone. */
export function missingLeaves({ log, placing }: Case, verdicts: Verdicts): number[] {
  const { leaves, runs, sealedRuns } = log;
  const named = new Set(
    [...verdicts].filter(([, code]) => code !== "event_inserted").map(([{ leaf }]) => leaf),
  );
  const { overlapping } = leafUnevenness(sealedRuns, leaves.tree.size);
  const doubtful = new Set([...placing.wrongRuns, ...overlapping.map(({ run }) => run)]);
  const missing: number[] = [];
  for (const leaf of leaves.unmatched()) {
    if (leaves.isClaimed(leaf) || leaves.isAbsent(leaf) || named.has(leaf)) continue;
    // Which event it is can't be said before the runs are put right.
    const run = runs.runAt(leaf);
    if (!run || doubtful.has(run)) continue;
    const twin = runs.leafOf(run.instance, run.firstSeq + leaf - run.first);
    if (twin !== undefined && twin !== leaf && leaves.isClaimed(twin)) continue;
    missing.push(leaf);
  }
  return missing;
}

/** Leaf hashes that aren't what was signed, and it isn't known what was. */
export function uncertainHashes({ log, settlement }: Case): Set<string> {
  const { tree } = log.leaves;
  const hashes = new Set<string>();
  const add = (from: number, to: number) => {
    for (let leaf = from; leaf < Math.min(to, tree.size); leaf++) {
      hashes.add(tree.leaf(leaf).toString("hex"));
    }
  };
  const { mendedBundles, rewritten } = settlement;
  for (const bundle of mendedBundles) add(bundle * tileWidth, (bundle + 1) * tileWidth);
  if (rewritten) add(rewritten.from, rewritten.to);
  return hashes;
}

function verdictOnPlace(found: Case, { row, leaf }: LooseRow): FindingCode | "none" | undefined {
  const { log, replay, placing } = found;
  const { leaves } = log;
  // Nothing is left of an erased row by which its leaf could be found, where the runs are wrong.
  if (isErased(row) && !placing.areRunsWhole) return "none";
  if (leaf === undefined) return isNumbered(found, row) ? "event_unsealed" : "event_inserted";
  if (leaves.isAbsent(leaf)) return "none";
  if (isErased(row) || leaves.isMatched(leaf)) return "event_inserted";
  if (!replay.erasedLeaves.has(leaf)) return undefined;
  return placing.areRunsWhole ? "event_inserted" : "event_unchecked";
}

function verdictOnContent(
  { log, settlement, placing }: Case,
  { row, leaf = 0, possible, proven }: LooseRow,
  uncertain: ReadonlySet<string>,
  areLanesWhole: boolean,
): FindingCode {
  const { leaves } = log;
  if (isHalfErased(row)) return "erasure_half_done";
  const isLost = possible.length === 0 && !(placing.isExhaustive && areLanesWhole);
  const isAfterUncertain = possible.some(({ before }) => uncertain.has(before.toString("hex")));
  if (isLost || isAfterUncertain) return "event_unchecked";
  const bundle = Math.floor(leaf / tileWidth);
  if (settlement.mendedBundles.has(bundle)) return "event_or_entry_changed";
  const logged = leaves.hash(leaf);
  const isLoggedRight =
    leaf < settlement.vouched ||
    (logged && proven?.equals(logged)) ||
    (leaf < leaves.tree.size && isInTile(log, leaf) === true);
  return isLoggedRight ? "event_changed" : "event_or_entry_changed";
}

/** Whether the row's lane is said to have come to its number. */
function isNumbered({ counters }: Case, row: LooseRow["row"]): boolean {
  const seq = int64(row.instanceSeq);
  return seq >= 1 && seq <= (counters.get(int32(row.instance) ?? 0) ?? 0);
}
