import type { Evidence } from "#keys";
import { dayMs, type Id } from "#platform";
import type { FieldName } from "#policy";
import type { Seal } from "../grant/index.ts";

/** A review that nobody closed for so long is overdue: then every lead and analyst may close it who may close one. */
const reviewDueMs = 3 * dayMs;

export const findings = ["right", "wrong"] as const;
export type Finding = (typeof findings)[number];

/** What somebody said of break-glass afterwards. */
export type Review = { by: Id<"staff">; at: Date; finding: Finding; note: string };

/** What a second person agreed to: one client, a few fields, minutes, for one person. */
export type Pass = {
  client: Id<"client">;
  id: Id<"grant">;
  kind: "break_glass" | "restricted";
  staff: Id<"staff">;
  approver: Id<"staff">;
  approval: Id<"approval">;
  /** The contact of a restricted field; break-glass has none. */
  ticket: Id<"ticket"> | undefined;
  purpose: string;
  fields: readonly FieldName[];
  givenAt: Date;
  until: Date;
  seal: Seal | undefined;
  /** Whom the desk drew to look at it afterwards; undefined when nobody was there. */
  reviewer: Id<"staff"> | undefined;
  review: Review | undefined;
};

export type NewPass = Omit<Pass, "review"> & { evidence: Evidence };

/** Who asked for break-glass, by which approval, and about whom: nobody, when nobody had that identifier. */
export type AskedPass = {
  id: Id<"grant">;
  staff: Id<"staff">;
  askedAt: Date;
  approval: Id<"approval">;
  client: Id<"client"> | undefined;
};

/** When a review is overdue. */
export function dueAt({ givenAt }: Pick<Pass, "givenAt">): Date {
  return new Date(givenAt.getTime() + reviewDueMs);
}
