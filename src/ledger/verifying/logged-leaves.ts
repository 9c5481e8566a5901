import { hashBytes } from "../tree.ts";
import type { ReplayedTree } from "./replayed-tree.ts";

const claimed = 1;
const matched = 2;
const absent = 4;

/**
 * The leaf hashes that events must have: first those of the tree, then those of the outbox. A leaf is *claimed* when a
 * row says to be its event, and *matched* when the row is.
 */
export class LoggedLeaves {
  readonly tree: ReplayedTree;
  readonly count: number;
  readonly #pending: Buffer;
  readonly #states: Uint8Array;
  /** When each event happened, in seconds since 1970; 0 while nobody knows. */
  readonly #seconds: Uint32Array;

  constructor(tree: ReplayedTree, pending: Buffer) {
    this.tree = tree;
    this.#pending = pending;
    this.count = tree.size + pending.length / hashBytes;
    this.#states = new Uint8Array(this.count);
    this.#seconds = new Uint32Array(this.count);
  }

  /** Undefined for a leaf that is missing itself, or that no log of this size has. */
  hash(leaf: number): Buffer | undefined {
    if (leaf < 0 || leaf >= this.count || this.#is(leaf, absent)) return undefined;
    if (leaf < this.tree.size) return this.tree.leaf(leaf);
    const place = (leaf - this.tree.size) * hashBytes;
    return this.#pending.subarray(place, place + hashBytes);
  }

  markAbsent(leaf: number): void {
    this.#states[leaf] = absent;
  }

  isAbsent(leaf: number): boolean {
    return this.#is(leaf, absent);
  }

  claim(leaf: number): void {
    this.#states[leaf] = (this.#states[leaf] ?? 0) | claimed;
  }

  isClaimed(leaf: number): boolean {
    return this.#is(leaf, claimed);
  }

  match(leaf: number, timeMs: number): void {
    this.#states[leaf] = (this.#states[leaf] ?? 0) | claimed | matched;
    this.#seconds[leaf] = Math.max(0, Math.floor(timeMs / 1_000));
  }

  isMatched(leaf: number): boolean {
    return this.#is(leaf, matched);
  }

  secondsAt(leaf: number): number {
    return this.#seconds[leaf] ?? 0;
  }

  /** Puts right a leaf that was found to be another. */
  mend(leaf: number, hash: Uint8Array): void {
    if (leaf < this.tree.size) this.tree.replace(0, leaf, hash);
    else this.#pending.set(hash, (leaf - this.tree.size) * hashBytes);
    this.#states[leaf] = (this.#states[leaf] ?? 0) & ~absent;
  }

  *unmatched(): Generator<number> {
    for (let leaf = 0; leaf < this.count; leaf++) if (!this.#is(leaf, matched)) yield leaf;
  }

  #is(leaf: number, state: number): boolean {
    return ((this.#states[leaf] ?? 0) & state) !== 0;
  }
}
