import assert from "node:assert/strict";
import { test } from "node:test";
import { refuseImpossible } from "./fill-desk.ts";

const traits = { events: 10, clients: 2, agents: 1, days: 2, records: 0, seed: 1 };
const given = { ...traits, isSlim: true, to: new Date("2026-01-01T00:00:00Z") };

test("a history that can't be is refused with the option, its value and what may be given", () => {
  refuseImpossible(given);
  refuseImpossible({ ...given, days: 36_500 });
  for (const [wrong, words] of [
    [{ events: 0 }, /--events is 0\. Give a whole number from 1 on/],
    [{ agents: 1.5 }, /--agents is 1\.5\. Give a whole number from 1 on/],
    [{ days: 1 }, /--days is 1\. Give a whole number from 2 on/],
    [{ days: 36_501 }, /--days is 36501\. Give 36500 at most/],
  ] as const) {
    assert.throws(() => refuseImpossible({ ...given, ...wrong }), {
      code: "fill_impossible",
      message: words,
    });
  }
});
