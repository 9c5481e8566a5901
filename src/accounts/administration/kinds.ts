import { z } from "@hono/zod-openapi";
import { isId, type Transaction } from "#platform";
import type { Profile } from "#policy";
import { type Approval, type ApprovalKind, draw } from "../approval/index.ts";
import type { Desk } from "../desk.ts";
import {
  addStaff,
  endRoles,
  grantRoles,
  hasRole,
  holdStaff,
  joinerSchema,
  OwnRow,
  roles,
  type StaffMember,
  StaffUnknown,
  say,
  sayRoles,
  staffById,
  staffRolesChanged,
} from "../staff/index.ts";

/** An administrator's acts that take two people. Leaving isn't among them: it is immediate. */
export const staffAdditionKind = "accounts.staff_addition";
export const roleChangeKind = "accounts.role_change";
export const registrationLinkKind = "accounts.registration_link";

const roleChangeSchema = z
  .strictObject({ grant: z.array(z.enum(roles)), end: z.array(z.enum(roles)) })
  .refine(({ grant, end }) => grant.length + end.length > 0, { message: "changes nothing" });

/** Who decides about an administrator's acts. */
const decider = "approver";

export function staffKinds(desk: Pick<Desk, "database" | "appender">): ApprovalKind[] {
  const nameOf = async (subject: string) => {
    const person = isId("staff", subject) ? await staffById(desk.database, subject) : undefined;
    return person?.name ?? subject;
  };
  return [
    {
      name: staffAdditionKind,
      word: "staff_added",
      role: decider,
      scope: joinerSchema,
      async describe(language, { scope }) {
        const joiner = joinerSchema.parse(scope);
        const { name, team, employer } = joiner;
        const facts = [
          { label: say(language, "person.team"), value: team },
          { label: say(language, "person.employer"), value: employer },
          { label: say(language, "person.roles"), value: sayRoles(language, joiner.roles) },
          { label: say(language, "person.email"), value: joiner.email ?? "" },
          { label: say(language, "person.subject"), value: joiner.subject ?? "" },
        ];
        return {
          title: say(language, "approval.staff_addition", { name }),
          facts: facts.filter(({ value }) => value !== ""),
        };
      },
      async act(joining, { id, subject, scope, askedBy }, now) {
        if (!isId("staff", subject)) throw new Error(`${subject} is no id of staff`);
        const by = { actor: { is: "staff", id: askedBy }, approval: id } as const;
        await addStaff(desk, joining, subject, joinerSchema.parse(scope), by, now);
      },
    },
    {
      name: roleChangeKind,
      word: "role_change",
      role: decider,
      scope: roleChangeSchema,
      async describe(language, { subject, scope }) {
        const { grant, end } = roleChangeSchema.parse(scope);
        const facts = [
          { label: say(language, "approval.grants"), value: sayRoles(language, grant) },
          { label: say(language, "approval.ends"), value: sayRoles(language, end) },
        ];
        return {
          title: say(language, "approval.role_change", { name: await nameOf(subject) }),
          facts: facts.filter(({ value }) => value !== ""),
        };
      },
      act: (joining, approval, now) => changeRoles(desk, joining, approval, now),
    },
    {
      name: registrationLinkKind,
      word: "other",
      role: decider,
      scope: z.strictObject({}),
      async describe(language, { subject }) {
        const name = await nameOf(subject);
        return { title: say(language, "approval.registration_link", { name }), facts: [] };
      },
    },
  ];
}

/** Whether an administrator's act could be decided by two people now. */
export function canTwoDecide(
  people: readonly StaffMember[],
  { new_approver_seconds: newSeconds }: Profile,
  now: Date,
): boolean {
  const rule = { role: decider, newSeconds, subject: "" } as const;
  return people.some((asker) => hasRole(asker, "admin") && draw(people, asker, rule, now));
}

async function changeRoles(
  { appender }: Pick<Desk, "appender">,
  joining: Transaction,
  { id, subject, scope, askedBy }: Approval,
  now: Date,
): Promise<void> {
  const { grant, end } = roleChangeSchema.parse(scope);
  if (subject === askedBy) throw new OwnRow();
  const person = isId("staff", subject) ? await holdStaff(joining, subject) : undefined;
  if (!person) throw new StaffUnknown(subject);
  await endRoles(joining, person.id, end, askedBy, now);
  await grantRoles(joining, person.id, grant, askedBy, now);
  const details = { staff: person.id, granted: grant, ended: end, approval: id };
  const event = { kind: staffRolesChanged, details };
  await appender.append({ is: "staff", id: askedBy }, event, now, joining);
}
