import type { Profile } from "#policy";
import type { Desk } from "../desk.ts";
import { isFresh } from "../factor/index.ts";
import { NotSignedIn, type StaffSession, StepUpNeeded } from "../session/index.ts";
import { RoleNeeded } from "./refusals.ts";
import { hasRole, type Role, type StaffMember } from "./staff.ts";
import { staffById } from "./store.ts";

/** Who is signed in, as the desk knows the person now. @throws {NotSignedIn} for somebody who left, or is on hold */
export async function memberOf(
  { database }: Pick<Desk, "database">,
  session: StaffSession,
): Promise<StaffMember> {
  const member = await staffById(database, session.holder.id);
  if (!member || member.leftAt || member.heldAt) throw new NotSignedIn();
  return member;
}

/** @throws {NotSignedIn} {RoleNeeded} when the person has none of these roles */
export async function requireRole(
  desk: Pick<Desk, "database">,
  session: StaffSession,
  ...roles: Role[]
): Promise<StaffMember> {
  const member = await memberOf(desk, session);
  if (!roles.some((role) => hasRole(member, role))) throw new RoleNeeded(...roles);
  return member;
}

/** A sign-in, stolen or left open, does nothing that matters. @throws {StepUpNeeded} */
export function requireFreshPasskey(session: StaffSession, profile: Profile, now: Date): void {
  if (!isFresh(session, "passkey", profile, now)) throw new StepUpNeeded("passkey");
}
