import { AccessPolicy } from "./access-policy.ts";
import type { FactChoices } from "./allowing.ts";
import { factValues } from "./facts.ts";
import type { RuleFault } from "./rules-faults.ts";
import type { AccessRules } from "./section.ts";

/** Who is denied by whatever rules a firm has, and whatever the facts are that aren't said here. */
const neverAllowed: readonly (readonly [who: string, facts: Partial<FactChoices>])[] = [
  ["who is frozen", { freeze: factValues.freeze.filter((one) => one !== "none") }],
  ["who is over a budget", { budget: factValues.budget.filter((one) => one !== "within") }],
  ["who has no grant", { grant: ["none"], action: ["reveal", "test"] }],
  [
    "a vendor's staff",
    { employer: ["vendor"], action: ["reveal"], fieldClass: ["sensitive", "restricted"] },
  ],
];

/**
 * Rules by which somebody may look who never may, such as those that lost the file that forbids.
 * @throws {RulesInvalid} for rules that can't be used at all
 */
export async function neverAllowedFaults(rules: AccessRules): Promise<RuleFault[]> {
  const policy = await AccessPolicy.open(rules);
  return neverAllowed.flatMap(([who, never]) => {
    const facts = policy.findAllowed({ ...factValues, ...never });
    const rule = facts && policy.decide(facts).rules[0];
    if (rule === undefined) return [];
    const when = JSON.stringify(facts);
    const fault = `${who} may look by the rule ${rule}, and no rule forbids it, when the facts are ${when}`;
    return [{ rule, fault }];
  });
}
