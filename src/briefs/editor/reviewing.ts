import { transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import { claimsOf, type Value } from "../claim/index.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { addClaimsIn, claimLineSchema, knownSource } from "../keeping/index.ts";
import type { Source } from "../source/index.ts";
import { type NamedProposal, proposalsOf } from "./proposal.ts";
import { insertReview, reviewedProposals } from "./store.ts";

/** What somebody makes of one proposal, by its key. */
export type Verdict =
  | { key: string; is: "refused" }
  /** With what the rules couldn't tell, as it was typed. */
  | { key: string; is: "taken"; slot: string; subject: string; edtf: string };

/** What became of one verdict. */
export type Reviewed = { key: string } & (
  | { is: "refused" }
  | { is: "taken"; claim: number }
  | { is: "wrong"; message: string }
);

/**
 * Takes proposals of a source as claims, and keeps that others were refused. One that can't be taken costs the others nothing, and
 * is there still. A proposal that isn't there any more was reviewed by somebody else meanwhile.
 */
export async function reviewProposals(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  { source: name, verdicts }: { source: string; verdicts: readonly Verdict[] },
  now: Date,
): Promise<Reviewed[]> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const source = await knownSource(joining, brief.id, name);
    const sources = [source];
    const reviewed = await reviewedProposals(joining, brief.id);
    const claims = await claimsOf(joining, brief.id, { source: source.id });
    const proposals = proposalsOf(source, brief.firm, { reviewed, claims });
    const open = new Map(proposals.map((one) => [one.key, one]));
    const results: Reviewed[] = [];
    for (const verdict of verdicts) {
      const proposal = open.get(verdict.key);
      if (!proposal) continue;
      const review = { brief: brief.id, source: source.id, proposal: verdict.key };
      if (verdict.is === "refused") {
        await insertReview(joining, { ...review, claim: undefined }, hand.person.id, now);
        results.push(verdict);
        continue;
      }
      const line = lineOf(source, proposal, verdict);
      if (typeof line === "string") {
        results.push({ key: verdict.key, is: "wrong", message: line });
        continue;
      }
      const [added] = await addClaimsIn(joining, { desk, hand, brief, sources }, [line], now);
      if (!added) continue;
      if ("refused" in added) {
        results.push({ key: verdict.key, is: "wrong", message: added.refused.message });
        continue;
      }
      await insertReview(joining, { ...review, claim: added.id }, hand.person.id, now);
      results.push({ key: verdict.key, is: "taken", claim: added.number });
    }
    return results;
  });
}

/** The claim that a proposal is with what a person adds, or what is wrong with that. */
function lineOf(
  { name }: Source,
  { value, possible, verb, speaker, quote }: NamedProposal,
  { slot, subject, edtf }: Extract<Verdict, { is: "taken" }>,
) {
  const read = claimLineSchema.safeParse({
    ...{ slot, subject, value: datedBy(value, edtf), possible, speaker },
    ...(verb && { verb }),
    ...{ supports: [{ source: name, ...quote }], author: { is: "rules" } },
  });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return `${issue?.path.join(".")}: ${issue?.message}`;
}

function datedBy(value: Value, edtf: string): Value {
  return value.is === "date" && edtf !== "" ? { is: "date", edtf } : value;
}
