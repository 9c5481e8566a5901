import {
  type Actor,
  dayOf,
  type Id,
  newId,
  system,
  type Transaction,
  transaction,
} from "#platform";
import type { TraceDesk } from "../desk.ts";
import { traceBegan } from "../events.ts";
import { photoKindOf } from "../photo/index.ts";
import { isOutdated } from "../result.ts";
import { meaningOf, readSample, type Sample } from "../sample/index.ts";
import { type Columns, printColumns } from "./columns.ts";
import { NotInThisState, TraceUnknown, WrongBefore } from "./refusals.ts";
import { newCaseKey, openCase, openContent, sampleDigest, sealContent } from "./sealing.ts";
import { reasonFrom, resultOf } from "./seeing.ts";
import { holdTrace, insertTrace, keepContent, markAsked, traceById } from "./store.ts";
import type { Beginner, Trace } from "./trace.ts";

/** What is sent is read before it may be refused: so much of each person, and each key, whatever becomes of it. */
export const samplesSent = {
  name: "trace_samples_sent",
  counted: "samples",
  requestsMax: 10,
  windowSeconds: 60,
};

/**
 * A trace answers guesses at clients' values: each person, and each key, has as many a day, and rows in them, as the largest
 * leaks take. What is refused isn't counted: rows are taken first, and whoever has no trace left needs none of them.
 */
export const tracesADay = { name: "traces", requestsMax: 20, windowSeconds: 86_400 };
export const rowsADay = {
  name: "trace_rows",
  counted: "rows",
  requestsMax: 100_000,
  windowSeconds: 86_400,
};

/** What somebody gives to be traced: rows, or pictures of screens. */
type Given = {
  sample: Uint8Array;
  /** When it was first seen in public. */
  before: Date;
  why: string;
  /** What its columns say, where the giver knows: then nobody is asked, and it runs. */
  columns?: Columns | undefined;
};

/** A trace that may be begun: read, and its key made, before anything is written. */
export type Prepared = {
  id: Id<"trace">;
  insert(joining: Transaction): Promise<void>;
};

/**
 * Reads a sample and makes its case: nothing of it is anywhere but under the case's own key.
 * @throws {WrongWhy} {WrongBefore} {TooManyRequests} and what the reading of samples refuses
 */
export async function prepareTrace(
  { accounts, appender, keykeeper }: Pick<TraceDesk, "accounts" | "appender" | "keykeeper">,
  by: Beginner,
  { sample, before, why: given, columns: said }: Given,
  now: Date,
): Promise<Prepared> {
  const why = reasonFrom(given);
  if (!(before <= now)) throw new WrongBefore(isoDay(before));
  const read = await readGiven(sample, said);
  const { limits } = accounts.desk;
  const giver = by.is === "staff" ? by.id : by.key;
  await limits(rowsADay)(giver, read.rows);
  await limits(tracesADay)(giver);
  const id = newId("trace", now);
  const { key, ciphertext } = await newCaseKey({ keykeeper }, id);
  const digest = sampleDigest(key, sample);
  const { format, columns } = read;
  const counts = { rows: read.rows, bad: read.bad, bytes: sample.length };
  const about = { ...counts, id, begunAt: now, by, before, why, format, digest };
  return {
    id,
    async insert(joining) {
      await insertTrace(joining, about, ciphertext);
      await keepContent(joining, id, "sample", sealContent(key, id, "sample", sample));
      if (columns) {
        await keepColumns(joining, key, id, columns);
        await markAsked(joining, id, now);
      }
      const machine = by.is === "machine" ? { key: by.key } : {};
      const details = { trace: id, ...machine, ...counts, digest: digest.toString("hex") };
      const draft = { kind: traceBegan, details };
      await appender.append(actorOf(by), draft, now, joining);
    },
  };
}

/** How what was given is read; without columns, a person says them first. Of pictures nothing is asked. */
async function readGiven(sample: Uint8Array, columns: Columns | undefined) {
  const kind = photoKindOf(sample);
  if (kind) return { format: kind, rows: 0, bad: 0, columns: new Map() };
  const { rows, stated } = await readSample(sample, columns && { columns });
  return { format: stated.format, rows: rows.length, bad: stated.lines.bad, columns };
}

/** @returns the new trace */
export async function beginTrace(
  desk: TraceDesk,
  by: Beginner,
  given: Given,
  now: Date,
): Promise<Id<"trace">> {
  const prepared = await prepareTrace(desk, by, given, now);
  await transaction(desk.database, (joining) => prepared.insert(joining));
  return prepared.id;
}

/** How a sample is read as long as nobody confirmed its columns. @throws {NotInThisState} */
export async function readingOf(
  desk: TraceDesk,
  { id, state }: Trace,
  actor: Actor,
  now: Date,
): Promise<Sample> {
  if (state.is !== "columns") throw new NotInThisState(state);
  const key = await openCase(desk, id, { actor, purpose: "columns" }, now);
  return await readSample(await sampleIn(desk, key, id));
}

/**
 * Somebody says what the columns are, and it runs.
 * @param words what each column says, in the order of the columns: words of `meaningWords`; others leave it as it was read
 * @throws {NotInThisState}
 */
export async function confirmColumns(
  desk: TraceDesk,
  id: Id<"trace">,
  words: readonly string[],
  actor: Actor,
  now: Date,
): Promise<void> {
  const key = await openCase(desk, id, { actor, purpose: "columns" }, now);
  const read = await readSample(await sampleIn(desk, key, id));
  const columns = read.columns.map(
    ({ name, meaning }, place) => [name, meaningOf(words[place] ?? "") ?? meaning] as const,
  );
  await transaction(desk.database, async (joining) => {
    await requireState(joining, id, "columns");
    await keepColumns(joining, key, id, new Map(columns));
    await markAsked(joining, id, now);
  });
}

/** One that has failed, or was found by former rules, is run again. @throws {NotInThisState} */
export async function runAgain(
  desk: TraceDesk,
  trace: Trace,
  actor: Actor,
  now: Date,
): Promise<void> {
  if (trace.state.is === "done") {
    const result = await resultOf(desk, trace, { actor, purpose: "result" }, now);
    if (!isOutdated(result)) throw new NotInThisState(trace.state);
  }
  await transaction(desk.database, async (joining) => {
    await requireState(joining, trace.id, trace.state.is === "done" ? "done" : "failed");
    await markAsked(joining, trace.id, now);
  });
}

async function requireState(
  joining: Transaction,
  id: Id<"trace">,
  is: Trace["state"]["is"],
): Promise<void> {
  await holdTrace(joining, id);
  const held = await traceById(joining, id);
  if (!held) throw new TraceUnknown();
  if (held.state.is !== is) throw new NotInThisState(held.state);
}

type CaseKey = Awaited<ReturnType<typeof openCase>>;

async function sampleIn(desk: TraceDesk, key: CaseKey, id: Id<"trace">): Promise<Buffer> {
  const sample = await openContent(desk, key, id, "sample");
  if (!sample) throw new TraceUnknown();
  return sample;
}

async function keepColumns(
  joining: Transaction,
  key: CaseKey,
  id: Id<"trace">,
  columns: Columns,
): Promise<void> {
  await keepContent(joining, id, "columns", sealContent(key, id, "columns", printColumns(columns)));
}

function actorOf(by: Beginner): Actor {
  return by.is === "staff" ? by : system;
}

function isoDay(at: Date): string {
  return Number.isNaN(at.getTime()) ? "" : dayOf(at);
}
