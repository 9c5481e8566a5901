import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import {
  Appender,
  type EventKind,
  HeadSigner,
  ledgerEventKinds,
  logSignerFrom,
  makeLogKey,
  openSignerStore,
  Sealer,
} from "#ledger";
import { openLog } from "#platform";
import { openTestDatabase, type TestDatabase } from "./open-database.ts";

/** A kind of event that has every column, for tests. */
export const noted: EventKind<{ note: string }> = {
  name: "test.noted",
  version: 1,
  columns: {
    client: "optional",
    field: "optional",
    version: "optional",
    ticket: "optional",
    purpose: "optional",
    decision: "optional",
  },
  details: z.strictObject({ note: z.string() }),
};

export type TestLedger = {
  opened: TestDatabase;
  /** The ledger's clock: a test moves it. */
  time: { now: Date };
  appender: Appender;
  sealer: Sealer;
  /** Another process's appender and sealer, on the same keys. */
  anotherAppender(): Appender;
  anotherSealer(): Sealer;
  receiptKey: KeyObject;
  logSigner: ReturnType<typeof logSignerFrom>;
  signerDirectory: string;
  [Symbol.asyncDispose](): Promise<void>;
};

const keyFile = "the test's key";
/** Keys of ML-DSA-44 are slow to make: one log's key serves all tests of a file. */
const logSigner = logSignerFrom(makeLogKey("ledger.example/log"), keyFile);

/** A ledger on a database of its own: `await using ledger = await openTestLedger()`. */
export async function openTestLedger(
  beside: { opened?: TestDatabase; signerDirectory?: string; keepEveryMs?: number } = {},
): Promise<TestLedger> {
  const opened = beside.opened ?? (await openTestDatabase());
  const { database } = opened;
  const directory = await mkdtemp(join(tmpdir(), "holdfast-ledger-"));
  const signerDirectory = beside.signerDirectory ?? join(directory, "signer");
  const time = { now: new Date("2026-11-20T12:00:00Z") };
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const anotherAppender = () =>
    new Appender({
      database,
      receiptKey: privateKey,
      kinds: [noted, ...ledgerEventKinds],
      now: time.now,
    });
  const anotherSealer = () =>
    new Sealer({
      database,
      clock: () => time.now,
      log: openLog("silent"),
      signer: new HeadSigner(logSigner, openSignerStore(signerDirectory)),
      keepEveryMs: beside.keepEveryMs ?? 0,
    });
  return {
    opened,
    time,
    appender: anotherAppender(),
    sealer: anotherSealer(),
    anotherAppender,
    anotherSealer,
    receiptKey: publicKey,
    logSigner,
    signerDirectory,
    [Symbol.asyncDispose]: async () => {
      await rm(directory, { recursive: true, force: true });
      if (!beside.opened) await opened[Symbol.asyncDispose]();
    },
  };
}
