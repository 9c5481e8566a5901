import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { findingsAfter, mistakesAfter, openUntouchedLog, tampers } from "#test";

const alone = 2_000;
const together = 500;

test(`${alone} random tampers are named, each of them, and nobody else is accused`, async () => {
  await using log = await openUntouchedLog();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...tampers), fc.nat(), async (tamper, seed) => {
      assert.deepEqual(await mistakesAfter(log, tamper, seed), [], tamper.name);
    }),
    { numRuns: alone },
  );
});

test("whatever is tampered with at once, verify-log comes to an end and finds something", async () => {
  await using log = await openUntouchedLog();
  const several = fc.array(fc.constantFrom(...tampers), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(several, fc.nat(), async (some, seed) => {
      assert.ok((await findingsAfter(log, some, seed)) > 0);
    }),
    { numRuns: together },
  );
});
