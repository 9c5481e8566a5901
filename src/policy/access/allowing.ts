import { type AccessFacts, type FactName, factNames } from "./facts.ts";
import type { Rule } from "./rule.ts";

/** Of each fact the values that are tried. */
export type FactChoices = { readonly [Name in FactName]: readonly AccessFacts[Name][] };

/**
 * Facts of these values that the rules allow, if there are any. Every combination is tried, and yet few are asked for: a fact
 * that no rule mentions changes no answer, and what some facts are denied by already, they are denied by whatever the others
 * are. The facts of the rules that mention the fewest are chosen first.
 */
export function findAllowed(rules: readonly Rule[], choices: FactChoices): AccessFacts | undefined {
  const byFewest = rules.toSorted((one, other) => one.facts.length - other.facts.length);
  const names = [...new Set(byFewest.flatMap(({ facts }) => facts))];
  const findFrom = (facts: AccessFacts, count: number): AccessFacts | undefined => {
    if (isDenied(byFewest, facts, names.slice(0, count))) return undefined;
    const name = names[count];
    if (name === undefined) return facts;
    for (const value of choices[name]) {
      const found = findFrom({ ...facts, [name]: value }, count + 1);
      if (found) return found;
    }
    return undefined;
  };
  const first = Object.fromEntries(factNames.map((name) => [name, choices[name][0]]));
  return findFrom(first as AccessFacts, 0);
}

/** Whether facts are denied whatever those are that aren't chosen yet: a rule that mentions none of these is decided. */
function isDenied(
  rules: readonly Rule[],
  facts: AccessFacts,
  chosen: readonly FactName[],
): boolean {
  let mayBePermitted = false;
  for (const rule of rules) {
    const isDecided = rule.facts.every((name) => chosen.includes(name));
    const answer = isDecided ? rule.answer(facts) : undefined;
    if (answer === "fails" || (answer === "matches" && rule.effect === "forbid")) return true;
    if (rule.effect === "permit" && answer !== "passes") mayBePermitted = true;
  }
  return !mayBePermitted;
}
