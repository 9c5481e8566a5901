import assert from "node:assert/strict";
import { test } from "node:test";
import { isOnShift, type StaffMember } from "#accounts";
import fc from "#fast-check";
import { dayMs, dayOf, localTime, newId } from "#platform";
import { slotMs } from "../call/index.ts";
import type { Holiday } from "../holiday/index.ts";
import { type Seat, slotsOf, spokenLanguages, worksAt } from "./slots.ts";
import { timeZoneFrom, timeZones } from "./time-zone.ts";

const now = new Date("2026-11-20T12:00:00Z");
const days = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

function agent(traits: Partial<StaffMember> = {}): StaffMember {
  return {
    ...{ id: newId("staff", now), name: "", email: undefined, subject: undefined, team: "support" },
    ...{ employer: "Larkmoor", languages: ["en"], timeZone: "UTC", shift: {} },
    ...{ roles: [{ role: "agent", since: now }], joinedAt: now, leftAt: undefined },
    ...traits,
  };
}

const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const shift = fc.dictionary(fc.constantFrom(...days), fc.tuple(clock, clock));
const zone = fc.constantFrom(...timeZones);
/** Quarters of an hour in three years: every change of a clock is in them. */
const quarter = fc.integer({ min: 0, max: 3 * 366 * 96 }).map((count) => {
  return new Date(Date.UTC(2026, 0, 1) + count * slotMs);
});
/** Just around the moments at which Berlin and New York change their clocks, and Lord Howe by half an hour. */
const change = fc
  .tuple(
    fc.constantFrom(
      ...["2027-03-28T01:00Z", "2026-10-25T01:00Z", "2027-03-14T07:00Z", "2027-04-03T15:00Z"],
    ),
    fc.integer({ min: -12, max: 12 }),
  )
  .map(([at, off]) => new Date(new Date(at).getTime() + off * slotMs));

test("a slot is offered when, and only when, its agent is on shift in each of its minutes", () => {
  const where = fc.oneof(
    fc.tuple(zone, quarter),
    fc.tuple(fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"), change),
  );
  fc.assert(
    fc.property(shift, where, (hours, [timeZone, startsAt]) => {
      const person = agent({ timeZone, shift: hours });
      const minutes = Array.from(
        { length: 15 },
        (_, minute) => startsAt.getTime() + minute * 60_000,
      );
      const isOn = minutes.every((ms) => isOnShift(person, new Date(ms)));
      const to = new Date(startsAt.getTime() + 1);
      const slots = slotsOf([person], { language: "en", from: startsAt, to }, [], []);
      assert.equal(slots.length === 1, isOn);
      assert.equal(worksAt(person, [], startsAt), isOn);
    }),
    { numRuns: 400 },
  );
});

test("no slot is before its time, off the quarter, taken, on a holiday, or of who isn't an agent", () => {
  const always = Object.fromEntries(days.map((day) => [day, ["00:00", "00:00"]]));
  const people = [
    agent({ shift: always as StaffMember["shift"] }),
    agent({ shift: always as StaffMember["shift"], employer: "Vendor", timeZone: "Asia/Tokyo" }),
    agent({ shift: always as StaffMember["shift"], roles: [{ role: "lead", since: now }] }),
    agent({ shift: always as StaffMember["shift"], leftAt: now }),
    agent({ shift: always as StaffMember["shift"], heldAt: now }),
    agent({ shift: always as StaffMember["shift"], languages: ["nl"] }),
  ];
  const [own, vendor] = people as [StaffMember, StaffMember];
  const seat = fc.record({
    agent: fc.constantFrom(own.id, vendor.id),
    startsAt: fc.nat(200).map((count) => new Date(now.getTime() + count * slotMs)),
  });
  const holiday: fc.Arbitrary<Holiday> = fc.record({
    day: fc.nat(3).map((count) => dayOf(new Date(now.getTime() + count * dayMs))),
    employer: fc.constantFrom(undefined, "Larkmoor", "Vendor", "Nobody"),
    name: fc.constant(""),
  });
  fc.assert(
    fc.property(
      fc.nat(dayMs),
      fc.nat(2 * dayMs),
      fc.array(seat),
      fc.array(holiday, { maxLength: 3 }),
      (fromMs, lengthMs, seats: Seat[], holidays) => {
        const from = new Date(now.getTime() + fromMs);
        const to = new Date(from.getTime() + lengthMs);
        const slots = slotsOf(people, { language: "en-GB", from, to }, holidays, seats);
        for (const { startsAt, agents } of slots) {
          assert.ok(startsAt >= from && startsAt < to && startsAt.getTime() % slotMs === 0);
          for (const id of agents) {
            const person = people.find((one) => one.id === id);
            assert.ok(person === own || person === vendor);
            assert.ok(
              !seats.some(
                (one) => one.agent === id && one.startsAt.getTime() === startsAt.getTime(),
              ),
            );
            const { date } = localTime(person.timeZone, startsAt);
            const theirs = holidays.filter(
              ({ employer }) => employer === undefined || employer === person.employer,
            );
            assert.ok(!theirs.some(({ day }) => day === date));
          }
        }
        if (seats.length + holidays.length === 0) {
          const quarters = Math.ceil(to.getTime() / slotMs) - Math.ceil(from.getTime() / slotMs);
          assert.equal(slots.length, quarters);
        }
      },
    ),
    { numRuns: 60 },
  );
  assert.deepEqual(spokenLanguages(people), ["en", "nl"]);
});

test("who has no hours works never, and a zone is one of the world's", () => {
  const week = { language: "en", from: now, to: new Date(now.getTime() + 7 * dayMs) };
  assert.deepEqual(slotsOf([agent()], week, [], []), []);
  assert.equal(timeZoneFrom("europe/berlin"), "Europe/Berlin");
  for (const wrong of ["+01:00", "Berlin", "", "Europe/Berlin; call me"]) {
    assert.equal(timeZoneFrom(wrong), undefined);
  }
});
