import { createHash } from "node:crypto";
import type { Id } from "#platform";
import type { Claim } from "../claim/index.ts";
import { wordsOfClaim } from "../edition/index.ts";
import { type Proposal, propose } from "../proposing/index.ts";
import type { Source } from "../source/index.ts";

/** A proposal that somebody can name: by the hash of what it says and where. */
export type NamedProposal = Proposal & { key: string };

/**
 * What rules propose of a source, each once, without what somebody took or refused, and without what a claim says already on the
 * same words.
 * @param reviewed as `reviewedProposals` gives them
 */
export function proposalsOf(
  source: Source,
  firm: string,
  { reviewed, claims }: { reviewed: ReadonlySet<string>; claims: readonly Claim[] },
): NamedProposal[] {
  const own = claims.filter(({ supports }) => supports.some((one) => one.source === source.id));
  const named = new Map<string, NamedProposal>();
  for (const proposal of propose(source, firm)) {
    const key = keyOf(proposal);
    const isDone =
      isReviewed(source.id, key, reviewed) || own.some((claim) => says(claim, source.id, proposal));
    if (!isDone) named.set(key, { ...proposal, key });
  }
  return [...named.values()];
}

function says({ value, supports }: Claim, source: Id<"source">, proposal: Proposal): boolean {
  const { exact } = proposal.quote;
  return (
    wordsOfClaim({ value, denied: false, verb: undefined }) ===
      wordsOfClaim({ value: proposal.value, denied: false, verb: undefined }) &&
    supports.some(
      (support) =>
        support.source === source &&
        (exact.includes(support.quote.exact) || support.quote.exact.includes(exact)),
    )
  );
}

function isReviewed(source: Id<"source">, key: string, reviewed: ReadonlySet<string>): boolean {
  return reviewed.has(`${source} ${key}`);
}

function keyOf({ rule, quote, slot, value, possible, verb, speaker }: Proposal): string {
  const said = [
    rule,
    quote.prefix,
    quote.exact,
    quote.suffix,
    slot,
    value,
    possible,
    verb,
    speaker,
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
