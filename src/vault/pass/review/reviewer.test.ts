import assert from "node:assert/strict";
import { test } from "node:test";
import type { StaffMember } from "#accounts";
import fc from "#fast-check";
import { newId } from "#platform";
import { drawReviewer, mayReview } from "./reviewer.ts";

const now = new Date("2026-11-20T12:00:00Z");

const person: fc.Arbitrary<StaffMember> = fc
  .record({
    team: fc.constantFrom("support", "Support ", "risk", "audit"),
    employer: fc.constantFrom("Larkmoor", "Trustwell"),
    roles: fc.subarray(["agent", "lead", "analyst", "approver"] as const),
  })
  .map(({ team, employer, roles }) => ({
    ...{ id: newId("staff", now), name: "Somebody", team, employer, languages: ["en"] },
    ...{ timeZone: "UTC", shift: {}, joinedAt: now, leftAt: undefined },
    roles: roles.map((role) => ({ role, since: now })),
  }));

const same = (one: string, other: string) => one.trim().toLowerCase() === other.toLowerCase();

test("who reviews neither asked nor agreed, and is a stranger to the asker where there is one", () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 8 }), fc.nat(), (people, luck) => {
      const [asker, approver] = people;
      assert.ok(asker && approver);
      const about = { asker, approver: approver.id };
      const drawn = drawReviewer(people, about, now, (below) => luck % below);
      const able = people
        .slice(2)
        .filter(({ roles }) => roles.some(({ role }) => role === "lead" || role === "analyst"));
      const isStranger = ({ team, employer }: StaffMember) =>
        !same(team, asker.team.trim()) && !same(employer, asker.employer);
      const wanted = able.some(isStranger) ? able.filter(isStranger) : able;
      assert.equal(drawn === undefined, wanted.length === 0);
      if (drawn) assert.ok(wanted.some(({ id }) => id === drawn));
      const pass = { staff: asker.id, approver: approver.id, reviewer: drawn, givenAt: now };
      const later = new Date(now.getTime() + 4 * 86_400_000);
      for (const one of people) {
        assert.equal(mayReview(pass, one, people, now), one.id === drawn);
        assert.equal(mayReview(pass, one, people, later), able.includes(one));
      }
    }),
    { numRuns: 200 },
  );
});
