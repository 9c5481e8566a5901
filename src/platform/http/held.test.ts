import assert from "node:assert/strict";
import { test } from "node:test";
import { held } from "./held.ts";

const start = Date.parse("2026-11-20T12:00:00Z");

test("an answer is shared while it is computed, and given again until it is a second old", async () => {
  let nowMs = start;
  const begun: { now: Date; finish(): void }[] = [];
  const ask = held(
    () => new Date(nowMs),
    (now) => new Promise<Date>((resolve) => begun.push({ now, finish: () => resolve(now) })),
  );
  const first = [ask(), ask()];
  nowMs += 5_000;
  first.push(ask());
  assert.equal(begun.length, 1, "a slow computation isn't begun again");
  begun[0]?.finish();
  for (const answer of first) assert.equal((await answer).getTime(), start);
  const second = ask();
  begun[1]?.finish();
  assert.equal((await second).getTime(), nowMs, "it was five seconds old when it was there");
  for (const [passedMs, count] of [
    [999, 2],
    [1, 3],
    [-10_000, 4], // the clock was set back
  ] as const) {
    nowMs += passedMs;
    const asked = ask();
    assert.equal(begun.length, count);
    begun.at(-1)?.finish();
    await asked;
  }
});

test("a failure is told to who waits for it, and isn't held", async () => {
  let asked = 0;
  const ask = held(
    () => new Date(start),
    async () => {
      asked += 1;
      if (asked === 1) throw new Error("the database is away");
      return "here";
    },
  );
  const answers = await Promise.allSettled([ask(), ask()]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  assert.equal(await ask(), "here");
});
