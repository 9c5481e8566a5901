import { type Cedar, complaint } from "./cedar.ts";
import { type AccessFacts, factNames, factValues } from "./facts.ts";
import { requestFor } from "./request.ts";
import type { AccessSection } from "./section.ts";

/**
 * What is wrong with the rules of a section, one line each: what Cedar can't read, what doesn't fit the schema, a rule
 * that can never match, a name that isn't the rule's own, a schema that doesn't fit what the desk hands over.
 */
export function rulesFaults(
  cedar: Cedar,
  { policies, schema }: Pick<AccessSection, "policies" | "schema">,
): string[] {
  const named = nameFaults(cedar, policies);
  if (named.length > 0) return named;
  const validation = cedar.validate({ schema, policies: { staticPolicies: policies } });
  if (validation.type === "failure") return validation.errors.map((error) => complaint(error));
  const { validationErrors, validationWarnings } = validation;
  const faults = [...validationErrors, ...validationWarnings].map(({ error }) => complaint(error));
  return faults.length > 0 ? faults : schemaFaults(cedar, schema);
}

function nameFaults(cedar: Cedar, policies: AccessSection["policies"]): string[] {
  const names = new Map<string, string>();
  const faults: string[] = [];
  for (const [name, text] of Object.entries(policies)) {
    const read = cedar.policyToJson(text);
    if (read.type === "failure") {
      faults.push(`the rule ${name} can't be read: ${complaint(read.errors[0])}`);
      continue;
    }
    const id = read.json.annotations?.id ?? "";
    const other = names.get(id);
    if (other !== undefined) faults.push(`the rules ${other} and ${name} are both @id("${id}")`);
    else if (id !== name) faults.push(`the rule ${name} is @id("${id}")`);
    names.set(id, name);
  }
  return faults;
}

/** Tries every value of every fact: the schema must take what the desk will hand over. */
function schemaFaults(cedar: Cedar, schema: string): string[] {
  const most = Math.max(...factNames.map((name) => factValues[name].length));
  for (let place = 0; place < most; place++) {
    const facts = Object.fromEntries(
      factNames.map((name) => [name, factValues[name][place % factValues[name].length]]),
    ) as AccessFacts;
    const answer = cedar.isAuthorized({
      ...requestFor(facts),
      schema,
      validateRequest: true,
      policies: { staticPolicies: {} },
    });
    if (answer.type === "failure")
      return [`the schema does not fit the facts: ${complaint(answer.errors[0])}`];
  }
  return [];
}
