import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "#fast-check";
import { type Actor, type Erasure, type Id, newId, system, transaction, uuidOf } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { inclusionProof, nodesIn, tilesForInclusion, verifyInclusion } from "#tlog";
import { type EventRow, eventFromRow, type KeptEvent } from "../row.ts";
import { openSignerStore } from "../sealing/index.ts";
import { readTree } from "../store.ts";
import { fetchTiles, hashBytes, rootAt, tileWidth } from "../tree.ts";
import { verifyLog } from "../verifying/index.ts";
import { erase } from "./erase.ts";
import type { ErasureOrder } from "./order.ts";

async function note(
  { appender, time }: TestLedger,
  client: Id<"client"> | undefined,
  actor: Actor = system,
): Promise<Id<"event">> {
  const details = { note: "Ada Larkmoor" };
  const draft = { kind: noted, ...(client && { client }), field: "email", details };
  return (await appender.append(actor, draft, time.now)).event;
}

async function eraseNow({ appender, opened, time }: TestLedger, order: ErasureOrder) {
  const lines: Erasure[] = [];
  const record = async (line: Erasure) => void lines.push(line);
  const count = await transaction(opened.database, (joined) =>
    erase(
      { appender, record, clientErasers: [], formerIds: async () => [] },
      joined,
      { is: "system" },
      order,
      "client_asked",
      time.now,
    ),
  );
  return { count, lines };
}

async function keptEvents(ledger: TestLedger): Promise<KeptEvent[]> {
  const { rows } = await ledger.opened.database.query<EventRow>(
    "select * from ledger.events order by client, client_seq, occurred_at, id",
  );
  return rows.map(eventFromRow);
}

/** What verify-log finds, which is nothing. @returns how many events are still told from their leaf */
async function audit({ opened, logSigner, signerDirectory, time }: TestLedger): Promise<number> {
  const logs = logSigner.signers.map(({ key }) => ({ key }));
  const { findings, counts } = await verifyLog({
    database: opened.database,
    policy: { logs, witnesses: [], groups: [], quorum: "none" },
    signerStore: openSignerStore(signerDirectory),
    clock: () => time.now,
  });
  assert.deepEqual(findings, []);
  return counts.events - counts.erased;
}

type Proof = {
  leaf: Uint8Array;
  index: number;
  size: number;
  root: Uint8Array;
  path: Uint8Array[];
};

/** Proofs of the newest sealed events, as people might keep them. */
async function proofsOf({ opened }: TestLedger, count: number): Promise<Proof[]> {
  const { database } = opened;
  const { size } = await readTree(database);
  const root = await rootAt(database, size);
  const proofs: Proof[] = [];
  for (let index = Math.max(0, size - count); index < size; index++) {
    const place = index % tileWidth;
    const own = { level: 0, index: Math.floor(index / tileWidth), width: place + 1 };
    const leaves = (await fetchTiles(database, [own]))(own) ?? Buffer.alloc(0);
    const leaf = leaves.subarray(place * hashBytes, (place + 1) * hashBytes);
    const source = await fetchTiles(database, tilesForInclusion(index, size));
    const path = inclusionProof(index, size, nodesIn(source, size));
    proofs.push({ leaf, index, size, root, path });
  }
  return proofs;
}

async function verify(ledger: TestLedger, proofs: readonly Proof[]): Promise<void> {
  for (const { leaf, index, size, root, path } of proofs) {
    verifyInclusion(leaf, index, { size, root }, path);
    assert.deepEqual(Buffer.from(await rootAt(ledger.opened.database, size)), Buffer.from(root));
  }
}

/** Whether any row of the ledger still names somebody. */
async function isNamed({ opened }: TestLedger, id: Id<string>): Promise<boolean> {
  const { rows: tables } = await opened.database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'ledger'",
  );
  for (const { name } of tables) {
    const { rows } = await opened.database.query<{ found: boolean }>(
      `select exists (select from ledger.${name} t
         where t::text like '%' || $1::text || '%' or t::text like '%' || $2::text || '%') as found`,
      [uuidOf(id), id],
    );
    if (rows[0]?.found) return true;
  }
  return false;
}

