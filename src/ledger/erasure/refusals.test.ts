import assert from "node:assert/strict";
import { test } from "node:test";
import { type Id, idFrom, newId, nobody, system, timeOf, transaction, uuidOf } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { openEntry, sealEntry } from "../sealed-entries/index.ts";
import { type Eraser, erase } from "./erase.ts";
import { legalHold, liftHold, placeHold } from "./hold.ts";
import { type ErasedDetails, erased } from "./kinds.ts";
import type { ErasureOrder } from "./order.ts";

const eraser: Eraser = { is: "system" };

async function note({ appender, time }: TestLedger, client: Id<"client">, staff?: Id<"staff">) {
  const draft = { kind: noted, client, details: { note: "x" } };
  const actor = staff ? ({ is: "staff", id: staff } as const) : system;
  return (await appender.append(actor, draft, time.now)).event;
}

function eraseNow({ appender, opened, time }: TestLedger, order: ErasureOrder): Promise<number> {
  const record = async () => {};
  return transaction(opened.database, (joined) =>
    erase(
      { appender, record, clientErasers: [], formerIds: async () => [] },
      joined,
      eraser,
      order,
      "client_asked",
      time.now,
    ),
  );
}

async function countEvents({ opened }: TestLedger): Promise<number> {
  const { rows } = await opened.database.query("select from ledger.events");
  return rows.length;
}

test("an event of somebody else, or one that was erased, refuses the whole order", async () => {
  await using ledger = await openTestLedger();
  const [client, other] = [newId("client", ledger.time.now), newId("client", ledger.time.now)];
  const staff = newId("staff", ledger.time.now);
  const [own, gone, foreign] = [
    await note(ledger, client, staff),
    await note(ledger, client),
    await note(ledger, other),
  ];
  await eraseNow(ledger, { of: "events", client, events: [gone] });
  const orders: ErasureOrder[] = [
    { of: "events", client, events: [own, foreign] },
    { of: "events", client, events: [own, gone] },
    { of: "actor", actor: staff, events: [own, gone] },
  ];
  for (const order of orders) {
    await assert.rejects(eraseNow(ledger, order), { code: "not_erasable" });
  }
  assert.equal(await countEvents(ledger), 5);
});

test("under a legal hold nothing is erased, and who tries is told who can lift it, and not why it stands", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const { database } = opened;
  const client = newId("client", time.now);
  const staff = newId("staff", time.now);
  const event = await note(ledger, client, staff);
  const place = (reason: string) =>
    transaction(database, (joined) =>
      placeHold(appender, joined, system, { client, reason }, time.now),
    );
  const lift = (hold: Id<"event">) =>
    transaction(database, (joined) =>
      liftHold(appender, joined, system, { client, hold, reason: "closed" }, time.now),
    );
  const orders: ErasureOrder[] = [
    { of: "client", client },
    { of: "events", client, events: [event] },
    { of: "actor", actor: staff, events: [event] },
  ];
  assert.equal(await legalHold(database, client), undefined);
  const first = await place("case 2026/17");
  const placedAt = time.now;
  time.now = new Date(time.now.getTime() + 1);
  const second = await place("case 2026/18");
  assert.deepEqual(await legalHold(database, client), {
    client,
    hold: first,
    reason: "case 2026/17",
    placedAt,
  });
  await lift(first);
  await assert.rejects(lift(first), { code: "no_such_hold" });
  for (const order of orders) {
    await assert.rejects(eraseNow(ledger, order), {
      code: "legal_hold",
      message:
        "A legal hold has kept this since 2026-11-20, so nothing of it is erased. Counsel can lift it at /staff/erasures, with a second person's approval.",
    });
  }
  await lift(second);
  assert.equal(await countEvents(ledger), 5);
  assert.equal(await eraseNow(ledger, { of: "events", client, events: [first] }), 1);
  const { rows } = await database.query<{ event: string }>("select event from ledger.legal_holds");
  assert.deepEqual(rows, [{ event: uuidOf(second) }]);
  assert.equal(await eraseNow(ledger, { of: "client", client }), 5);
});

