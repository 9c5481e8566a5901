import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { dayMs, dayOf, type Id, newId } from "#platform";
import { signalsIn } from "../case/index.ts";
import type { Person, Reading } from "../reading/index.ts";
import { countTail, quantileOf } from "../statistics/index.ts";
import { decoyHit } from "./decoy-hit.ts";
import { type DetectorId, detectors, pointsOf, type Signal } from "./index.ts";

const start = new Date("2026-10-01T00:00:00Z");
const agents = 50;
const workingDays = 20;

const budgets = {
  ...{ reveals_per_hour: 60, reveals_per_day: 200, reveals_per_28_days: 2_000 },
  ...{ reveals_per_contact: 12, reveals_per_resolved_contact: 8, ratio_from_reveals: 40 },
  ...{ uncontacted_lifetime: 0, predicates_per_client_day: 5 },
  ...{ searches_per_hour: 20, searches_per_day: 60 },
};

/** Uniform numbers that are the same in every run (mulberry32). */
function* dice(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/**
 * Different clients of an agent's day, as measured at a real service desk of 170 agents: median 1, 95th percentile 14, 99th 25,
 * at most 48.
 */
function clientsOfDay(uniform: number): number {
  const knots = [
    [0, 1],
    [0.5, 1],
    [0.95, 14],
    [0.99, 25],
    [1, 48],
  ] as const;
  const after = knots.findIndex(([share]) => uniform < share);
  const [[low, from], [high, to]] = [knots[after - 1] ?? knots[0], knots[after] ?? knots[4]];
  const part = (uniform - low) / (high - low);
  return Math.round(from * (to / from) ** part);
}

type World = { people: Person[]; days: { staff: Id<"staff">; day: string; clients: number }[] };

function honestDesk(seed: number): World {
  const rolls = dice(seed);
  const people = Array.from({ length: agents }, (_, place) => ({
    ...{ id: newId("staff", start), team: `team ${place % 5}`, employer: "Larkmoor" },
  }));
  const days = people.flatMap(({ id: staff }) =>
    Array.from({ length: workingDays }, (_, place) => ({
      ...{ staff, day: dayOf(at(place)), clients: clientsOfDay(rolls.next().value) },
    })),
  );
  return { people, days };
}

/** The working days: five of each seven. */
function at(place: number): Date {
  return new Date(start.getTime() + (place + 2 * Math.floor(place / 5)) * dayMs + dayMs / 2);
}

/** What watch would read at the end of a working day. */
function readingAt({ people, days }: World, place: number, more: Partial<Reading> = {}): Reading {
  const today = dayOf(at(place));
  const seen = days.filter(({ day }) => day <= today);
  const work = new Map(
    people.map(({ id }) => {
      const clients = seen
        .filter(({ staff }) => staff === id)
        .reduce((sum, one) => sum + one.clients, 0);
      return [id, { reveals: 2 * clients, resolved: Math.round(0.8 * clients), byBreakGlass: 0 }];
    }),
  );
  return {
    ...{
      people,
      budgets,
      shown: [],
      refused: [],
      touches: [],
      doubts: [],
      decoyHits: [],
      unmarked: [],
      smallSamples: [],
    },
    ...{ counts: new Map(), passes: [], days: seen, work, ...more },
  };
}

function strongest(signals: readonly Signal[]): Id<"staff">[] {
  const scores = new Map<Id<"staff">, number>();
  for (const signal of signals) {
    const detector = detectors.find(({ id }) => id === signal.detector);
    assert.ok(detector);
    scores.set(signal.staff, (scores.get(signal.staff) ?? 0) + pointsOf(detector, signal));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([staff]) => staff);
}

suite("detectors on a desk of 50 agents and 20 days", () => {
  test("the simulated days are spread as the measured ones", () => {
    const days = honestDesk(1).days.map(({ clients }) => clients);
    const near = (share: number, value: number, by: number) =>
      assert.ok(Math.abs(quantileOf(days, share) - value) <= by, `${quantileOf(days, share)}`);
    near(0.5, 1, 0);
    near(0.95, 14, 2);
    near(0.99, 25, 4);
  });

  test("an honest desk raises nothing, on any day", async () => {
    for (const seed of [1, 2, 3]) {
      const world = honestDesk(seed);
      for (let place = 0; place < workingDays; place += 1) {
        const reading = readingAt(world, place, { refused: mistakes(world, place, seed) });
        assert.deepEqual(await signalsIn(reading, at(place)), []);
      }
    }
  });

  test("who looks up 1,000 clients more in a month is first by the fourth; at four a day volume says nothing", async () => {
    const found = async (more: number, place: number) => {
      const world = honestDesk(7);
      const [thief] = world.people;
      assert.ok(thief);
      for (const day of world.days) if (day.staff === thief.id) day.clients += more;
      const signals = await signalsIn(readingAt(world, place), at(place));
      return strongest(signals)[0] === thief.id;
    };
    assert.equal(await found(33, 3), true);
    assert.equal(await found(4, workingDays - 1), false);
  });

  test("Intesa's look-ups of clients who never asked are first on their first day, refused or shown", async () => {
    const world = honestDesk(11);
    const thief = world.people[3];
    assert.ok(thief);
    const looks = lookUps(thief.id, 12, 6);
    const refused = [
      ...mistakes(world, 0, 5),
      ...looks.map((one) => ({ ...one, isStranger: true })),
    ];
    const byRefused = await signalsIn(readingAt(world, 0, { refused }), at(0));
    assert.deepEqual(strongest(byRefused), [thief.id]);
    assert.deepEqual(detectorsOf(byRefused), ["denial_run"]);
    const shown = looks.map((one) => ({ ...one, grant: "ticket" }));
    const byShown = await signalsIn(readingAt(world, 0, { shown }), at(0));
    assert.deepEqual(strongest(byShown), [thief.id]);
    assert.deepEqual(byShown[0]?.figures, { looks: 12, clients: 6, passes: 0 });
  });

  test("each of the others finds what it is for", async () => {
    const world = honestDesk(13);
    const [one, approver] = world.people;
    assert.ok(one && approver);
    const { id: staff } = one;
    const act = { staff, at: at(1), event: newId("event", at(1)) };
    const find = async (more: Partial<Reading>) =>
      detectorsOf(await signalsIn(readingAt(world, 1, more), at(1)));
    assert.deepEqual(await find({ touches: [{ ...act, by: "search" }] }), ["canary_touch"]);
    const hit = { ...act, first: act.event, among: 1, by: "call", seenAt: at(0) };
    assert.deepEqual(await find({ decoyHits: [hit] }), ["decoy_hit"]);
    const again = { ...hit, event: newId("event", at(1)) };
    const hits = await signalsIn(readingAt(world, 1, { decoyHits: [hit, again] }), at(1));
    assert.equal(hits.length, 1, "the same value reported again is no second hit");
    const shared = { decoyHits: [{ ...hit, among: 4 }] };
    const [ofFour] = await signalsIn(readingAt(world, 1, shared), at(1));
    assert.ok(ofFour && !ofFour.isUrgent);
    assert.equal(pointsOf(decoyHit, ofFour), 4, "four who saw it share what it counts for");
    assert.deepEqual(await find({ unmarked: [{ ...act, how: "hidden" }] }), ["mark_missing"]);
    const asked = (count: number) => Array.from({ length: count }, () => ({ ...act, rows: 1 }));
    assert.deepEqual(await find({ smallSamples: asked(5) }), ["small_samples"]);
    assert.deepEqual(await find({ smallSamples: asked(4) }), []);
    const client = newId("client", at(0));
    assert.deepEqual(await find({ doubts: [{ ...act, client }] }), ["clients_no"]);
    const used = (month: number) => new Map([[staff, { hour: 0, day: 0, month, uncontacted: 0 }]]);
    assert.deepEqual(await find({ counts: used(1_600) }), ["budget"]);
    assert.deepEqual(await find({ counts: used(1_500) }), []);
    const strangers = new Map([[staff, { hour: 0, day: 0, month: 4, uncontacted: 1 }]]);
    assert.deepEqual(await find({ counts: strangers }), ["budget"]);
    const passes = [0, 1, 2].map((place) => ({ staff, approver: approver.id, at: at(place) }));
    assert.deepEqual(await find({ passes }), ["break_glass"]);
    assert.deepEqual(await find({ passes: passes.slice(1) }), []);
    const work = new Map(
      world.people.map(({ id }, place) => [
        id,
        { reveals: id === staff ? 400 : 60 + place, resolved: 30, byBreakGlass: 0 },
      ]),
    );
    assert.deepEqual(await find({ work }), ["reveals_per_contact"]);
  });

  test("one no waits for its turn, two don't", async () => {
    const world = honestDesk(17);
    const staff = world.people[0]?.id;
    assert.ok(staff);
    const doubt = () => ({
      ...{ staff, at: at(1), event: newId("event", at(1)), client: newId("client", at(1)) },
    });
    const urgent = async (doubts: Reading["doubts"]) =>
      (await signalsIn(readingAt(world, 1, { doubts }), at(1))).map(({ isUrgent }) => isUrgent);
    assert.deepEqual(await urgent([doubt()]), [undefined]);
    assert.deepEqual(await urgent([doubt(), doubt()]), [true, true]);
  });

  test("the tails of counts are those of the tables", () => {
    const near = (found: number, wanted: number) =>
      assert.ok(Math.abs(found / wanted - 1) < 1e-3, `${found} isn't ${wanted}`);
    near(countTail(10, 3, 3), 1.102e-3); // Poisson
    near(countTail(3, 1, 1), 8.03e-2);
    near(countTail(5, 2, 4), 0.109375); // negative binomial, size 2, p 1/2
    assert.equal(countTail(0, 3, 9), 1);
  });
});

/** Now and then somebody is refused, on a client of the own. */
function mistakes({ people }: World, place: number, seed: number): Reading["refused"] {
  const rolls = dice(1_000 * seed + place);
  return people
    .filter(() => rolls.next().value < 0.3)
    .flatMap(({ id }) => lookUps(id, rolls.next().value < 0.2 ? 2 : 1, 1, at(place)))
    .map((one) => ({ ...one, isStranger: false }));
}

function lookUps(staff: Id<"staff">, looks: number, clients: number, when = at(0)) {
  const ids = Array.from({ length: clients }, () => newId("client", when));
  return Array.from({ length: looks }, (_, place) => ({
    ...{ staff, at: when, event: newId("event", when) },
    client: ids[place % clients] ?? newId("client", when),
  }));
}

function detectorsOf(signals: readonly Signal[]): DetectorId[] {
  return [...new Set(signals.map(({ detector }) => detector))];
}
