import type { Edition, Id } from "#platform";

/** A signed edition of the directory on its way into force. */
export type Proposal = Edition & {
  id: Id<"proposal">;
  keyId: string;
  uploadedAt: Date;
  proposed: { by: Id<"staff">; at: Date; approval: Id<"approval"> } | undefined;
  agreed: { by: Id<"staff">; at: Date; effectiveAt: Date } | undefined;
  withdrawn: { by: Id<"staff"> | undefined; at: Date } | undefined;
  publishedAt: Date | undefined;
};

export type ProposalState =
  /** A command brought it; nobody proposed it yet. */
  | { is: "uploaded" }
  | { is: "asked" }
  /** Two people agreed. It is published then, unless somebody withdraws it. */
  | { is: "waiting"; until: Date }
  | { is: "published"; at: Date }
  | { is: "withdrawn"; at: Date }
  /** The second person said no, or nothing. */
  | { is: "refused" };

/** @param isAsked whether the approval of the second person can still be given */
export function proposalState(
  { proposed, agreed, withdrawn, publishedAt }: Proposal,
  isAsked: boolean,
): ProposalState {
  if (publishedAt) return { is: "published", at: publishedAt };
  if (withdrawn) return { is: "withdrawn", at: withdrawn.at };
  if (agreed) return { is: "waiting", until: agreed.effectiveAt };
  if (!proposed) return { is: "uploaded" };
  return { is: isAsked ? "asked" : "refused" };
}

export function isOpen(state: ProposalState): boolean {
  return state.is === "asked" || state.is === "waiting";
}
