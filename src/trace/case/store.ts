import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Beginner, Failure, Trace, TraceState, TraceStep } from "./trace.ts";

export type ContentKind = "sample" | "columns" | "result" | "scope_list";

type TraceRow = {
  id: string;
  begun_at: Date;
  begun_by: string | null;
  begun_by_key: string | null;
  before: Date;
  why: string;
  format: string;
  rows: number;
  bad: number;
  bytes: number;
  digest: Buffer;
  changed_at: Date;
  asked_at: Date | null;
  started_at: Date | null;
  step: TraceStep | null;
  finished_at: Date | null;
  failed_at: Date | null;
  failure: Failure | null;
  shredded_at: Date | null;
  shredded_by: string | null;
  shred_reason: string | null;
};

export async function insertTrace(
  joining: Transaction,
  trace: Omit<Trace, "state" | "changedAt">,
  keyCiphertext: Uint8Array,
): Promise<void> {
  const { id, begunAt, by, before, why, format, rows, bad, bytes, digest } = trace;
  await joining.query(
    `insert into trace.traces (id, begun_at, begun_by, begun_by_key, before, why, format, rows, bad, bytes, digest,
       key_ciphertext, changed_at)
     values ($1::uuid, $2::timestamptz, $3::uuid, $4::uuid, $5::timestamptz, $6::text, $7::text, $8::integer,
       $9::integer, $10::integer, $11::bytea, $12::bytea, $2::timestamptz)`,
    [
      ...[uuidOf(id), begunAt, by.is === "staff" ? uuidOf(by.id) : null],
      ...[by.is === "machine" ? uuidOf(by.key) : null, before, why, format, rows, bad, bytes],
      ...[digest, keyCiphertext],
    ],
  );
}

export async function traceById(queryable: Queryable, id: Id<"trace">): Promise<Trace | undefined> {
  const { rows } = await queryable.query<TraceRow>(
    `select id, begun_at, begun_by, begun_by_key, before, why, format, rows, bad, bytes, digest, changed_at, asked_at,
       started_at, step, finished_at, failed_at, failure, shredded_at, shredded_by, shred_reason
     from trace.traces where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && traceFrom(rows[0]);
}

/** The newest traces, without those that somebody is shut out of. */
export async function tracesFor(
  queryable: Queryable,
  staff: Id<"staff">,
  most: number,
): Promise<Trace[]> {
  const { rows } = await queryable.query<TraceRow>(
    `select id, begun_at, begun_by, begun_by_key, before, why, format, rows, bad, bytes, digest, changed_at, asked_at,
       started_at, step, finished_at, failed_at, failure, shredded_at, shredded_by, shred_reason
     from trace.traces t
     where not exists (select from trace.shut_out s where s.trace = t.id and s.staff = $1::uuid)
     order by begun_at desc, id limit $2::integer`,
    [uuidOf(staff), most],
  );
  return rows.map(traceFrom);
}

export async function isShutOut(
  queryable: Queryable,
  trace: Id<"trace">,
  staff: Id<"staff">,
): Promise<boolean> {
  const { rows } = await queryable.query<{ is_out: boolean }>(
    "select exists (select from trace.shut_out where trace = $1::uuid and staff = $2::uuid) as is_out",
    [uuidOf(trace), uuidOf(staff)],
  );
  return rows[0]?.is_out ?? false;
}

/** Another text when something of the traces has changed. */
export async function lastChange(queryable: Queryable): Promise<string> {
  const { rows } = await queryable.query<{ mark: string | null }>(
    `select concat_ws(' ', max(changed_at), count(*),
       sum(num_nonnulls(asked_at, started_at, finished_at, failed_at, shredded_at))) as mark from trace.traces`,
  );
  return rows[0]?.mark ?? "";
}

/** Another text when something of a trace has changed. */
export async function lastChangeOf(queryable: Queryable, id: Id<"trace">): Promise<string> {
  const { rows } = await queryable.query<{ mark: string }>(
    `select concat_ws(' ', changed_at, step, num_nonnulls(asked_at, started_at, finished_at, failed_at, shredded_at))
       as mark
     from trace.traces where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0]?.mark ?? "";
}

/** Holds a trace until the transaction ends. */
export async function holdTrace(joining: Transaction, id: Id<"trace">): Promise<void> {
  await joining.query("select from trace.traces where id = $1::uuid for update", [uuidOf(id)]);
}

export async function keyCiphertextOf(
  queryable: Queryable,
  id: Id<"trace">,
): Promise<Uint8Array | undefined> {
  const { rows } = await queryable.query<{ key_ciphertext: Buffer | null }>(
    "select key_ciphertext from trace.traces where id = $1::uuid",
    [uuidOf(id)],
  );
  return rows[0]?.key_ciphertext ?? undefined;
}

