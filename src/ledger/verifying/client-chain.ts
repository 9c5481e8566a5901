import type { LooseRow } from "./loose-row.ts";
import { type ClientHead, int32, isNobody, type RawRow } from "./raw-row.ts";
import type { Range } from "./runs.ts";

/** Numbers of a client's chain that no row has. */
export type Gap = Range & {
  client: Buffer;
  /** The leaf hash that the event after the gap was made with; undefined while it isn't known. */
  hash: Buffer | undefined;
  /** The row after the gap, when it doesn't fit. */
  after: LooseRow | undefined;
};

/** A client's chain that doesn't end where `ledger.client_heads` says. */
export type OddHead = {
  client: Buffer;
  head: ClientHead | undefined;
  /** The number of the last row; 0 without one. */
  lastSeq: number;
  /** The number of the last row that fits, and its leaf hash. */
  lastFitting: { seq: number; hash: Buffer };
};

const nothing = Buffer.alloc(0);

/** One client's events, in the order of their numbers, as they come. */
export class ClientChain {
  readonly client: Buffer;
  readonly #head: ClientHead | undefined;
  #seq = 0;
  /** What the leaf hash of number `#seq` can be: one, unless its row doesn't fit. */
  #hashes: Buffer[] = [];
  #hashesBefore: Buffer[] = [];
  /** The rows of number `#seq` that don't fit. */
  #loose: LooseRow[] = [];
  #fitting: { seq: number; hash: Buffer } = { seq: 0, hash: nothing };

  constructor(client: Buffer, head: ClientHead | undefined) {
    this.client = Buffer.from(client);
    this.#head = head && { seq: head.seq, leaf: head.leaf && Buffer.from(head.leaf) };
  }

  isOf(client: Buffer): boolean {
    return this.client.equals(client);
  }

  /** The leaf hashes that the row may have been made with: one, unless something doesn't fit. */
  before(row: RawRow): Buffer[] {
    const seq = this.#seqOf(row);
    if (seq === undefined || seq <= 1) return [nothing];
    const known =
      seq === this.#seq + 1 ? this.#hashes : seq === this.#seq ? this.#hashesBefore : [];
    return row.previousLeaf ? [...known, row.previousLeaf] : known;
  }

  /** Goes on with a row that fits: `hash` is its leaf's, and it was made with `before`. */
  extend(row: RawRow, hash: Buffer, before: Buffer | undefined): Gap | undefined {
    const seq = this.#seqOf(row);
    if (seq === undefined) return undefined;
    if (seq === this.#seq + 1 && before) this.#prove(before);
    this.#fitting = { seq, hash };
    return this.#advance(seq, [hash], before && Buffer.from(before), undefined);
  }

  /** Goes on with a row that doesn't fit, whose leaf hash can be any of these. */
  extendLoosely(row: LooseRow, hashes: Buffer[]): Gap | undefined {
    const seq = this.#seqOf(row.row);
    if (seq === undefined) return undefined;
    const gap = this.#advance(seq, hashes, undefined, row);
    if (seq === this.#seq) this.#loose.push(row);
    return gap;
  }

  /** What is odd about the end, once all rows were there. */
  end(): OddHead | undefined {
    const { client } = this;
    const head = this.#head;
    const { seq, hash } = this.#fitting;
    if (head?.leaf && head.seq === this.#seq) this.#prove(head.leaf);
    const isAtLast = head?.seq === this.#seq && this.#isAmong(head.leaf, this.#hashes);
    const isAtFitting = head?.seq === seq && this.#isAmong(head.leaf, [hash]);
    if (isAtLast || isAtFitting || (!head && this.#seq === 0)) return undefined;
    return { client, head, lastSeq: this.#seq, lastFitting: this.#fitting };
  }

  #isAmong(leaf: Buffer | undefined, hashes: readonly Buffer[]): boolean {
    if (this.#head?.seq === 0) return leaf === undefined;
    return leaf !== undefined && hashes.some((hash) => hash.equals(leaf));
  }

  #seqOf({ client, clientSeq }: RawRow): number | undefined {
    return isNobody(client) ? undefined : int32(clientSeq);
  }

  #advance(
    seq: number,
    hashes: Buffer[],
    hash: Buffer | undefined,
    after: LooseRow | undefined,
  ): Gap | undefined {
    if (seq === this.#seq) this.#hashes.push(...hashes);
    if (seq <= this.#seq) return undefined;
    const { client } = this;
    const from = this.#seq + 1;
    this.#hashesBefore = seq === from ? this.#hashes : [];
    this.#hashes = hashes;
    this.#loose = [];
    this.#seq = seq;
    return seq > from ? { client, from, to: seq, hash, after } : undefined;
  }

  #prove(hash: Buffer): void {
    for (const loose of this.#loose) loose.proven = Buffer.from(hash);
  }
}
