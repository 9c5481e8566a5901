import assert from "node:assert/strict";
import { test } from "node:test";
import { type Example, learn, loudest } from "./learn.ts";

test("what is learned tells the examples apart, and is the same each time", () => {
  const examples: Example[] = Array.from({ length: 200 }, (_, index) => ({
    isSought: index % 2 === 0,
    weight: 1,
    parts: [index % 2 === 0 ? [1, 3] : [2, 3], [0, 3]],
  }));
  const { bias, weights } = learn(examples, 4);
  for (const { isSought, parts } of examples) {
    assert.equal(loudest(parts, weights, bias).sum > 0, isSought);
  }
  assert.deepEqual(learn(examples, 4), { bias, weights });
});
