import type { Id } from "#platform";

/** An act that takes two people: what is asked, why, for how long, by whom, and who was drawn to decide. */
export type Approval = {
  id: Id<"approval">;
  /** Such as `contacts.directory_change`: one of those that slices register. */
  kind: string;
  /** The id of what it is about. */
  subject: string;
  /** Why, in the asker's own words. */
  reason: string;
  /** What exactly would be done, as the kind keeps it. */
  scope: unknown;
  askedBy: Id<"staff">;
  askedAt: Date;
  approver: Id<"staff">;
  state: ApprovalState;
};

export type ApprovalState =
  | { is: "asked"; until: Date }
  /** It may be used once, until then. */
  | { is: "approved"; at: Date; until: Date }
  | { is: "refused"; at: Date }
  /** Not decided, or not used, in time: the answer is no. */
  | { is: "expired"; at: Date }
  | { is: "withdrawn"; at: Date; because: "asker" | "left" }
  | { is: "used"; at: Date };

/** When which step was taken, as a row keeps it. */
export type ApprovalSteps = {
  expiresAt: Date;
  approvedAt: Date | null;
  usableUntil: Date | null;
  refusedAt: Date | null;
  expiredAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnBecause: "asker" | "left" | null;
  usedAt: Date | null;
};

/** An approval is over at its time, also where nobody wrote that down yet. */
export function stateOf(steps: ApprovalSteps, now: Date): ApprovalState {
  const { expiresAt, approvedAt, usableUntil, refusedAt, expiredAt, usedAt } = steps;
  if (usedAt) return { is: "used", at: usedAt };
  if (refusedAt) return { is: "refused", at: refusedAt };
  if (steps.withdrawnAt) {
    return { is: "withdrawn", at: steps.withdrawnAt, because: steps.withdrawnBecause ?? "asker" };
  }
  if (expiredAt) return { is: "expired", at: expiredAt };
  const until = approvedAt && usableUntil ? usableUntil : expiresAt;
  if (now >= until) return { is: "expired", at: until };
  return approvedAt ? { is: "approved", at: approvedAt, until } : { is: "asked", until };
}
