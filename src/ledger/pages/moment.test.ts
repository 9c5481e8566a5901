import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "#platform";
import { moment } from "./moment.ts";

const now = new Date("2026-11-20T12:00:00Z");

test("an age is told in the largest unit of which two have passed", () => {
  const ages = [-5, 0, 1.9, 2, 119, 120, 7_199, 7_200, 172_799, 172_800].map((seconds) => {
    return moment(english, new Date(now.getTime() - seconds * 1_000), now).age;
  });
  assert.deepEqual(ages, [
    "just now",
    "just now",
    "just now",
    "2 seconds ago",
    "119 seconds ago",
    "2 minutes ago",
    "119 minutes ago",
    "2 hours ago",
    "47 hours ago",
    "2 days ago",
  ]);
  assert.equal(moment(english, now, now).at, "2026-11-20 12:00:00");
});
