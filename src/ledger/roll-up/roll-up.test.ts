import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { type Actor, type Id, newId, system, transaction, uuidOf } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { dayMs, dayOf } from "../day.ts";
import { type ErasureOrder, erase } from "../erasure/index.ts";
import { rollUp } from "./roll-up.ts";
import { rolledDays, type Span } from "./store.ts";
import { clientsSeen, viewsIn, viewsOf } from "./views.ts";

const hourMs = 3_600_000;
const releases = [noted.name];

type Release = {
  staff: Actor;
  client?: Id<"client"> | undefined;
  decision?: "allow" | "deny";
  at?: Date;
};

async function release(
  { appender, time }: TestLedger,
  { staff, client, decision = "allow", at = time.now }: Release,
): Promise<Id<"event">> {
  const draft = { kind: noted, ...(client && { client }), decision, details: { note: "x" } };
  return (await appender.append(staff, draft, at)).event;
}

function eraseNow({ appender, opened, time }: TestLedger, order: ErasureOrder): Promise<number> {
  const record = async () => {};
  return transaction(opened.database, (joined) =>
    erase(
      { appender, record, clientErasers: [] },
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

/** The same counts, from every event. */
async function direct(
  { opened }: TestLedger,
  span: Span,
  staff: Id<"staff">,
  client: Id<"client">,
) {
  const { rows } = await opened.database.query<Record<string, string>>(
    `select count(*) as views, count(distinct client) filter (where actor = $3) as clients,
       count(*) filter (where client = $4) as own
     from ledger.events
     where occurred_at >= $1 and occurred_at < $2 and kind = $5 and decision = 'allow' and actor_kind = 'staff'
       and client <> $6 and actor <> $6`,
    [
      span.from,
      span.to,
      uuidOf(staff),
      uuidOf(client),
      noted.name,
      "00000000-0000-0000-0000-000000000000",
    ],
  );
  return [Number(rows[0]?.views), Number(rows[0]?.clients), Number(rows[0]?.own)];
}

async function counted(
  { opened }: TestLedger,
  span: Span,
  staff: Id<"staff">,
  client: Id<"client">,
  kinds: readonly string[] = releases,
): Promise<number[]> {
  const { database } = opened;
  return [
    await viewsIn(database, kinds, span),
    (await clientsSeen(database, kinds, span, [staff])).get(staff) ?? 0,
    (await viewsOf(database, kinds, span, [client])).get(client) ?? 0,
  ];
}

test("each day is counted once it has ended, and nothing that isn't shown to staff counts", async () => {
  await using ledger = await openTestLedger();
  const { time, opened } = ledger;
  const [staff, client] = [member(time.now), newId("client", time.now)];
  const day = { from: new Date("2026-11-20T00:00:00Z"), to: new Date("2026-11-21T00:00:00Z") };
  await release(ledger, { staff, client });
  await release(ledger, { staff, client });
  await release(ledger, { staff, client, decision: "deny" });
  await release(ledger, { staff });
  await release(ledger, { staff: system, client });
  await release(ledger, { staff: { is: "client", id: client }, client });
  assert.equal(await rollUp(opened.database, releases, time.now), 0);
  assert.deepEqual(await counted(ledger, day, staff.id, client), [2, 1, 2]);
  time.now = new Date("2026-11-23T00:00:00Z");
  assert.equal(await rollUp(opened.database, releases, time.now), 3);
  assert.equal(await rollUp(opened.database, releases, time.now), 0);
  assert.deepEqual(await counted(ledger, day, staff.id, client), [2, 1, 2]);
  assert.deepEqual(
    (await rolledDays(opened.database)).map(({ day, events }) => [day, events]),
    [
      ["2026-11-20", 6],
      ["2026-11-21", 0],
      ["2026-11-22", 0],
    ],
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
  assert.deepEqual(await counted(ledger, always, staff.id, client), [4, 2, 3]);
  assert.deepEqual(await counted(ledger, always, staff.id, client, ["other.kind"]), [0, 0, 0]);
  const more = ["vault.revealed", ...releases];
  assert.deepEqual(await counted(ledger, always, staff.id, client, more), [4, 2, 3]);
  assert.equal(await rollUp(opened.database, more, time.now), 8);
  assert.deepEqual(await counted(ledger, always, staff.id, client, more.toReversed()), [4, 2, 3]);
});

type Step =
  | {
      does: "release";
      staff: number;
      client: number;
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
async function compare(
  ledger: TestLedger,
  start: Date,
  to: Date,
  staff: Actor & { is: "staff" },
  client: Id<"client">,
) {
  for (let from = start.getTime() - 4 * dayMs; from < to.getTime(); from += dayMs) {
    const span = { from: new Date(from - (from % dayMs)), to };
    assert.deepEqual(
      await counted(ledger, span, staff.id, client),
      await direct(ledger, span, staff.id, client),
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
          const { decision, lateHours } = step;
          const [who, client] = [staff[step.staff] ?? staff[0], clients[step.client]];
          const at = new Date(time.now.getTime() - lateHours * hourMs);
          const id = await release(ledger, { staff: who, client, decision, at });
          events.push({ id, staff: who.id, client });
        }
        if (step.does === "erase") {
          const [chosen] = events.splice(step.which, 1);
          if (chosen) await eraseOne(ledger, step.of, chosen);
        }
      }
      await rollUp(opened.database, releases, time.now);
      for (const who of staff)
        await compare(ledger, start, time.now, who, clients[0] ?? newId("client", start));
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
  assert.deepEqual(await counted(ledger, always, staff.id, client), [1, 1, 1]);
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
