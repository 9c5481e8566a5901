import { type Id, idFrom, type Queryable, uuidOf } from "#platform";

export type KeptPassword = { factor: Id<"factor">; hash: string };

export async function insertPassword(
  queryable: Queryable,
  client: Id<"client">,
  { factor, hash }: KeptPassword,
): Promise<void> {
  await queryable.query(
    `insert into accounts.passwords (client, factor, hash) values ($1::uuid, $2::uuid, $3::text)`,
    [uuidOf(client), uuidOf(factor), hash],
  );
}

/** The password that a client has now. */
export async function passwordOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<KeptPassword | undefined> {
  const { rows } = await queryable.query<{ factor: string; hash: string }>(
    `select p.factor, p.hash from accounts.passwords p
     join accounts.factors f on f.client = p.client and f.id = p.factor
     where p.client = $1::uuid and f.ended_at is null`,
    [uuidOf(client)],
  );
  const [row] = rows;
  return row && { factor: idFrom("factor", row.factor), hash: row.hash };
}

/** The same password under better parameters, unless it was changed meanwhile. */
export async function rehashPassword(
  queryable: Queryable,
  client: Id<"client">,
  { factor, hash: before }: KeptPassword,
  hash: string,
): Promise<void> {
  await queryable.query(
    `update accounts.passwords set hash = $4::text
     where client = $1::uuid and factor = $2::uuid and hash = $3::text`,
    [uuidOf(client), uuidOf(factor), before, hash],
  );
}
