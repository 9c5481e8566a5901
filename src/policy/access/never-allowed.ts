import { AccessPolicy } from "./access-policy.ts";
import { type AccessFacts, type FactName, factValues } from "./facts.ts";
import type { RuleFault } from "./rules-faults.ts";
import type { AccessRules } from "./section.ts";

type Varied = { readonly [Name in FactName]?: readonly AccessFacts[Name][] };

/** What speaks for a look. Of what isn't said here every value is tried. */
const favourable: { readonly [Name in FactName]: readonly AccessFacts[Name][] } = {
  ...factValues,
  ...{ employer: ["firm"], offShift: [false], freeze: ["none"], budget: ["within"] },
  ...{ contact: ["open"], isAssignee: [true], purposeCovers: [true], clientClass: ["ordinary"] },
};

/** Who is denied by whatever rules a firm has, even if all else speaks for it. */
const neverAllowed: readonly (readonly [who: string, facts: Varied])[] = [
  ["who is frozen", { freeze: ["client", "all"] }],
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
  return neverAllowed.flatMap(([who, varied]) => {
    const allowing = factsIn({ ...favourable, ...varied })
      .map((facts) => policy.decide(facts))
      .find(({ allowed }) => allowed)?.rules[0];
    if (allowing === undefined) return [];
    const fault = `${who} may look by the rule ${allowing}, and no rule forbids it`;
    return [{ rule: allowing, fault }];
  });
}

/** Every combination of these values. */
function factsIn(values: { readonly [Name in FactName]: readonly unknown[] }): AccessFacts[] {
  let all: Record<string, unknown>[] = [{}];
  for (const [name, some] of Object.entries(values)) {
    all = all.flatMap((facts) => some.map((value) => ({ ...facts, [name]: value })));
  }
  return all as AccessFacts[];
}
