import { hash } from "node:crypto";
import type { EventDraft } from "#ledger";
import { type Id, isDatabaseAway, system, transaction } from "#platform";
import type { TraceDesk } from "../desk.ts";
import { traceFailed, traceFinished } from "../events.ts";
import type { PhotoDesk } from "../photo/index.ts";
import type { TraceResult } from "../result.ts";
import { type Columns, readColumns } from "./columns.ts";
import { peopleIn } from "./pseudonyms.ts";
import { printResult } from "./result-json.ts";
import { openCase, openContent, sealContent } from "./sealing.ts";
import {
  keepContent,
  markBeat,
  markFailed,
  markFinished,
  shutOut,
  type TakenTrace,
  takeWaiting,
  traceById,
} from "./store.ts";
import type { Failure, TraceStep } from "./trace.ts";

const beatMs = 5_000;
/** A worker that wasn't heard of for so long is gone: it may compute for seconds between two beats. */
const silentMs = 30_000;
const triesMax = 3;

export type TraceInput = {
  trace: Id<"trace">;
  sample: Uint8Array;
  /** What its columns say, as a person confirmed it. */
  columns: Columns;
  /** When the sample was first seen in public. */
  before: Date;
};

/** Says at which step a trace is: awaited, since others are told. */
export type TellStep = (step: TraceStep) => Promise<void>;

/** What a trace found, and the list of whom it affects, which names clients: see `Scope` of scope/. */
export type Traced = { result: TraceResult; scopeList: Uint8Array };

/** The work itself: from a sample and its columns to what is found. It keeps nothing. */
export type RunTrace = (
  desk: TracingDesk,
  input: TraceInput,
  progress: TellStep,
) => Promise<Traced>;

/** What the tracing of rows needs. */
export type SampleDesk = Pick<TraceDesk, "database" | "keykeeper" | "clock">;
/** What the work itself needs. */
export type TracingDesk = SampleDesk & Pick<PhotoDesk, "accounts">;

/** A trace that somebody else works on now, or that was shredded: what this one found is dropped. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/**
 * Runs the trace that waits longest, if one does. A worker that is killed leaves it to another, which begins it anew; the
 * third time it has failed. @returns whether one waited
 */
export async function runNext(desk: TraceDesk, run: RunTrace): Promise<boolean> {
  const { database, clock } = desk;
  const now = clock();
  const taken = await takeWaiting(database, new Date(now.getTime() - silentMs), now);
  if (!taken) return false;
  if (taken.tries > triesMax) await fail(desk, taken, "interrupted");
  else await runTaken(desk, taken, run);
  return true;
}

async function runTaken(desk: TraceDesk, taken: TakenTrace, run: RunTrace): Promise<void> {
  const beating = setInterval(() => {
    void markBeat(desk.database, taken, undefined, desk.clock()).catch(() => {});
  }, beatMs);
  try {
    await trace(desk, taken, run);
  } catch (error) {
    if (error instanceof Overtaken) return;
    if (isDatabaseAway(error)) throw error; // it is taken again when nobody has heard of this worker
    await fail(desk, taken, "failed");
    throw error;
  } finally {
    clearInterval(beating);
  }
}

async function trace(desk: TraceDesk, taken: TakenTrace, run: RunTrace): Promise<void> {
  const { database, clock } = desk;
  const id = taken.trace;
  const about = await traceById(database, id);
  const key = await openCase(desk, id, { actor: system, purpose: "run" }, clock());
  const sample = await openContent(desk, key, id, "sample");
  const columns = await openContent(desk, key, id, "columns");
  if (!about || !sample || !columns) throw new Overtaken();
  const input = { trace: id, sample, columns: readColumns(columns) };
  const { result, scopeList } = await run(
    desk,
    { ...input, before: about.before },
    async (step) => {
      if (!(await markBeat(database, taken, step, clock()))) throw new Overtaken();
    },
  );
  const printed = printResult(result);
  const sealed = sealContent(key, id, "result", printed);
  const sealedList = sealContent(key, id, "scope_list", scopeList);
  const now = clock();
  await transaction(database, async (joining) => {
    if (!(await markFinished(joining, taken, now))) throw new Overtaken();
    await keepContent(joining, id, "result", sealed);
    await keepContent(joining, id, "scope_list", sealedList);
    await shutOut(joining, id, peopleIn(result));
    await desk.appender.append(system, finishedWith(id, result, printed), now, joining);
  });
}

/** What the ledger is told of a result: counts, and the digest of how it is printed. */
export function finishedWith(
  trace: Id<"trace">,
  result: TraceResult,
  printed: Uint8Array,
): EventDraft {
  const { sample: read, resolution, people, unseen, bluff, photo } = result;
  const details = {
    ...{ trace, rows: read.rows, found: resolution.found + resolution.ambiguous },
    ...{ nobody: resolution.nobody, people: people.length, unseen, verdict: bluff.verdict },
    ...(photo && { screens: photo.screens.length, refused: photo.refused.length }),
    digest: hash("sha256", printed, "hex"),
  };
  return { kind: traceFinished, details };
}

async function fail(
  { database, appender, clock }: TraceDesk,
  taken: TakenTrace,
  failure: Failure,
): Promise<void> {
  const now = clock();
  await transaction(database, async (joining) => {
    if (!(await markFailed(joining, taken, failure, now))) return;
    const details = { trace: taken.trace, failure };
    await appender.append(system, { kind: traceFailed, details }, now, joining);
  });
}
