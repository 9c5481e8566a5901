import type { AccessDecision } from "./access-policy.ts";
import { loadCedar } from "./cedar.ts";
import type { AccessFacts } from "./facts.ts";
import { requestFor } from "./request.ts";
import type { AccessRules } from "./section.ts";

const cedar = await loadCedar();

/** Asks Cedar for all rules at once and remembers nothing: tests compare with it, and nothing else uses this. */
export function askWhole({
  policies,
  schema,
}: AccessRules): (facts: AccessFacts) => AccessDecision {
  const name = "whole";
  cedar.preparseSchema(name, schema);
  cedar.preparsePolicySet(name, { staticPolicies: policies });
  const ids = { preparsedPolicySetId: name, preparsedSchemaName: name };
  return (facts) => {
    const answer = cedar.statefulIsAuthorized({ ...requestFor(facts), ...ids });
    if (answer.type === "failure") throw new Error(answer.errors[0]?.message);
    const { decision, diagnostics } = answer.response;
    if (diagnostics.errors.length > 0) throw new Error(diagnostics.errors[0]?.error.message);
    const rules = diagnostics.reason.length > 0 ? diagnostics.reason : ["nothing_permits"];
    return { allowed: decision === "allow", rules: rules.toSorted() };
  };
}
