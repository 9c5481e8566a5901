import { hasRole, type StaffMember } from "#accounts";
import type { Id } from "#platform";

type Signing = {
  /** Who stands in what the trace found. */
  shutOut: ReadonlySet<Id<"staff">>;
  /** Who is shown nothing of anybody. */
  frozen: ReadonlySet<Id<"staff">>;
  /** Who signed already. */
  signed: readonly Id<"staff">[];
};

export type MaySign = "yes" | "no_analyst" | "in_result" | "frozen" | "signed_already";

/** Whether somebody may sign a certificate: an analyst who is here, whom it isn't about, and once. */
export function maySign(
  person: Pick<StaffMember, "id" | "roles" | "leftAt" | "heldAt">,
  { shutOut, frozen, signed }: Signing,
): MaySign {
  if (!hasRole(person, "analyst")) return "no_analyst";
  if (shutOut.has(person.id)) return "in_result";
  if (frozen.has(person.id)) return "frozen";
  return signed.includes(person.id) ? "signed_already" : "yes";
}
