import { randomInt } from "node:crypto";
import { hasRole, isEligible, isOnShift, type StaffMember } from "#accounts";
import type { Id } from "#platform";
import { dueAt, type Pass } from "../pass.ts";

/** Who looks at break-glass afterwards. */
export const reviewerRoles = ["lead", "analyst"] as const;

/**
 * Draws who reviews break-glass: a lead or an analyst who neither asked nor agreed, of another team and employer than
 * the asker where there is one, at work now where one is.
 * @param pick a random whole number from 0 up to, and without, its argument
 * @returns undefined when there is nobody but those two
 */
export function drawReviewer(
  people: readonly StaffMember[],
  { asker, approver }: { asker: StaffMember; approver: Id<"staff"> },
  now: Date,
  pick: (below: number) => number = randomInt,
): Id<"staff"> | undefined {
  const others = people.filter(
    (person) => person.id !== asker.id && person.id !== approver && isReviewer(person),
  );
  const strangers = others.filter((person) =>
    reviewerRoles.some((role) =>
      isEligible(person, asker, { role, newSeconds: 0, subject: approver }, now),
    ),
  );
  const able = strangers.length > 0 ? strangers : others;
  const atWork = able.filter((person) => isOnShift(person, now));
  const among = atWork.length > 0 ? atWork : able;
  return among.length > 0 ? among[pick(among.length)]?.id : undefined;
}

/**
 * Whether a person may close a review: whom the desk drew, or when that person can't any more or is late, whoever else
 * reviews; never who asked or who agreed.
 */
export function mayReview(
  pass: Pick<Pass, "staff" | "approver" | "reviewer" | "givenAt">,
  person: StaffMember,
  people: readonly StaffMember[],
  now: Date,
): boolean {
  if (person.id === pass.staff || person.id === pass.approver || !isReviewer(person)) return false;
  if (person.id === pass.reviewer || now >= dueAt(pass)) return true;
  return !people.some((one) => one.id === pass.reviewer && isReviewer(one));
}

function isReviewer(person: StaffMember): boolean {
  return reviewerRoles.some((role) => hasRole(person, role));
}
