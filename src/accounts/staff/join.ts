import { type Actor, type Id, newId, type Transaction, transaction } from "#platform";
import type { Profile } from "#policy";
import type { Desk } from "../desk.ts";
import { makeRegistrationLink } from "../staff-passkey/index.ts";
import { staffAdded } from "./events.ts";
import { AdministratorKnown, StaffKnown, TwoPeopleNeeded } from "./refusals.ts";
import { hasRole, isWeighty, type Joiner, type Role, type StaffMember } from "./staff.ts";
import {
  countReachedAdministrators,
  grantRoles,
  holdJoining,
  insertStaff,
  staffByEmail,
  staffById,
  staffBySubject,
  staffHere,
} from "./store.ts";

/** What joining needs: also a command has it, beside a running desk. */
export type JoiningDesk = Pick<Desk, "database" | "appender" | "profile"> & {
  outbox: Pick<Desk["outbox"], "linkTokens">;
};

/** Somebody who was added, and with `token` the way to register a passkey. */
export type Joined = { staff: Id<"staff">; token?: string };

/** Says whether two people could decide now: somebody asks, and somebody else can be drawn. */
type CanTwoDecide = (people: readonly StaffMember[], profile: Profile, now: Date) => boolean;

/**
 * Adds somebody to the staff, with the event.
 * @throws {StaffKnown} when somebody who is here has that address or subject
 */
export async function addStaff(
  { appender }: Pick<Desk, "appender">,
  joining: Transaction,
  staff: Id<"staff">,
  { roles, ...joiner }: Joiner,
  by: { actor: Actor; approval?: Id<"approval"> },
  now: Date,
): Promise<void> {
  await holdJoining(joining);
  const { email, subject } = joiner;
  if (email && (await staffByEmail(joining, email))) throw new StaffKnown("email");
  if (subject && (await staffBySubject(joining, subject))) throw new StaffKnown("subject");
  const actor = by.actor.is === "staff" ? by.actor.id : undefined;
  await insertStaff(joining, staff, joiner, actor, now);
  await grantRoles(joining, staff, roles, actor, now);
  const details = { staff, roles, ...(by.approval && { approval: by.approval }) };
  await appender.append(by.actor, { kind: staffAdded, details }, now, joining);
}

/**
 * Adds somebody from outside of the desk's pages, where one person acts: roles that decide for others are given there
 * only as long as two people couldn't decide.
 * @throws {TwoPeopleNeeded} {StaffKnown}
 */
export async function join(
  desk: JoiningDesk,
  joiner: Joiner,
  options: { actor: Actor; canTwoDecide: CanTwoDecide; withLink: boolean },
  now: Date,
): Promise<Joined> {
  const profile = await desk.profile();
  const { actor } = options;
  return await transaction(desk.database, async (joining) => {
    await holdJoining(joining);
    const asked: Role[] = joiner.roles.filter(isWeighty);
    const people = asked.length > 0 ? await staffHere(joining) : [];
    if (asked.length > 0 && options.canTwoDecide(people, profile, now)) {
      throw new TwoPeopleNeeded(...asked);
    }
    const staff = newId("staff", now);
    await addStaff(desk, joining, staff, joiner, { actor }, now);
    if (!options.withLink) return { staff };
    return { staff, token: await makeRegistrationLink(desk, joining, staff, { actor }, now) };
  });
}

/**
 * Makes the first administrator. It can be done again only while nobody can sign in as one: a link that nobody used
 * in time is no reason to begin anew.
 * @throws {AdministratorKnown}
 */
export async function joinFirst(
  desk: JoiningDesk,
  joiner: Omit<Joiner, "roles">,
  withLink: boolean,
  now: Date,
): Promise<Joined> {
  const actor = { is: "system" } as const;
  return await transaction(desk.database, async (joining) => {
    await holdJoining(joining);
    if ((await countReachedAdministrators(joining)) > 0) throw new AdministratorKnown();
    const known = joiner.email && (await staffByEmail(joining, joiner.email));
    const member = known ? await staffById(joining, known) : undefined;
    const isAgain = member !== undefined && hasRole(member, "admin");
    const staff = isAgain ? member.id : newId("staff", now);
    if (!isAgain) {
      await addStaff(desk, joining, staff, { ...joiner, roles: ["admin"] }, { actor }, now);
    }
    if (!withLink) return { staff };
    return { staff, token: await makeRegistrationLink(desk, joining, staff, { actor }, now) };
  });
}
