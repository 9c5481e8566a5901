import type { Queryable } from "../database/index.ts";

/** Counts one request in a bucket's window and says how many that makes. */
export async function countRequest(
  database: Queryable,
  bucket: string,
  windowStart: Date,
): Promise<number> {
  const { rows } = await database.query<{ requests: number }>(
    `insert into platform.request_counts as counts (bucket, window_start, requests)
     values ($1::text, $2::timestamptz, 1)
     on conflict (bucket, window_start) do update set requests = counts.requests + 1
     returning requests`,
    [bucket, windowStart],
  );
  return rows[0]?.requests ?? 0;
}

/** Forgets the windows that began before a time; with them go the hashed addresses. */
export async function forgetRequests(database: Queryable, before: Date): Promise<number> {
  const { rowCount } = await database.query(
    "delete from platform.request_counts where window_start < $1::timestamptz",
    [before],
  );
  return rowCount ?? 0;
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
