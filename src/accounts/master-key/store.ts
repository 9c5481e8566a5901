import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

export type KeptMasterKey = { id: Id<"key">; hash: Buffer; addedAt: Date };

/** The master key that a client has now. */
export async function masterKeyOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<KeptMasterKey | undefined> {
  const { rows } = await queryable.query<{ id: string; hash: Buffer; added_at: Date }>(
    `select id, hash, added_at from accounts.master_keys where client = $1::uuid and ended_at is null`,
    [uuidOf(client)],
  );
  return (
    rows[0] && { id: idFrom("key", rows[0].id), hash: rows[0].hash, addedAt: rows[0].added_at }
  );
}

export async function insertMasterKey(
  joining: Transaction,
  client: Id<"client">,
  { id, hash, addedAt }: KeptMasterKey,
  addedBy: Id<"change">,
): Promise<void> {
  await joining.query(
    `insert into accounts.master_keys (client, id, hash, added_at, added_by)
     values ($1::uuid, $2::uuid, $3::bytea, $4::timestamptz, $5::uuid)`,
    [uuidOf(client), uuidOf(id), hash, addedAt, uuidOf(addedBy)],
  );
}

/** False when there was none. */
export async function endMasterKey(
  joining: Transaction,
  client: Id<"client">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.master_keys set ended_at = $3::timestamptz, ended_by = $2::uuid
     where client = $1::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(by), now],
  );
  return rowCount === 1;
}
