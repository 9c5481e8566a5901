import { existsSync } from "node:fs";
import { type Clock, type Database, type Log, newId, uuidOf } from "#platform";
import { createPolicyFile, readPolicyFile, refuseUnlisted } from "../policy-file.ts";
import type { LedgerFiles } from "../settings.ts";
import { readTree } from "../store.ts";
import { type Ask, hasDisjointQuorums } from "../witnessing/index.ts";
import { HeadSigner } from "./head-signer.ts";
import { createLogKey, hasLogKey, readLogSigner } from "./log-directory.ts";
import type { LogSigner } from "./log-key.ts";
import { SignerForgot } from "./refusals.ts";
import { Sealer } from "./sealer.ts";
import { openSignerStore } from "./signer-store.ts";
import { holdLease } from "./store.ts";
import { WitnessRounds } from "./witness-rounds.ts";

const part = { part: "sealer" };
const divided =
  "the log policy's quorum isn't more than half of its witnesses: two groups of them could each be shown another history";

type SealingOptions = {
  database: Database;
  clock: Clock;
  log: Log;
  files: LedgerFiles;
  /** The log's name, when its key isn't made yet. */
  origin: string;
  ask: Ask;
};

export type Sealing = { stop(): Promise<void> };

/**
 * Starts the role that seals and asks witnesses. A log that is new gets its key and a policy without witnesses. When the
 * log isn't new but its key is missing, nothing is sealed, and it is told: the desk goes on, and events wait.
 */
export async function startSealing(options: SealingOptions): Promise<Sealing> {
  const { database, clock, log } = options;
  try {
    return await seal(options, await openLogSigner(options));
  } catch (error) {
    if (!(error instanceof SignerForgot)) throw error;
    log.error(part, error.message);
    const now = clock();
    await holdLease(database, uuidOf(newId("sealer", now)), now, now, error.message);
    return { stop: async () => {} };
  }
}

async function seal(options: SealingOptions, logSigner: LogSigner): Promise<Sealing> {
  const { database, clock, log, files, ask } = options;
  const policy = await readPolicyFile(files.policyFile);
  refuseUnlisted(files.policyFile, policy, logSigner.signers);
  if (policy.quorum !== undefined && hasDisjointQuorums(policy)) log.warn(part, divided);
  const store = openSignerStore(files.logDirectory);
  const signer = new HeadSigner(logSigner, store);
  const sealer = new Sealer({ database, clock, log, signer });
  const isSealing = () => sealer.isHolding;
  const rounds = new WitnessRounds({ database, clock, log, policy, ask, isSealing });
  const stopping = new AbortController();
  const running = Promise.all([sealer.run(stopping.signal), rounds.run(stopping.signal)]);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Who signs for this installation's log; made, with a policy, when the log is new. @throws {SignerForgot} */
export async function openLogSigner({
  database,
  files,
  origin,
}: Pick<SealingOptions, "database" | "files" | "origin">): Promise<LogSigner> {
  const { logDirectory, policyFile } = files;
  if (hasLogKey(logDirectory)) return await readLogSigner(logDirectory);
  const { head } = await readTree(database);
  if (head) throw new SignerForgot(head.size);
  const signer = await createLogKey(logDirectory, origin);
  if (!existsSync(policyFile)) await createPolicyFile(policyFile, signer.signers);
  return signer;
}
