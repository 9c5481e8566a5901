import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "#fast-check";
import { Groups } from "./groups.ts";

const names = ["a", "b", "c"];

test("every item is done once, those of one name in order, and never beside another of its names", async () => {
  const items = fc.array(fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }), {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(items, fc.integer({ min: 1, max: 3 }), async (named, atOnceMax) => {
      const done: number[] = [];
      const underWay = new Set<string>();
      let running = 0;
      const groups = new Groups<number>({
        groupMax: 4,
        atOnceMax,
        namesOf: (item) => named[item] ?? [],
        run: async (group, release) => {
          running += 1;
          assert.ok(running <= atOnceMax && group.length <= 4);
          for (const name of group.flatMap((item) => named[item] ?? [])) {
            assert.ok(!underWay.has(name), `two of ${name} at once`);
            underWay.add(name);
          }
          await sleep(0);
          for (const item of group) {
            done.push(item);
            for (const name of named[item] ?? []) underWay.delete(name);
            release(item);
          }
          running -= 1;
        },
      });
      for (const item of named.keys()) groups.add(item);
      while (done.length < named.length) await sleep(0);
      assert.equal(new Set(done).size, named.length);
      for (const name of names) {
        const own = done.filter((item) => named[item]?.join() === name);
        assert.deepEqual(
          own,
          own.toSorted((one, other) => one - other),
          name,
        );
      }
    }),
    { numRuns: 30 },
  );
});