test("an erased entry says nothing of the client, who is told how many there were", async () => {
  await using ledger = await openTestLedger();
  const client = newId("client", ledger.time.now);
  const member = newId("staff", ledger.time.now);
  const [first, second, third] = [
    await note(ledger, client),
    await note(ledger, client, { is: "staff", id: member }),
    await note(ledger, client),
  ];
  await ledger.sealer.sealOnce();
  const proofs = await proofsOf(ledger, 3);
  const erased = await eraseNow(ledger, { of: "events", client, events: [second, third] });
  assert.equal(erased.count, 2);
  assert.deepEqual(
    erased.lines.map(({ kind, ids }) => ({ kind, ids })),
    [{ kind: "ledger.events_erased", ids: { [second]: client, [third]: client } }],
  );
  const kept = new Map((await keptEvents(ledger)).map((one) => [one.event.id, one]));
  assert.equal(kept.get(first)?.event.client, client);
  const place = { instance: 1, clientSeq: 2, instanceSeq: 2 };
  assert.deepEqual(kept.get(second), {
    event: {
      ...place,
      id: second,
      kind: "test.noted",
      kindVersion: 1,
      occurredAt: ledger.time.now,
      actor: { is: "staff", id: member },
    },
    secrets: {},
  });
  const last = [...kept.values()].find(({ event }) => event.kind === "ledger.entries_erased");
  assert.equal(last?.event.client, client);
  assert.deepEqual(JSON.parse(last?.event.details ?? ""), { entries: 2, reason: "client_asked" });
  await note(ledger, client);
  assert.equal(await audit(ledger), 4);
  await ledger.sealer.sealOnce();
  assert.equal(await audit(ledger), 4);
  await verify(ledger, proofs);
});

test("of an erased client nothing is left that names the client, whatever the client did", async () => {
  await using ledger = await openTestLedger();
  const { time } = ledger;
  const [client, other] = [newId("client", time.now), newId("client", time.now)];
  const asClient: Actor = { is: "client", id: client };
  for (let count = 0; count < 250; count++) await note(ledger, client, asClient);
  await ledger.sealer.sealOnce();
  await note(ledger, undefined, asClient);
  await note(ledger, other, asClient);
  await note(ledger, other);
  assert.ok(await isNamed(ledger, client));
  const { count, lines } = await eraseNow(ledger, { of: "client", client });
  assert.equal(count, 252);
  assert.deepEqual(lines, [{ kind: "ledger.client_erased", at: time.now, ids: { client } }]);
  assert.ok(!(await isNamed(ledger, client)));
  // Three of the others' and the three that say what was erased.
  assert.equal(await audit(ledger), 6);
  const again = await eraseNow(ledger, { of: "client", client });
  assert.equal(again.count, 0);
  assert.equal(await audit(ledger), 6);
});

test("an event without its actor is still told from its leaf", async () => {
  await using ledger = await openTestLedger();
  const client = newId("client", ledger.time.now);
  const leaver: Actor = { is: "staff", id: newId("staff", ledger.time.now) };
  const colleague: Actor = { is: "staff", id: newId("staff", ledger.time.now) };
  const events = [await note(ledger, client, leaver), await note(ledger, undefined, leaver)];
  await note(ledger, client, colleague);
  await ledger.sealer.sealOnce();
  const { count, lines } = await eraseNow(ledger, { of: "actor", actor: leaver.id, events });
  assert.equal(count, 2);
  assert.deepEqual(
    lines.map(({ ids }) => ids),
    [Object.fromEntries(events.map((event) => [event, leaver.id]))],
  );
  assert.ok(!(await isNamed(ledger, leaver.id)));
  assert.equal(await audit(ledger), 4);
  const found = (await keptEvents(ledger)).find(({ event }) => event.id === events[0]);
  assert.deepEqual(JSON.parse(found?.event.details ?? ""), { note: "Ada Larkmoor" });
  assert.equal(found?.event.client, client);
  await eraseNow(ledger, { of: "client", client });
  assert.equal(await audit(ledger), 3);
});

test("no erasure without a line on the list: when it can't be written, nothing is erased", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const client = newId("client", time.now);
  const events = await Promise.all(Array.from({ length: 120 }, () => note(ledger, client)));
  const lines: Erasure[] = [];
  const record = async (line: Erasure) => {
    lines.push(line);
    if (lines.length === 3) throw new Error("the disk is full");
  };
  const order: ErasureOrder = { of: "events", client, events };
  const erasing = transaction(opened.database, (joined) =>
    erase(
      { appender, record, clientErasers: [], formerIds: async () => [] },
      joined,
      { is: "system" },
      order,
      "client_asked",
      time.now,
    ),
  );
  await assert.rejects(erasing, /the disk is full/);
  assert.deepEqual(
    lines.flatMap(({ ids }) => Object.keys(ids)),
    events,
  );
  assert.equal(await audit(ledger), 120);
  assert.equal((await eraseNow(ledger, order)).count, 120);
  assert.equal(await audit(ledger), 2);
});

type Step =
  | { does: "append"; client: number; actor: number }
  | { does: "seal" }
  | { does: "erase"; of: ErasureOrder["of"]; who: number; from: number; count: number };

