import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Erasure,
  type Id,
  newId,
  recordErasure,
  system,
  transaction,
  uuidOf,
} from "#platform";
import {
  contentsOf,
  noted,
  openEmptyDatabase,
  openTestLedger,
  TestBackups,
  type TestLedger,
} from "#test";
import { ledgerEventKinds } from "../kinds.ts";
import { openAppender } from "../open-appender.ts";
import { erase } from "./erase.ts";
import { legalHold, placeHold } from "./hold.ts";
import { type ErasureOrder, linesOf, orderFrom } from "./order.ts";
import { erasureReplayers } from "./replay.ts";

async function note({ appender, time }: TestLedger, client: Id<"client">, staff: Id<"staff">) {
  const draft = { kind: noted, client, details: { note: "x" } };
  return (await appender.append({ is: "staff", id: staff }, draft, time.now)).event;
}

const nothingElse = { clientErasers: [], formerIds: async () => [] };

/** The ledger as a restore leaves it, which erased something before. */
async function replay(ledger: TestLedger, lines: readonly Erasure[]): Promise<void> {
  const { database } = ledger.opened;
  const replayers = erasureReplayers(async () => ledger.appender, nothingElse);
  for (const line of lines) {
    const replayer = replayers.find(({ kind }) => kind === line.kind);
    assert.ok(replayer);
    await replayer.replay(line, { database, clock: () => ledger.time.now });
  }
}

async function kinds({ opened }: TestLedger): Promise<string[]> {
  const { rows } = await opened.database.query<{ kind: string }>(
    `select kind || case when details is null then ' erased' else coalesce(' ' || (details::jsonb->>'reason'), '') end
       as kind
     from ledger.events order by instance_seq`,
  );
  return rows.map(({ kind }) => kind);
}

test("a line of the list says the whole order, however long it is", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const events = Array.from({ length: 120 }, () => newId("event", now));
  const client = newId("client", now);
  const orders: ErasureOrder[] = [
    { of: "client", client },
    { of: "client", client, formers: [newId("client", now), newId("client", now)] },
    { of: "events", client, events },
    { of: "actor", actor: newId("staff", now), events },
  ];
  for (const order of orders) {
    const lines = linesOf(order, now);
    for (const line of lines) assert.ok(Buffer.byteLength(JSON.stringify(line)) < 4_000);
    const read = lines.map(orderFrom);
    const all = read.flatMap((one) => (one.of === "client" ? [] : one.events));
    assert.deepEqual(order.of === "client" ? read : [{ ...read[0], events: all }], [order]);
  }
  const broken = { kind: "ledger.actor_erased", at: now, ids: { [events[0] ?? ""]: client } };
  assert.throws(() => orderFrom(broken), /can't be read/);
});

test("what a restored backup brought back is erased again, once", async () => {
  await using ledger = await openTestLedger();
  const { now } = ledger.time;
  const [client, other] = [newId("client", now), newId("client", now)];
  const staff = newId("staff", now);
  await note(ledger, client, staff);
  const [some, own] = [await note(ledger, other, staff), await note(ledger, other, staff)];
  const lines = [
    ...linesOf({ of: "client", client }, now),
    ...linesOf({ of: "events", client: other, events: [some, newId("event", now)] }, now),
    ...linesOf({ of: "actor", actor: staff, events: [own] }, now),
    ...linesOf({ of: "client", client: newId("client", now) }, now),
    ...linesOf({ of: "events", client: newId("client", now), events: [newId("event", now)] }, now),
  ];
  await replay(ledger, lines);
  const after = await kinds(ledger);
  assert.deepEqual(after, [
    "test.noted erased",
    "test.noted erased",
    "test.noted",
    "ledger.erased restored_from_backup",
    "ledger.entries_erased restored_from_backup",
    "ledger.erased restored_from_backup",
    "ledger.erased restored_from_backup",
  ]);
  await replay(ledger, lines);
  assert.deepEqual(await kinds(ledger), after);
  const heads = await ledger.opened.database.query("select from ledger.client_heads");
  assert.equal(heads.rowCount, 1);
});

