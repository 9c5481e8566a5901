import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { meantWord, slipsBetween } from "./spelling.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

test("a slip is a letter added, dropped or exchanged, or two that changed places", () => {
  assert.equal(slipsBetween("pasword", "password"), 1);
  assert.equal(slipsBetween("recieved", "received"), 1);
  assert.equal(slipsBetween("adress", "address"), 1);
  assert.equal(slipsBetween("", "abc"), 3);
});

test("slips are counted alike both ways, and none means the same word", () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(slipsBetween(one, other), slipsBetween(other, one));
      assert.equal(slipsBetween(one, other) === 0, one === other);
      assert.ok(slipsBetween(one, other) <= Math.max(one.length, other.length));
    }),
  );
});

test("one slip is forgiven in a short word, two in a long one, none in a tiny one", () => {
  assert.equal(meantWord("pasword", ["sword", "password"]), "password");
  assert.equal(meantWord("proper", ["paper"]), undefined);
  assert.equal(meantWord("verifcatoin", ["verification"]), "verification");
  assert.equal(meantWord("cal", ["call"]), undefined);
});

test("of two as near, the more similar one that came first is meant", () => {
  assert.equal(meantWord("lost", ["post", "cost"]), "post");
});