const who = fc.nat({ max: 2 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      // The fourth client is none, the fourth actor is the first client.
      arbitrary: fc.record({
        does: fc.constant("append"),
        client: fc.nat({ max: 3 }),
        actor: fc.nat({ max: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant("seal") }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant("erase"),
        of: fc.constantFrom("events", "events", "actor", "actor", "client"),
        who,
        from: fc.nat({ max: 6 }),
        count: fc.integer({ min: 1, max: 3 }),
      }),
    },
  ),
  { minLength: 20, maxLength: 50 },
);

test("whatever is erased, all other events and every proof that was made stay valid", async () => {
  await using ledger = await openTestLedger();
  const { now } = ledger.time;
  const proofs: Proof[] = [];
  let erased = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const first = newId("client", now);
      const clients = [first, newId("client", now), newId("client", now)];
      const staff = clients.map(() => newId("staff", now));
      const actors: Actor[] = staff.map((id) => ({ is: "staff", id }));
      actors.push({ is: "client", id: first });
      for (const step of history) {
        if (step.does === "append") await note(ledger, clients[step.client], actors[step.actor]);
        else if (step.does === "seal") await ledger.sealer.sealOnce();
        else {
          proofs.push(...(await proofsOf(ledger, 2)));
          const order = await orderOf(ledger, step, clients, staff);
          if (order) erased += (await eraseNow(ledger, order)).count;
        }
      }
      await audit(ledger);
      await ledger.sealer.sealOnce();
      await audit(ledger);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  await verify(ledger, proofs);
  assert.ok(erased > 30);
});

async function orderOf(
  ledger: TestLedger,
  { of, who, from, count }: Step & { does: "erase" },
  clients: readonly Id<"client">[],
  staff: readonly Id<"staff">[],
): Promise<ErasureOrder | undefined> {
  const [client, actor] = [clients[who], staff[who]];
  if (!client || !actor) return undefined;
  if (of === "client") return { of, client };
  const events = (await keptEvents(ledger))
    .map(({ event }) => event)
    .filter((event) =>
      of === "events"
        ? event.client === client
        : event.actor?.is === "staff" && event.actor.id === actor,
    )
    .map(({ id }) => id)
    .slice(from, from + count);
  if (events.length === 0) return undefined;
  return of === "events" ? { of, client, events } : { of, actor, events };
}

test("an erasure waits for the event that is being appended, be it the client's first", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const client = newId("client", time.now);
  for (const count of [1, 2]) {
    let erasing: ReturnType<typeof eraseNow> | undefined;
    if (count === 2) await note(ledger, client);
    await transaction(opened.database, async (joined) => {
      const draft = { kind: noted, client, details: { note: "x" } };
      await appender.append(system, draft, time.now, joined);
      erasing = eraseNow(ledger, { of: "client", client });
      await Promise.race([erasing, sleep(50)]);
    });
    assert.equal((await erasing)?.count, count);
    assert.ok(!(await isNamed(ledger, client)));
  }
});

test("erasing meets appending and sealing at any moment, and the chains hold", async () => {
  await using ledger = await openTestLedger();
  const { time } = ledger;
  const clients = [0, 1, 2].map(() => newId("client", time.now));
  const actor = newId("staff", time.now);
  const staff = clients.map(() => actor);
  const appenders = [ledger.appender, ledger.anotherAppender()];
  const erasing = (async () => {
    for (let round = 0; round < 24; round++) {
      const of = (["events", "actor", "client"] as const)[round % 3] ?? "client";
      const chosen: Step = { does: "erase", of, who: round % 8 < 4 ? 0 : 1, from: 0, count: 20 };
      const order = await orderOf(ledger, chosen, clients, staff);
      if (order) await eraseNow(ledger, order);
    }
  })();
  let isDone = false;
  const atLeast = 10;
  const until = async (run: () => Promise<boolean>) => {
    for (let done = 0; !isDone || done < atLeast; ) if (await run()) done += 1;
  };
  const meanwhile = clients.flatMap((client) =>
    appenders.map((appender) =>
      until(async () => {
        const draft = { kind: noted, client, details: { note: "x" } };
        // An event that waits for the chain of a client who is being erased is refused.
        const refused = /the ledger took no test.noted/;
        return await appender.append({ is: "staff", id: actor }, draft, time.now).then(
          () => true,
          (error) => {
            assert.match(String(error), refused);
            return false;
          },
        );
      }),
    ),
  );
  const seal = async () => {
    await ledger.sealer.sealOnce();
    return true;
  };
  meanwhile.push(until(seal));
  await erasing.finally(() => {
    isDone = true;
  });
  await Promise.all(meanwhile);
  await ledger.sealer.sealOnce();
  assert.ok((await audit(ledger)) > 50);
});
