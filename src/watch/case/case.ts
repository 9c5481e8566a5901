import { hasRole, type StaffMember } from "#accounts";
import type { Id } from "#platform";
import type { DetectorId } from "../detector/index.ts";

export type Finding = "explained" | "confirmed";

/**
 * A second person's look at how a case was closed. Who disagrees opens it again: where it stays closed, it goes on in the
 * person's open case.
 */
export type SecondLook = { at: Date; by: Id<"staff">; agrees: boolean };

export type CaseState =
  /** It is over the day's budget, and waits, ranked. */
  | { is: "waiting" }
  | { is: "raised"; at: Date }
  | {
      is: "closed";
      at: Date;
      by: Id<"staff">;
      finding: Finding;
      reason: string;
      /** Up to where that person had read it: all that it stands on. */
      readUntil: Date;
      secondLook?: SecondLook;
    };

/** Everything that detectors saw of one person, until somebody has looked into it. */
export type Case = {
  id: Id<"case">;
  staff: Id<"staff">;
  openedAt: Date;
  changedAt: Date;
  /** The sum of its signals' points. */
  score: number;
  /** One of its signals can't wait for the day's budget. */
  isUrgent: boolean;
  state: CaseState;
};

/** A signal as it is kept, with its case. */
export type KeptSignal = {
  case: Id<"case">;
  detector: DetectorId;
  points: number;
  isUrgent: boolean;
  at: Date;
  figures: Readonly<Record<string, number | string>>;
  events: readonly Id<"event">[];
};

/**
 * Who may see a case. Nobody sees the own one; those of leads are for analysts of another team, and so are those of people
 * who aren't here any more.
 * @param subject undefined for who left
 */
export function maySee(viewer: StaffMember, subject: StaffMember | undefined): boolean {
  if (viewer.id === subject?.id) return false;
  const isAnalyst = hasRole(viewer, "analyst");
  if (!subject) return isAnalyst;
  const isLead = subject.roles.some(({ role }) => role === "lead");
  if (isLead) return isAnalyst && viewer.team !== subject.team;
  return isAnalyst || hasRole(viewer, "lead");
}
