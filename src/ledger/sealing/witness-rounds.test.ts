import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openLog, system } from "#platform";
import { noted, openTestLedger } from "#test";
import { parsePolicy, printCheckpoint, printKey } from "#tlog";
import { rootAt } from "../tree.ts";
import { makeWitness } from "../witnessing/made-witness.ts";
import { createState } from "../witnessing/state-file.ts";
import { HeadSigner } from "./head-signer.ts";
import { logSignerFrom, makeLogKey } from "./log-key.ts";
import { Sealer } from "./sealer.ts";
import { openSignerStore } from "./signer-store.ts";
import { WitnessRounds } from "./witness-rounds.ts";

const renewed = logSignerFrom(makeLogKey("ledger.example/log-2"), "the test's key");

test("a witness that lost its memory is told; one that first sees a renewed log isn't taken for one", async () => {
  await using ledger = await openTestLedger();
  const { appender, logSigner, opened, signerDirectory, time } = ledger;
  const { database } = opened;
  await using witness = await makeWitness(
    [logSigner, renewed].flatMap(({ origin, signers: [ed25519] }) =>
      ed25519 ? [{ origin, vkey: printKey(ed25519.key) }] : [],
    ),
  );
  const log = openLog("silent");
  const told: unknown[] = [];
  log.error = (...words: unknown[]) => void told.push(words.at(-1));
  const keys = witness.keys.map(
    (key, place) => `witness w${place} ${printKey(key)} https://w.example`,
  );
  const policy = parsePolicy(`${keys.join("\n")}\nquorum w0\n`);
  const rounds = new WitnessRounds({
    database,
    clock: () => time.now,
    log,
    policy,
    ask: async (_url, { body }) => {
      const { status, contentType, body: answer } = await witness.post(body);
      return new Response(answer, { status, headers: { "content-type": contentType ?? "" } });
    },
    isSealing: () => true,
  });
  const grow = async (sealer: Sealer) => {
    time.now = new Date(time.now.getTime() + 60_000);
    await appender.append(system, { kind: noted, details: { note: "x" } }, time.now);
    await sealer.sealOnce();
    await rounds.askOnce();
    const { rows } = await database.query("select size from ledger.cosignatures order by size");
    return rows.map(({ size }) => Number(size));
  };
  await grow(ledger.sealer);
  assert.deepEqual(await grow(ledger.sealer), [1, 2]);

  const store = openSignerStore(join(signerDirectory, "renewed"));
  const head = { origin: renewed.origin, size: 2, root: await rootAt(database, 2), extensions: [] };
  await store.replace(undefined, printCheckpoint(head));
  const signer = new HeadSigner(renewed, store);
  const sealer = new Sealer({ database, clock: () => time.now, log, signer, keepEveryMs: 0 });
  assert.deepEqual(await grow(sealer), [1, 2, 3]);
  assert.deepEqual(told, []);

  await rm(witness.file);
  await createState(witness.file, witness.keys);
  await witness.restart();
  assert.deepEqual(await grow(sealer), [1, 2, 3, 4]);
  assert.deepEqual(told, ["a witness has lost its memory: it may vouch for another history"]);
});
