import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import {
  type Actor,
  dayMs,
  dayOf,
  hourMs,
  type Id,
  newId,
  system,
  transaction,
  uuidOf,
} from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { type ErasureOrder, erase } from "../erasure/index.ts";
import { rollUp } from "./roll-up.ts";
import { rolledDays, type Span } from "./store.ts";
import { clientsShown } from "./views.ts";

const releases = [noted.name];

type Release = {
  staff: Actor;
  client?: Id<"client"> | undefined;
  decision?: "allow" | "deny";
  /** A value is shown by it. */
  shows?: boolean;
  at?: Date;
};

async function release(
  { appender, time }: TestLedger,
  { staff, client, decision = "allow", shows = true, at = time.now }: Release,
): Promise<Id<"event">> {
  const isShown = shows && client && decision === "allow" && staff.is === "staff";
  const columns = { ...(client && { client }), ...(isShown && { field: "email", version: 1 }) };
  const draft = { kind: noted, ...columns, decision, details: { note: "x" } };
  return (await appender.append(staff, draft, at)).event;
}

function eraseNow({ appender, opened, time }: TestLedger, order: ErasureOrder): Promise<number> {
  const record = async () => {};
  return transaction(opened.database, (joined) =>
    erase(
      { appender, record, clientErasers: [], formerIds: async () => [] },
      joined,
      { is: "system" },
      order,
      "client_asked",
      time.now,
    ),
  );
}

function member(now: Date): Actor & { is: "staff" } {
  return { is: "staff", id: newId("staff", now) };
}

type Counts = [person: string, clients: number][];

/** The same counts, from every event. */
async function direct({ opened }: TestLedger, { from, to }: Span): Promise<Counts> {
  const { rows } = await opened.database.query<{ actor: string; clients: string }>(
    `select actor, count(distinct client) as clients from ledger.events
     where occurred_at >= $1 and occurred_at < $2 and version is not null group by actor`,
    [from, to],
  );
  return sorted(rows.map(({ actor, clients }) => [actor, Number(clients)]));
}

async function counted({ opened }: TestLedger, span: Span): Promise<Counts> {
  const found = await clientsShown(opened.database, span);
  return sorted([...found].map(([staff, clients]) => [uuidOf(staff), clients]));
}

