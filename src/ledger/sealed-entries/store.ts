import {
  type Actor,
  type Id,
  idFrom,
  nobody,
  type Queryable,
  type Transaction,
  timeOf,
  uuidOf,
} from "#platform";
import type { ClientEvent } from "../event.ts";
import { type ClientEventRow, clientEventFrom } from "../row.ts";

export type SealedEntry = { entry: Id<"event">; sealedAt: Date; until: string; openedAt?: Date };

/** What was ever said of sealing these events: entries, or what tells of an entry's sealing. */
export async function sealedEntries(
  queryable: Queryable,
  client: Id<"client">,
  events: readonly Id<"event">[],
): Promise<SealedEntry[]> {
  const { rows } = await queryable.query<{
    entry: string;
    sealed_at: Date;
    until: string;
    opened_at: Date | null;
  }>(
    `select entry, sealed_at, until::text as until, opened_at from ledger.sealed_entries
     where client = $1::uuid and event = any ($2::uuid[]) order by until, entry`,
    [uuidOf(client), events.map(uuidOf)],
  );
  return rows.map(({ entry, sealed_at, until, opened_at }) => ({
    entry: idFrom("event", entry),
    sealedAt: sealed_at,
    until,
    ...(opened_at && { openedAt: opened_at }),
  }));
}

/** What is sealed from a client: whether this event is, and the day on which the last of all opens. */
export type SealedNow = { isSealed: boolean; until: string };

/** Undefined when nothing is sealed from the client. */
export async function sealedNow(
  queryable: Queryable,
  client: Id<"client">,
  event: Id<"event">,
  today: string,
): Promise<SealedNow | undefined> {
  const { rows } = await queryable.query<{ is_sealed: boolean | null; until: string | null }>(
    `select bool_or(event = $2::uuid) as is_sealed, max(until)::text as until from ledger.sealed_entries
     where client = $1::uuid and opened_at is null and until > $3::date`,
    [uuidOf(client), uuidOf(event), today],
  );
  const [row] = rows;
  return row?.until ? { isSealed: row.is_sealed === true, until: row.until } : undefined;
}

/** Does what the event of kind ledger.entry_sealed says. */
export async function insertSeal(
  transaction: Transaction,
  client: Id<"client">,
  event: Id<"event">,
  entry: Id<"event">,
): Promise<void> {
  await transaction.query(
    "select ledger.seal_entry($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::timestamptz)",
    [uuidOf(client), uuidOf(event), timeOf(event), uuidOf(entry), timeOf(entry)],
  );
}

/** Does what the event of kind ledger.entry_opened says. @returns whether the entry was sealed */
export async function endSeal(
  transaction: Transaction,
  client: Id<"client">,
  event: Id<"event">,
  entry: Id<"event">,
): Promise<boolean> {
  const { rows } = await transaction.query<{ opened: boolean }>(
    "select ledger.open_entry($1::uuid, $2::uuid, $3::timestamptz, $4::uuid) as opened",
    [uuidOf(client), uuidOf(event), timeOf(event), uuidOf(entry)],
  );
  return rows[0]?.opened ?? false;
}

/** Which of a client's events are meant: of these kinds, by this kind of actor, about this ticket. */
export type Meant = {
  kinds?: readonly string[];
  by?: Actor["is"];
  ticket?: Id<"ticket">;
};

/** The client's events that aren't sealed, from the newest to older ones, up to `limit` of them. */
export async function openEvents(
  queryable: Queryable,
  client: Id<"client">,
  today: string,
  { before, limit, kinds, by, ticket }: Meant & { before?: Id<"event">; limit: number },
): Promise<ClientEvent[]> {
  const { rows } = await queryable.query<ClientEventRow>(
    `select occurred_at, id, case when actor_commitment is null then actor end as actor, version, kind_version,
       actor_kind, kind, field, ticket, purpose, decision, details
     from ledger.events e
     where client = $1::uuid
       and (occurred_at, id) < (coalesce($3::timestamptz, 'infinity'),
         coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
       and ($6::text[] is null or kind = any ($6::text[]))
       and ($7::text is null or actor_kind = $7::text)
       and ($8::uuid is null or ticket = $8::uuid)
       and not exists (
         select from ledger.sealed_entries s
         where s.client = e.client and s.event = e.id and s.opened_at is null and s.until > $2::date
       )
     order by occurred_at desc, id desc limit $5::integer`,
    [
      ...[uuidOf(client), today, before && timeOf(before), before && uuidOf(before), limit],
      ...[kinds, by, ticket && uuidOf(ticket)],
    ],
  );
  return rows.map((row) => clientEventFrom(client, row));
}

