import { HoldfastError, type HttpContext, problemOf, transaction } from "#platform";
import type { Asking } from "../approval/index.ts";
import type { Accounts } from "../open.ts";
import { StepUpNeeded } from "../session/index.ts";
import {
  OwnRow,
  type Role,
  requireFreshPasskey,
  requireRole,
  type StaffMember,
} from "../staff/index.ts";

/** The administrator who asks, with a passkey proven just now. @throws {NotSignedIn} {RoleNeeded} {StepUpNeeded} */
export async function administrator(
  accounts: Pick<Accounts, "desk" | "sessions">,
  context: HttpContext,
): Promise<StaffMember> {
  return await provenMember(accounts, context, "admin");
}

/** Somebody with one of these roles, and a passkey proven just now. @throws {NotSignedIn} {RoleNeeded} {StepUpNeeded} */
export async function provenMember(
  { desk, sessions }: Pick<Accounts, "desk" | "sessions">,
  context: HttpContext,
  ...roles: Role[]
): Promise<StaffMember> {
  const session = await sessions.staff(context);
  const member = await requireRole(desk, session, ...roles);
  requireFreshPasskey(session, await desk.profile(), desk.clock());
  return member;
}

/** Asks a second person for an administrator's act. @throws {OwnRow} and what `Approvals.ask` throws */
export async function askTwo(
  { desk, approvals }: Pick<Accounts, "desk" | "approvals">,
  { id: asker }: StaffMember,
  asked: Omit<Asking, "asker">,
): Promise<void> {
  if (asked.subject === asker) throw new OwnRow();
  await transaction(desk.database, async (joining) => {
    await approvals.ask({ ...asked, asker }, desk.clock(), joining);
  });
}

/** What a page says of a refusal; everything else is thrown on. */
export function toldOf(context: HttpContext, error: unknown): string {
  if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  return error.message;
}
