import type { z } from "@hono/zod-openapi";
import type { Id, Language, Transaction } from "#platform";
import type { Role } from "../staff/index.ts";
import type { Approval } from "./approval.ts";

/** What an approver sees of an approval, in words. */
export type Described = {
  /** Such as "Give Kim Ito the role approver". */
  title: string;
  facts: readonly { label: string; value: string }[];
  /** Where there is more to see, such as a list of what would change. */
  more?: { path: string; label: string };
};

/** Something that takes two people. A slice registers each of its own. */
export type ApprovalKind = {
  /** `<slice>.<what is done>`. */
  name: string;
  /** How the notice to the approver says it; one of the notice's own words. */
  word:
    | "directory_change"
    | "role_change"
    | "staff_added"
    | "break_glass"
    | "sealing"
    | "erasure"
    | "other";
  /** Which role decides. */
  role: Role;
  scope: z.ZodType;
  /** @param viewer who reads it: the asker or the approver */
  describe(language: Language, approval: Approval, viewer: Id<"staff">): Promise<Described>;
  /** Done at once when it is approved, in that transaction. Without it, who asked comes back and uses the approval. */
  act?(joining: Transaction, approval: Approval, now: Date): Promise<void>;
  /**
   * Done at once for those that end unused: refused, taken back, expired, or withdrawn since somebody left. In that transaction, where
   * their rows are held, before its first event. Whoever ends approvals and takes tickets does it in this order: the approvals' rows, then
   * the tickets by their ids, then the events.
   */
  ended?(joining: Transaction, approvals: readonly Approval[], now: Date): Promise<void>;
};