/** Keeps a sealed content, in the place of one of the same kind. */
export async function keepContent(
  joining: Transaction,
  trace: Id<"trace">,
  kind: ContentKind,
  sealed: Uint8Array,
): Promise<void> {
  const place = [uuidOf(trace), kind];
  await joining.query(
    "delete from trace.contents where trace = $1::uuid and kind = $2::text",
    place,
  );
  await joining.query(
    "insert into trace.contents (trace, kind, sealed) values ($1::uuid, $2::text, $3::bytea)",
    [...place, sealed],
  );
}

export async function contentOf(
  queryable: Queryable,
  trace: Id<"trace">,
  kind: ContentKind,
): Promise<Uint8Array | undefined> {
  const { rows } = await queryable.query<{ sealed: Buffer }>(
    "select sealed from trace.contents where trace = $1::uuid and kind = $2::text",
    [uuidOf(trace), kind],
  );
  return rows[0]?.sealed;
}

/** The columns are confirmed, or it is run again: a worker takes it. */
export async function markAsked(joining: Transaction, id: Id<"trace">, now: Date): Promise<void> {
  await joining.query(
    `update trace.traces set asked_at = $2::timestamptz, started_at = null, tries = 0, step = null, beat_at = null,
       failed_at = null, failure = null, finished_at = null, changed_at = $2::timestamptz
     where id = $1::uuid`,
    [uuidOf(id), now],
  );
}

/** A trace as a worker took it: with which try nobody else has. */
export type TakenTrace = { trace: Id<"trace">; tries: number };

/**
 * Takes the trace that waits longest, or one whose worker was last heard of before a moment: of two workers one gets it.
 */
export async function takeWaiting(
  queryable: Queryable,
  silentSince: Date,
  now: Date,
): Promise<TakenTrace | undefined> {
  const { rows } = await queryable.query<{ id: string; tries: number }>(
    `update trace.traces set started_at = $2::timestamptz, beat_at = $2::timestamptz, tries = tries + 1,
       step = 'reading', changed_at = $2::timestamptz
     where id = (select id from trace.traces
       where asked_at is not null and finished_at is null and failed_at is null and shredded_at is null
         and (started_at is null or beat_at < $1::timestamptz)
       order by asked_at limit 1 for update skip locked)
     returning id, tries`,
    [silentSince, now],
  );
  return rows[0] && { trace: idFrom("trace", rows[0].id), tries: rows[0].tries };
}

/** A worker still works on it, at a step when it says one. @returns whether the trace is still that worker's */
export async function markBeat(
  queryable: Queryable,
  { trace, tries }: TakenTrace,
  step: TraceStep | undefined,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update trace.traces set beat_at = $4::timestamptz, step = coalesce($3::text, step),
       changed_at = case when $3::text is null then changed_at else $4::timestamptz end
     where id = $1::uuid and tries = $2::smallint and started_at is not null and finished_at is null
       and failed_at is null and shredded_at is null`,
    [uuidOf(trace), tries, step ?? null, now],
  );
  return rowCount === 1;
}

/** @returns whether the trace was still that worker's */
export async function markFinished(
  joining: Transaction,
  { trace, tries }: TakenTrace,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update trace.traces set finished_at = $3::timestamptz, changed_at = $3::timestamptz
     where id = $1::uuid and tries = $2::smallint and started_at is not null and finished_at is null
       and failed_at is null and shredded_at is null`,
    [uuidOf(trace), tries, now],
  );
  return rowCount === 1;
}

