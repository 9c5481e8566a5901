import { randomInt } from "node:crypto";
import type { Id } from "#platform";
import { hasRole, isOnShift, type Role, type StaffMember } from "../staff/index.ts";

/** Who may be drawn, beside having the role: somebody of another team and another employer than the asker. */
export type DrawRule = {
  role: Role;
  /** How long somebody must have had the role. */
  newSeconds: number;
  /** What it is about: nobody decides about himself. */
  subject: string;
  /** Who was drawn before for what nobody agreed to: who asks again doesn't get somebody else by that. */
  again?: Id<"staff"> | undefined;
};

type Person = Pick<
  StaffMember,
  "id" | "team" | "employer" | "roles" | "leftAt" | "timeZone" | "shift"
>;

/** Whether a person may decide for an asker: never the asker, whom it is about, a colleague of
 * the asker's team or employer, or a newcomer. */
export function isEligible(person: Person, asker: Person, rule: DrawRule, now: Date): boolean {
  const held = person.roles.find(({ role }) => role === rule.role);
  if (!held || !hasRole(person, rule.role)) return false;
  if (person.id === asker.id || person.id === rule.subject) return false;
  if (isSame(person.team, asker.team) || isSame(person.employer, asker.employer)) return false;
  return now.getTime() - held.since.getTime() >= rule.newSeconds * 1_000;
}

export type Drawn = { approver: Id<"staff">; among: number };

/**
 * Draws who decides, each with the same chance: among those at work now, or when nobody is, among all.
 * @param pick a random whole number from 0 up to, and without, its argument
 * @returns undefined when nobody is eligible: then the answer is no
 */
export function draw(
  people: readonly Person[],
  asker: Person,
  rule: DrawRule,
  now: Date,
  pick: (below: number) => number = randomInt,
): Drawn | undefined {
  const eligible = people.filter((person) => isEligible(person, asker, rule, now));
  const atWork = eligible.filter((person) => isOnShift(person, now));
  const among = atWork.length > 0 ? atWork : eligible;
  const before = among.find(({ id }) => id === rule.again);
  const drawn = before ?? (among.length > 0 ? among[pick(among.length)] : undefined);
  return drawn && { approver: drawn.id, among: among.length };
}

/** `Support ` and `support` are one team: a slip of the hand makes nobody a stranger. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
