import assert from "node:assert/strict";
import files, { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, newId, openLog, system } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { openCheckpoint } from "#tlog";
import { createPolicyFile, readPolicyFile } from "../policy-file.ts";
import { readTree } from "../store.ts";
import { HeadSigner } from "./head-signer.ts";
import { createLogKey, readLogSigner } from "./log-directory.ts";
import type { LogSigner } from "./log-key.ts";
import { renewLog } from "./renew.ts";
import { Sealer } from "./sealer.ts";
import { HeadMoved, openSignerStore, type SignerStore } from "./signer-store.ts";

async function temporary(): Promise<{ directory: string; [Symbol.asyncDispose](): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-signer-"));
  return {
    directory,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

async function append(ledger: TestLedger, count: number): Promise<void> {
  const { appender, time } = ledger;
  const draft = () => ({ kind: noted, client: newId("client", time.now), details: { note: "x" } });
  await Promise.all(
    Array.from({ length: count }, () => appender.append(system, draft(), time.now)),
  );
}

type Changed = { database?: Database; store?: SignerStore; signer?: LogSigner };

function sealerOn(ledger: TestLedger, changed: Changed): Sealer {
  const { signerDirectory, opened, time, logSigner } = ledger;
  const store = changed.store ?? openSignerStore(signerDirectory);
  return new Sealer({
    database: changed.database ?? opened.database,
    clock: () => time.now,
    log: openLog("silent"),
    signer: new HeadSigner(changed.signer ?? logSigner, store),
    keepEveryMs: 0,
  });
}

async function signedSize(ledger: TestLedger, signer = ledger.logSigner): Promise<number> {
  const { head } = await readTree(ledger.opened.database);
  const keys = signer.signers.map(({ key }) => key);
  return openCheckpoint(head?.note ?? "", keys).checkpoint.size;
}

test("of several signers that move the head at once, one does", async () => {
  await using at = await temporary();
  let head: string | undefined;
  for (let round = 0; round < 30; round++) {
    const tries = Array.from({ length: 4 }, (_, place) => `head ${round}.${place}`);
    const results = await Promise.allSettled(
      tries.map((next) => openSignerStore(at.directory).replace(head, next)),
    );
    const moved = results.flatMap(({ status }, place) => (status === "fulfilled" ? [place] : []));
    for (const result of results) {
      if (result.status === "rejected") assert.ok(result.reason instanceof HeadMoved);
    }
    assert.equal(moved.length, 1);
    head = await openSignerStore(at.directory).read();
    assert.equal(head, tries[moved[0] ?? 0]);
  }
  const [left, ...more] = await readdir(at.directory);
  assert.deepEqual([left, more], ["head-30", []], "who lost leaves nothing");
});

test("a signer that was paused while others moved the head twice doesn't get a number that they left", async (t) => {
  await using at = await temporary();
  const real = files.link;
  const paused = t.mock.method(files, "link", async (from: string, to: string) => {
    paused.mock.restore();
    syncBuiltinESMExports();
    const other = openSignerStore(at.directory);
    await other.replace(undefined, "one");
    await other.replace("one", "two");
    await real(from, to);
  });
  syncBuiltinESMExports();
  const store = openSignerStore(at.directory);
  await assert.rejects(store.replace(undefined, "another one"), HeadMoved);
  assert.equal(await store.read(), "two");
});

test("what a crash leaves beside the head isn't read", async () => {
  await using at = await temporary();
  const store = openSignerStore(at.directory);
  await store.replace(undefined, "one");
  await writeFile(join(at.directory, "unfinished-1"), "half of tw");
  assert.equal(await store.read(), "one");
  await store.replace("one", "two");
  assert.equal(await store.read(), "two");
  await assert.rejects(store.replace("one", "three"), HeadMoved);
});

test("an older copy of the database isn't signed, nor another history, nor one that the signer forgot", async () => {
  await using first = await openTestLedger();
  await append(first, 5);
  await first.sealer.sealOnce();

  await using older = await openTestLedger({ signerDirectory: first.signerDirectory });
  await append(older, 9);
  await assert.rejects(older.sealer.sealOnce(), {
    code: "database_behind",
    message: /has 0 sealed events, but 5 were signed.*holdfast log renew/s,
  });

  await using other = await openTestLedger();
  await append(other, 7);
  await other.sealer.sealOnce();
  const forked = sealerOn(other, { store: openSignerStore(first.signerDirectory) });
  other.time.now = new Date(other.time.now.getTime() + 60_000);
  await assert.rejects(forked.sealOnce(), { code: "database_forked" });

  await using nothing = await temporary();
  const forgot = sealerOn(first, { store: openSignerStore(nothing.directory) });
  first.time.now = new Date(first.time.now.getTime() + 60_000);
  await assert.rejects(forgot.sealOnce(), { code: "signer_forgot" });
  assert.equal(await signedSize(first), 5);
  assert.equal(await signedSize(other), 7);
});

test("a sealer that refuses keeps nobody who can seal from it, and looks again only later", async () => {
  await using ledger = await openTestLedger();
  await using nothing = await temporary();
  await append(ledger, 3);
  await ledger.sealer.sealOnce();
  ledger.time.now = new Date(ledger.time.now.getTime() + 60_000);
  const empty = openSignerStore(nothing.directory);
  let looks = 0;
  const read = () => {
    looks += 1;
    return empty.read();
  };
  const stopping = new AbortController();
  const forgot = sealerOn(ledger, { store: { ...empty, read } });
  const running = forgot.run(stopping.signal);
  while ((await troubleOf(ledger)) === null) await sleep(1);
  await sleep(100);
  assert.equal(looks, 1);
  await append(ledger, 4);
  assert.equal(await ledger.anotherSealer().sealOnce(), 4);
  assert.equal(await troubleOf(ledger), null);
  stopping.abort();
  await running;
});

async function troubleOf(ledger: TestLedger): Promise<string | null> {
  const { rows } = await ledger.opened.database.query("select trouble from ledger.lease");
  return rows[0].trouble;
}

test("the trouble of a sealer that refuses is there for the Log page to tell", async () => {
  await using first = await openTestLedger();
  await append(first, 1);
  await first.sealer.sealOnce();
  await using older = await openTestLedger({ signerDirectory: first.signerDirectory });
  await assert.rejects(older.sealer.sealOnce());
  await assert.rejects(older.sealer.sealOnce());
  assert.match((await troubleOf(older)) ?? "", /older copy/);
});

/** Where a statement is done and its answer is lost. */
const lostAnswers = ["ledger.seal", "ledger.publish", "ledger.hold_lease"];

for (const lost of lostAnswers) {
  test(`an answer of the database that is lost after ${lost} changes nothing for good`, async () => {
    await using ledger = await openTestLedger();
    await append(ledger, 3);
    let isLost = true;
    const database = losing(ledger.opened.database, (text) => {
      if (!isLost || !text.includes(lost)) return false;
      isLost = false;
      return true;
    });
    const sealer = sealerOn(ledger, { database });
    await assert.rejects(sealer.sealOnce(), /the answer is lost/);
    await append(ledger, 4);
    await sealer.sealOnce();
    assert.equal(await signedSize(ledger), 7);
  });
}

test("a head that was stored although storing it failed is signed", async () => {
  await using ledger = await openTestLedger();
  const real = openSignerStore(ledger.signerDirectory);
  const answers = [() => Promise.reject(new Error("the answer is lost"))];
  const store: SignerStore = {
    read: () => real.read(),
    replace: async (expected, head) => {
      await real.replace(expected, head);
      await answers.pop()?.();
    },
  };
  const sealer = sealerOn(ledger, { store });
  await append(ledger, 3);
  await assert.rejects(sealer.sealOnce(), /the answer is lost/);
  await append(ledger, 4);
  await sealer.sealOnce();
  assert.equal(await signedSize(ledger), 7);
});

test("a log that can't go on is renewed: under another name, on what is left, and it says why", async () => {
  await using ledger = await openTestLedger();
  await using at = await temporary();
  const kept = {
    logDirectory: join(at.directory, "log"),
    policyFile: join(at.directory, "policy.txt"),
    receiptKeyFile: "",
  };
  const signer = await createLogKey(kept.logDirectory, "ledger.example/log");
  await createPolicyFile(kept.policyFile, signer.signers);
  await append(ledger, 5);
  const { database } = ledger.opened;
  const begin = () => sealerOn(ledger, { store: openSignerStore(kept.logDirectory), signer });
  const renew = () =>
    renewLog({
      database,
      appender: ledger.appender,
      files: kept,
      origin: "unused",
      because: "the disk of the signer is lost",
      now: ledger.time.now,
    });
  await begin().sealOnce();
  await assert.rejects(renew(), { code: "sealer_runs" });
  await rm(join(kept.logDirectory, "head-1"));
  ledger.time.now = new Date(ledger.time.now.getTime() + 60_000);
  const refusing = begin();
  await assert.rejects(refusing.sealOnce(), { code: "signer_forgot" });

  const { origin, size } = await renew();
  assert.deepEqual({ origin, size }, { origin: "ledger.example/log-2", size: 5 });
  assert.deepEqual((await readdir(at.directory)).sort(), ["log", "log-before-1", "policy.txt"]);
  assert.equal((await readPolicyFile(kept.policyFile)).logs.length, 4);

  await assert.rejects(refusing.sealOnce(), { code: "log_begun_anew" });
  const renewed = await readLogSigner(kept.logDirectory);
  const store = openSignerStore(kept.logDirectory);
  assert.equal(await sealerOn(ledger, { store, signer: renewed }).sealOnce(), 1);
  assert.equal(await signedSize(ledger, renewed), 6);
});

test("a renewed log never has a name that another had, and nothing is sealed before it is told why", async () => {
  await using ledger = await openTestLedger();
  await using at = await temporary();
  const { appender, opened, time } = ledger;
  const logDirectory = join(at.directory, "log");
  const policyFile = join(at.directory, "policy.txt");
  const renew = async (by = appender) => {
    const renewed = await renewLog({
      database: opened.database,
      appender: by,
      files: { logDirectory, policyFile, receiptKeyFile: "" },
      origin: "ledger.example/log",
      because: "the disk is lost",
      now: time.now,
    });
    return renewed.origin;
  };
  const names = async () =>
    new Set((await readPolicyFile(policyFile)).logs.map(({ key }) => key.name));
  assert.equal(await renew(), "ledger.example/log-2");
  await rm(logDirectory, { recursive: true });
  assert.equal(await renew(), "ledger.example/log-3");
  const known = await names();
  await assert.rejects(renew(Object.assign(Object.create(appender), { append: fail })), /no disk/);
  assert.deepEqual(await names(), known);

  const signer = await readLogSigner(logDirectory);
  await sealerOn(ledger, { store: openSignerStore(logDirectory), signer }).sealOnce();
  time.now = new Date(time.now.getTime() + 60_000);
  await rm(logDirectory, { recursive: true });
  await rm(policyFile);
  assert.equal(await renew(), "ledger.example/log-5");
  assert.deepEqual(await names(), new Set(["ledger.example/log-5"]));
});

async function fail(): Promise<never> {
  throw new Error("no disk");
}

/** The database, on which the answer to some statements is lost after they were done. */
function losing(database: Database, isLost: (text: string) => boolean): Database {
  const wrap = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name);
        if (typeof value !== "function") return value;
        if (name === "connect") return async () => wrap(await value.call(object));
        if (name !== "query") return value.bind(object);
        return async (text: string, values?: unknown[]) => {
          const result = await value.call(object, text, values);
          if (isLost(text)) throw new Error("the answer is lost");
          return result;
        };
      },
    });
  return wrap(database);
}
