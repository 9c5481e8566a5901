import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import type { Contact, Directory } from "../directory.ts";
import { diffOf } from "./diff.ts";

const contact: fc.Arbitrary<Contact> = fc.record(
  {
    type: fc.constantFrom("phone", "domain", "handle"),
    value: fc.constantFrom("a", "b", "c", "d"),
    network: fc.constantFrom("x", "telegram"),
    purpose: fc.constantFrom("help", "sales"),
    valid_to: fc.constantFrom("2026-01-01", "2027-01-01"),
  },
  { requiredKeys: ["type", "value"] },
);
const entries = fc.array(contact, { maxLength: 8 });

function directory(contacts: Contact[], more: Partial<Directory> = {}): Directory {
  return { firm: "Larkmoor", brands: ["Larkmoor"], contacts, ...more };
}

const whole = (entry: Contact) => JSON.stringify(Object.entries(entry).sort());
const bag = (all: readonly Contact[]) => all.map(whole).sort();

test("what a diff shows is all that differs: applied to the one, it makes the other", () => {
  fc.assert(
    fc.property(entries, entries, (before, after) => {
      const { added, removed, changed } = diffOf(directory(before), directory(after));
      const left = bag(before);
      for (const gone of [...removed, ...changed.map((one) => one.before)]) {
        const place = left.indexOf(whole(gone));
        assert.ok(place >= 0);
        left.splice(place, 1);
      }
      const made = [...left, ...bag([...added, ...changed.map((one) => one.after)])].sort();
      assert.deepEqual(made, bag(after));
      for (const pair of changed) {
        assert.equal(pair.before.value, pair.after.value);
        assert.notEqual(whole(pair.before), whole(pair.after));
      }
      if (bag(before).join() === bag(after).join()) {
        assert.equal(added.length + removed.length + changed.length, 0);
      }
    }),
  );
});

test("the firm's name, brands, expiry and known fakes are shown where they differ", () => {
  const before = directory([], { reported: [{ type: "phone", value: "1" }] });
  const after = directory([], {
    firm: "Lark",
    brands: ["Lark", "Moor"],
    expires_at: "2027-01-31T00:00:00Z",
  });
  const { facts, reportedAdded, reportedRemoved } = diffOf(before, after);
  assert.deepEqual(
    facts.map(({ name }) => name),
    ["firm", "brands", "expires_at"],
  );
  assert.deepEqual([reportedAdded.length, reportedRemoved.length], [0, 1]);
});
