import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "#platform";
import { maySign } from "./may-sign.ts";
import { limits, queryWords } from "./words.ts";

const now = new Date("2026-11-22T03:00:00Z");
const id = newId("staff", now);
const person = { id, roles: [{ role: "analyst" as const, since: now }], leftAt: undefined };
const nobody = { shutOut: new Set<typeof id>(), frozen: new Set<typeof id>(), signed: [] };

test("an analyst signs who is here, isn't named by the result, isn't frozen, and hasn't signed", () => {
  assert.equal(maySign(person, nobody), "yes");
  const lead = { ...person, roles: [{ role: "lead" as const, since: now }] };
  assert.equal(maySign(lead, nobody), "no_analyst");
  assert.equal(maySign({ ...person, leftAt: now }, nobody), "no_analyst");
  assert.equal(maySign({ ...person, heldAt: now }, nobody), "no_analyst");
  assert.equal(maySign(person, { ...nobody, shutOut: new Set([id]) }), "in_result");
  assert.equal(maySign(person, { ...nobody, frozen: new Set([id]) }), "frozen");
  assert.equal(maySign(person, { ...nobody, signed: [id] }), "signed_already");
});

test("the sentences of each version stay as they are: they stand in files that were signed", () => {
  const asked = { sample: "", rows: 40, before: "2026-04-13T00:00:00.000Z", margin_days: 1 };
  const day = "2026-03-01";
  const people = ["p1", "p2"].map((name) => ({ person: name, first_day: day, last_day: day }));
  assert.equal(
    queryWords(1, { ...asked, people }),
    "Which clients, and which of their fields, are with whoever has the sample of 40 rows that was first seen in public at 2026-04-13T00:00:00.000Z? At least what stands in the sample and is a client's (lower). Likely also what was shown to p1 and p2 from 1 day before the first look of each that matches the sample until 1 day after the last, before that time (best). At most also all that was shown to them before that time, and clients of whom one stands in the sample and nobody can tell which (upper).",
  );
  assert.equal(
    queryWords(1, { ...asked, rows: 1, people: [] }),
    "Which clients, and which of their fields, are with whoever has the sample of 1 row that was first seen in public at 2026-04-13T00:00:00.000Z? At least what stands in the sample and is a client's (lower). Nobody's looks explain the sample: what else its source has isn't known, and best and upper count no more, but for clients of whom one stands in it and nobody can tell which (upper).",
  );
  assert.match(
    queryWords(2, { ...asked, people }),
    / At least what stands in the sample and is a client's \(lower\)\. .* At most also all that was shown to them before that time, and what stands in the sample and may be a client's, though nobody can tell whether it is, or which client's \(upper\)\.$/,
  );
  assert.match(
    queryWords(2, { ...asked, people: [] }),
    / and best and upper count no more, but for what stands in it and may be a client's, though nobody can tell whether it is, or which client's \(upper\)\.$/,
  );
  assert.equal(
    limits,
    "Counted are the fields that the desk showed to people, by the events of its log up to the size below: not what was said in tickets, what left the firm by another way, or what somebody remembered; that a person's looks explain a sample is likely, and no proof; of clients who were erased before the count, only the number of looks at them is known.",
  );
});
