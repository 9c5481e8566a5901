import { type Id, idFrom, type Transaction, uuidOf } from "#platform";

/** Whose delivery it is, and whether it is noted for the first time. */
export type Noted = { client: Id<"client">; isNew: boolean };

/** Notes that a message couldn't be delivered; undefined when there is no such delivery. */
export async function noteBounce(
  joining: Transaction,
  notice: Id<"notice">,
  now: Date,
): Promise<Noted | undefined> {
  const { rows } = await joining.query<{ client: string; was: Date | null }>(
    `update outbox.deliveries d set bounced_at = coalesce(d.bounced_at, $2::timestamptz)
     from (select client, message, bounced_at from outbox.deliveries where message = $1::uuid for update) before
     where d.client = before.client and d.message = before.message
     returning d.client, before.bounced_at as was`,
    [uuidOf(notice), now],
  );
  return rows[0] && { client: idFrom("client", rows[0].client), isNew: rows[0].was === null };
}

/** Notes that its reader called a message unwanted; undefined when there is no such delivery. */
export async function noteComplaint(
  joining: Transaction,
  notice: Id<"notice">,
  now: Date,
): Promise<Noted | undefined> {
  const { rows } = await joining.query<{ client: string; was: Date | null }>(
    `update outbox.deliveries d set complained_at = coalesce(d.complained_at, $2::timestamptz)
     from (select client, message, complained_at from outbox.deliveries where message = $1::uuid for update) before
     where d.client = before.client and d.message = before.message
     returning d.client, before.complained_at as was`,
    [uuidOf(notice), now],
  );
  return rows[0] && { client: idFrom("client", rows[0].client), isNew: rows[0].was === null };
}
