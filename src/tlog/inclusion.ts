import { checkHash, type Hash, isSame } from "./hash.ts";
import { nodeHash } from "./hashing.ts";
import { sidesOf } from "./inclusion-sides.ts";
import { checkRange, hashOf, type NodeReader, type Range } from "./range.ts";
import { refuse } from "./refusal.ts";
import { checkSize, splitOf } from "./size.ts";

/** A tree as a signed checkpoint describes it. */
export type TreeHead = { size: number; root: Hash };

/**
 * The hashes that lead from a leaf to the root: RFC 9162 section 2.1.3.1, PATH(m, D_n).
 * Throws `malformed` when the tree has no such leaf.
 */
export function inclusionProof(index: number, size: number, nodeAt: NodeReader): Hash[] {
  return inclusionRanges(index, size).map((range) => hashOf(range, nodeAt));
}

/** The subtrees whose hashes make the proof, in its order: what to fetch before it is made. */
export function inclusionRanges(index: number, size: number): Range[] {
  checkIndex(index, { start: 0, end: checkSize(size, "tree size") });
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const split = start + splitOf(end - start);
    if (index < split) {
      path.push({ start: split, end }); // PATH(m, D[0:k]) : MTH(D[k:n])
      end = split;
    } else {
      path.push({ start, end: split }); // PATH(m - k, D[k:n]) : MTH(D[0:k])
      start = split;
    }
  }
  return path.reverse();
}

/** Throws unless the proof shows that the leaf stands at the index of the tree: RFC 9162 section 2.1.3.2. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  tree: TreeHead,
  proof: readonly Hash[],
): void {
  verifySubtreeInclusion(leaf, index, { start: 0, end: tree.size }, tree.root, proof);
}

/** The same for a subtree: Merkle Tree Certificates section 4.3, RFC 9162 section 2.1.3.2 with shifted indices. */
export function verifySubtreeInclusion(
  leaf: Hash,
  index: number,
  range: Range,
  root: Hash,
  proof: readonly Hash[],
): void {
  checkRange(range);
  checkIndex(index, range); // Step 1: "if leaf_index is greater than or equal to tree_size, then fail".
  checkHash(root, "root");
  const sides = sidesOf(index - range.start, range.end - range.start, proof.length);
  const found = proof.reduce(
    (hash, sibling, step) => {
      checkHash(sibling, "hash in the proof");
      return sides[step] === "left" ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    },
    checkHash(leaf, "leaf hash"),
  );
  if (!isSame(found, root)) refuse("proof_wrong", "The proof misses the root.");
}

function checkIndex(index: number, { start, end }: Range): void {
  checkSize(index, "leaf index");
  if (start <= index && index < end) return;
  refuse("malformed", `The leaf index ${index} is outside the leaves from ${start} to ${end}.`);
}