test("a client who is erased goes under all ids; whom a hold keeps stays under all", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const staff = newId("staff", time.now);
  const [gone, former, held, heldFormer] = Array.from({ length: 4 }, () =>
    newId("client", time.now),
  ) as [Id<"client">, Id<"client">, Id<"client">, Id<"client">];
  for (const client of [gone, former, held, heldFormer]) await note(ledger, client, staff);
  const lines: Erasure[] = [];
  const parts = { clientErasers: [], formerIds: async () => [former] };
  const options = { ...parts, appender, record: async (line: Erasure) => void lines.push(line) };
  const order = { of: "client", client: gone } as const;
  const count = await transaction(opened.database, (joined) =>
    erase(options, joined, { is: "system" }, order, "client_asked", time.now),
  );
  assert.equal(count, 2);
  assert.deepEqual(lines.map(orderFrom), [{ ...order, formers: [former] }]);
  lines.push(...linesOf({ of: "client", client: held, formers: [heldFormer] }, time.now));
  time.now = new Date(time.now.getTime() + 1_000);
  await transaction(opened.database, (joined) =>
    placeHold(appender, joined, system, { client: held, reason: "case" }, time.now),
  );
  await note(ledger, former, staff); // as a backup brings it back
  await replay(ledger, lines);
  assert.deepEqual(
    (await kinds(ledger)).filter((kind) => kind.startsWith("test.")),
    [
      ...["test.noted erased", "test.noted erased", "test.noted", "test.noted"],
      "test.noted erased",
    ],
  );
});

test("a hold from before the erasure doesn't stop its replay, a later one does", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const hold = (client: Id<"client">) =>
    transaction(opened.database, (joined) =>
      placeHold(appender, joined, system, { client, reason: "case" }, time.now),
    );
  const staff = newId("staff", time.now);
  const [before, after] = [newId("client", time.now), newId("client", time.now)];
  await note(ledger, before, staff);
  await note(ledger, after, staff);
  await hold(before);
  time.now = new Date(time.now.getTime() + 1_000);
  const lines = [before, after].flatMap((client) => linesOf({ of: "client", client }, time.now));
  time.now = new Date(time.now.getTime() + 1_000);
  await hold(after);
  await replay(ledger, lines);
  assert.equal(await legalHold(opened.database, before), undefined);
  assert.equal((await legalHold(opened.database, after))?.reason, "case");
  const { rows } = await opened.database.query("select distinct client from ledger.client_heads");
  assert.equal(rows.length, 1);
});

test("a client who was erased after the backup isn't in what is restored from it", async () => {
  await using ledger = await openTestLedger();
  await using backups = await TestBackups.open();
  await using target = await openEmptyDatabase();
  const { appender, opened, time } = ledger;
  const [client, other] = [newId("client", time.now), newId("client", time.now)];
  const staff = newId("staff", time.now);
  await note(ledger, client, staff);
  await note(ledger, other, staff);
  await ledger.sealer.sealOnce();
  const [file, list] = [backups.path("backup"), backups.path("erasures.jsonl")];
  await backups.take(opened, file);
  const record = (line: Erasure) => recordErasure(list, line);
  const erasing = { appender, record, ...nothingElse };
  await transaction(opened.database, (joined) =>
    erase(erasing, joined, { is: "system" }, { of: "client", client }, "client_asked", time.now),
  );
  await backups.restore(file, target, {
    erasures: { is: "list", file: list },
    replayers: erasureReplayers((database, now) => {
      const receiptKeyFile = backups.path("receipt-key.pem");
      return openAppender({ database, receiptKeyFile, kinds: ledgerEventKinds, now });
    }, nothingElse),
  });
  const rows = [...(await contentsOf(target.ownerUrl)).values()].flat();
  assert.ok(!rows.some((row) => row.includes(uuidOf(client)) || row.includes(client)));
  assert.ok(rows.some((row) => row.includes(uuidOf(other))));
});
