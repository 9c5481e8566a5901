import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Closing } from "./closing.ts";

export async function insertClosing(
  joining: Transaction,
  { client, id, askedAt, closesAt }: Closing,
  by: Id<"change">,
): Promise<void> {
  await joining.query(
    `insert into accounts.closings (client, id, added_at, added_by, closes_at)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::timestamptz)`,
    [uuidOf(client), uuidOf(id), askedAt, uuidOf(by), closesAt],
  );
}

/** The closing that a client has under way. */
export async function openClosing(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Closing | undefined> {
  const { rows } = await queryable.query<{ id: string; added_at: Date; closes_at: Date }>(
    `select id, added_at, closes_at from accounts.closings
     where client = $1::uuid and ended_at is null and closed_at is null`,
    [uuidOf(client)],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { added_at: askedAt, closes_at: closesAt } = row;
  return { client, id: idFrom("closing", row.id), askedAt, closesAt };
}

export async function endClosing(
  joining: Transaction,
  client: Id<"client">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.closings set ended_at = $3::timestamptz, ended_by = $2::uuid
     where client = $1::uuid and ended_at is null and closed_at is null`,
    [uuidOf(client), uuidOf(by), now],
  );
  return rowCount === 1;
}

/** Marks a closing as done, if its time has come and nobody kept the account. */
export async function markClosed(
  joining: Transaction,
  client: Id<"client">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.closings set closed_at = $2::timestamptz
     where client = $1::uuid and ended_at is null and closed_at is null and closes_at <= $2::timestamptz`,
    [uuidOf(client), now],
  );
  return rowCount === 1;
}

/** Whose accounts are to be closed by now. */
export async function dueClosings(
  queryable: Queryable,
  most: number,
  now: Date,
): Promise<Id<"client">[]> {
  const { rows } = await queryable.query<{ client: string }>(
    `select client from accounts.closings
     where closes_at <= $1::timestamptz and ended_at is null and closed_at is null
     order by closes_at limit $2::integer`,
    [now, most],
  );
  return rows.map(({ client }) => idFrom("client", client));
}
