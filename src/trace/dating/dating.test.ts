import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "#fast-check";
import { newId } from "#platform";
import type { Candidate, MatchedVersion, ResolvedRow } from "../leak.ts";
import { datingOf } from "./index.ts";

const start = Date.parse("2026-06-01T00:00:00Z");
const moments = 24;
const at = (moment: number) => new Date(start + moment * 1_000);
const client = newId("client", at(0));

type Valid = { from: number; to: number | undefined };

const validity: fc.Arbitrary<Valid> = fc
  .record({
    from: fc.integer({ min: 0, max: moments - 1 }),
    length: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  })
  .map(({ from, length }) => ({ from, to: length === undefined ? undefined : from + length }));

const values = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom("email", "phone", "balance"),
    fc.array(validity, { minLength: 1, maxLength: 3 }),
  ),
  { selector: ([field]) => field, maxLength: 3 },
);
const sample = fc.array(fc.array(values, { minLength: 1, maxLength: 2 }), { maxLength: 8 });

function candidate(fields: (readonly [string, Valid[]])[]): Candidate {
  const matched = fields.map(([field, valid]) => [
    field,
    valid.map(
      ({ from, to }, place): MatchedVersion => ({
        ...{ version: place + 1, from: at(from), viewer: undefined },
        to: to === undefined ? undefined : at(to),
      }),
    ),
  ]);
  const none = new Set<never>();
  const own = { client, isCanary: false, country: undefined, fitting: none, wrong: none };
  return { ...own, matched: new Map(matched as [never, MatchedVersion[]][]) };
}

function rowOf(candidates: Candidate[], place: number): ResolvedRow {
  return {
    row: { line: place + 1, values: [], foreign: [] },
    outcome: { is: "found", candidates },
  };
}

/** Whether all values of one of the clients were valid at a moment. */
function isTrue({ outcome }: ResolvedRow, moment: Date): boolean {
  if (outcome.is !== "found") return false;
  return outcome.candidates.some(
    ({ matched }) =>
      matched.size > 0 &&
      [...matched.values()].every((versions) =>
        versions.some(({ from, to }) => from <= moment && (to === undefined || moment < to)),
      ),
  );
}

suite("when the values of a sample were the clients'", () => {
  test("it is what looking at every moment says", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: moments + 12 }), (rows, end) => {
        const resolved = rows.map((clients, place) => rowOf(clients.map(candidate), place));
        const { window, fits, ofRows, perRow } = datingOf(resolved, at(end));
        const every = Array.from({ length: end }, (_, moment) => at(moment));
        const counts = every.map((moment) => resolved.filter((row) => isTrue(row, moment)).length);
        const most = Math.max(0, ...counts);
        assert.equal(fits, most);
        const dated = resolved.filter((row) => every.some((moment) => isTrue(row, moment)));
        assert.equal(ofRows, dated.length);
        assert.equal(window === undefined, most === 0);
        for (const [place, moment] of every.entries()) {
          if (window && window.from <= moment && moment < (window.to ?? moment)) {
            assert.equal(counts[place], most);
          } else if (window && moment >= (window.to ?? moment)) {
            assert.ok((counts[place] ?? 0) < most || same(resolved, moment, every[place - 1]));
          }
        }
        for (const { line, from, to } of perRow) {
          const own = every.filter((moment) => isTrue(resolved[line - 1] as ResolvedRow, moment));
          assert.deepEqual([from, to], [own[0], new Date(Number(own.at(-1)) + 1_000)]);
        }
      }),
    );
  });

  test("rows of one day say that day, and a row of another stands beside it", () => {
    const day = (from: number, to: number) => candidate([["balance", [{ from, to }]]]);
    const known = candidate([["email", [{ from: 0, to: undefined }]]]);
    const rows = [day(3, 9), day(5, 12), known, day(15, 20)].map((one, place) =>
      rowOf([one], place),
    );
    const { window, fits, ofRows } = datingOf(rows, at(24));
    assert.deepEqual([window, fits, ofRows], [{ from: at(5), to: at(9) }, 3, 4]);
    assert.deepEqual(datingOf(rows.slice(0, 1), at(3)).window, undefined);
  });
});

/** Whether nothing ended or began between two moments. */
function same(rows: readonly ResolvedRow[], moment: Date, before: Date | undefined): boolean {
  return before !== undefined && rows.every((row) => isTrue(row, moment) === isTrue(row, before));
}
