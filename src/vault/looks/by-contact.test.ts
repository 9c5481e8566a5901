import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { type Id, newId, uuidOf } from "#platform";
import type { About, PastLook } from "../past-look/index.ts";
import { byContact } from "./by-contact.ts";

const start = Date.parse("2026-11-20T12:00:00Z");
const ids = <Prefix extends string>(prefix: Prefix): Id<Prefix>[] =>
  Array.from({ length: 3 }, () => newId(prefix, new Date(start)));
const [tickets, passes, staff] = [ids("ticket"), ids("grant"), ids("staff")];
const client = newId("client", new Date(start));

const looks: fc.Arbitrary<PastLook[]> = fc
  .array(
    fc.record({
      hoursAgo: fc.nat({ max: 72 }),
      is: fc.constantFrom<About["is"]>("ticket", "pass", "alone"),
      which: fc.nat({ max: 2 }),
      who: fc.constantFrom(...staff),
      isRefused: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((some) =>
    some
      .toSorted((one, other) => one.hoursAgo - other.hoursAgo)
      .map(({ hoursAgo, is, which, who, isRefused }) => {
        const at = new Date(start - hoursAgo * 3_600_000);
        const id = newId("event", at);
        const about = { ticket: tickets[which], pass: passes[which], alone: id }[is];
        const seen = { is: "field", field: "name" } as const;
        return {
          ...{ id, client },
          at,
          about: { is, id: about } as About,
          seen,
          staff: who,
          purpose: "x",
          isRefused,
        };
      }),
  );

test("each look stands once, in its day and contact, the newest first", () => {
  fc.assert(
    fc.property(looks, (all) => {
      const days = byContact(all);
      const groups = days.flatMap(({ day, groups: some }) => some.map((group) => ({ day, group })));
      const entries = groups.flatMap(({ group }) => group.lines.flatMap((line) => line.entries));
      assert.deepEqual(entries.toSorted(), all.map(({ id }) => id).toSorted());
      for (const { day, group } of groups) {
        assert.ok(group.looks.every(({ at }) => at.toISOString().startsWith(day)));
        const contacts = new Set(group.looks.map(({ about }) => about.id));
        assert.ok(group.about.is === "alone" || contacts.size === 1);
        for (const { times } of group.lines) {
          assert.deepEqual(
            times,
            times.toSorted((one, other) => Number(other) - Number(one)),
          );
        }
      }
      assert.deepEqual(
        days
          .map(({ day }) => day)
          .toSorted()
          .reverse(),
        days.map(({ day }) => day),
      );
    }),
  );
});

test("an answer to a look that stands alone is none to what the same person did later", () => {
  const [person] = staff;
  const look = (minute: number): PastLook => {
    const at = new Date(start + minute * 60_000);
    const id = newId("event", at);
    const seen = { is: "search", by: "account" } as const;
    const about = { is: "alone", id } as const;
    return {
      ...{ id, client, at, about, seen },
      ...{ staff: person, purpose: undefined, isRefused: false },
    };
  };
  const [first, asked, later] = [look(0), look(1), look(7)];
  const groups = (answered: readonly PastLook[]) =>
    byContact([later, asked, first], new Set(answered.map(({ id }) => uuidOf(id)))).flatMap((day) =>
      day.groups.map((group) => group.looks),
    );
  assert.deepEqual(groups([]), [[later, asked, first]]);
  assert.deepEqual(groups([asked]), [[later], [asked, first]], "it is asked about on its own");
  assert.deepEqual(groups([asked, later]), [[later], [asked, first]]);
});
