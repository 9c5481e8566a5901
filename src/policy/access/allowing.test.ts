import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { AccessPolicy } from "./access-policy.ts";
import type { FactChoices } from "./allowing.ts";
import { type AccessFacts, type FactName, factNames, factValues } from "./facts.ts";
import { accessFolder, readRules } from "./folder.ts";

const { schema } = await readRules(accessFolder);

/** Cedar for a fact's having a value. */
function condition(name: FactName, place: number): string {
  const value = factValues[name][place % factValues[name].length];
  if (name === "action") return `action == Action::"${value}"`;
  if (typeof value === "boolean") return `context.${name} == ${value}`;
  return `context.${name} == ${name.replace(/^./, (first) => first.toUpperCase())}::"${value}"`;
}

const cannotBeEvaluated = "9223372036854775807 + 1 > 0";

const someFacts = fc.uniqueArray(fc.tuple(fc.constantFrom(...factNames), fc.nat()), {
  selector: ([name]) => name,
  maxLength: 3,
});

const written = fc
  .record({
    effect: fc.constantFrom("permit", "permit", "forbid"),
    kind: fc.constantFrom("when", "when", "unless"),
    facts: someFacts,
    isBroken: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
  })
  .map(({ effect, kind, facts, isBroken }) => {
    const conditions = facts.map(([name, place]) => condition(name, place));
    if (isBroken) conditions.push(cannotBeEvaluated);
    const clause = conditions.length > 0 ? ` ${kind} { ${conditions.join(" && ")} }` : "";
    return `${effect} (principal, action, resource)${clause};`;
  });

/** At most two values of each fact: few enough to try them all. */
const fewChoices = fc
  .tuple(...factNames.map(() => fc.tuple(fc.nat(), fc.nat())))
  .chain((places) => fc.tuple(fc.constant(places), fc.subarray([...factNames], { maxLength: 6 })))
  .map(([places, varied]) => {
    const choices = factNames.map((name, at) => {
      const [one = 0, other = 0] = places[at] ?? [];
      const values = factValues[name];
      const chosen = varied.includes(name) ? [one, other] : [one];
      return [name, [...new Set(chosen.map((place) => values[place % values.length]))]];
    });
    return Object.fromEntries(choices) as FactChoices;
  });

function everyCombination(choices: FactChoices): AccessFacts[] {
  return factNames.reduce<Record<string, unknown>[]>(
    (all, name) =>
      all.flatMap((facts) => choices[name].map((value) => ({ ...facts, [name]: value }))),
    [{}],
  ) as AccessFacts[];
}

test("facts that are allowed are found exactly when there are any among those that are tried", async () => {
  const found = { some: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(written, { minLength: 1, maxLength: 6 }),
      fewChoices,
      async (texts, choices) => {
        const named = texts.map((text, at) => [`rule_${at}`, `@id("rule_${at}") ${text}`]);
        const policy = await AccessPolicy.open({ schema, policies: Object.fromEntries(named) });
        const allowed = everyCombination(choices).filter((facts) => policy.decide(facts).allowed);
        const facts = policy.findAllowed(choices);
        found[facts ? "some" : "none"] += 1;
        if (!facts) return assert.deepEqual(allowed, []);
        assert.ok(allowed.some((one) => factNames.every((name) => one[name] === facts[name])));
      },
    ),
    { numRuns: 60 },
  );
  assert.ok(found.some > 5 && found.none > 5, JSON.stringify(found));
});
