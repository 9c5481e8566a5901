import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "#platform";
import { targetOf } from "./change.ts";
import { readClientLine } from "./line.ts";
import type { KnownClient } from "./store.ts";

const now = new Date("2026-11-22T03:00:00Z");
const reference = Buffer.from([1]);

/** Where a client's country stands after a line. */
function countryAfter(said: object, known: string | undefined): string | undefined {
  const line = readClientLine(1, { id: "core-1", ...said, fields: {} }, now);
  if ("error" in line) throw new Error(line.error.message);
  const client = newId("client", now);
  const byReference: KnownClient = {
    ...{ client, reference, class: "ordinary", country: known, updatedAt: now, hasAccount: false },
  };
  const standing = { reference, byReference, owner: undefined };
  const target = targetOf(line, standing, () => client);
  return "error" in target ? assert.fail() : target.country;
}

test("a country is as the firm says it, stays when it isn't named, and goes when it isn't known any more", () => {
  assert.equal(countryAfter({ country: "DE" }, undefined), "DE");
  assert.equal(countryAfter({ country: "NL" }, "DE"), "NL");
  assert.equal(countryAfter({}, "DE"), "DE");
  assert.equal(countryAfter({ country: null }, "DE"), undefined);
  for (const country of ["UK", "EU", "de", "Germany", ""]) {
    assert.throws(() => countryAfter({ country }, "DE"), /two letters of ISO 3166-1/);
  }
});