function sorted(counts: Counts): Counts {
  return counts.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What each day had of releases, from the counts and from every event. */
async function days({ opened }: TestLedger) {
  const [counts, events] = await Promise.all(
    [
      "select day::text, actor, views, clients from ledger.door_days order by day, actor",
      `select (occurred_at at time zone 'UTC')::date::text as day, actor, count(*)::integer as views,
         count(distinct client)::integer as clients from ledger.releases
       where occurred_at < (select (max(day) + 1)::timestamp at time zone 'UTC' from ledger.rolled_days)
       group by 1, 2 order by 1, 2`,
    ].map(async (question) => (await opened.database.query(question)).rows),
  );
  const { rows: wrong } = await opened.database.query(
    `select from (
       select seen, sum(fresh) over (partition by actor order by day) as fresh from ledger.actor_days
     ) d where seen <> fresh`,
  );
  assert.equal(wrong.length, 0);
  return { counts, events };
}

test("each day is counted once it has ended, and nothing that isn't shown to staff counts", async () => {
  await using ledger = await openTestLedger();
  const { time, opened } = ledger;
  const [staff, client] = [member(time.now), newId("client", time.now)];
  const day = { from: new Date("2026-11-20T00:00:00Z"), to: new Date("2026-11-21T00:00:00Z") };
  await release(ledger, { staff, client });
  await release(ledger, { staff, client });
  await release(ledger, { staff, client, decision: "deny" });
  await release(ledger, { staff, client: newId("client", time.now), shows: false });
  await release(ledger, { staff });
  await release(ledger, { staff: system, client });
  await release(ledger, { staff: { is: "client", id: client }, client });
  assert.equal(await rollUp(opened.database, releases, time.now), 0);
  assert.deepEqual(await counted(ledger, day), [[uuidOf(staff.id), 1]]);
  time.now = new Date("2026-11-23T00:00:00Z");
  assert.equal(await rollUp(opened.database, releases, time.now), 3);
  assert.equal(await rollUp(opened.database, releases, time.now), 0);
  assert.deepEqual(await counted(ledger, day), [[uuidOf(staff.id), 1]]);
  assert.deepEqual(
    (await rolledDays(opened.database)).map(({ day, events }) => [day, events]),
    [
      ["2026-11-20", 7],
      ["2026-11-21", 0],
      ["2026-11-22", 0],
    ],
  );
  const views = [{ day: "2026-11-20", actor: uuidOf(staff.id), views: 3, clients: 2 }];
  assert.deepEqual(await days(ledger), { counts: views, events: views });
});

test("beside the counted days it can count a few people's looks alone", async () => {
  await using ledger = await openTestLedger();
  const { time, opened } = ledger;
  const [asked, other, late] = [member(time.now), member(time.now), member(time.now)];
  const client = newId("client", time.now);
  for (const staff of [asked, other]) await release(ledger, { staff, client });
  time.now = new Date("2026-11-21T12:00:00Z");
  assert.equal(await rollUp(opened.database, releases, time.now), 1);
  for (const staff of [asked, other, late]) {
    await release(ledger, { staff, client });
    await release(ledger, { staff, client: newId("client", time.now) });
  }
  const span = { from: new Date("2026-11-20T00:00:00Z"), to: new Date("2026-11-22T00:00:00Z") };
  const beside = { from: new Date("2026-11-21T00:00:00Z"), to: span.to };
  const found = await clientsShown(opened.database, span, async (spans) => {
    assert.deepEqual(spans, [beside]);
    return [asked.id, late.id];
  });
  assert.equal(found.get(asked.id), 1 + 2, "who was seen on a counted day too counts twice");
  assert.equal(found.get(other.id), 1);
  assert.equal(found.get(late.id), 2);
  const all = await clientsShown(opened.database, span, async () => undefined);
  assert.deepEqual(
    [asked, other, late].map(({ id }) => all.get(id)),
    [3, 3, 2],
  );
});

test("a late event has its day counted again, and so have other kinds every day", async () => {
  await using ledger = await openTestLedger();
  const { time, opened } = ledger;
  const [staff, client] = [member(time.now), newId("client", time.now)];
  const always = { from: new Date(0), to: new Date("2100-01-01T00:00:00Z") };
  const before = time.now;
  await release(ledger, { staff, client });
  time.now = new Date(before.getTime() + 5 * dayMs);
  assert.equal(await rollUp(opened.database, releases, time.now), 5);
  await release(ledger, { staff, client: newId("client", before), at: before });
  await release(ledger, { staff, client, at: new Date(before.getTime() - 3 * dayMs) });
  // Three new days before the first, and all since.
  assert.equal(await rollUp(opened.database, releases, time.now), 3 + 5);
  const late = new Date(time.now.getTime() - 2 * dayMs);
  await release(ledger, { staff, client, at: late });
  assert.equal(await rollUp(opened.database, releases, time.now), 2);
  assert.equal(await rollUp(opened.database, releases, time.now), 0);
  assert.deepEqual(await counted(ledger, always), [[uuidOf(staff.id), 2]]);
  assert.equal(await rollUp(opened.database, ["vault.revealed", ...releases], time.now), 8);
  assert.deepEqual(await counted(ledger, always), [[uuidOf(staff.id), 2]]);
});

type Step =
  | {
      does: "release";
      staff: number;
      client: number;
      shows: boolean;
      decision: "allow" | "deny";
      lateHours: number;
    }
  | { does: "wait"; hours: number }
  | { does: "roll up" }
  | { does: "erase"; of: ErasureOrder["of"]; which: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        does: fc.constant("release"),
        staff: fc.nat({ max: 1 }),
        client: fc.nat({ max: 3 }),
        shows: fc.constantFrom(true, true, false),
        decision: fc.constantFrom("allow", "allow", "allow", "deny"),
        lateHours: fc.constantFrom(0, 0, 0, 0, 30, 90),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constant("wait"), hours: fc.integer({ min: 1, max: 40 }) }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant("roll up") }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant("erase"),
        of: fc.constantFrom("client", "events", "events", "actor", "actor"),
        which: fc.nat({ max: 20 }),
      }),
    },
  ),
  { minLength: 20, maxLength: 60 },
);

