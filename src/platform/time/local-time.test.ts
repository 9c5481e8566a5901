import assert from "node:assert/strict";
import { test } from "node:test";
import { localTime } from "./local-time.ts";

test("a moment is told as clocks and calendars of a place show it", () => {
  assert.deepEqual(localTime("Asia/Kathmandu", new Date("2026-11-22T18:20:00Z")), {
    date: "2026-11-23",
    clock: "00:05",
    weekMinute: 5,
  });
  assert.throws(() => localTime("Berlin", new Date(0)), RangeError);
});
