import { checkHash, type Hash } from "./hash.ts";
import { nodeHash } from "./hashing.ts";
import { joined, nodesOf } from "./range.ts";
import { refuse } from "./refusal.ts";
import { checkSize, half, isOdd } from "./size.ts";

/**
 * A tree without its leaves: the roots of the perfect subtrees from left to right, at most 53. It is all that is
 * needed to append and to know the root (RFC 9162 section 2.1.2; a *compact range* that starts at 0).
 */
export type Frontier = { readonly size: number; readonly hashes: readonly Hash[] };

export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** A frontier that was stored. Throws `malformed` when a tree of that size has another number of subtrees. */
export function frontierFrom(size: number, hashes: readonly Uint8Array[]): Frontier {
  const expected = nodesOf({ start: 0, end: checkSize(size, "tree size") }).length;
  if (hashes.length !== expected) {
    refuse("malformed", `A tree of ${size} leaves has ${expected} subtrees, not ${hashes.length}.`);
  }
  return { size, hashes: hashes.map((hash) => checkHash(hash, "hash of the frontier")) };
}

/** The frontier after these leaf hashes. RFC 9162 section 2.1.2, steps 2.1 to 2.4; the old frontier stays as it was. */
export function extended(frontier: Frontier, leaves: readonly Hash[]): Frontier {
  const hashes = [...frontier.hashes];
  let { size } = frontier;
  for (const leaf of leaves) {
    let hash = checkHash(leaf, "leaf hash");
    // Step 2.2: as many merges as the index has trailing ones.
    for (let index = size; isOdd(index); index = half(index)) {
      const left = hashes.pop();
      if (left === undefined) throw new Error(`The frontier of ${size} leaves lacks a hash`);
      hash = nodeHash(left, hash);
    }
    hashes.push(hash);
    size = checkSize(size + 1, "tree size");
  }
  return { size, hashes };
}

/** RFC 9162 section 2.1.2, step 3: the stack, merged from the right. */
export function frontierRoot({ hashes }: Frontier): Hash {
  return joined(hashes);
}
