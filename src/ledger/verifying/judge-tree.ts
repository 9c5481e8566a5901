import { hashBytes, tileWidth } from "../tree.ts";
import type { Case } from "./case.ts";
import type { Findings } from "./finding.ts";
import type { Heads } from "./heads.ts";
import type { SealedLog } from "./sealed-log.ts";
import type { TileRow } from "./store.ts";

/** Names the bundles, tiles and checkpoints that don't fit, once it is known which of two was changed. */
export function judgeTree({ log, settlement }: Case, heads: Heads, findings: Findings): void {
  const { leaves, runs } = log;
  const { size } = leaves.tree;
  for (const leaf of settlement.mendedLeaves) {
    const place = runs.placeOf(leaf);
    if (leaf >= size) findings.add("pending_changed", place);
    else findings.add("bundle_changed", { bundle: Math.floor(leaf / tileWidth), ...place });
  }
  for (const bundle of settlement.mendedBundles) {
    if (!isGappy(log, bundle)) findings.add("bundle_altered", { bundle });
  }
  for (const forked of settlement.forked) findings.add("checkpoint_forked", { size: forked });
  if (settlement.rewritten) findings.add("history_rewritten", settlement.rewritten);
  for (const anchor of heads.anchors) {
    if (anchor.size > size) findings.add("checkpoint_beyond", { size: anchor.size });
  }
  judgeTiles({ log, settlement }, findings);
}

function judgeTiles(found: Pick<Case, "log" | "settlement">, findings: Findings): void {
  const { tree } = found.log.leaves;
  const stored = new Set(found.log.tiles.map(({ level, index }) => `${level}/${index}`));
  for (let level = 1; tree.tilesOn(level) > 0; level++) {
    for (let index = 0; index < tree.tilesOn(level); index++) {
      if (!stored.has(`${level}/${index}`)) findings.add("tile_missing", { level, index });
    }
  }
  for (const tile of found.log.tiles) {
    const { level, index, hashes } = tile;
    // The second one of a place is taken for surplus, as one outside of the tree is.
    const isFirst = stored.delete(`${level}/${index}`);
    if (!isFirst || index < 0 || index >= tree.tilesOn(level)) {
      findings.add("tile_surplus", { level, index });
    } else if (!hashes.equals(tree.tile(level, index))) judgeTile(found, tile, findings);
  }
}

/** A tile that differs from what lies below it was changed itself, unless what lies below isn't certain either. */
function judgeTile(
  { log, settlement }: Pick<Case, "log" | "settlement">,
  { level, index, hashes }: TileRow,
  findings: Findings,
): void {
  const { vouched, rewritten } = settlement;
  const right = log.leaves.tree.tile(level, index);
  if (hashes.length !== right.length) findings.add("tile_changed", { level, index });
  for (let place = 0; place < right.length; place += hashBytes) {
    const end = place + hashBytes;
    if (right.subarray(place, end).equals(hashes.subarray(place, end))) continue;
    const below = index * tileWidth + place / hashBytes;
    const isCertain = (below + 1) * tileWidth ** level <= vouched;
    if (isCertain || level > 1) {
      if (isCertain || !rewritten) findings.add("tile_changed", { level, index });
    } else if (rewritten) findings.add("bundle_altered", { bundle: below });
    else findings.add("tile_or_bundle_changed", { level, index, bundle: below });
  }
}

/** A bundle of which something is missing is named already. */
function isGappy({ leaves }: SealedLog, bundle: number): boolean {
  const end = Math.min((bundle + 1) * tileWidth, leaves.tree.size);
  for (let leaf = bundle * tileWidth; leaf < end; leaf++) if (leaves.isAbsent(leaf)) return true;
  return false;
}