/** How many of the client's events since then that aren't sealed were allowed and denied, by days in UTC that have any. */
export async function countOpenEvents(
  queryable: Queryable,
  client: Id<"client">,
  today: string,
  { since, kinds, by }: { since: Date; kinds: readonly string[]; by: Actor["is"] },
): Promise<{ day: string; allowed: number; denied: number }[]> {
  const { rows } = await queryable.query<{ day: string; allowed: number; denied: number }>(
    `select (occurred_at at time zone 'UTC')::date::text as day,
       count(*) filter (where decision is distinct from 'deny')::integer as allowed,
       count(*) filter (where decision = 'deny')::integer as denied
     from ledger.events e
     where client = $1::uuid and occurred_at >= $3::timestamptz and kind = any ($4::text[]) and actor_kind = $5::text
       and not exists (
         select from ledger.sealed_entries s
         where s.client = e.client and s.event = e.id and s.opened_at is null and s.until > $2::date
       )
     group by 1 order by 1`,
    [uuidOf(client), today, since, kinds, by],
  );
  return rows;
}

/** From a moment, without it, up to another, which is `today`'s. */
export type SpanUntil = { after: Date; until: Date; today: string };

/**
 * What clients could see for the first time in this span of what staff were allowed to see of them: what happened then
 * and isn't sealed, and what was sealed and opened.
 */
export async function newlyOpenEvents(
  queryable: Queryable,
  kinds: readonly string[],
  { after, until, today }: SpanUntil,
): Promise<ClientEvent[]> {
  const { rows: opened } = await queryable.query<{ client: string; event: string }>(
    `select client, event from ledger.sealed_entries
     where (opened_at > $1::timestamptz and opened_at <= $2::timestamptz)
       or (opened_at is null and until <= $3::date and until::timestamp at time zone 'UTC' > $1::timestamptz)`,
    [after, until, today],
  );
  const ids = opened.map(({ event }) => idFrom("event", event));
  const { rows } = await queryable.query<ClientEventRow & { client: string }>(
    `select e.client, e.occurred_at, e.id, case when e.actor_commitment is null then e.actor end as actor,
       e.version, e.kind_version, e.actor_kind, e.kind, e.field, e.ticket, e.purpose, e.decision, e.details
     from ledger.events e
     where e.occurred_at > $1::timestamptz and e.occurred_at <= $2::timestamptz and e.kind = any ($3::text[])
       and e.actor_kind = 'staff' and e.decision = 'allow' and e.client <> $4::uuid
       and not exists (
         select from ledger.sealed_entries s where s.client = e.client and s.event = e.id
       )
     union all
     select e.client, e.occurred_at, e.id, case when e.actor_commitment is null then e.actor end as actor,
       e.version, e.kind_version, e.actor_kind, e.kind, e.field, e.ticket, e.purpose, e.decision, e.details
     from unnest($5::uuid[], $6::timestamptz[], $7::uuid[]) as o (client, occurred_at, id)
     join ledger.events e on e.client = o.client and e.occurred_at = o.occurred_at and e.id = o.id
     where e.kind = any ($3::text[]) and e.actor_kind = 'staff' and e.decision = 'allow'`,
    [
      ...[after, until, kinds, nobody],
      opened.map(({ client }) => client),
      ids.map(timeOf),
      opened.map(({ event }) => event),
    ],
  );
  return rows.map((row) => clientEventFrom(idFrom("client", row.client), row));
}

/** How many of the client's events are sealed, by the day on which they open. */
export async function countSealed(
  queryable: Queryable,
  client: Id<"client">,
  today: string,
): Promise<{ until: string; entries: number }[]> {
  const { rows } = await queryable.query<{ until: string; entries: string }>(
    `select until::text as until, count(*) as entries from ledger.sealed_entries
     where client = $1::uuid and opened_at is null and until > $2::date
     group by until order by until`,
    [uuidOf(client), today],
  );
  return rows.map(({ until, entries }) => ({ until, entries: Number(entries) }));
}
