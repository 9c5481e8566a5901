import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "#fast-check";
import { overlap, readEdtf } from "./edtf.ts";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe("dates as people give them", () => {
  it("have the span that their words leave open", () => {
    const spans = [
      ["2026", "2026-01-01", "2027-01-01"],
      ["2026-XX", "2026-01-01", "2027-01-01"],
      ["2026-02?", "2026-02-01", "2026-03-01"],
      ["2026-04-13", "2026-04-13", "2026-04-14"],
      ["2026-21", "2026-03-01", "2026-06-01"],
      ["2026-24", "2025-12-01", "2027-03-01"],
      ["2026-33", "2026-01-01", "2026-04-01"],
      ["2026-01/2026-04", "2026-01-01", "2026-05-01"],
      ["2026-04-13~", "2026-04-10", "2026-04-17"],
    ] as const;
    for (const [text, from, to] of spans) {
      assert.deepEqual(readEdtf(text)?.span, { from: day(from), to: day(to) }, text);
    }
    assert.deepEqual(readEdtf("2025/..")?.span, { from: day("2025-01-01"), to: Infinity });
    const at = Date.parse("2026-04-13T17:08:03Z");
    assert.deepEqual(readEdtf("2026-04-13T17:08:03Z")?.span, { from: at, to: at + 1 });
  });

  it("have none without a year", () => {
    assert.deepEqual(readEdtf("XXXX-02"), { span: undefined, quality: "given" });
  });

  it("are refused when there is no such day", () => {
    const wrong = [
      "2026-02-30",
      "2026-13",
      "2026-00",
      "26",
      "",
      "..",
      "../..",
      "2026-02-30T10:00Z",
    ];
    for (const text of [
      ...wrong,
      "2026/2025",
      "2026/2027/2028",
      "XXXX-13",
      "2026-21-03",
      "next week",
    ]) {
      assert.equal(readEdtf(text), undefined, text);
    }
  });

  it("overlap themselves, and whatever they lie in", () => {
    const dates = fc.date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (at) => {
        const iso = at.toISOString();
        const spans = [iso, iso.slice(0, 10), iso.slice(0, 7), iso.slice(0, 4)].map(
          (text) => readEdtf(text)?.span ?? assert.fail(text),
        );
        for (const one of spans) for (const other of spans) assert.ok(overlap(one, other));
        const [, own, month, year] = spans;
        if (!(own && month && year)) assert.fail();
        assert.ok(year.from <= month.from && month.from <= own.from);
        assert.ok(own.to <= month.to && month.to <= year.to);
        assert.ok(!overlap(own, { from: own.to, to: own.to + 1 }));
      }),
    );
  });
});
