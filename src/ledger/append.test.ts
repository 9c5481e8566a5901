import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { type Actor, type Id, idFrom, newId, system, transaction, uuidOf } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import type { EventDraft } from "./event.ts";
import { isReceiptGenuine } from "./receipt.ts";

const text = fc
  .string({ minLength: 1, maxLength: 40, unit: codePoint })
  .filter((one) => !one.includes("\0") && one.isWellFormed());
const actors: fc.Arbitrary<Actor> = fc.oneof(
  fc.uuid().map((id): Actor => ({ is: "client", id: idFrom("client", id) })),
  fc.uuid().map((id): Actor => ({ is: "staff", id: idFrom("staff", id) })),
  fc.constant(system),
);
const drafts: fc.Arbitrary<EventDraft<{ note: string }>> = fc.record(
  {
    kind: fc.constant(noted),
    details: fc.record({ note: text }),
    client: fc.uuid().map((id) => idFrom("client", id)),
    field: text,
    version: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    ticket: fc.uuid().map((id) => idFrom("ticket", id)),
    purpose: text,
    decision: fc.constantFrom("allow", "deny"),
  },
  { requiredKeys: ["kind", "details"] },
);
const times = fc.date({
  min: new Date("2020-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
});

function note(client: Id<"client"> | undefined, words = "x"): EventDraft<{ note: string }> {
  return { kind: noted, ...(client && { client }), details: { note: words } };
}

async function placesOf(ledger: TestLedger, client: Id<"client">): Promise<number[]> {
  const { rows } = await ledger.opened.database.query<{ client_seq: number }>(
    "select client_seq from ledger.events where client = $1 order by client_seq",
    [uuidOf(client)],
  );
  return rows.map((row) => row.client_seq);
}

test("an event is hashed alike in TypeScript and in SQL, and its receipt says where it stands", async () => {
  await using ledger = await openTestLedger();
  await fc.assert(
    fc.asyncProperty(actors, drafts, times, async (actor, draft, time) => {
      // `append` itself compares what the database committed to with what it computes.
      const receipt = await ledger.appender.append(actor, draft, time);
      assert.ok(isReceiptGenuine(ledger.receiptKey, receipt));
      const elsewhere = { ...receipt, instanceSeq: receipt.instanceSeq + 1 };
      assert.ok(!isReceiptGenuine(ledger.receiptKey, elsewhere));
    }),
    { numRuns: 300 },
  );
});

test("events appended at once are numbered without gaps, by client and by lane", async () => {
  await using ledger = await openTestLedger();
  const other = ledger.anotherAppender();
  const clients = Array.from({ length: 5 }, () => newId("client", ledger.time.now));
  const receipts = await Promise.all(
    Array.from({ length: 500 }, (_, place) =>
      (place % 2 ? ledger.appender : other).append(
        system,
        note(clients[place % 5]),
        ledger.time.now,
      ),
    ),
  );
  for (const receipt of receipts) assert.ok(isReceiptGenuine(ledger.receiptKey, receipt));
  assert.ok(receipts.some(({ group }) => group.size > 1));
  const counted = Array.from({ length: 100 }, (_, place) => place + 1);
  for (const client of clients) assert.deepEqual(await placesOf(ledger, client), counted);
  const { rows } = await ledger.opened.database.query(
    `select instance from ledger.events group by instance
     having count(*) <> max(instance_seq) or count(distinct instance_seq) <> count(*)`,
  );
  assert.deepEqual(rows, []);
});

for (const [whose, eventsBefore] of [
  ["a client's chain", 1],
  ["a new client's chain", 0],
] as const) {
  test(`a transaction that holds ${whose} holds up that client's events and no others`, async () => {
    await using ledger = await openTestLedger();
    const { appender, time } = ledger;
    const [held, free] = [newId("client", time.now), newId("client", time.now)];
    if (eventsBefore) await appender.append(system, note(held), time.now);
    let isThrough = false;
    const waiting: Promise<unknown>[] = [];
    await transaction(ledger.opened.database, async (joined) => {
      await appender.append(system, note(held), time.now, joined);
      const behind = appender.append(system, note(held), time.now).then(() => {
        isThrough = true;
      });
      waiting.push(behind);
      const others = await Promise.all(
        [free, undefined].map((client) => appender.append(system, note(client), time.now)),
      );
      // In one statement, which didn't wait for the held one.
      assert.deepEqual(
        others.map(({ group }) => group.size),
        [2, 2],
      );
      assert.ok(!isThrough);
    });
    await Promise.all(waiting);
    assert.equal((await placesOf(ledger, held)).length, eventsBefore + 2);
  });
}

test("an event that the database refuses fails alone", async () => {
  await using ledger = await openTestLedger();
  const { appender, time } = ledger;
  const results = await Promise.allSettled(
    ["fine", "with a \0 in it", "fine too"].map((purpose) =>
      appender.append(system, { ...note(undefined), purpose }, time.now),
    ),
  );
  assert.deepEqual(
    results.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled"],
  );
});

test("a kind that the ledger wasn't opened with, a column or a detail that a kind hasn't: all are bugs", async () => {
  await using ledger = await openTestLedger();
  const { appender, time } = ledger;
  const append = (draft: EventDraft) => appender.append(system, draft, time.now);
  await assert.rejects(append({ kind: { ...noted }, details: { note: "x" } }), /is not among/);
  await assert.rejects(append({ kind: noted, details: { note: "x", more: 1 } }), /more/);
  const odd = { kind: noted, details: { note: "x" }, colour: "red" };
  await assert.rejects(append(odd), /has no column colour/);
  const empty = { kind: noted, details: { note: "x" }, purpose: "" };
  await assert.rejects(append(empty), /has an empty purpose/);
});

test("the app's role can neither change nor remove what is in the ledger, nor add to it by hand", async () => {
  await using ledger = await openTestLedger();
  await ledger.appender.append(system, note(newId("client", ledger.time.now)), ledger.time.now);
  await ledger.sealer.sealOnce();
  const { rows } = await ledger.opened.database.query<{ name: string }>(
    `select tablename as name from pg_tables
     where schemaname = 'ledger' and tablename <> 'verifications'`,
  );
  assert.ok(rows.length >= 10);
  for (const { name } of rows) {
    const statements = [`delete from ledger.${name}`, `truncate ledger.${name}`];
    const { rows: columns } = await ledger.opened.database.query<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0",
      [`ledger.${name}`],
    );
    for (const { name: column } of columns) {
      statements.push(`update ledger.${name} set ${column} = default`);
    }
    if (name !== "cosignatures") statements.push(`insert into ledger.${name} default values`);
    for (const statement of statements) {
      await assert.rejects(ledger.opened.database.query(statement), /permission denied/, statement);
    }
  }
});
