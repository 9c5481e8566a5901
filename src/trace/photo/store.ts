import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { FieldName } from "#policy";

/** A value that somebody was shown. */
export type ShownValue = {
  client: Id<"client">;
  at: Date;
  field: FieldName;
  event: Id<"event">;
};

/** What was shown to somebody in one session from a moment up to another, in the order of time. */
export async function shownIn(
  queryable: Queryable,
  session: { id: Id<"session">; staff: Id<"staff"> },
  { from, to }: { from: Date; to: Date },
): Promise<ShownValue[]> {
  const { rows } = await queryable.query<{
    client: string;
    occurred_at: Date;
    field: FieldName;
    id: string;
  }>(
    `select coalesce(f.client, s.client) as client, s.occurred_at, s.field, s.id
     from ledger.door_shown s
     join ledger.door_events e on e.client = s.client and e.occurred_at = s.occurred_at and e.id = s.id
     left join vault.door_former_ids f on f.former = s.client
     where s.actor = $1::uuid and s.occurred_at >= $3::timestamptz and s.occurred_at < $4::timestamptz
       and e.details::jsonb ->> 'session' = $2::text
     order by s.occurred_at, s.id`,
    [uuidOf(session.staff), session.id, from, to],
  );
  return rows.map(({ client, occurred_at: at, field, id }) => ({
    ...{ client: idFrom("client", client), at, field, event: idFrom("event", id) },
  }));
}

/** A look at one field of one client. */
export type Look = { session: Id<"session">; at: Date };

/** Who was shown a field of a client, the latest first. */
export async function looksAt(
  queryable: Queryable,
  { client, field }: { client: Id<"client">; field: FieldName },
  atMost: number,
): Promise<Look[]> {
  const { rows } = await queryable.query<{ session: Id<"session">; occurred_at: Date }>(
    `select e.details::jsonb ->> 'session' as session, s.occurred_at
     from ledger.door_shown s
     join ledger.door_events e on e.client = s.client and e.occurred_at = s.occurred_at and e.id = s.id
     where s.client = any (array(select $1::uuid union all
         select f.former from vault.door_former_ids f where f.client = $1::uuid))
       and s.field = $2::text and e.details::jsonb ->> 'session' is not null
     order by s.occurred_at desc, s.id limit $3::int`,
    [uuidOf(client), field, atMost],
  );
  return rows.map(({ session, occurred_at: at }) => ({ session, at }));
}
