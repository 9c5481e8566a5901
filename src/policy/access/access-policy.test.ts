import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "#fast-check";
import { AccessPolicy, accessOf } from "./access-policy.ts";
import {
  type AccessFacts,
  factNames,
  factsOf,
  factValues,
  vectorCount,
  vectorOf,
} from "./facts.ts";
import { accessFolder, readRules } from "./folder.ts";
import { oracle } from "./oracle.ts";
import { askWhole } from "./whole.ts";

const rules = await readRules(accessFolder);
const policy = await AccessPolicy.open(rules);

/** Who answers a client who wrote in, looking at what the topic needs. */
const usual: AccessFacts = {
  ...{ action: "reveal", employer: "firm", offShift: false, freeze: "none", grant: "ticket" },
  ...{ contact: "open", isAssignee: true, purposeCovers: true, fieldClass: "personal" },
  ...{ clientClass: "ordinary", passkey: false, stepUp: false, secondPerson: false },
  ...{ reasonGiven: false, budget: "within" },
};

/** Of wholly random facts nearly all are forbidden; these differ from the usual ones here and there. */
const nearlyUsual = fc
  .array(fc.tuple(fc.constantFrom(...factNames), fc.nat()), { maxLength: 5 })
  .map((changes) => {
    const changed = changes.map(([name, place]) => {
      return [name, factValues[name][place % factValues[name].length]];
    });
    return { ...usual, ...Object.fromEntries(changed) } as AccessFacts;
  });

const anyFacts = fc.oneof(fc.nat(vectorCount - 1).map(factsOf), nearlyUsual);

test("the rules and the reference decide alike, and name the same rules", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => assert.deepEqual(policy.decide(facts), oracle(facts))),
    { numRuns: 3_000 },
  );
});

test("rules that are asked one by one, and remembered, decide as Cedar does when it has them all", async () => {
  const odd = {
    ...named("handed_on", "permit", `(if context.passkey then context else context).stepUp`),
    ...named("by_action", "forbid", `action == Action::"test" && context.offShift`),
    ...named("in_actions", "permit", `action in [Action::"break_glass"] || context.isAssignee`),
    ...named("in_a_record", "forbid", `{ a: context.grant, b: 1 }.a == Grant::"none"`),
  };
  for (const policies of [rules.policies, odd]) {
    const whole = askWhole({ ...rules, policies });
    const one = await AccessPolicy.open({ ...rules, policies });
    fc.assert(
      fc.property(anyFacts, (facts) => assert.deepEqual(one.decide(facts), whole(facts))),
      { numRuns: 200 },
    );
  }
});

function named(name: string, effect: string, condition: string): Record<string, string> {
  return {
    [name]: `@id("${name}") ${effect} (principal, action, resource) when { ${condition} };`,
  };
}

test("facts are numbered without gaps, and what is no fact is decided by nobody", () => {
  fc.assert(fc.property(fc.nat(vectorCount - 1), (vector) => vectorOf(factsOf(vector)) === vector));
  assert.throws(() => policy.decide({ ...usual, freeze: "None" } as never), TypeError);
});

test("a rule that can't be evaluated denies: left out, it might be one that forbids", async () => {
  const overflow = `context.isAssignee && 9223372036854775807 + 1 > 0`;
  const broken = await AccessPolicy.open({
    ...rules,
    policies: { ...rules.policies, ...named("broken", "forbid", overflow) },
  });
  assert.deepEqual(broken.decide(usual), { allowed: false, rules: ["undecided"] });
  const elsewhere = broken.decide({ ...usual, isAssignee: false });
  assert.deepEqual(elsewhere, { allowed: false, rules: ["nothing_permits"] });
});

test("a bundle's rules are opened once, and their edition changes with any word of them", async () => {
  const bundle = { access: rules };
  assert.equal(await accessOf(bundle), await accessOf(bundle));
  const later = await AccessPolicy.open({ ...rules, schema: `${rules.schema}\n` });
  assert.equal(policy.edition.length, 16);
  assert.notEqual(later.edition, policy.edition);
  const fewer = await AccessPolicy.open({ ...rules, policies: {} });
  assert.deepEqual(fewer.decide(usual), { allowed: false, rules: ["nothing_permits"] });
});

test("Cedar is loaded by who needs it, not by who imports this", async () => {
  const folder = new URL("./", import.meta.url);
  const files = (await readdir(folder)).filter((file) => !file.endsWith(".test.ts"));
  for (const file of files) {
    const text = await readFile(new URL(file, folder), "utf8");
    assert.doesNotMatch(text, /^(?:import|export) (?!type).*cedar-wasm/m, file);
    if (file !== "whole.ts") assert.doesNotMatch(text, /^\S.*await /m, file);
  }
});
