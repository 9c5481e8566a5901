import assert from "node:assert/strict";
import { test } from "node:test";
import { system } from "#platform";
import { noted, openTestLedger } from "#test";
import { settledHead } from "./settled-head.ts";

test("a settled head holds every event that was there, and is waited for", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const note = () =>
    ledger.appender.append(system, { kind: noted, details: { note: "one" } }, ledger.time.now);
  const sizeOf = async (patienceMs: number) => (await settledHead(database, patienceMs))?.size;
  assert.equal(await sizeOf(0), undefined);
  await note();
  assert.equal(await sizeOf(0), undefined);
  const waiting = sizeOf(60_000);
  await ledger.sealer.sealOnce();
  assert.equal(await waiting, 1);
  await note();
  await note();
  assert.equal(await sizeOf(0), undefined);
  await ledger.sealer.sealOnce();
  assert.equal(await sizeOf(0), 3);
  const head = await settledHead(database);
  assert.equal(head?.origin, ledger.logSigner.origin);
  assert.equal(head?.root.length, 32);
});
