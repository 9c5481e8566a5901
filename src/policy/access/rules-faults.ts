import { type Cedar, complaint } from "./cedar.ts";
import { type AccessFacts, factNames, factValues } from "./facts.ts";
import { mentionedIn } from "./mentioned.ts";
import { requestFor } from "./request.ts";
import type { AccessRules } from "./section.ts";

/** What is wrong, and in which rule; without one it is in the schema. */
export type RuleFault = { rule?: string; fault: string };

/** What a decision is explained with when no rule made it. */
const taken = ["nothing_permits", "undecided"];

/**
 * What is wrong with the rules of a bundle: what Cedar can't read, what doesn't fit the schema, a rule that can never
 * match, names a person or goes by another name than its `@id`, a schema that doesn't fit what the desk hands over.
 */
export function rulesFaults(cedar: Cedar, { policies, schema }: AccessRules): RuleFault[] {
  const unread = Object.entries(policies).flatMap(([rule, text]) =>
    faultsOfRule(cedar, rule, text),
  );
  const named = misnamed(cedar, policies);
  if (unread.length + named.length > 0) return [...unread, ...named];
  const validation = cedar.validate({ schema, policies: { staticPolicies: policies } });
  if (validation.type === "failure") {
    return validation.errors.map((error) => ({ fault: `the schema: ${complaint(error)}` }));
  }
  const { validationErrors, validationWarnings } = validation;
  const unsound = [...validationErrors, ...validationWarnings].map(({ policyId, error }) => ({
    rule: policyId,
    fault: complaint(error),
  }));
  if (unsound.length === 0) return schemaFaults(cedar, schema);
  const rules = unsound.map(({ rule }) => rule); // Cedar says the same for each action
  return unsound.filter(({ rule }, place) => rules.indexOf(rule) === place);
}

function faultsOfRule(cedar: Cedar, rule: string, text: string): RuleFault[] {
  const read = cedar.policyToJson(text);
  if (read.type === "failure") {
    return [{ rule, fault: `the rule ${rule} can't be read: ${complaint(read.errors[0])}` }];
  }
  const mentioned = mentionedIn(read.json);
  const faults = [
    taken.includes(rule) && `the name ${rule} is kept for what no rule decides`,
    (mentioned.has("principal") || mentioned.has("resource")) &&
      `the rule ${rule} speaks of a person or a field by name; rules go by facts alone`,
  ];
  return faults.filter((fault) => fault !== false).map((fault) => ({ rule, fault }));
}

/** A rule's name stands in its text too, so that whoever reads the text finds it in the log. */
function misnamed(cedar: Cedar, policies: AccessRules["policies"]): RuleFault[] {
  const rulesById = new Map<string, string>();
  const faults: RuleFault[] = [];
  for (const [rule, text] of Object.entries(policies)) {
    const read = cedar.policyToJson(text);
    if (read.type === "failure") continue;
    const id = read.json.annotations?.id ?? "";
    const other = rulesById.get(id);
    if (other !== undefined) {
      faults.push({ rule, fault: `the rules ${other} and ${rule} are both @id("${id}")` });
    } else if (id !== rule) {
      faults.push({ rule, fault: `the rule ${rule} is ${id ? `@id("${id}")` : "without @id"}` });
    }
    rulesById.set(id, rule);
  }
  return faults;
}

/** Tries every value of every fact: the schema must take whatever the desk hands over. */
function schemaFaults(cedar: Cedar, schema: string): RuleFault[] {
  const most = Math.max(...factNames.map((name) => factValues[name].length));
  const name = "tried";
  cedar.preparseSchema(name, schema);
  cedar.preparsePolicySet(name, { staticPolicies: {} });
  for (let place = 0; place < most; place++) {
    const facts = Object.fromEntries(
      factNames.map((fact) => [fact, factValues[fact][place % factValues[fact].length]]),
    ) as AccessFacts;
    const answer = cedar.statefulIsAuthorized({
      ...requestFor(facts),
      preparsedPolicySetId: name,
      preparsedSchemaName: name,
      validateRequest: true,
    });
    if (answer.type === "failure") {
      return [{ fault: `the schema does not fit the facts: ${complaint(answer.errors[0])}` }];
    }
  }
  return [];
}
