import { requireRole, type StaffMember, type StaffSession } from "#accounts";
import type { HttpContext } from "#platform";
import { type Trace, traceFor } from "./case/index.ts";
import type { TraceDesk } from "./desk.ts";

export type Asking = { session: StaffSession; member: StaffMember; trace: Trace };

/** An analyst, and the trace of the address, which this one may see. @throws {TraceUnknown} {ShutOut} */
export async function askingAnalyst(desk: TraceDesk, context: HttpContext): Promise<Asking> {
  const { accounts, clock } = desk;
  const session = await accounts.sessions.staff(context);
  const member = await requireRole(accounts.desk, session, "analyst");
  const trace = await traceFor(desk, member, context.req.param("trace") ?? "", clock());
  return { session, member, trace };
}
