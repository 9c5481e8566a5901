import { type Id, type Queryable, type Transaction, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import type { PassLook } from "./keep.ts";

export async function insertPassLooks(
  joining: Transaction,
  looks: readonly PassLook[],
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into vault.pass_looks (client, pass, event, field, allowed, looked_at)
     select n.client, n.pass, n.event, n.field, n.allowed, $6::timestamptz
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[])
       as n (client, pass, event, field, allowed)`,
    [
      looks.map(({ client }) => uuidOf(client)),
      looks.map(({ pass }) => uuidOf(pass)),
      looks.map(({ event }) => uuidOf(event)),
      looks.map(({ field }) => field),
      looks.map(({ allowed }) => allowed),
      now,
    ],
  );
}

/** What somebody looked at under a pass. */
export type PastLook = { field: FieldName; allowed: boolean; at: Date };

/** The looks under a pass, in their order. */
export async function looksUnder(
  queryable: Queryable,
  client: Id<"client">,
  pass: Id<"grant">,
): Promise<PastLook[]> {
  const { rows } = await queryable.query<{ field: FieldName; allowed: boolean; looked_at: Date }>(
    `select field, allowed, looked_at from vault.pass_looks
     where client = $1::uuid and pass = $2::uuid order by looked_at, event`,
    [uuidOf(client), uuidOf(pass)],
  );
  return rows.map(({ looked_at: at, ...row }) => ({ ...row, at }));
}
