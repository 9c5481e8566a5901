import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { newId, system } from "#platform";
import { mistakesAfter, noted, openTestLedger, openUntouchedLog, tampers, verifyAs } from "#test";
import { openSignerStore } from "../sealing/index.ts";
import { verifyLog } from "./verify-log.ts";

/** The rest runs in test/peers/verify-log.test.ts. */
const randomTampers = 250;
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
