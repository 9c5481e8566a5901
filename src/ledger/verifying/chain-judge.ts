import type { Case } from "./case.ts";
import type { Findings, Where } from "./finding.ts";
import { clientId, int32 } from "./raw-row.ts";
import type { Range } from "./runs.ts";
import type { Verdicts } from "./verdict.ts";

/** Judges clients' chains, and finds out which place of a chain a leaf without an event has. */
export class ChainJudge {
  readonly #found: Case;
  readonly #verdicts: Verdicts;
  /** The leaves that no intact event has, by their hashes. */
  readonly #leaves = new Map<string, number>();
  readonly #gone: ReadonlySet<number>;
  /** Rows that didn't fit at first, as ends of chains. */
  readonly #foundLate: ReadonlySet<string>;
  readonly #places = new Map<number, Pick<Where, "client" | "clientSeq">>();

  /** @param missing the leaves whose events were removed */
  constructor(found: Case, verdicts: Verdicts, missing: readonly number[]) {
    const { log, replay, placing } = found;
    this.#found = found;
    this.#verdicts = verdicts;
    this.#gone = new Set(missing);
    this.#foundLate = new Set(
      replay.loose
        .filter((loose) => !placing.odd.has(loose))
        .map(({ row, leaf = -1 }) =>
          chainEnd(row.client, int32(row.clientSeq), log.leaves.hash(leaf)),
        ),
    );
    const changed = [...verdicts.keys()]
      .map(({ leaf }) => leaf)
      .filter((leaf) => leaf !== undefined);
    // With wrong runs an erased row may stand at any leaf.
    const others = placing.areRunsWhole ? replay.erasedLeaves.keys() : log.leaves.unmatched();
    for (const leaf of [...others, ...changed, ...missing]) {
      const hash = log.leaves.hash(leaf);
      if (hash) this.#leaves.set(hash.toString("hex"), leaf);
    }
  }

  /** What is known of the client whose event a leaf was. */
  placeOf(leaf: number): Pick<Where, "client" | "clientSeq"> {
    return this.#places.get(leaf) ?? {};
  }

  /** @param uncertain as `uncertainHashes` gives them */
  judge(uncertain: ReadonlySet<string>, findings: Findings): void {
    this.#judgeGaps(findings);
    this.#judgeHeads(uncertain, findings);
    for (const { at, hash } of this.#found.replay.bridges) {
      if (!this.#isOfErased(hash)) findings.add("previous_leaf_wrong", at);
    }
  }

  #judgeGaps(findings: Findings): void {
    const { replay, placing } = this.#found;
    for (const { after, hash, from, to, client: bytes } of replay.gaps) {
      // A row that doesn't belong there makes no gap.
      const isVoid =
        after && placing.odd.has(after) && this.#verdicts.get(after) !== "event_unchecked";
      if (isVoid || this.#isOfErased(hash)) continue;
      this.#addGap(bytes, { from, to }, this.#leafOf(hash), findings);
    }
  }

  #judgeHeads(uncertain: ReadonlySet<string>, findings: Findings): void {
    for (const { client: bytes, head, lastSeq, lastFitting } of this.#found.replay.oddHeads) {
      const client = clientId(bytes);
      if (!head) {
        if (lastFitting.seq > 0) findings.add("client_head_missing", { client });
        continue;
      }
      const isLonger = head.seq > lastFitting.seq;
      const leaf = isLonger ? this.#leafOf(head.leaf) : undefined;
      const isOfUncertain = head.seq === lastSeq && uncertain.has(lastFitting.hash.toString("hex"));
      const isFoundLate = this.#foundLate.has(chainEnd(bytes, head.seq, head.leaf));
      if (this.#isErased(leaf) || isOfUncertain || isFoundLate) continue;
      if (leaf === undefined) findings.add("client_head_wrong", { client, clientSeq: head.seq });
      else {
        const from = Math.min(Math.max(lastSeq, lastFitting.seq) + 1, head.seq);
        this.#addGap(bytes, { from, to: head.seq + 1 }, leaf, findings);
      }
    }
  }

  /** The last number of a gap may be known by its leaf: then that event is named, and the gap is when there is more. */
  #addGap(bytes: Buffer, { from, to }: Range, leaf: number | undefined, findings: Findings): void {
    const client = clientId(bytes);
    if (leaf !== undefined) this.#places.set(leaf, { client, clientSeq: to - 1 });
    if (leaf === undefined || to - from > 1) findings.add("client_gap", { client, from, to });
  }

  #leafOf(hash: Buffer | undefined): number | undefined {
    return hash && this.#leaves.get(hash.toString("hex"));
  }

  /** Of an erased event whose entry is missing too, nobody knows the leaf: it may be any that no event has. */
  #isOfErased(hash: Buffer | undefined): boolean {
    const leaf = this.#leafOf(hash);
    if (leaf !== undefined || hash === undefined) return this.#isErased(leaf);
    const { log, replay } = this.#found;
    return replay.erasedLeaves.keys().some((erased) => log.leaves.isAbsent(erased));
  }

  #isErased(leaf: number | undefined): boolean {
    if (leaf === undefined) return false;
    const { replay, placing } = this.#found;
    return replay.erasedLeaves.has(leaf) || !(placing.areRunsWhole || this.#gone.has(leaf));
  }
}

function chainEnd(client: Buffer, seq: number | undefined, hash: Buffer | undefined): string {
  return `${client.toString("hex")} ${seq} ${hash?.toString("hex")}`;
}
