import type { Desk } from "../desk.ts";
import type { ClientSession } from "../session/index.ts";
import { requireStrongest } from "./factor.ts";
import { factorsOf } from "./store.ts";

/** Requires that the client proved the strongest factor in this session a short while ago. @throws {StepUpNeeded} */
export async function requireStepUp(
  { database, profile }: Pick<Desk, "database" | "profile">,
  session: ClientSession,
  now: Date,
): Promise<void> {
  requireStrongest(session, await factorsOf(database, session.holder.id), await profile(), now);
}
