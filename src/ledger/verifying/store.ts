import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { Finding } from "./finding.ts";
import type { Run } from "./runs.ts";

/** One connection, on which everything is read as of one moment. */
export type Connection = ClientBase;

const bundlesAPage = 512;
const checkpointsAPage = 500;
const rowsAPage = 1_000;

/** Everything that this connection reads from now on is of one moment, and nothing is given up for taking long. */
export async function beginSnapshot(connection: Connection): Promise<void> {
  await connection.query("begin isolation level repeatable read read only");
  await connection.query("set local statement_timeout = 0");
  await connection.query("set local idle_in_transaction_session_timeout = 0");
  // Nobody's operators but PostgreSQL's own.
  await connection.query("set local search_path = pg_catalog, pg_temp");
  await connection.query("set local work_mem = '64MB'"); // for the sorting of events
}

export async function endSnapshot(connection: Connection): Promise<void> {
  await connection.query("rollback");
}

/** How large the tree is said to be, and its newest head. */
export type TreeRow = {
  size: number;
  signedSize: number;
  note: string | null;
  signedAt: Date | null;
};

export async function treeRow(queryable: Queryable): Promise<TreeRow | undefined> {
  const { rows } = await queryable.query<{
    size: string;
    signed_size: string;
    note: string | null;
    signed_at: Date | null;
  }>("select size, signed_size, note, signed_at from ledger.tree");
  const [row] = rows;
  if (!row) return undefined;
  const { size, signed_size, note, signed_at: signedAt } = row;
  return { size: Number(size), signedSize: Number(signed_size), note, signedAt };
}

