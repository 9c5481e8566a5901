import type { Queryable } from "#platform";

export async function insertAttempt(
  queryable: Queryable,
  { id, back, beganAt, expiresAt }: { id: Buffer; back: string; beganAt: Date; expiresAt: Date },
): Promise<void> {
  await queryable.query(
    `insert into accounts.provider_attempts (id, back, began_at, expires_at)
     values ($1::bytea, $2::text, $3::timestamptz, $4::timestamptz)`,
    [id, back, beganAt, expiresAt],
  );
}

/** Uses up an attempt: of two who come back with it, one gets where to go on. */
export async function takeAttempt(
  queryable: Queryable,
  id: Buffer,
  now: Date,
): Promise<{ back: string } | undefined> {
  const { rows } = await queryable.query<{ back: string }>(
    `update accounts.provider_attempts set used_at = $2::timestamptz
     where id = $1::bytea and used_at is null and expires_at > $2::timestamptz returning back`,
    [id, now],
  );
  return rows[0];
}

export async function forgetAttempts(queryable: Queryable, now: Date): Promise<void> {
  await queryable.query(
    "delete from accounts.provider_attempts where expires_at <= $1::timestamptz",
    [now],
  );
}
