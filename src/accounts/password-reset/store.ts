import { type Id, type Queryable, uuidOf } from "#platform";

/** Takes one attempt of a link: of those who try at once, no more than `most` get true. */
export async function takeResetAttempt(
  queryable: Queryable,
  client: Id<"client">,
  link: Id<"link">,
  most: number,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `insert into accounts.password_resets as resets (client, link, attempts)
     values ($1::uuid, $2::uuid, 1)
     on conflict (client, link) do update set attempts = resets.attempts + 1
       where resets.attempts < $3::integer and resets.failed_at is null
     returning link`,
    [uuidOf(client), uuidOf(link), most],
  );
  return rowCount === 1;
}

/** Writes down that a reset failed, when all of its attempts were taken. */
export async function markFailed(
  queryable: Queryable,
  client: Id<"client">,
  link: Id<"link">,
  most: number,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.password_resets set failed_at = $4::timestamptz
     where client = $1::uuid and link = $2::uuid and attempts >= $3::integer and failed_at is null`,
    [uuidOf(client), uuidOf(link), most, now],
  );
  return rowCount === 1;
}

/** When a reset of this client failed last. */
export async function lastFailure(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Date | undefined> {
  const { rows } = await queryable.query<{ failed_at: Date | null }>(
    "select max(failed_at) as failed_at from accounts.password_resets where client = $1::uuid",
    [uuidOf(client)],
  );
  return rows[0]?.failed_at ?? undefined;
}
