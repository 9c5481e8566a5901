import type { Hash } from "./hash.ts";
import { emptyRoot, nodeHash } from "./hashing.ts";
import { refuse } from "./refusal.ts";
import { checkSize, powerOfTwoFrom } from "./size.ts";

/** The root of a perfect subtree: it holds the leaves from `index * 2^level` to `(index + 1) * 2^level`. */
export type Node = { level: number; index: number };

/** Gives the hash of a node of a tree. It may throw for nodes that the caller didn't ask for in advance. */
export type NodeReader = (node: Node) => Hash;

/**
 * The leaves from `start` up to, not including, `end`, of which a tree has a hash of its own: a *subtree* in the
 * words of draft-ietf-plants-merkle-tree-certs section 4.1. A whole tree is the range that starts at 0.
 */
export type Range = { start: number; end: number };

/** Throws `malformed`. Merkle Tree Certificates section 4.1: start is "a multiple of BIT_CEIL(end - start)". */
export function checkRange({ start, end }: Range): void {
  checkSize(start, "start of the subtree");
  checkSize(end, "end of the subtree");
  if (start <= end && start % powerOfTwoFrom(end - start) === 0) return;
  refuse("malformed", `No tree has a subtree of the leaves from ${start} to ${end}.`);
}

/** The perfect subtrees that make up a range, from left to right: RFC 9162 section 2.1.2 keeps the same ones. */
export function nodesOf({ start, end }: Range): Node[] {
  const nodes: Node[] = [];
  for (let from = start; from < end; ) {
    const left = end - from;
    let [width, level] = [1, 0];
    while (width * 2 <= left) [width, level] = [width * 2, level + 1];
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
}

/** MTH of the range, RFC 9162 section 2.1.1: perfect subtrees, joined from the right. */
export function hashOf(range: Range, nodeAt: NodeReader): Hash {
  const hashes = nodesOf(range).map(nodeAt);
  return joined(hashes);
}

/** The root of a tree whose perfect subtrees, from left to right, have these hashes. */
export function joined(hashes: readonly Hash[]): Hash {
  return hashes.length === 0
    ? emptyRoot
    : hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The root of a perfect subtree whose 2^n lower nodes, from left to right, have these hashes. */
export function perfectRoot(hashes: readonly Hash[]): Hash {
  const [only, ...others] = hashes;
  if (only === undefined) throw new Error("A perfect subtree has at least one node");
  if (others.length === 0) return only;
  const middle = hashes.length / 2;
  return nodeHash(perfectRoot(hashes.slice(0, middle)), perfectRoot(hashes.slice(middle)));
}

/** The root of the tree of that size. */
export function rootOf(size: number, nodeAt: NodeReader): Hash {
  return hashOf({ start: 0, end: checkSize(size, "tree size") }, nodeAt);
}
