import type { Accounts } from "#accounts";
import type { VaultDesk } from "../desk.ts";
import { breakGlassApproval } from "./giving.ts";
import { restrictedApproval } from "./second-person/index.ts";

export { SecondPersonButton } from "./pages/index.ts";
export { passesRoutes } from "./routes.ts";

type ApprovalKind = Parameters<Accounts["approvals"]["register"]>[0];

/** What takes two people here; the desk registers them when it starts. */
export function passApprovals(desk: VaultDesk): ApprovalKind[] {
  return [breakGlassApproval(desk), restrictedApproval(desk)];
}
