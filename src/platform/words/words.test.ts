import assert from "node:assert/strict";
import { test } from "node:test";
import { momentIn } from "./words.ts";

test("a moment without a zone is UTC, in whichever zone the machine stands", () => {
  const before = process.env.TZ;
  process.env.TZ = "Asia/Tokyo";
  try {
    for (const [text, iso] of [
      ["2026-02-15", "2026-02-15T00:00:00.000Z"],
      ["2024-02-29", "2024-02-29T00:00:00.000Z"],
      ["2026-02-15T08:00", "2026-02-15T08:00:00.000Z"],
      ["2026-02-15T08:00:30.25", "2026-02-15T08:00:30.250Z"],
      ["2026-02-15T08:00Z", "2026-02-15T08:00:00.000Z"],
      ["2026-02-15T08:00:00Z", "2026-02-15T08:00:00.000Z"],
      ["2026-02-15T08:00:00+02:00", "2026-02-15T06:00:00.000Z"],
    ] as const) {
      assert.equal(momentIn(text)?.toISOString(), iso, text);
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test("what the calendar hasn't, and what can be read in two ways, is no moment", () => {
  for (const text of [
    ...["2026-02-31", "2026-02-29T08:00", "2026-13-01", "2026-02-15T25:00", "2026-2-3"],
    ...["2026-02-15T08:60", "2026-02-15T08:00+25:00", "+002026-02-15", "2026-02-15Z"],
    ...["02/03/2026", "5", "2026", "Feb 3 2026", "2026-02-15 08:00", "soon", ""],
  ]) {
    assert.equal(momentIn(text), undefined, text);
  }
});
