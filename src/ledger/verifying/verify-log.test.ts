import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { newId, nobody, system } from "#platform";
import { mistakesAfter, noted, openTestLedger, openUntouchedLog, tampers, verifyAs } from "#test";
import { openSignerStore } from "../sealing/index.ts";
import { verifyLog } from "./verify-log.ts";

/** The rest runs in test/peers/verify-log.test.ts. */
const randomTampers = 30;
const nobodysPolicy = { logs: [], witnesses: [], groups: [], quorum: undefined };

test("a log that nobody tampered with gives no finding", async () => {
  await using log = await openUntouchedLog();
  const report = await verifyAs(log, log.ledger.opened.database);
  assert.deepEqual([report.findings, report.remarks], [[], []]);
  assert.equal(report.vouchedSize, log.size);
  assert.equal(report.witnessedSize, log.size);
  assert.equal(report.counts.events, log.events.length);
  assert.equal(report.counts.erased, log.events.filter((event) => event.is_erased).length);
  assert.equal(report.counts.cosignatures, 2 * log.checkpoints.length);
});

test("every way to tamper is named, and nobody else is accused", async () => {
  await using log = await openUntouchedLog();
  for (const tamper of tampers) {
    assert.deepEqual(await mistakesAfter(log, tamper, 0), [], tamper.name);
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...tampers), fc.nat(), async (tamper, seed) => {
      assert.deepEqual(await mistakesAfter(log, tamper, seed), [], tamper.name);
    }),
    { numRuns: randomTampers },
  );
});

test("a run that takes the next one's leaves makes nobody's time look set back", async () => {
  await using log = await openUntouchedLog();
  const longer = tampers.find(({ name }) => name === "a run's events is changed");
  assert.ok(longer);
  for (let seed = 0; seed < 6; seed++) {
    assert.deepEqual(await mistakesAfter(log, longer, seed), [], `seed ${seed}`);
  }
});

test("beyond the last signed head, the tile above and the chain that goes on tell what was changed", async () => {
  await using log = await openUntouchedLog();
  const { owner, events } = log;
  const [signed = 0] = log.checkpoints;
  const isPlain = (event: (typeof events)[number]) =>
    event.kind === "test.noted" && !event.is_erased && !event.is_actor_erased && !event.is_bridge;
  const among = (from: number, to: number, such: (client: string) => boolean) =>
    events.find(
      (event) =>
        isPlain(event) && (event.leaf ?? 0) >= from && (event.leaf ?? 0) < to && such(event.client),
    );
  const inTile = among(signed, 256, () => true);
  const chained = among(256, 330, (client) => client !== nobody);
  const alone = among(256, log.size, (client) => client === nobody);
  const codesAfter = async (tampering: string, values: unknown[] = []) => {
    await owner.query("begin isolation level repeatable read");
    await owner.query("delete from ledger.cosignatures");
    await owner.query(
      `update ledger.tree set note = c.note, signed_size = c.size, signed_at = c.signed_at
       from ledger.checkpoints c where c.size = $1`,
      [signed],
    );
    await owner.query("delete from ledger.checkpoints where size > $1", [signed]);
    await owner.query(tampering, values);
    const connection = Object.assign(owner, { release: () => {} });
    const database = { connect: async () => connection } as never;
    const clock = () => log.ledger.time.now;
    const { findings, remarks } = await verifyLog({
      ...{ database, policy: log.policy, signerStore: undefined, clock },
    });
    assert.ok(remarks.some(({ code }) => code === "tail_unsigned"));
    return findings.map(({ code, at }) => [code, at.leaf ?? at.bundle]);
  };
  const change = "update ledger.events set purpose = 'another' where id = $1";
  assert.deepEqual(await codesAfter("select"), []);
  assert.deepEqual(await codesAfter(change, [inTile?.id]), [["event_changed", inTile?.leaf]]);
  assert.deepEqual(await codesAfter(change, [chained?.id]), [["event_changed", chained?.leaf]]);
  assert.deepEqual(await codesAfter(change, [alone?.id]), [
    ["event_or_entry_changed", alone?.leaf],
  ]);
  const entry = `update ledger.bundles set index = index,
    commitments = set_byte(commitments, $1::integer % 256 * 32, get_byte(commitments, $1::integer % 256 * 32) # 1)
    where index = $1::integer / 256`;
  assert.deepEqual(await codesAfter(entry, [inTile?.leaf]), [["bundle_changed", inTile?.leaf]]);
  assert.deepEqual(await codesAfter(entry, [chained?.leaf]), [["bundle_changed", chained?.leaf]]);
  assert.deepEqual(await codesAfter("update ledger.tiles set hashes = sha256('')"), [
    ["tile_or_bundle_changed", 0],
  ]);
});

test("while others append and seal, a log gives no finding", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const appenders = [ledger.appender, ledger.anotherAppender()];
  const clients = Array.from({ length: 20 }, () => newId("client", ledger.time.now));
  const append = async (count: number) => {
    const { now } = ledger.time;
    const draft = (place: number) => {
      const client = clients[place % 20];
      return { kind: noted, ...(client && { client }), details: { note: "x" } };
    };
    await Promise.all(
      Array.from({ length: count }, (_, place) =>
        appenders[place % 2]?.append(system, draft(place), now),
      ),
    );
  };
  const policy = { ...nobodysPolicy, logs: ledger.logSigner.signers.map(({ key }) => ({ key })) };
  const signerStore = openSignerStore(ledger.signerDirectory);
  const clock = () => ledger.time.now;
  await append(3);
  await ledger.sealer.sealOnce();
  const stopping = new AbortController();
  const working = (async () => {
    while (!stopping.signal.aborted) {
      await append(37);
      await ledger.sealer.sealOnce();
    }
  })();
  const sizes = new Set<number>();
  for (let round = 0; round < 15; round++) {
    const report = await verifyLog({ database, policy, signerStore, clock });
    assert.deepEqual(report.findings, []);
    sizes.add(report.counts.events);
  }
  stopping.abort();
  await working;
  assert.ok(sizes.size > 1);
});

test("an event that is appended with an old time is named", async () => {
  await using ledger = await openTestLedger();
  const { appender, sealer, time } = ledger;
  const draft = { kind: noted, details: { note: "x" } };
  for (let place = 0; place < 5; place++) await appender.append(system, draft, time.now);
  const old = new Date(time.now.getTime() - 30 * 86_400_000);
  const { event, instance, instanceSeq } = await appender.append(system, draft, old);
  await appender.append(system, draft, time.now);
  await sealer.sealOnce();
  const report = await verifyLog({
    database: ledger.opened.database,
    policy: { ...nobodysPolicy, logs: ledger.logSigner.signers.map(({ key }) => ({ key })) },
    signerStore: undefined,
    clock: () => time.now,
  });
  assert.deepEqual(
    report.findings.map(({ code, at }) => [code, at]),
    [["event_backdated", { event, leaf: 5, instance, instanceSeq }]],
  );
});

test("an empty log gives no finding; one that a policy doesn't know gives one for each head", async () => {
  await using ledger = await openTestLedger();
  const verify = async () => {
    const { database } = ledger.opened;
    const clock = () => ledger.time.now;
    return await verifyLog({ database, policy: nobodysPolicy, signerStore: undefined, clock });
  };
  assert.deepEqual((await verify()).findings, []);
  const draft = { kind: noted, details: { note: "x" } };
  await ledger.appender.append(system, draft, ledger.time.now);
  await ledger.sealer.sealOnce();
  const { findings, vouchedSize } = await verify();
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["checkpoint_unknown", "head_unknown"],
  );
  assert.equal(vouchedSize, 0);
});
