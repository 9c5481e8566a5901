import type { AccessDecision } from "./access-policy.ts";
import type { AccessFacts } from "./facts.ts";

/** The shipped rules once more, written without Cedar: tests compare both, and nothing else reads this. */
export function oracle(facts: AccessFacts): AccessDecision {
  const matching = (rules: Record<string, boolean>) =>
    Object.keys(rules)
      .filter((name) => rules[name])
      .sort();
  const forbidding = matching(forbids(facts));
  if (forbidding.length > 0) return { allowed: false, rules: forbidding };
  const permitting = matching(permits(facts));
  if (permitting.length === 0) return { allowed: false, rules: ["nothing_permits"] };
  return { allowed: true, rules: permitting };
}

function permits(facts: AccessFacts): Record<string, boolean> {
  const { action, grant, fieldClass, reasonGiven } = facts;
  const isLooking = action !== "break_glass";
  const isOwnContact = isLooking && facts.contact === "open" && facts.isAssignee;
  const isHarmless = fieldClass === "open" || fieldClass === "personal";
  const answersOnly = fieldClass === "sensitive" && action === "test";
  return {
    clients_open_contact:
      (grant === "ticket" || grant === "call") &&
      isOwnContact &&
      facts.purposeCovers &&
      (isHarmless || answersOnly),
    clients_approval: grant === "request" && isOwnContact,
    break_glass: isLooking && grant === "break_glass" && facts.secondPerson && reasonGiven,
    may_ask_break_glass: !isLooking && facts.employer === "firm" && facts.stepUp && reasonGiven,
  };
}

function forbids(facts: AccessFacts): Record<string, boolean> {
  const { action, grant, fieldClass } = facts;
  const isLooking = action !== "break_glass";
  const isBreakGlass = grant === "break_glass";
  const isRestricted = fieldClass === "restricted";
  const isRevealing = action === "reveal";
  const isDelicate = isRestricted || fieldClass === "sensitive";
  return {
    frozen: facts.freeze !== "none",
    off_shift: facts.offShift,
    over_budget: facts.budget !== "within",
    sensitive_needs_passkey:
      ((isLooking && isRestricted) || (isRevealing && isDelicate)) &&
      !facts.passkey &&
      !isBreakGlass,
    restricted_needs_second_person:
      isLooking && isRestricted && !(facts.stepUp && facts.secondPerson),
    vendor_sees_predicates_only:
      action === "reveal" && facts.employer === "vendor" && fieldClass !== "open",
    exposed_need_approval:
      action === "reveal" &&
      facts.clientClass !== "ordinary" &&
      grant !== "request" &&
      !isBreakGlass,
    reason_missing:
      ((isRevealing && isDelicate) || isBreakGlass || !isLooking) && !facts.reasonGiven,
    purpose_does_not_cover: isLooking && !isBreakGlass && !facts.purposeCovers,
  };
}
