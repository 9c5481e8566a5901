import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { ClientErasureReason, Erasure } from "./erasure.ts";

export async function insertErasure(
  joining: Transaction,
  { id, client, reason, askedBy, askedAt }: Erasure & { client: Id<"client"> },
): Promise<void> {
  await joining.query(
    `insert into accounts.erasures (id, client, reason, asked_by, asked_at)
     values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::timestamptz)`,
    [uuidOf(id), uuidOf(client), reason, uuidOf(askedBy), askedAt],
  );
}

export async function erasureById(
  queryable: Queryable,
  id: Id<"erasure">,
): Promise<Erasure | undefined> {
  const { rows } = await queryable.query<{
    client: string | null;
    reason: ClientErasureReason;
    asked_by: string;
    asked_at: Date;
  }>("select client, reason, asked_by, asked_at from accounts.erasures where id = $1::uuid", [
    uuidOf(id),
  ]);
  const [row] = rows;
  return (
    row && {
      ...{ id, reason: row.reason, askedAt: row.asked_at },
      client: row.client === null ? undefined : idFrom("client", row.client),
      askedBy: idFrom("staff", row.asked_by),
    }
  );
}

/** Whose public account id it is, also when the account is closed. */
export async function clientOf(
  queryable: Queryable,
  publicId: string,
): Promise<Id<"client"> | undefined> {
  const { rows } = await queryable.query<{ client: string }>(
    "select client from accounts.clients where public_id = $1::text",
    [publicId],
  );
  return rows[0] && idFrom("client", rows[0].client);
}

/** Deletes everything that accounts keep of a client, and that there was one. */
export async function eraseAccount(joined: Transaction, client: Id<"client">): Promise<void> {
  await joined.query("select accounts.erase_client($1::uuid)", [uuidOf(client)]);
}
