import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { makeTestWitness } from "#test";
import { isQuorum, parsePolicy, printKey } from "#tlog";
import { hasDisjointQuorums } from "./disjoint-quorums.ts";

const names = ["a", "b", "c", "d", "e", "f"];
const keys = names.map((name) => printKey(makeTestWitness(name).signer.key));

function policyOf(rules: string, urlOf: (name: string) => string = () => "") {
  const lines = names.map((name, place) => `witness ${name} ${keys[place]} ${urlOf(name)}`);
  return parsePolicy(`${[...lines, rules].join("\n")}\n`);
}

/** Groups over what no group has yet, some of them of groups; the last one is the quorum. */
const rules = fc
  .array(fc.record({ take: fc.integer({ min: 1, max: 4 }), threshold: fc.nat() }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((groups) => {
    const free = [...names];
    const lines = groups.map(({ take, threshold }, place) => {
      const members = free.splice(0, take);
      free.push(`g${place}`);
      return `group g${place} ${1 + (threshold % members.length)} ${members.join(" ")}`;
    });
    return [...lines, `quorum g${groups.length - 1}`].join("\n");
  });

test("two quorums are said to be able to have nobody in common when some set of witnesses and all others both are one", () => {
  fc.assert(
    fc.property(rules, (text) => {
      const policy = policyOf(text);
      const sets = Array.from({ length: 2 ** names.length }, (_, bits) =>
        names.filter((_, place) => bits & (1 << place)),
      );
      const expected = sets.some(
        (some) =>
          isQuorum(policy, some) &&
          isQuorum(
            policy,
            names.filter((name) => !some.includes(name)),
          ),
      );
      assert.equal(hasDisjointQuorums(policy), expected, text);
    }),
  );
});

test("a quorum needs more than half of the witnesses, and the keys of one address are one witness", () => {
  const found = (text: string) => hasDisjointQuorums(policyOf(text));
  assert.equal(found("quorum none"), true);
  assert.equal(found("quorum a"), false);
  assert.deepEqual(
    ["any", "1", "2", "3", "all"].map((most) => found(`group g ${most} a b c d\nquorum g`)),
    [true, true, true, false, false],
  );
  const twoKeys = "group a+b any a b\ngroup both all a+b c\nquorum both";
  const ofOne = (name: string) => (name < "c" ? "https://one.example" : `https://${name}.example`);
  assert.equal(hasDisjointQuorums(policyOf("group a+b any a b\nquorum a+b")), true);
  assert.equal(hasDisjointQuorums(policyOf("group a+b any a b\nquorum a+b", ofOne)), false);
  assert.equal(hasDisjointQuorums(policyOf(twoKeys, ofOne)), false);
});
