import type { Clock, Database } from "#platform";
import type { Policy } from "#tlog";
import type { SignerStore } from "../sealing/index.ts";
import type { Case } from "./case.ts";
import { copiedRows } from "./copied-rows.ts";
import { EventReplay } from "./event-replay.ts";
import { type Finding, Findings } from "./finding.ts";
import { type Heads, readHeads } from "./heads.ts";
import { judgeEvents } from "./judge-events.ts";
import { judgeHolds } from "./judge-holds.ts";
import { judgeLanes, judgeTimes } from "./judge-lanes.ts";
import { judgeSealedEntries } from "./judge-sealed-entries.ts";
import { judgeTree } from "./judge-tree.ts";
import type { LoggedLeaves } from "./logged-leaves.ts";
import { placeRows } from "./placing.ts";
import { joinedRow } from "./raw-row.ts";
import { type Remark, remarksOn } from "./remark.ts";
import { readSealedLog } from "./sealed-log.ts";
import { type Anchor, settle } from "./settle.ts";
import { judgeSigner, readSignerMemory, type SignerMemory } from "./signer-memory.ts";
import {
  beginSnapshot,
  type Connection,
  copyEvents,
  endSnapshot,
  hasLease,
  laneCounters,
} from "./store.ts";

/** What is counted while it goes on. */
export type Stage = "entries" | "checkpoints" | "events";

type VerifyOptions = {
  database: Pick<Database, "connect">;
  /** Whose signatures count. Keys and witnesses of the past stay listed in it: what they signed is verified too. */
  policy: Policy;
  /** What the signer signed last, where it may be read: it is the one witness who can't be asked to forget. */
  signerStore: SignerStore | undefined;
  /** Checkpoints that somebody else has kept: the log must still be what they say. */
  held?: readonly Anchor[];
  clock: Clock;
  onProgress?(stage: Stage, count: number): void;
};

export type VerifyReport = {
  startedAt: Date;
  endedAt: Date;
  /** Leaves of the tree; how many of them a signed head vouches for, and how many a quorum of witnesses. */
  size: number;
  vouchedSize: number;
  witnessedSize: number;
  counts: {
    events: number;
    waiting: number;
    erased: number;
    clients: number;
    checkpoints: number;
    cosignatures: number;
  };
  findingsCount: number;
  /** The first thousand. */
  findings: readonly Finding[];
  remarks: readonly Remark[];
};

/**
 * Replays the whole log from its rows, as of one moment, and names what doesn't fit: events, bundles, tiles, heads,
 * chains, counters, legal holds, sealed entries. It only reads, so it may run beside everything else; it holds 37 bytes
 * for each event, and what events say of holds and sealed entries.
 */
export async function verifyLog(options: VerifyOptions): Promise<VerifyReport> {
  const connection = await options.database.connect();
  try {
    // What the signer had signed before the moment that is read must be in it.
    const before = await readSignerMemory(options.signerStore);
    await beginSnapshot(connection);
    const report = await verifySnapshot(connection, before, options);
    await endSnapshot(connection);
    connection.release();
    return report;
  } catch (error) {
    // In the middle of a copy it is of no use to anybody else.
    connection.release(true);
    throw error;
  }
}

async function verifySnapshot(
  connection: Connection,
  before: SignerMemory,
  { policy, signerStore, held = [], clock, onProgress = () => {} }: VerifyOptions,
): Promise<VerifyReport> {
  const startedAt = clock();
  const findings = new Findings();
  const log = await readSealedLog(connection, findings, (count) => onProgress("entries", count));
  if (!(await hasLease(connection))) findings.add("lease_missing");
  const heads = await readHeads(connection, policy, log.treeRow, findings, (count) =>
    onProgress("checkpoints", count),
  );
  heads.anchors.push(...held, ...unpublished(before, heads, log.leaves.tree.size));
  const counters = await laneCounters(connection);
  const replay = new EventReplay(log.leaves, log.runs, findings);
  for await (const rows of copiedRows(copyEvents(connection))) {
    for (const fields of rows) {
      replay.take(joinedRow(fields));
      onProgress("events", replay.eventsCount);
    }
  }
  replay.end();
  const settlement = settle({
    leaves: log.leaves,
    tiles: log.tiles,
    anchors: heads.anchors,
    loose: replay.loose,
    erasedLeaves: [...replay.erasedLeaves.keys()],
    orphans: orphansOf(replay, log.leaves),
  });
  const found: Case = { log, counters, replay, settlement, placing: placeRows(log, replay) };
  judgeTree(found, heads, findings);
  const areLanesWhole = judgeLanes(found, findings);
  judgeEvents(found, areLanesWhole, findings);
  await judgeHolds(connection, found, findings);
  await judgeSealedEntries(connection, found, findings);
  await judgeTimes(connection, found, findings);
  const after = await readSignerMemory(signerStore);
  const { vouched } = settlement;
  const { tree } = log.leaves;
  judgeSigner({ before, after }, { tree, vouched }, heads.publishedSize, findings);
  return {
    startedAt,
    endedAt: clock(),
    ...sizesAndCounts(found, heads),
    findingsCount: findings.count,
    findings: findings.listed,
    remarks: remarksOn(found, heads, policy, before),
  };
}

/** What only the signer knows: a head that isn't published yet, or isn't any more. */
function unpublished(signer: SignerMemory, { anchors }: Heads, treeSize: number): Anchor[] {
  if (signer.is === "unread" || signer.head.size > treeSize) return [];
  return anchors.some(({ size }) => size >= signer.head.size) ? [] : [signer.head];
}

/** Leaf hashes that chains hold, of no event that is there: that of an erased one may be among them. */
function orphansOf(
  { bridges, oddHeads, erasedLeaves }: EventReplay,
  leaves: LoggedLeaves,
): Buffer[] {
  const known = new Set([...erasedLeaves.keys()].map((leaf) => leaves.hash(leaf)?.toString("hex")));
  const held = [...bridges.map(({ hash }) => hash), ...oddHeads.map(({ head }) => head?.leaf)];
  return held.filter(
    (hash): hash is Buffer => hash !== undefined && !known.has(hash.toString("hex")),
  );
}

function sizesAndCounts({ log, replay, settlement }: Case, heads: Heads) {
  return {
    size: log.leaves.tree.size,
    vouchedSize: settlement.vouched,
    witnessedSize: Math.min(heads.witnessedSize, settlement.vouched),
    counts: {
      events: replay.eventsCount,
      waiting: log.leaves.count - log.leaves.tree.size,
      erased: replay.erasures.count,
      clients: replay.clientsCount,
      checkpoints: heads.checkpointsCount,
      cosignatures: heads.cosignaturesCount,
    },
  };
}