/** Compares the counts from every day on, up to some hour. */
async function compare(ledger: TestLedger, start: Date, to: Date): Promise<void> {
  for (let from = start.getTime() - 4 * dayMs; from < to.getTime(); from += dayMs) {
    const span = { from: new Date(from - (from % dayMs)), to };
    assert.deepEqual(
      await counted(ledger, span),
      await direct(ledger, span),
      `${dayOf(span.from)} to ${to.toISOString()}`,
    );
  }
}

test("the counts are those of all events, whatever comes late or is erased", async () => {
  await using ledger = await openTestLedger();
  const { time, opened } = ledger;
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const start = time.now;
      const staff = [member(start), member(start)] as const;
      const clients = [0, 1, 2].map(() => newId("client", start));
      const events: { id: Id<"event">; staff: Id<"staff">; client: Id<"client"> | undefined }[] =
        [];
      for (const step of history) {
        if (step.does === "wait") time.now = new Date(time.now.getTime() + step.hours * hourMs);
        if (step.does === "roll up") await rollUp(opened.database, releases, time.now);
        if (step.does === "release") {
          const { decision, shows, lateHours } = step;
          const [who, client] = [staff[step.staff] ?? staff[0], clients[step.client]];
          const at = new Date(time.now.getTime() - lateHours * hourMs);
          const id = await release(ledger, { staff: who, client, decision, shows, at });
          events.push({ id, staff: who.id, client });
        }
        if (step.does === "erase") {
          const [chosen] = events.splice(step.which, 1);
          if (chosen) await eraseOne(ledger, step.of, chosen);
        }
      }
      await rollUp(opened.database, releases, time.now);
      await compare(ledger, start, time.now);
      const { counts, events: eachDay } = await days(ledger);
      assert.deepEqual(counts, eachDay);
      time.now = new Date(time.now.getTime() + 5 * dayMs);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

async function eraseOne(
  ledger: TestLedger,
  of: ErasureOrder["of"],
  { id, staff, client }: { id: Id<"event">; staff: Id<"staff">; client: Id<"client"> | undefined },
): Promise<void> {
  // What an erasure of its client took before, refuses the order.
  const refused = (error: { code: string }) => assert.equal(error.code, "not_erasable");
  if (of === "actor") await eraseNow(ledger, { of, actor: staff, events: [id] }).catch(refused);
  else if (client && of === "client") await eraseNow(ledger, { of, client });
  else if (client && of === "events")
    await eraseNow(ledger, { of, client, events: [id] }).catch(refused);
}

test("two processes may count at once, and days are counted only in their order", async () => {
  await using ledger = await openTestLedger();
  const { time, opened } = ledger;
  const [staff, client] = [member(time.now), newId("client", time.now)];
  const always = { from: new Date(0), to: new Date("2100-01-01T00:00:00Z") };
  await release(ledger, { staff, client });
  time.now = new Date(time.now.getTime() + 20 * dayMs);
  await Promise.all([1, 2].map(() => rollUp(opened.database, releases, time.now)));
  assert.equal((await rolledDays(opened.database)).length, 20);
  assert.deepEqual(await counted(ledger, always), [[uuidOf(staff.id), 1]]);
  await assert.rejects(
    opened.database.query("select ledger.roll_up('2026-12-20', $1)", [releases]),
    /the day before isn't counted/,
  );
});

test("an erased client is in no day's count, even when the day is counted meanwhile", async () => {
  await using ledger = await openTestLedger();
  const { time, opened } = ledger;
  const staff = member(time.now);
  const yesterday = time.now;
  time.now = new Date(yesterday.getTime() + dayMs);
  for (let round = 0; round < 20; round++) {
    const client = newId("client", yesterday);
    await release(ledger, { staff, client, at: yesterday });
    await Promise.all([
      rollUp(opened.database, releases, time.now),
      eraseNow(ledger, { of: "client", client }),
    ]);
    const { rows } = await opened.database.query("select from ledger.actor_days");
    assert.equal(rows.length, 0);
  }
  assert.equal((await rolledDays(opened.database))[0]?.day, dayOf(yesterday));
});
