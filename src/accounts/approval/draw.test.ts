import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { idFrom } from "#platform";
import { isOnShift, roles } from "../staff/index.ts";
import { draw, isEligible } from "./draw.ts";

const now = new Date("2026-11-20T12:00:00Z");
const rule = { role: "approver", newSeconds: 86_400, subject: "" } as const;
const allDay = { friday: ["00:00", "23:59"] as [string, string] };

const people = fc.uniqueArray(
  fc.record({
    id: fc.uuid().map((id) => idFrom("staff", id)),
    team: fc.constantFrom("support", " Support", "fraud", "legal"),
    employer: fc.constantFrom("Larkmoor", "larkmoor ", "Vendor", "Other vendor"),
    timeZone: fc.constant("UTC"),
    shift: fc.constantFrom({}, allDay),
    leftAt: fc.constantFrom(undefined, undefined, undefined, now),
    roles: fc.uniqueArray(
      fc.record({
        role: fc.constantFrom(...roles, "approver" as const, "approver" as const),
        since: fc
          .integer({ min: 0, max: 200_000 })
          .map((ago) => new Date(now.getTime() - ago * 1_000)),
      }),
      { selector: ({ role }) => role, maxLength: 4 },
    ),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);

test("who is drawn is never the asker, whom it is about, a colleague of team or employer, new or gone", () => {
  const same = (one: string, other: string) =>
    one.trim().toLowerCase() === other.trim().toLowerCase();
  fc.assert(
    fc.property(people, fc.nat(), fc.nat(), (given, picked, about) => {
      const [asker] = given;
      assert.ok(asker);
      const subject = given[about % given.length]?.id ?? "";
      const drawn = draw(given, asker, { ...rule, subject }, now, (below) => picked % below);
      const eligible = given.filter((one) => isEligible(one, asker, { ...rule, subject }, now));
      assert.equal(drawn === undefined, eligible.length === 0);
      const person = given.find(({ id }) => id === drawn?.approver);
      if (!person) return;
      assert.notEqual(person.id, asker.id);
      assert.notEqual(person.id, subject);
      assert.ok(!same(person.team, asker.team) && !same(person.employer, asker.employer));
      assert.equal(person.leftAt, undefined);
      const since = person.roles.find(({ role }) => role === "approver")?.since;
      assert.ok(since && now.getTime() - since.getTime() >= 86_400_000);
      if (eligible.some((one) => isOnShift(one, now))) assert.ok(isOnShift(person, now));
    }),
  );
});

test("each eligible person is drawn equally often", () => {
  const person = (number: number, employer: string) => ({
    id: idFrom("staff", `0000000${number}-0000-7000-8000-000000000000`),
    ...{ team: `team ${number}`, employer, timeZone: "UTC", shift: {}, leftAt: undefined },
    roles: [{ role: "approver" as const, since: new Date(0) }],
  });
  const asker = person(0, "Larkmoor");
  const others = [1, 2, 3, 4, 5].map((number) => person(number, "Vendor"));
  const draws = 5_000;
  const counts = new Map<string, number>();
  for (let round = 0; round < draws; round++) {
    const drawn = draw([asker, ...others], asker, rule, now);
    assert.equal(drawn?.among, others.length);
    counts.set(drawn.approver, (counts.get(drawn.approver) ?? 0) + 1);
  }
  const expected = draws / others.length;
  const chiSquared = others.reduce((sum, { id }) => {
    return sum + ((counts.get(id) ?? 0) - expected) ** 2 / expected;
  }, 0);
  // Four degrees of freedom: a fair draw is above 60 once in 10^12 runs, one that leaves somebody out always.
  assert.ok(chiSquared < 60, `chi squared is ${chiSquared}`);
});

test("a shift counts in its own time zone, and past midnight", () => {
  const at = (time: string) => new Date(`2026-11-20T${time}:00Z`); // a Friday
  const berlin = {
    timeZone: "Europe/Berlin",
    shift: { friday: ["09:00", "17:00"] as [string, string] },
  };
  assert.deepEqual(
    ["07:59", "08:00", "15:59", "16:00"].map((time) => isOnShift(berlin, at(time))),
    [false, true, true, false],
  );
  const night = { timeZone: "UTC", shift: { thursday: ["22:00", "06:00"] as [string, string] } };
  assert.deepEqual(
    ["05:59", "06:00", "22:30"].map((time) => isOnShift(night, at(time))),
    [true, false, false],
  );
});
