import { type Transaction, transaction } from "#platform";
import { draw } from "../approval/index.ts";
import type { Desk } from "../desk.ts";
import type { Accounts } from "../open.ts";
import { isWeighty, OwnRow, type StaffMember, staffHere } from "../staff/index.ts";
import { hadStaffPasskey, makeRegistrationLink } from "../staff-passkey/index.ts";
import { registrationLinkKind } from "./kinds.ts";

/**
 * One administrator is enough for a joiner's first passkey; whoever had one before could be anybody by now. A joiner
 * whose roles decide for others needs two people as soon as there are two: with the link an administrator would be both.
 */
export async function isOneEnough(
  { database, profile }: Pick<Desk, "database" | "profile">,
  administrator: StaffMember,
  person: StaffMember,
  now: Date,
): Promise<boolean> {
  if (await hadStaffPasskey(database, person.id)) return false;
  if (!person.roles.some(({ role }) => isWeighty(role))) return true;
  const { new_approver_seconds: newSeconds } = await profile();
  const rule = { role: "approver", newSeconds, subject: person.id } as const;
  return draw(await staffHere(database), administrator, rule, now) === undefined;
}

/**
 * Makes a registration link for a joiner, or uses the approval that two people gave for one, or asks for that.
 * @returns the link's token; undefined when somebody was asked
 * @throws {OwnRow} {NobodyEligible} {ReasonMissing}
 */
export async function giveLink(
  { desk, approvals }: Pick<Accounts, "desk" | "approvals">,
  administrator: StaffMember,
  person: StaffMember,
  reason: string,
  now: Date,
): Promise<string | undefined> {
  if (administrator.id === person.id) throw new OwnRow();
  const actor = { is: "staff", id: administrator.id } as const;
  const wanted = { kind: registrationLinkKind, subject: person.id, asker: administrator.id };
  const make = (joining: Transaction, approval?: { approval: `approval_${string}` }) =>
    makeRegistrationLink(desk, joining, person.id, { actor, ...approval }, now);
  const isEnough = await isOneEnough(desk, administrator, person, now);
  const approved = isEnough ? undefined : await approvals.approvedFor(wanted, now);
  return await transaction(desk.database, async (joining) => {
    if (isEnough) return await make(joining);
    if (approved) {
      await approvals.use(joining, approved.id, wanted, now);
      return await make(joining, { approval: approved.id });
    }
    await approvals.ask({ ...wanted, reason, scope: {} }, now, joining);
    return undefined;
  });
}
