import type { Queryable, Transaction } from "../database/index.ts";
import type { NamedRequest } from "./idempotency.ts";

/** Counts a request, or several, in a bucket's window and says how many that makes. */
export async function countRequest(
  database: Queryable,
  bucket: string,
  windowStart: Date,
  requests: number,
): Promise<number> {
  const { rows } = await database.query<{ requests: number }>(
    `insert into platform.request_counts as counts (bucket, window_start, requests)
     values ($1::text, $2::timestamptz, $3::integer)
     on conflict (bucket, window_start) do update set requests = counts.requests + excluded.requests
     returning requests`,
    [bucket, windowStart, requests],
  );
  return rows[0]?.requests ?? 0;
}

/** Forgets the windows that are over, by the seconds in their buckets' names; with them go the hashed addresses. */
export async function forgetRequests(database: Queryable, now: Date): Promise<number> {
  const { rowCount } = await database.query(
    `delete from platform.request_counts
     where window_start < $1::timestamptz
       and window_start + make_interval(secs => substring(bucket from '/([0-9]+):')::integer) <= $1::timestamptz`,
    [now],
  );
  return rowCount ?? 0;
}

/** What is kept of a named request since a time. Nobody sees one whose work isn't done yet. */
export async function keptRequest(
  queryable: Queryable,
  nameHash: Buffer,
  keptSince: Date,
): Promise<{ requestHash: Buffer; result: string } | undefined> {
  const { rows } = await queryable.query<{ request_hash: Buffer; result: string }>(
    `select request_hash, result from platform.named_requests
     where name_hash = $1::bytea and received_at > $2::timestamptz`,
    [nameHash, keptSince],
  );
  return rows[0] && { requestHash: rows[0].request_hash, result: rows[0].result };
}

/** Takes a name that nobody has taken since a time. Who comes at the same moment waits for this transaction's end. */
export async function takeName(
  joining: Transaction,
  { nameHash, requestHash }: NamedRequest,
  keptSince: Date,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into platform.named_requests as kept (name_hash, request_hash, result, received_at)
     values ($1::bytea, $2::bytea, '', $4::timestamptz)
     on conflict (name_hash) do update
     set request_hash = excluded.request_hash, result = '', received_at = excluded.received_at
     where kept.received_at <= $3::timestamptz`,
    [nameHash, requestHash, keptSince, now],
  );
  return rowCount === 1;
}

export async function keepResult(
  joining: Transaction,
  { nameHash }: NamedRequest,
  result: string,
): Promise<void> {
  await joining.query(
    "update platform.named_requests set result = $2::text where name_hash = $1::bytea",
    [nameHash, result],
  );
}

export async function freeName(joining: Transaction, { nameHash }: NamedRequest): Promise<void> {
  await joining.query("delete from platform.named_requests where name_hash = $1::bytea", [
    nameHash,
  ]);
}

/** Forgets the named requests that came before a time. */
export async function forgetNamedRequests(queryable: Queryable, before: Date): Promise<void> {
  await queryable.query("delete from platform.named_requests where received_at < $1::timestamptz", [
    before,
  ]);
}

/** The installation's secret salt for hashing addresses, the same in all its processes. */
export async function addressSalt(database: Queryable): Promise<string> {
  const { rows } = await database.query<{ address_salt: string }>(
    "select address_salt from platform.installation",
  );
  const salt = rows[0]?.address_salt;
  if (salt === undefined) throw new Error("platform.installation has no row: run the migrations");
  return salt;
}
