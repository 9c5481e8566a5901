import { existsSync } from "node:fs";
import {
  type Database,
  InvalidInput,
  newId,
  readTextFile,
  replaceFile,
  system,
  uuidOf,
} from "#platform";
import { parseCheckpoint, parseNote, printCheckpoint, printKey } from "#tlog";
import type { Appender } from "../append.ts";
import { logRenewed } from "../kinds.ts";
import { logNameOf, prefixOf } from "../log-name.ts";
import { createPolicyFile, readPolicyFile } from "../policy-file.ts";
import type { LedgerFiles } from "../settings.ts";
import { readTree, type Tree } from "../store.ts";
import { rootAt } from "../tree.ts";
import { createLogKey, putLogAside } from "./log-directory.ts";
import type { LogSigner } from "./log-key.ts";
import { openSignerStore } from "./signer-store.ts";
import { holdLease } from "./store.ts";

class SealerRuns extends InvalidInput {
  constructor() {
    super("sealer_runs", "A sealer runs on this database. Stop it, wait a minute, and try again.");
  }
}

export type RenewOptions = {
  database: Database;
  appender: Appender;
  files: LedgerFiles;
  /** The log's name when it never had a key here. */
  origin: string;
  because: string;
  now: Date;
};

type Renewed = { origin: string; prefix: string; size: number; aside: string | undefined };

/** Longer than a renewal takes, after which the lease of one that died is free. */
const leaseMs = 60_000;

/**
 * Begins a new log, with a new name and key, on the events that the database has: for when the old one can't go on
 * because events that it signed are lost. The old key's checkpoints stay valid for what they signed, and the reason
 * becomes an event. Meanwhile it has the sealer's lease; a sealer that gave it up finds another log's record, and refuses.
 * A crash in between leaves a log that refuses to go on until this is done again.
 * @throws {SealerRuns}
 */
export async function renewLog(options: RenewOptions): Promise<Renewed> {
  const { database, now } = options;
  const holder = uuidOf(newId("sealer", now));
  const holdUntil = (until: Date) => holdLease(database, holder, now, until, undefined);
  const fence = await holdUntil(new Date(now.getTime() + leaseMs));
  if (fence === undefined) throw new SealerRuns();
  try {
    return await beginAnew(options);
  } finally {
    await holdUntil(now); // then it has expired
  }
}

async function beginAnew(options: RenewOptions): Promise<Renewed> {
  const { database, appender, files, because, now } = options;
  const tree = await readTree(database);
  const { size } = tree;
  const root = await rootAt(database, size);
  const origin = await nextOrigin(options, tree);
  const { logDirectory } = files;
  const aside = existsSync(logDirectory) ? await putLogAside(logDirectory) : undefined;
  const signer = await createLogKey(logDirectory, origin);
  const head = printCheckpoint({ origin, size, root, extensions: [] });
  await openSignerStore(logDirectory).replace(undefined, head);
  await appender.append(system, { kind: logRenewed, details: { origin, size, because } }, now);
  // Last: a key that isn't listed seals nothing.
  await listKeys(files.policyFile, signer);
  return { origin, prefix: prefixOf(origin), size, aside };
}

/** The next number: never a name that some log already had. */
async function nextOrigin({ files, origin }: RenewOptions, { head }: Tree): Promise<string> {
  const last = head ? parseCheckpoint(parseNote(head.note).text).origin : origin;
  const { policyFile } = files;
  const logs = existsSync(policyFile) ? (await readPolicyFile(policyFile)).logs : [];
  const { base } = logNameOf(last);
  const numbers = [last, ...logs.map(({ key }) => key.name)]
    .map(logNameOf)
    .flatMap((known) => (known.base === base ? [known.number] : []));
  return `${base}-${Math.max(...numbers) + 1}`;
}

/** The old keys stay listed: what they signed is still to be verified. */
async function listKeys(policyFile: string, { signers }: LogSigner): Promise<void> {
  if (!existsSync(policyFile)) return await createPolicyFile(policyFile, signers);
  const lines = signers.map(({ key }) => `log ${printKey(key)}\n`).join("");
  await replaceFile(policyFile, `${lines}${await readTextFile(policyFile)}`, 0o644);
  await readPolicyFile(policyFile);
}
