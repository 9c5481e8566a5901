import { checkHash, type Hash, isSame } from "./hash.ts";
import { emptyRoot, nodeHash } from "./hashing.ts";
import type { TreeHead } from "./inclusion.ts";
import { checkRange, hashOf, type NodeReader, type Range } from "./range.ts";
import { refuse } from "./refusal.ts";
import { checkSize, half, isOdd, splitOf } from "./size.ts";

/**
 * The hashes that show that the tree of `oldSize` leaves is the beginning of the tree of `size`: RFC 9162 section
 * 2.1.4.1, PROOF(m, D_n). Empty for an old size of 0 (tlog-witness: "The proof MUST be empty if the old size is
 * zero") and for equal sizes. Throws `malformed` when the old tree is the larger one.
 */
export function consistencyProof(oldSize: number, size: number, nodeAt: NodeReader): Hash[] {
  return consistencyRanges(oldSize, size).map((range) => hashOf(range, nodeAt));
}

/** The subtrees whose hashes make the proof, in its order: what to fetch before it is made. */
export function consistencyRanges(oldSize: number, size: number): Range[] {
  checkSize(oldSize, "old tree size");
  return oldSize === 0 ? [] : subtreeConsistencyRanges({ start: 0, end: oldSize }, size);
}

/** Merkle Tree Certificates section 4.4.1, SUBTREE_PROOF(start, end, D_n). A range from 0 is RFC 9162's PROOF. */
export function subtreeConsistencyRanges(range: Range, size: number): Range[] {
  checkInside(range, size);
  if (range.start === range.end) return [];
  const path: Range[] = [];
  let [start, end] = [0, size];
  let isKnown = true; // The verifier has the hash of what is left of the range.
  let { start: from } = range;
  while (from !== start || range.end !== end) {
    const split = start + splitOf(end - start);
    if (range.end <= split) {
      path.push({ start: split, end });
      end = split;
    } else {
      // The range lies right of the split, or it is cut by it, and then only its right part is left to show.
      if (from < split) {
        from = split;
        isKnown = false;
      }
      path.push({ start, end: split });
      start = split;
    }
  }
  if (!isKnown) path.push({ start, end });
  return path.reverse();
}

/**
 * Throws unless the proof shows that the old tree is the beginning of the new one: RFC 9162 section 2.1.4.2, which
 * begins with "0 < first": of an empty tree there is nothing to prove, so an old size of 0 is refused.
 */
export function verifyConsistency(old: TreeHead, tree: TreeHead, proof: readonly Hash[]): void {
  if (old.size === 0) refuse("malformed", "Of an empty old tree there is nothing to prove.");
  verifySubtreeConsistency({ start: 0, end: old.size }, old.root, tree, proof);
}

/** The same for any subtree: Merkle Tree Certificates section 4.4.3; fn, sn and tn are start, last and treeLast. */
export function verifySubtreeConsistency(
  range: Range,
  subtreeRoot: Hash,
  tree: TreeHead,
  proof: readonly Hash[],
): void {
  checkInside(range, tree.size);
  for (const hash of proof) checkHash(hash, "hash in the proof");
  if (range.start === range.end) {
    const isEmpty = proof.length === 0 && isSame(subtreeRoot, emptyRoot);
    if (!isEmpty) refuse("proof_wrong", "An empty subtree has the hash of nothing, and no proof.");
    return;
  }
  const found = rootsFrom(range, subtreeRoot, tree.size, proof);
  if (!isSame(found.old, subtreeRoot)) refuse("proof_wrong", "The proof misses the old root.");
  if (!isSame(found.tree, tree.root)) refuse("proof_wrong", "The proof misses the root.");
}

/** The hashes that the proof gives the subtree and the tree. */
function rootsFrom(range: Range, subtreeRoot: Hash, size: number, proof: readonly Hash[]) {
  const way = { start: range.start, last: range.end - 1, treeLast: size - 1 };
  // RFC 9162 step 4: up to the first level where the subtree isn't a node that the larger tree simply contains.
  const isRightEdge = way.last === way.treeLast;
  while (way.start !== way.last && (isRightEdge || isOdd(way.last))) rise(way);
  // RFC 9162 step 2: the hash of a perfect subtree begins the proof; otherwise the proof's first hash does.
  const [first = refuse("proof_wrong", tooShort), ...rest] =
    way.start === way.last ? [subtreeRoot, ...proof] : proof;
  // Roots are compared, so a wrong length shows by itself; what is hashed must have the right one.
  if (rest.length > 0) checkHash(first, "old root");
  let [old, tree] = [first, first];
  for (const sibling of rest) {
    if (way.treeLast === 0) refuse("proof_wrong", tooLong); // RFC 9162 step 6.1.
    if (isOdd(way.last) || way.last === way.treeLast) {
      if (way.start < way.last) old = nodeHash(sibling, old);
      tree = nodeHash(sibling, tree);
      while (!isOdd(way.last) && way.last !== 0) rise(way); // RFC 9162 step 6.2.
    } else {
      tree = nodeHash(tree, sibling);
    }
    rise(way);
  }
  if (way.treeLast !== 0) refuse("proof_wrong", tooShort); // RFC 9162 step 7.
  return { old, tree };
}

/** Where the subtree's first and last leaf and the tree's last leaf stand, on the level that was reached. */
type Way = { start: number; last: number; treeLast: number };

function rise(way: Way): void {
  way.start = half(way.start);
  way.last = half(way.last);
  way.treeLast = half(way.treeLast);
}

const tooLong = "The proof has more hashes than the way to the root has steps.";
const tooShort = "The proof has fewer hashes than the way to the root has steps.";

function checkInside(range: Range, size: number): void {
  checkRange(range);
  checkSize(size, "tree size");
  if (range.end > size) {
    refuse("malformed", `The old tree ends at leaf ${range.end}, but the tree has ${size} leaves.`);
  }
}
