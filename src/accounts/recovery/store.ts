import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Recovery } from "./recovery.ts";

/** Puts new codes in the place of those that were there. */
export async function replaceCodes(
  joining: Transaction,
  client: Id<"client">,
  codes: readonly { id: Id<"code">; hash: Uint8Array }[],
  by: Id<"change">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.recovery_codes set ended_at = $2::timestamptz, ended_by = $3::uuid
     where client = $1::uuid and ended_at is null`,
    [uuidOf(client), now, uuidOf(by)],
  );
  await joining.query(
    `insert into accounts.recovery_codes (client, id, hash, added_at, added_by)
     select $1::uuid, given.id, given.hash, $4::timestamptz, $5::uuid
     from unnest($2::uuid[], $3::bytea[]) as given (id, hash)`,
    [
      uuidOf(client),
      codes.map(({ id }) => uuidOf(id)),
      codes.map(({ hash }) => hash),
      now,
      uuidOf(by),
    ],
  );
}

/** Uses up a code: of two who send it at once, one gets it. @returns whether a link brought it back to life */
export async function useCode(
  joining: Transaction,
  client: Id<"client">,
  hash: Uint8Array,
  now: Date,
): Promise<{ isRevived: boolean } | undefined> {
  const { rows } = await joining.query<{ is_revived: boolean }>(
    `update accounts.recovery_codes set used_at = $3::timestamptz
     where client = $1::uuid and hash = $2::bytea and used_at is null and ended_at is null
     returning revived_at is not null as is_revived`,
    [uuidOf(client), hash, now],
  );
  return rows[0] && { isRevived: rows[0].is_revived };
}

/** Ends the codes that a link brought back to life. */
export async function endRevivedCodes(
  joining: Transaction,
  client: Id<"client">,
  by: Id<"change">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.recovery_codes set ended_at = $3::timestamptz, ended_by = $2::uuid
     where client = $1::uuid and revived_at is not null and ended_at is null`,
    [uuidOf(client), uuidOf(by), now],
  );
}

/** Whether a client has this code, and can still use it. */
export async function hasCode(
  queryable: Queryable,
  client: Id<"client">,
  hash: Uint8Array,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select from accounts.recovery_codes
     where client = $1::uuid and hash = $2::bytea and used_at is null and ended_at is null`,
    [uuidOf(client), hash],
  );
  return rowCount === 1;
}

/** How many codes a client can still use, and since when they are there. */
export async function codesLeft(
  queryable: Queryable,
  client: Id<"client">,
): Promise<{ left: number; since: Date | undefined }> {
  const { rows } = await queryable.query<{ count: number; since: Date | null }>(
    `select count(*)::integer as count, min(added_at) as since from accounts.recovery_codes
     where client = $1::uuid and used_at is null and ended_at is null`,
    [uuidOf(client)],
  );
  return { left: rows[0]?.count ?? 0, since: rows[0]?.since ?? undefined };
}

/** Whether a recovery was begun since the codes were made that a client has now: with one of them. */
export async function beganRecovery(queryable: Queryable, client: Id<"client">): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select from accounts.recoveries r
     where r.client = $1::uuid and r.begun_at > (
       select min(c.added_at) from accounts.recovery_codes c where c.client = $1::uuid and c.ended_at is null)
     limit 1`,
    [uuidOf(client)],
  );
  return rowCount === 1;
}

export async function insertRecovery(
  joining: Transaction,
  { client, id, browser, network, begunAt, dueAt }: Recovery,
  by: Id<"change">,
): Promise<void> {
  await joining.query(
    `insert into accounts.recoveries (client, id, browser, network, begun_at, added_by, due_at)
     values ($1::uuid, $2::uuid, $3::text, $4::text, $5::timestamptz, $6::uuid, $7::timestamptz)`,
    [uuidOf(client), uuidOf(id), browser, network, begunAt, uuidOf(by), dueAt],
  );
}

type RecoveryRow = {
  client: string;
  id: string;
  browser: string;
  network: string;
  begun_at: Date;
  due_at: Date;
};

/** The recovery that a client has under way. */
export async function openRecovery(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Recovery | undefined> {
  const { rows } = await queryable.query<RecoveryRow>(
    `select client, id, browser, network, begun_at, due_at from accounts.recoveries
     where client = $1::uuid and cancelled_at is null and done_at is null`,
    [uuidOf(client)],
  );
  return rows[0] && recoveryFrom(rows[0]);
}

export async function cancelRecovery(
  joining: Transaction,
  client: Id<"client">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.recoveries set cancelled_at = $3::timestamptz, cancelled_by = $2::uuid
     where client = $1::uuid and cancelled_at is null and done_at is null`,
    [uuidOf(client), uuidOf(by), now],
  );
  return rowCount === 1;
}

/** Ends a recovery: of two who finish it at once, one gets true. */
export async function finishRecovery(
  joining: Transaction,
  { client, id }: Pick<Recovery, "client" | "id">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.recoveries set done_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and cancelled_at is null and done_at is null
       and due_at <= $3::timestamptz`,
    [uuidOf(client), uuidOf(id), now],
  );
  return rowCount === 1;
}

/** Recoveries whose delay is over, and whose owners weren't sent the link yet. */
export async function dueRecoveries(
  queryable: Queryable,
  most: number,
  now: Date,
): Promise<Recovery[]> {
  const { rows } = await queryable.query<RecoveryRow>(
    `select client, id, browser, network, begun_at, due_at from accounts.recoveries
     where due_at <= $1::timestamptz and told_at is null and cancelled_at is null and done_at is null
     order by due_at limit $2::integer`,
    [now, most],
  );
  return rows.map(recoveryFrom);
}

/** Marks that the link was sent: of two who would send it at once, one gets true. */
export async function markTold(
  joining: Transaction,
  { client, id }: Pick<Recovery, "client" | "id">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.recoveries set told_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and told_at is null and cancelled_at is null and done_at is null`,
    [uuidOf(client), uuidOf(id), now],
  );
  return rowCount === 1;
}

function recoveryFrom(row: RecoveryRow): Recovery {
  return {
    client: idFrom("client", row.client),
    id: idFrom("recovery", row.id),
    browser: row.browser,
    network: row.network,
    begunAt: row.begun_at,
    dueAt: row.due_at,
  };
}
