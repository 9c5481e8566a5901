import { hashBytes, tileWidth } from "../tree.ts";
import type { LoggedLeaves } from "./logged-leaves.ts";
import type { LooseRow } from "./loose-row.ts";
import type { Range } from "./runs.ts";
import type { TileRow } from "./store.ts";

/** The root of the tree when it was of that size, by somebody's signature. */
export type Anchor = { size: number; root: Uint8Array };

/** What may tell which hash a leaf, or a tile, had before it was changed. */
export type Evidence = {
  leaves: LoggedLeaves;
  anchors: readonly Anchor[];
  loose: readonly LooseRow[];
  tiles: readonly TileRow[];
  erasedLeaves: Iterable<number>;
  /** Leaf hashes that chains hold, of no event that is there. */
  orphans: readonly Buffer[];
};

export type Settlement = {
  /** So many leaves, from the first on, are those that were signed. */
  vouched: number;
  /** The sizes of anchors that sign another history than a larger one. */
  forked: number[];
  /** Leaves that aren't those that were signed, and nothing tells how they were. */
  rewritten: Range | undefined;
  /** Leaves that were changed, and are put right. */
  mendedLeaves: Set<number>;
  /** Bundles of which something was changed, by the tile above. */
  mendedBundles: Set<number>;
};

/** A hash in the place of a leaf (level 0) or of a full bundle (level 1). */
type Change = { level: number; index: number; hash: Buffer };

/** Each takes a millisecond or two. One change needs a few. */
const guessesMax = 5_000;
const guessesAnAnchorMax = 1_000;
/** A bundle's leaves may have this many roots that don't fit before one tells of the whole bundle. */
const oddAnchorsMax = tileWidth;
const subsetOfMax = 8;

/**
 * Compares the tree with every root that was signed. Where one doesn't fit, it tries what events, chains and tiles
 * say that entries were: what makes the root fit is how it was. What is found out so is put right in the leaves.
 */
export function settle(evidence: Evidence): Settlement {
  const { leaves, anchors } = evidence;
  const settlement: Settlement = {
    vouched: 0,
    forked: [],
    rewritten: undefined,
    mendedLeaves: new Set(),
    mendedBundles: new Set(),
  };
  const sorted = anchors
    .filter(({ size }) => size <= leaves.tree.size)
    .toSorted((one, other) => one.size - other.size);
  const budget = { guesses: guessesMax };
  let odd: Anchor[] = [];
  for (const anchor of sorted) {
    const isHopeless = odd.length > oddAnchorsMax;
    if (!fits(leaves, anchor) && (isHopeless || !mend(evidence, settlement, anchor, budget))) {
      odd.push(anchor);
      continue;
    }
    const isForked = (one: Anchor) => !fits(leaves, one) && !isInMended(settlement, one);
    settlement.forked.push(...odd.filter(isForked).map(({ size }) => size));
    settlement.vouched = anchor.size;
    odd = [];
  }
  const [first] = odd;
  if (first) settlement.rewritten = rewrittenTo(first, settlement.vouched, leaves);
  mendBeyond(evidence, settlement);
  return settlement;
}

/** Whether the tile above has the bundle of that leaf as it is; undefined when there is no word of it. */
export function isInTile(
  { leaves, tiles }: Pick<Evidence, "leaves" | "tiles">,
  leaf: number,
): boolean | undefined {
  const bundle = Math.floor(leaf / tileWidth);
  const hash = leaves.tree.tileHash(1, bundle);
  const stored = storedHash(tiles, 1, bundle);
  return hash && stored?.equals(hash);
}

function fits({ tree }: LoggedLeaves, { size, root }: Anchor): boolean {
  return Buffer.from(root).equals(tree.rootAt(size));
}

/** What lies between two roots of which only the first fits. Where leaves are missing, that is why. */
function rewrittenTo({ size }: Anchor, from: number, leaves: LoggedLeaves): Range | undefined {
  for (let leaf = from; leaf < size; leaf++) if (leaves.isAbsent(leaf)) return undefined;
  return { from, to: size };
}

/** Of a bundle that only the tile above tells of, no leaf is known, and no root of a size within it. */
function isInMended({ mendedBundles }: Settlement, { size }: Anchor): boolean {
  return size % tileWidth > 0 && mendedBundles.has(Math.floor(size / tileWidth));
}

/** Tries guesses until one makes the root fit, and keeps to it. */
function mend(
  evidence: Evidence,
  settlement: Settlement,
  anchor: Anchor,
  budget: { guesses: number },
): boolean {
  const { leaves } = evidence;
  let left = Math.min(guessesAnAnchorMax, budget.guesses);
  for (const guess of guesses(evidence, { from: settlement.vouched, to: anchor.size })) {
    const before = guess.map(({ level, index, hash }) => leaves.tree.replace(level, index, hash));
    if (fits(leaves, anchor)) {
      for (const change of guess) keep(leaves, settlement, change);
      return true;
    }
    for (const [place, { level, index }] of [...guess.entries()].reverse()) {
      leaves.tree.replace(level, index, before[place] ?? Buffer.alloc(0));
    }
    budget.guesses -= 1;
    left -= 1;
    if (left <= 0) return false;
  }
  return false;
}

