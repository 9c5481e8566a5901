import { generateKeyPairSync } from "node:crypto";
import {
  consistencyProof,
  emptyFrontier,
  extended,
  frontierRoot,
  type Hash,
  leafHash,
  printCheckpoint,
  printKey,
  type Signer,
  signerFrom,
  signNote,
} from "#tlog";

const signedAt = new Date("2026-11-20T12:00:00Z");

type Checkpointing = {
  root?: Hash;
  extensions?: readonly string[];
  signers?: readonly Signer[];
};

/** A log without a database. Its forks have its key and its leaves up to some size, and others from there. */
export class MadeLog {
  readonly origin: string;
  readonly signer: Signer;
  readonly #leafAt: (index: number) => Hash;
  readonly #leaves: Hash[] = [];

  private constructor(origin: string, signer: Signer, leafAt: (index: number) => Hash) {
    this.origin = origin;
    this.signer = signer;
    this.#leafAt = leafAt;
  }

  static make(origin = "log.example/2026"): MadeLog {
    const { privateKey } = generateKeyPairSync("ed25519");
    return new MadeLog(origin, signerFrom(origin, "ed25519", privateKey), leafOf("first"));
  }

  forkedAt(size: number, history = "second"): MadeLog {
    const otherAt = leafOf(history);
    const leafAt = (index: number) => (index < size ? this.#leaf(index) : otherAt(index));
    return new MadeLog(this.origin, this.signer, leafAt);
  }

  get vkey(): string {
    return printKey(this.signer.key);
  }

  root(size: number): Hash {
    return this.#rootOf(0, size);
  }

  proof(oldSize: number, size: number): Hash[] {
    return consistencyProof(oldSize, size, ({ level, index }) =>
      this.#rootOf(index * 2 ** level, (index + 1) * 2 ** level),
    );
  }

  /** The signed checkpoint of that size. */
  checkpoint(size: number, { root, extensions = [], signers }: Checkpointing = {}): string {
    const { origin, signer } = this;
    const text = printCheckpoint({ origin, size, root: root ?? this.root(size), extensions });
    return signNote(text, signers ?? [signer], signedAt);
  }

  #rootOf(start: number, end: number): Hash {
    const leaves = Array.from({ length: end - start }, (_, place) => this.#leaf(start + place));
    return frontierRoot(extended(emptyFrontier, leaves));
  }

  #leaf(index: number): Hash {
    this.#leaves[index] ??= this.#leafAt(index);
    return this.#leaves[index];
  }
}

function leafOf(history: string): (index: number) => Hash {
  return (index) => leafHash(new TextEncoder().encode(`${history}:${index}`));
}