test("a hold that is placed while its client is erased comes first or too late, never in between", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  for (let round = 0; round < 20; round++) {
    const client = newId("client", time.now);
    await note(ledger, client);
    const [held, gone] = await Promise.allSettled([
      transaction(opened.database, (joined) =>
        placeHold(appender, joined, system, { client, reason: "case" }, time.now),
      ),
      eraseNow(ledger, { of: "client", client }),
    ]);
    const hold = await legalHold(opened.database, client);
    assert.equal(hold !== undefined, held.status === "fulfilled");
    if (gone.status === "rejected") assert.equal(gone.reason.code, "legal_hold");
    assert.ok(held.status === "fulfilled" || gone.status === "fulfilled");
  }
});

test("an entry is erased only after its client could read it", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const client = newId("client", time.now);
  const entry = await note(ledger, client);
  const sealing = { client, entry, reason: "investigation", until: "2026-12-01" } as const;
  await transaction(opened.database, (joined) =>
    sealEntry(appender, joined, system, sealing, time.now),
  );
  const { rows } = await opened.database.query<{ id: string }>(
    "select id from ledger.events where kind = 'ledger.entry_sealed'",
  );
  const telling = idFrom("event", rows[0]?.id ?? "");
  const order: ErasureOrder = { of: "events", client, events: [entry] };
  for (const event of [entry, telling]) {
    const refused = eraseNow(ledger, { ...order, events: [event] });
    await assert.rejects(refused, { code: "still_sealed" });
  }
  await transaction(opened.database, (joined) =>
    openEntry(appender, joined, system, { client, entry }, time.now),
  );
  assert.equal(await eraseNow(ledger, order), 1);
});

test("the app's role can erase only what an erasure lists, and forget nobody who has events", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const { database } = opened;
  const client = newId("client", time.now);
  const [listed, other] = [await note(ledger, client), await note(ledger, client)];
  const details: ErasedDetails = { events: [listed], part: "client", reason: "client_asked" };
  const { event: erasure } = await appender.append(system, { kind: erased, details }, time.now);
  const eraseRaw = (
    by: Id<"event">,
    events: Id<"event">[],
    owner = uuidOf(client),
    clients = events.map(() => owner),
  ) =>
    database.query("select ledger.erase($1, $2, $3, $4, $5, $6) as erased", [
      uuidOf(by),
      timeOf(by),
      owner,
      events.map(uuidOf),
      events.map((event) => timeOf(event).toISOString()),
      clients,
    ]);
  await assert.rejects(eraseRaw(erasure, [other]), /lists other events/);
  await assert.rejects(eraseRaw(erasure, [listed, other]), /lists other events/);
  await assert.rejects(eraseRaw(erasure, []), /lists other events/);
  await assert.rejects(eraseRaw(erasure, [listed], nobody), /lists other events/);
  await assert.rejects(eraseRaw(erasure, [listed], uuidOf(client), [nobody]), /lists other/);
  await assert.rejects(eraseRaw(other, [listed]), /no ledger.erased says so/);
  const forget = database.query("select ledger.forget_client($1)", [uuidOf(client)]);
  await assert.rejects(forget, /the client has events/);
  const place = database.query("select ledger.place_hold($1, $2, $3)", [
    uuidOf(client),
    uuidOf(other),
    timeOf(other),
  ]);
  await assert.rejects(place, /no ledger.hold_placed says so/);
  for (const hidden of ["event_id($1)", "leaf_at(1, 1)", "refuse_held(array[$1])"]) {
    const call = database.query(
      `select ledger.${hidden.replace("$1", `'${uuidOf(client)}'::uuid`)}`,
    );
    await assert.rejects(call, /permission denied/, hidden);
  }
  const hold = await transaction(database, (joined) =>
    placeHold(appender, joined, system, { client, reason: "case" }, time.now),
  );
  await assert.rejects(eraseRaw(erasure, [listed]), /a legal hold keeps it/);
  await assert.rejects(eraseRaw(erasure, [listed], uuidOf(client), []), /a legal hold keeps it/);
  await transaction(database, (joined) =>
    liftHold(appender, joined, system, { client, hold, reason: "closed" }, time.now),
  );
  const { rows } = await eraseRaw(erasure, [listed]);
  assert.deepEqual(rows, [{ erased: "1" }]);
});