/** @returns whether the trace was still that worker's */
export async function markFailed(
  joining: Transaction,
  { trace, tries }: TakenTrace,
  failure: Failure,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update trace.traces set failed_at = $4::timestamptz, failure = $3::text, changed_at = $4::timestamptz
     where id = $1::uuid and tries = $2::smallint and started_at is not null and finished_at is null
       and failed_at is null and shredded_at is null`,
    [uuidOf(trace), tries, failure, now],
  );
  return rowCount === 1;
}

export async function shutOut(
  joining: Transaction,
  trace: Id<"trace">,
  staff: readonly Id<"staff">[],
): Promise<void> {
  await joining.query(
    `insert into trace.shut_out (trace, staff) select $1::uuid, unnest($2::uuid[]) on conflict do nothing`,
    [uuidOf(trace), staff.map(uuidOf)],
  );
}

/** A person's name that was opened in a trace. */
export type NameOpening = {
  trace: Id<"trace">;
  at: Date;
  by: Id<"staff">;
  staff: Id<"staff">;
  called: string;
  reason: string;
};

export async function insertNameOpening(
  joining: Transaction,
  id: Id<"opening">,
  { trace, at, by, staff, called, reason }: NameOpening,
): Promise<void> {
  await joining.query(
    `insert into trace.name_openings (trace, id, opened_at, opened_by, staff, called, reason)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::uuid, $6::text, $7::text)`,
    [uuidOf(trace), uuidOf(id), at, uuidOf(by), uuidOf(staff), called, reason],
  );
}

/** Whose names somebody opened in a trace since a moment. */
export async function namesOpenedBy(
  queryable: Queryable,
  trace: Id<"trace">,
  by: Id<"staff">,
  since: Date,
): Promise<Id<"staff">[]> {
  const { rows } = await queryable.query<{ staff: string }>(
    `select distinct staff from trace.name_openings
     where trace = $1::uuid and opened_by = $2::uuid and opened_at > $3::timestamptz`,
    [uuidOf(trace), uuidOf(by), since],
  );
  return rows.map(({ staff }) => idFrom("staff", staff));
}

/** What is told of an opened name: not whose it is. */
export type NameOpened = Omit<NameOpening, "staff"> & { traceBegunAt: Date };

/** The last names that were opened, without those of traces that somebody is shut out of. */
export async function nameOpeningsFor(
  queryable: Queryable,
  viewer: Id<"staff">,
  most: number,
): Promise<NameOpened[]> {
  const { rows } = await queryable.query<{
    trace: string;
    opened_at: Date;
    opened_by: string;
    called: string;
    reason: string;
    begun_at: Date;
  }>(
    `select o.trace, o.opened_at, o.opened_by, o.called, o.reason, t.begun_at
     from trace.name_openings o join trace.traces t on t.id = o.trace
     where not exists (select from trace.shut_out s where s.trace = o.trace and s.staff = $1::uuid)
     order by o.opened_at desc, o.id limit $2::integer`,
    [uuidOf(viewer), most],
  );
  return rows.map(({ trace, opened_at: at, opened_by: by, called, reason, begun_at }) => ({
    ...{ trace: idFrom("trace", trace), at, by: idFrom("staff", by), called, reason },
    traceBegunAt: begun_at,
  }));
}

/** Sample, columns and result go at once; the key, when the keykeeper was told. */
export async function markShredded(
  joining: Transaction,
  id: Id<"trace">,
  { by, reason, at }: { by: Id<"staff">; reason: string; at: Date },
): Promise<void> {
  await joining.query("delete from trace.contents where trace = $1::uuid", [uuidOf(id)]);
  await joining.query(
    `update trace.traces set shredded_at = $2::timestamptz, shredded_by = $3::uuid, shred_reason = $4::text,
       key_ciphertext = null, changed_at = $2::timestamptz
     where id = $1::uuid`,
    [uuidOf(id), at, uuidOf(by), reason],
  );
}

/** The traces shredded before a moment whose keys may still be there: a process stopped between. */
export async function keysLeft(queryable: Queryable, before: Date): Promise<Id<"trace">[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `select id from trace.traces
     where shredded_at < $1::timestamptz and key_destroyed_at is null order by shredded_at`,
    [before],
  );
  return rows.map(({ id }) => idFrom("trace", id));
}

export async function markKeyDestroyed(
  queryable: Queryable,
  id: Id<"trace">,
  now: Date,
): Promise<void> {
  await queryable.query(
    "update trace.traces set key_destroyed_at = $2::timestamptz where id = $1::uuid",
    [uuidOf(id), now],
  );
}

function traceFrom(row: TraceRow): Trace {
  return {
    ...{ id: idFrom("trace", row.id), begunAt: row.begun_at, by: beginnerFrom(row) },
    ...{ before: row.before, why: row.why, format: row.format, rows: row.rows, bad: row.bad },
    ...{ bytes: row.bytes, digest: row.digest, changedAt: row.changed_at, state: stateFrom(row) },
  };
}

function beginnerFrom({ begun_by: staff, begun_by_key: key }: TraceRow): Beginner {
  return staff === null
    ? { is: "machine", key: idFrom("apikey", key ?? "") }
    : { is: "staff", id: idFrom("staff", staff) };
}

function stateFrom(row: TraceRow): TraceState {
  const { shredded_at: shreddedAt, shredded_by: by, shred_reason: reason } = row;
  if (shreddedAt && by !== null && reason !== null) {
    return { is: "shredded", at: shreddedAt, by: idFrom("staff", by), reason };
  }
  if (row.failed_at && row.failure) {
    return { is: "failed", at: row.failed_at, failure: row.failure };
  }
  if (row.finished_at) return { is: "done", at: row.finished_at };
  if (row.started_at) {
    return { is: "running", since: row.started_at, step: row.step ?? "reading" };
  }
  return row.asked_at ? { is: "waiting", since: row.asked_at } : { is: "columns" };
}
