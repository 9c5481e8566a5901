import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

export type KeptAuthenticator = { factor: Id<"factor">; sealedKey: Buffer; lastStep: number };

export async function insertAuthenticator(
  queryable: Queryable,
  client: Id<"client">,
  { factor, sealedKey, lastStep }: KeptAuthenticator,
): Promise<void> {
  await queryable.query(
    `insert into accounts.authenticators (client, factor, secret, last_step)
     values ($1::uuid, $2::uuid, $3::bytea, $4::bigint)`,
    [uuidOf(client), uuidOf(factor), sealedKey, lastStep],
  );
}

/** The authenticators that a client has now. */
export async function authenticatorsOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<KeptAuthenticator[]> {
  const { rows } = await queryable.query<{ factor: string; secret: Buffer; last_step: string }>(
    `select a.factor, a.secret, a.last_step from accounts.authenticators a
     join accounts.factors f on f.client = a.client and f.id = a.factor
     where a.client = $1::uuid and f.ended_at is null order by f.added_at`,
    [uuidOf(client)],
  );
  return rows.map(({ factor, secret, last_step }) => ({
    factor: idFrom("factor", factor),
    sealedKey: secret,
    lastStep: Number(last_step),
  }));
}

/** Takes a time step: of two who send the same code at once, one gets true. */
export async function takeStep(
  joining: Transaction,
  client: Id<"client">,
  factor: Id<"factor">,
  step: number,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.authenticators set last_step = $3::bigint
     where client = $1::uuid and factor = $2::uuid and last_step < $3::bigint`,
    [uuidOf(client), uuidOf(factor), step],
  );
  return rowCount === 1;
}
