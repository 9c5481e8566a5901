import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { Factor } from "./factor.ts";

/** The factors that a client has now, the oldest first. */
export async function factorsOf(queryable: Queryable, client: Id<"client">): Promise<Factor[]> {
  const { rows } = await queryable.query<{
    id: string;
    kind: Factor["kind"];
    name: string;
    added_at: Date;
    used_at: Date | null;
  }>(
    `select id, kind, name, added_at, used_at from accounts.factors
     where client = $1::uuid and ended_at is null order by added_at, id`,
    [uuidOf(client)],
  );
  return rows.map(({ id, kind, name, added_at: addedAt, used_at }) => ({
    ...{ id: idFrom("factor", id), kind, name, addedAt },
    usedAt: used_at ?? undefined,
  }));
}

/** False when there is one with this id, or was. */
export async function insertFactor(
  queryable: Queryable,
  client: Id<"client">,
  { id, kind, name, addedAt }: Omit<Factor, "usedAt">,
  addedBy: Id<"change">,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `insert into accounts.factors (client, id, kind, name, added_at, added_by)
     values ($1::uuid, $2::uuid, $3::text, $4::text, $5::timestamptz, $6::uuid)
     on conflict (client, id) do nothing`,
    [uuidOf(client), uuidOf(id), kind, name, addedAt, uuidOf(addedBy)],
  );
  return rowCount === 1;
}

/** False when it is none of this client's, or was ended already. */
export async function endFactor(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"factor">,
  endedBy: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.factors set ended_at = $4::timestamptz, ended_by = $3::uuid
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id), uuidOf(endedBy), now],
  );
  return rowCount === 1;
}

export async function renameFactor(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"factor">,
  name: string,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.factors set name = $3::text
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id), name],
  );
  return rowCount === 1;
}

export async function markUsed(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"factor">,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.factors set used_at = $3::timestamptz where client = $1::uuid and id = $2::uuid`,
    [uuidOf(client), uuidOf(id), now],
  );
}
