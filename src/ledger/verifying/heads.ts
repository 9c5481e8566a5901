import { hourMs, type Queryable } from "#platform";
import { isQuorum, type Policy } from "#tlog";
import type { Findings } from "./finding.ts";
import type { Anchor } from "./settle.ts";
import { SignatureCheck } from "./signature-check.ts";
import {
  allCheckpoints,
  allCosignatures,
  type CheckpointRow,
  type CosignatureRow,
  type TreeRow,
} from "./store.ts";

/** Clocks of two sealers may differ by less than this. */
const clocksDifferMs = hourMs;

/** The heads that somebody signed. */
export type Heads = {
  anchors: Anchor[];
  checkpointsCount: number;
  cosignaturesCount: number;
  /** Of the newest head, when it is signed; 0 otherwise. */
  publishedSize: number;
  /** The largest size that the policy's quorum has cosigned; 0 when it never has. */
  witnessedSize: number;
};

/** Verifies every checkpoint, cosignature and the newest head by the policy's keys. Roots are compared later. */
export async function readHeads(
  queryable: Queryable,
  policy: Policy,
  row: TreeRow | undefined,
  findings: Findings,
  onCheckpoint: (count: number) => void,
): Promise<Heads> {
  const check = new SignatureCheck(policy, findings);
  const heads: Heads = {
    anchors: [],
    checkpointsCount: 0,
    cosignaturesCount: 0,
    publishedSize: 0,
    witnessedSize: 0,
  };
  const cosignatures = allCosignatures(queryable);
  let cosignature = await nextOf(cosignatures);
  let before: CheckpointRow | undefined;
  for await (const checkpoint of allCheckpoints(queryable)) {
    const own: CosignatureRow[] = [];
    for (; cosignature && cosignature.size <= checkpoint.size; ) {
      if (cosignature.size < checkpoint.size) addLone(cosignature, check, findings);
      else own.push(cosignature);
      cosignature = await nextOf(cosignatures);
    }
    takeCheckpoint(checkpoint, before, own, { check, policy, heads, findings });
    before = checkpoint;
    onCheckpoint(heads.checkpointsCount);
  }
  for (; cosignature; cosignature = await nextOf(cosignatures)) {
    addLone(cosignature, check, findings);
  }
  if (row) takeHead(row, { check, policy, heads, findings });
  check.end();
  return heads;
}

type Taking = { check: SignatureCheck; policy: Policy; heads: Heads; findings: Findings };

function takeCheckpoint(
  { size, note, signedAt }: CheckpointRow,
  before: CheckpointRow | undefined,
  cosignatures: readonly CosignatureRow[],
  { check, policy, heads, findings }: Taking,
): void {
  heads.checkpointsCount += 1;
  heads.cosignaturesCount += cosignatures.length;
  const opened = check.open(note, size);
  if (opened.is !== "signed") {
    findings.add(`checkpoint_${opened.is}`, { size });
    return;
  }
  const { checkpoint, signedMs } = opened;
  if (checkpoint.size !== size) findings.add("checkpoint_size_wrong", { size });
  const isBackwards =
    before !== undefined && signedAt.getTime() < before.signedAt.getTime() - clocksDifferMs;
  if (signedAt.getTime() < signedMs || isBackwards) findings.add("checkpoint_time_wrong", { size });
  heads.anchors.push(checkpoint);
  const names = cosignatures.flatMap((row) => check.cosigners(row, opened));
  const isWitnessed = policy.quorum !== undefined && isQuorum(policy, names);
  if (isWitnessed) heads.witnessedSize = Math.max(heads.witnessedSize, checkpoint.size);
}

function takeHead(
  { size, signedSize, note, signedAt }: TreeRow,
  { check, heads, findings }: Taking,
): void {
  const largest = heads.anchors.reduce((max, anchor) => Math.max(max, anchor.size), 0);
  if (note === null || signedAt === null) {
    if (size > 0 || largest > 0) findings.add("head_missing");
    return;
  }
  const opened = check.open(note, signedSize);
  if (opened.is !== "signed") {
    findings.add(`head_${opened.is}`);
    return;
  }
  const { checkpoint, signedMs } = opened;
  if (checkpoint.size !== signedSize) findings.add("head_size_wrong", { size: signedSize });
  if (checkpoint.size < largest) findings.add("head_went_back", { size: checkpoint.size });
  if (signedAt.getTime() < signedMs) findings.add("head_time_wrong");
  heads.publishedSize = checkpoint.size;
  heads.anchors.push(checkpoint);
}

function addLone(
  { size, witness }: CosignatureRow,
  check: SignatureCheck,
  findings: Findings,
): void {
  findings.add("cosignature_alone", { size, witness: check.nameOf(witness) });
}

async function nextOf<Row>(rows: AsyncGenerator<Row>): Promise<Row | undefined> {
  const { done, value } = await rows.next();
  return done ? undefined : value;
}