function keep(leaves: LoggedLeaves, settlement: Settlement, { level, index, hash }: Change): void {
  if (level === 0) {
    // What was missing isn't also called changed.
    if (!leaves.isAbsent(index)) settlement.mendedLeaves.add(index);
    leaves.mend(index, hash);
  } else settlement.mendedBundles.add(index);
}

/** What may have been changed in a range, the likeliest first. */
function* guesses(evidence: Evidence, range: Range): Generator<Change[]> {
  const { leaves, loose, orphans } = evidence;
  const rows = loose.filter(
    ({ leaf }) => leaf !== undefined && isIn(leaf, range) && !leaves.isMatched(leaf),
  );
  // What is missing was certainly changed.
  const absent = rows.filter(({ leaf }) => leaves.isAbsent(leaf ?? 0)).flatMap(lastPossible);
  const present = rows.filter(({ leaf }) => !leaves.isAbsent(leaf ?? 0));
  if (absent.length > 0) yield absent;
  for (const { leaf, possible } of present) {
    for (const { hash } of possible) yield [...absent, { level: 0, index: leaf ?? 0, hash }];
  }
  const all = present.flatMap(lastPossible);
  if (all.length <= subsetOfMax) {
    for (const subset of subsets(all)) yield [...absent, ...subset];
  } else yield [...absent, ...all];
  for (const leaf of evidence.erasedLeaves) {
    if (isIn(leaf, range)) for (const hash of orphans) yield [{ level: 0, index: leaf, hash }];
  }
  yield* tileGuesses(evidence, range);
}

/** Where the lowest tiles say something else than their bundles: each alone, and all of them. */
function* tileGuesses({ leaves, tiles }: Evidence, range: Range): Generator<Change[]> {
  const odd = tiles
    .filter(({ level }) => level === 1)
    .flatMap(hashesOf)
    .filter(({ index, hash }) => leaves.tree.tileHash(1, index)?.equals(hash) === false)
    .filter(({ index }) => isIn(index * tileWidth, range, tileWidth));
  for (const change of odd) yield [change];
  if (odd.length > 1) yield odd;
}

/** Beyond what is signed, the chain that goes on and the tile above a full bundle have the last word. */
function mendBeyond(evidence: Evidence, settlement: Settlement): void {
  const { leaves, loose } = evidence;
  for (const { leaf, possible, proven } of loose) {
    if (leaf === undefined || leaf < settlement.vouched || leaves.isMatched(leaf)) continue;
    const right =
      possible.find(({ hash }) => proven?.equals(hash)) ??
      (leaves.isAbsent(leaf) ? possible.at(-1) : undefined) ??
      possible.find(({ hash }) => isByTile(evidence, leaf, hash));
    if (right) keep(leaves, settlement, { level: 0, index: leaf, hash: right.hash });
  }
}

/** Whether the tile above says that a leaf was that, and not what it is now. */
function isByTile(evidence: Evidence, leaf: number, hash: Buffer): boolean {
  if (isInTile(evidence, leaf) !== false) return false;
  const { tree } = evidence.leaves;
  const before = tree.replace(0, leaf, hash);
  const isRight = isInTile(evidence, leaf) === true;
  tree.replace(0, leaf, before);
  return isRight;
}

function lastPossible({ leaf, possible }: LooseRow): Change[] {
  const hash = possible.at(-1)?.hash;
  return leaf === undefined || !hash ? [] : [{ level: 0, index: leaf, hash }];
}

function hashesOf({ level, index, hashes }: TileRow): Change[] {
  return Array.from({ length: Math.floor(hashes.length / hashBytes) }, (_, place) => ({
    level,
    index: index * tileWidth + place,
    hash: hashes.subarray(place * hashBytes, (place + 1) * hashBytes),
  }));
}

function storedHash(tiles: readonly TileRow[], level: number, index: number): Buffer | undefined {
  const tile = tiles.find(
    (one) => one.level === level && one.index === Math.floor(index / tileWidth),
  );
  const start = (index % tileWidth) * hashBytes;
  const hash = tile?.hashes.subarray(start, start + hashBytes);
  return hash?.length === hashBytes ? hash : undefined;
}

/** Whether the leaves from `leaf` on lie in a range, to the last. */
function isIn(leaf: number, { from, to }: Range, count = 1): boolean {
  return leaf + count > from && leaf + count <= to;
}

/** Every selection of two or more. */
function* subsets<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let chosen = 0; chosen < 2 ** items.length; chosen++) {
    const subset = items.filter((_, place) => (chosen >> place) & 1);
    if (subset.length > 1) yield subset;
  }
}
