import { requireRole, type StaffMember, type StaffSession } from "#accounts";
import type { HttpContext } from "#platform";
import type { Vault } from "./open.ts";
import { type Viewer, viewerOf } from "./reveal/index.ts";

/** Somebody on the staff who asks for something here. */
export type AtDesk = { viewer: Viewer; member: StaffMember; session: StaffSession };

/** Who asks, as an agent or a lead. @throws {NotSignedIn} {RoleNeeded} */
export async function atDesk({ desk }: Vault, context: HttpContext): Promise<AtDesk> {
  const { accounts, clock } = desk;
  const session = await accounts.sessions.staff(context);
  const member = await requireRole(accounts.desk, session, "agent", "lead");
  const { own_employers: own } = await desk.access();
  const profile = await accounts.desk.profile();
  return { viewer: viewerOf(session, member, own, profile, clock()), member, session };
}
