import { type Transaction, transaction } from "#platform";
import type { Desk } from "../desk.ts";
import type { Accounts } from "../open.ts";
import { OwnRow, type StaffMember } from "../staff/index.ts";
import { hadStaffPasskey, makeRegistrationLink } from "../staff-passkey/index.ts";
import { registrationLinkKind } from "./kinds.ts";

/** One administrator is enough for a joiner's first passkey; whoever had one before could be anybody by now. */
export async function mayGiveLink(
  { database }: Pick<Desk, "database">,
  person: StaffMember,
): Promise<boolean> {
  return !(await hadStaffPasskey(database, person.id));
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
  const isFirst = await mayGiveLink(desk, person);
  const approved = isFirst ? undefined : await approvals.approvedFor(wanted, now);
  return await transaction(desk.database, async (joining) => {
    if (isFirst) return await make(joining);
    if (approved) {
      await approvals.use(joining, approved.id, wanted, now);
      return await make(joining, { approval: approved.id });
    }
    await approvals.ask({ ...wanted, reason, scope: {} }, now, joining);
    return undefined;
  });
}
