import assert from "node:assert/strict";
import { test } from "node:test";
import { AccessPolicy } from "../../src/policy/access/access-policy.ts";
import { factsOf, vectorCount } from "../../src/policy/access/facts.ts";
import { accessFolder, readRules } from "../../src/policy/access/folder.ts";
import { oracle } from "../../src/policy/access/oracle.ts";
import { askWhole } from "../../src/policy/access/whole.ts";
import fc from "../fast-check.ts";

const rules = await readRules(accessFolder);

test("Cedar with all its rules and the reference agree on 100,000 random requests", () => {
  const whole = askWhole(rules);
  fc.assert(
    fc.property(fc.nat(vectorCount - 1), (vector) => {
      const facts = factsOf(vector);
      assert.deepEqual(whole(facts), oracle(facts));
    }),
    { numRuns: 100_000 },
  );
});

test("what the desk asks and the reference agree on every request that there can be", async () => {
  const policy = await AccessPolicy.open(rules);
  for (let vector = 0; vector < vectorCount; vector++) {
    const facts = factsOf(vector);
    const [decided, expected] = [policy.decide(facts), oracle(facts)];
    const isSame =
      decided.allowed === expected.allowed && decided.rules.join() === expected.rules.join();
    if (!isSame) assert.deepEqual(decided, expected, JSON.stringify(facts));
  }
});
