import assert from "node:assert/strict";
import { test } from "node:test";
import { forEach } from "./for-each.ts";

test("what fails for one holds up no other, and is thrown at the end", async () => {
  const done: number[] = [];
  const work = async (one: number) => {
    if (one % 2 === 0) throw new RangeError("even");
    done.push(one);
  };
  await assert.rejects(forEach([0, 1, 2, 3], work), {
    name: "AggregateError",
    message: "2 failed: RangeError",
  });
  assert.deepEqual(done, [1, 3]);
  await forEach([5], work);
  assert.deepEqual(done, [1, 3, 5]);
});