/** How many bundles there are, with how many bytes. */
export async function bundleTotals(
  queryable: Queryable,
): Promise<{ count: number; bytes: number }> {
  const { rows } = await queryable.query<{ count: string; bytes: string | null }>(
    "select count(*) as count, sum(octet_length(commitments)) as bytes from ledger.bundles",
  );
  return { count: Number(rows[0]?.count ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
}

export type BundleRow = { index: number; commitments: Buffer };

/** Every bundle, in their order. */
export function allBundles(queryable: Queryable): AsyncGenerator<BundleRow> {
  return paged<BundleRow>(bundlesAPage, async (last) => {
    const { rows } = await queryable.query<{ index: string; commitments: Buffer }>(
      `select index, commitments from ledger.bundles
       where $1::bigint is null or index > $1::bigint order by index limit $2::integer`,
      [last?.index, bundlesAPage],
    );
    return rows.map(({ index, commitments }) => ({ index: Number(index), commitments }));
  });
}

export type TileRow = { level: number; index: number; hashes: Buffer };

/** Every tile above level 0: one for 65,536 events. */
export async function allTiles(queryable: Queryable): Promise<TileRow[]> {
  const { rows } = await queryable.query<{ level: number; index: string; hashes: Buffer }>(
    "select level, index, hashes from ledger.tiles order by level, index",
  );
  return rows.map(({ level, index, hashes }) => ({ level, index: Number(index), hashes }));
}

/** Every run, in the order of their leaves. */
export async function allRuns(queryable: Queryable): Promise<Run[]> {
  const { rows } = await queryable.query<{
    first_index: string;
    instance: number;
    first_seq: string;
    events: string;
  }>("select first_index, instance, first_seq, events from ledger.runs order by first_index");
  return rows.map(({ first_index, instance, first_seq, events }) => ({
    first: Number(first_index),
    instance,
    firstSeq: Number(first_seq),
    events: Number(events),
    isWaiting: false,
  }));
}

export type PendingRow = { instance: number; instanceSeq: number; commitment: Buffer };

/** What waits in the outbox, lane by lane; what waits twice is read in the same order each time. */
export async function allPending(queryable: Queryable): Promise<PendingRow[]> {
  const { rows } = await queryable.query<{
    instance: number;
    instance_seq: string;
    commitment: Buffer;
  }>(
    "select instance, instance_seq, commitment from ledger.pending order by instance, instance_seq, commitment",
  );
  return rows.map(({ instance, instance_seq, commitment }) => ({
    instance,
    instanceSeq: Number(instance_seq),
    commitment,
  }));
}

/** How many events each lane is said to have appended. */
export async function laneCounters(queryable: Queryable): Promise<Map<number, number>> {
  const { rows } = await queryable.query<{ id: number; seq: string }>(
    "select id, seq from ledger.instances",
  );
  return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
}

export async function hasLease(queryable: Queryable): Promise<boolean> {
  const { rowCount } = await queryable.query("select from ledger.lease");
  return rowCount === 1;
}

export type CheckpointRow = { size: number; note: string; signedAt: Date };

/** Every checkpoint that is kept, in the order of their sizes. */
export function allCheckpoints(queryable: Queryable): AsyncGenerator<CheckpointRow> {
  return paged<CheckpointRow>(checkpointsAPage, async (last) => {
    const { rows } = await queryable.query<{ size: string; note: string; signed_at: Date }>(
      `select size, note, signed_at from ledger.checkpoints
       where $1::bigint is null or size > $1::bigint order by size limit $2::integer`,
      [last?.size, checkpointsAPage],
    );
    return rows.map(({ size, note, signed_at: signedAt }) => ({
      size: Number(size),
      note,
      signedAt,
    }));
  });
}

export type CosignatureRow = { size: number; witness: string; lines: string; cosignedAt: Date };

/** Every cosignature, in the order of the checkpoints' sizes. */
export function allCosignatures(queryable: Queryable): AsyncGenerator<CosignatureRow> {
  return paged<CosignatureRow>(checkpointsAPage, async (last) => {
    const { rows } = await queryable.query<{
      size: string;
      witness: string;
      lines: string;
      cosigned_at: Date;
    }>(
      `select size, witness, lines, cosigned_at from ledger.cosignatures
       where $1::bigint is null or (size, witness) > ($1::bigint, $2::text)
       order by size, witness limit $3::integer`,
      [last?.size, last?.witness, checkpointsAPage],
    );
    return rows.map(({ size, witness, lines, cosigned_at: cosignedAt }) => ({
      ...{ size: Number(size), witness, lines, cosignedAt },
    }));
  });
}

/**
 * Every event, client by client in the order of their chains, so that the leaf before an event is the row's before it;
 * beside each, the end that the chain is said to have. Those of no client come first. In binary, since most bytes are
 * hashed as they come: see `copiedRows` and `joinedRow`.
 */
export function copyEvents(connection: Connection): AsyncIterable<Buffer> {
  return connection.query(
    copyTo(`copy (
      select client, h.seq, h.leaf, e.id, e.kind, e.kind_version::integer, e.occurred_at, e.actor_kind, e.actor,
        e.field, e.version, e.ticket, e.purpose, e.decision, e.details, e.instance, e.instance_seq, e.client_seq,
        e.previous_leaf, e.salt, e.actor_commitment
      from ledger.events e full join ledger.client_heads h using (client)
      order by client, e.client_seq, e.instance, e.instance_seq, e.id
    ) to stdout (format binary)`),
  );
}

/** The events at some places, wherever they are. It reads the whole table. */
export async function eventsAt(
  queryable: Queryable,
  places: readonly { instance: number; instanceSeq: number }[],
): Promise<{ id: string; instance: number; instanceSeq: number }[]> {
  const { rows } = await queryable.query<{ id: string; instance: number; instance_seq: string }>(
    `select e.id, e.instance, e.instance_seq from ledger.events e
     where (e.instance, e.instance_seq) in (
       select p.instance, p.instance_seq from unnest($1::integer[], $2::bigint[]) as p (instance, instance_seq))
     order by e.instance, e.instance_seq`,
    [places.map(({ instance }) => instance), places.map(({ instanceSeq }) => instanceSeq)],
  );
  return rows.map(({ id, instance, instance_seq }) => ({
    id,
    instance,
    instanceSeq: Number(instance_seq),
  }));
}

/** A legal hold as its table has it. Times are in milliseconds since 1970; what no date can be is not finite. */
export type HoldRow = {
  client: Id<"client">;
  event: Id<"event">;
  reason: string;
  placedMs: number;
  liftedMs: number | undefined;
};

/** Every legal hold, client by client. */
export function allHolds(queryable: Queryable): AsyncGenerator<HoldRow> {
  return paged<HoldRow>(rowsAPage, async (last) => {
    const { rows } = await queryable.query<{
      client: string;
      event: string;
      reason: string;
      placed_ms: number;
      lifted_ms: number | null;
    }>(
      `select client, event, reason, extract(epoch from placed_at)::float8 * 1000 as placed_ms,
         extract(epoch from lifted_at)::float8 * 1000 as lifted_ms
       from ledger.legal_holds
       where $1::uuid is null or (client, event) > ($1::uuid, $2::uuid)
       order by client, event limit $3::integer`,
      [last && uuidOf(last.client), last && uuidOf(last.event), rowsAPage],
    );
    return rows.map(({ client, event, reason, placed_ms: placedMs, lifted_ms: liftedMs }) => ({
      ...{ client: idFrom("client", client), event: idFrom("event", event), reason, placedMs },
      liftedMs: liftedMs ?? undefined,
    }));
  });
}

/** What `ledger.sealed_entries` says of an event: that it is sealed together with an entry, perhaps itself. */
export type SealedEntryRow = {
  client: Id<"client">;
  event: Id<"event">;
  entry: Id<"event">;
  sealedMs: number;
  until: string;
  openedMs: number | undefined;
};

/** Every sealed entry with the events that tell of its sealing, opened or not, client by client. */
export function allSealedEntries(queryable: Queryable): AsyncGenerator<SealedEntryRow> {
  return paged<SealedEntryRow>(rowsAPage, async (last) => {
    const { rows } = await queryable.query<{
      client: string;
      event: string;
      entry: string;
      sealed_ms: number;
      until: string;
      opened_ms: number | null;
    }>(
      `select client, event, entry, extract(epoch from sealed_at)::float8 * 1000 as sealed_ms, until::text as until,
         extract(epoch from opened_at)::float8 * 1000 as opened_ms
       from ledger.sealed_entries
       where $1::uuid is null or (client, event) > ($1::uuid, $2::uuid)
       order by client, event limit $3::integer`,
      [last && uuidOf(last.client), last && uuidOf(last.event), rowsAPage],
    );
    return rows.map(
      ({ client, event, entry, sealed_ms: sealedMs, until, opened_ms: openedMs }) => ({
        client: idFrom("client", client),
        event: idFrom("event", event),
        entry: idFrom("event", entry),
        ...{ sealedMs, until },
        openedMs: openedMs ?? undefined,
      }),
    );
  });
}

/** What the last verification found, for who wants to know whether all is well. */
export type LastVerification = {
  startedAt: Date;
  endedAt: Date;
  size: number;
  vouchedSize: number;
  witnessedSize: number;
  findingsCount: number;
  firstFindings: readonly Finding[];
};

export async function saveVerification(
  queryable: Queryable,
  last: LastVerification,
): Promise<void> {
  await queryable.query(
    `insert into ledger.verifications as v
       (started_at, ended_at, size, vouched_size, witnessed_size, findings, first_findings)
     values ($1::timestamptz, $2::timestamptz, $3::bigint, $4::bigint, $5::bigint, $6::bigint, $7::jsonb)
     on conflict (only_row) do update set started_at = excluded.started_at, ended_at = excluded.ended_at,
       size = excluded.size, vouched_size = excluded.vouched_size, witnessed_size = excluded.witnessed_size,
       findings = excluded.findings, first_findings = excluded.first_findings
     where v.ended_at <= excluded.ended_at`,
    [
      last.startedAt,
      last.endedAt,
      last.size,
      last.vouchedSize,
      last.witnessedSize,
      last.findingsCount,
      JSON.stringify(last.firstFindings),
    ],
  );
}

/** Undefined when the log was never verified. */
export async function lastVerification(
  queryable: Queryable,
): Promise<LastVerification | undefined> {
  const { rows } = await queryable.query<{
    started_at: Date;
    ended_at: Date;
    size: string;
    vouched_size: string;
    witnessed_size: string;
    findings: string;
    first_findings: Finding[];
  }>(
    `select started_at, ended_at, size, vouched_size, witnessed_size, findings, first_findings
     from ledger.verifications`,
  );
  const [row] = rows;
  return (
    row && {
      startedAt: row.started_at,
      endedAt: row.ended_at,
      size: Number(row.size),
      vouchedSize: Number(row.vouched_size),
      witnessedSize: Number(row.witnessed_size),
      findingsCount: Number(row.findings),
      firstFindings: row.first_findings,
    }
  );
}

/** Row after row, some at a time: `pageAfter` gives those that follow one. */
async function* paged<Row>(
  rowsAPage: number,
  pageAfter: (last: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let page = await pageAfter(undefined); ; page = await pageAfter(page.at(-1))) {
    yield* page;
    if (page.length < rowsAPage) return;
  }
}
