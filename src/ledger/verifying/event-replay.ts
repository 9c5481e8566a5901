import { ClientChain, type Gap, type OddHead } from "./client-chain.ts";
import { Erasures } from "./erasures.ts";
import type { Findings, Where } from "./finding.ts";
import type { LoggedLeaves } from "./logged-leaves.ts";
import type { LooseRow } from "./loose-row.ts";
import {
  idTimeMs,
  int32,
  int64,
  isErased,
  isHalfErased,
  isNobody,
  type JoinedRow,
  keptRow,
  type RawRow,
  timeMs,
  whereIs,
} from "./raw-row.ts";
import { leafOfRow } from "./row-leaf.ts";
import type { Runs } from "./runs.ts";
import { SaidDeeds } from "./said-deeds.ts";

/** Rows that don't fit are kept up to this number: plenty for finding out what a change has done. */
const looseMax = 10_000;

/** Replays events from their rows, client by client, and holds each against the leaf that it must be. */
export class EventReplay {
  readonly loose: LooseRow[] = [];
  readonly gaps: Gap[] = [];
  readonly oddHeads: OddHead[] = [];
  /** Events that name the leaf before them, since its event was erased. */
  readonly bridges: { at: Where; hash: Buffer }[] = [];
  /** The leaves of rows that were erased. */
  readonly erasedLeaves = new Map<number, Where>();
  readonly erasures = new Erasures();
  readonly said = new SaidDeeds();
  readonly #leaves: LoggedLeaves;
  readonly #runs: Runs;
  readonly #findings: Findings;
  #chain: ClientChain | undefined;
  #eventsCount = 0;
  #looseCount = 0;
  #clientsCount = 0;

  constructor(leaves: LoggedLeaves, runs: Runs, findings: Findings) {
    this.#leaves = leaves;
    this.#runs = runs;
    this.#findings = findings;
  }

  get eventsCount(): number {
    return this.#eventsCount;
  }

  get clientsCount(): number {
    return this.#clientsCount;
  }

  /** How many rows didn't fit and weren't kept. */
  get droppedCount(): number {
    return this.#looseCount - this.loose.length;
  }

  take({ client, head, event }: JoinedRow): void {
    if (!this.#chain?.isOf(client)) {
      this.end();
      this.#chain = new ClientChain(client, head);
      if (!isNobody(client)) this.#clientsCount += 1;
    }
    if (!event) return;
    this.#eventsCount += 1;
    if (isErased(event)) this.#takeErased(event, this.#chain);
    else this.#takeWhole(event, this.#chain);
  }

  /** No more rows come. */
  end(): void {
    const odd = this.#chain?.end();
    if (odd) this.oddHeads.push(odd);
    this.#chain = undefined;
  }

  /** The row is the event of that leaf: `before` is what it was made with. */
  accept(row: RawRow, leaf: number, before: Buffer): void {
    this.#leaves.match(leaf, timeMs(row));
    this.erasures.see(row, leaf);
    this.erasures.hear(row);
    this.said.hear(row);
    if (isHalfErased(row)) this.#findings.add("erasure_half_done", whereIs(row, leaf));
    if (idTimeMs(row) !== timeMs(row)) this.#findings.add("event_time_odd", whereIs(row, leaf));
    if (!row.previousLeaf) return;
    const at = whereIs(row, leaf);
    if (row.previousLeaf.equals(before)) this.bridges.push({ at, hash: Buffer.from(before) });
    else this.#findings.add("previous_leaf_wrong", at);
  }

  #takeWhole(row: RawRow, chain: ClientChain): void {
    const leaf = this.#leafOf(row);
    const logged = leaf === undefined ? undefined : this.#leaves.hash(leaf);
    const possible = chain.before(row).map((before) => ({ hash: leafOfRow(row, before), before }));
    const fitting = logged && possible.find(({ hash }) => hash.equals(logged));
    if (leaf !== undefined && fitting && !this.#leaves.isMatched(leaf)) {
      this.accept(row, leaf, fitting.before);
      this.#addGap(chain.extend(row, fitting.hash, fitting.before));
    } else this.#takeLoose(row, leaf, possible, chain);
  }

  #takeErased(row: RawRow, chain: ClientChain): void {
    const leaf = this.#leafOf(row);
    if (leaf !== undefined && !this.#leaves.isClaimed(leaf)) {
      this.#leaves.claim(leaf);
      this.erasedLeaves.set(leaf, whereIs(row, leaf));
      this.erasures.see(row, leaf);
      this.said.see(row);
      if (idTimeMs(row) !== timeMs(row)) this.#findings.add("event_time_odd", whereIs(row, leaf));
      const hash = this.#leaves.hash(leaf);
      if (hash) this.#addGap(chain.extend(row, Buffer.from(hash), undefined));
    } else this.#takeLoose(row, leaf, [], chain);
  }

  #takeLoose(
    row: RawRow,
    leaf: number | undefined,
    possible: LooseRow["possible"],
    chain: ClientChain,
  ): void {
    const logged = leaf === undefined ? undefined : this.#leaves.hash(leaf);
    const kept = possible.map(({ hash, before }) => ({ hash, before: Buffer.from(before) }));
    const loose: LooseRow = {
      row: keptRow(row),
      leaf,
      possible: kept,
      proven: undefined,
      gap: undefined,
    };
    this.#looseCount += 1;
    if (this.#looseCount <= looseMax) this.loose.push(loose);
    else if (leaf !== undefined) this.#leaves.claim(leaf);
    const hashes = possible.map(({ hash }) => hash);
    if (logged) hashes.unshift(Buffer.from(logged));
    loose.gap = chain.extendLoosely(loose, hashes);
    this.#addGap(loose.gap);
  }

  #addGap(gap: Gap | undefined): void {
    if (gap) this.gaps.push(gap);
  }

  /** Where the runs place a row. */
  #leafOf(row: RawRow): number | undefined {
    const [instance, seq] = [int32(row.instance), int64(row.instanceSeq)];
    if (instance === undefined || Number.isNaN(seq)) return undefined;
    return this.#runs.leafOf(instance, seq);
  }
}
