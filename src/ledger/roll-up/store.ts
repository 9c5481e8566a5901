import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Parts } from "./parts.ts";

/** From a moment, up to but without another. */
export type Span = { from: Date; to: Date };

/** A day in UTC, `2026-11-20`, whose releases were counted: which kinds those are, and how many events it had in all. */
export type RolledDay = { day: string; kinds: readonly string[]; events: number };

/** In the order of the days, without a gap. */
export async function rolledDays(queryable: Queryable): Promise<RolledDay[]> {
  const { rows } = await queryable.query<{ name: string; kinds: string[]; events: string }>(
    "select day::text as name, kinds, events from ledger.rolled_days order by day",
  );
  return rows.map(({ name, kinds, events }) => ({ day: name, kinds, events: Number(events) }));
}

/** Counts a day: the first, the next, or one again that got events since, which voids the later ones. */
export async function rollUpDay(
  transaction: Transaction,
  day: string,
  kinds: readonly string[],
): Promise<void> {
  await transaction.query("set local statement_timeout = 0");
  await transaction.query("select ledger.roll_up($1::date, $2::text[])", [day, kinds]);
}

/** How many events of every kind a day has. */
export async function countEvents(queryable: Queryable, { from, to }: Span): Promise<number> {
  const { rows } = await queryable.query<{ events: string }>(
    `select count(*) as events from ledger.events
     where occurred_at >= $1::timestamptz and occurred_at < $2::timestamptz`,
    [from, to],
  );
  return Number(rows[0]?.events);
}

/**
 * The days that have events in the spans, and how many events are neither there nor among those that were counted: the
 * lanes have numbered all.
 */
export async function uncounted(
  queryable: Queryable,
  { whole, spans }: Parts,
): Promise<{ days: string[]; late: number }> {
  const { rows } = await queryable.query<{ days: string[]; late: string }>(
    `with fresh as (
       select (e.occurred_at at time zone 'UTC')::date as day, count(*) as events
       from unnest($3::timestamptz[], $4::timestamptz[]) as span (starts, ends)
       join ledger.events e on e.occurred_at >= span.starts and e.occurred_at < span.ends
       group by 1
     )
     select array(select f.day::text from fresh f order by f.day) as days,
       (select coalesce(sum(i.seq), 0) from ledger.instances i)
         - (select coalesce(sum(d.events), 0) from ledger.rolled_days d
            where d.day >= $1::date and d.day <= $2::date)
         - (select coalesce(sum(f.events), 0) from fresh f) as late`,
    [whole?.first, whole?.last, ...bounds(spans)],
  );
  return { days: rows[0]?.days ?? [], late: Number(rows[0]?.late) };
}

/**
 * How many clients each of these actors was shown something of: on each counted day those who weren't seen since the
 * first of them, and beside those days who wasn't seen on any. Who was shown nothing is missing.
 */
export async function countClients(
  queryable: Queryable,
  kinds: readonly string[],
  { whole, spans }: Parts,
  actors: readonly Id<"staff">[],
): Promise<Map<Id<"staff">, number>> {
  const { rows } = await queryable.query<{ actor: string; clients: string }>(
    `select actor, sum(clients) as clients from (
       select d.actor, d.fresh + (select count(*) from unnest(d.previous) as last where last < $1::date) as clients
       from ledger.actor_days d
       where d.day >= $1::date and d.day <= $2::date and d.actor = any ($6::uuid[])
       union all
       select b.actor, count(*) from (
         select distinct r.actor, r.client
         from unnest($3::timestamptz[], $4::timestamptz[]) as span (starts, ends)
         join ledger.releases r on r.occurred_at >= span.starts and r.occurred_at < span.ends
         where r.kind = any ($5::text[]) and r.actor = any ($6::uuid[])
       ) b
       left join lateral (
         select true as found from ledger.releases w
         where w.client = b.client and w.actor = b.actor and w.kind = any ($5::text[])
           and w.occurred_at >= $7::timestamptz and w.occurred_at < $8::timestamptz
         limit 1
       ) counted on true
       where counted.found is null
       group by b.actor
     ) seen group by actor`,
    [
      ...[whole?.first, whole?.last, ...bounds(spans), kinds, actors.map(uuidOf)],
      ...[whole?.span.from, whole?.span.to],
    ],
  );
  return new Map(rows.map(({ actor, clients }) => [idFrom("staff", actor), Number(clients)]));
}

export async function countViews(
  queryable: Queryable,
  kinds: readonly string[],
  { whole, spans }: Parts,
): Promise<number> {
  const { rows } = await queryable.query<{ views: string }>(
    `select (select coalesce(sum(d.views), 0) from ledger.actor_days d
         where d.day >= $1::date and d.day <= $2::date)
       + (select count(*) from unnest($3::timestamptz[], $4::timestamptz[]) as span (starts, ends)
          join ledger.releases r on r.occurred_at >= span.starts and r.occurred_at < span.ends
          where r.kind = any ($5::text[])) as views`,
    [whole?.first, whole?.last, ...bounds(spans), kinds],
  );
  return Number(rows[0]?.views);
}

/** How often something of each of these clients was shown. Of whom nothing was shown is missing. */
export async function countViewsOf(
  queryable: Queryable,
  kinds: readonly string[],
  { from, to }: Span,
  clients: readonly Id<"client">[],
): Promise<Map<Id<"client">, number>> {
  const { rows } = await queryable.query<{ client: string; views: string }>(
    `select client, count(*) as views from ledger.releases
     where client = any ($1::uuid[]) and occurred_at >= $2::timestamptz and occurred_at < $3::timestamptz
       and kind = any ($4::text[])
     group by client`,
    [clients.map(uuidOf), from, to, kinds],
  );
  return new Map(rows.map(({ client, views }) => [idFrom("client", client), Number(views)]));
}

function bounds(spans: readonly Span[]): [string[], string[]] {
  return [spans.map(({ from }) => from.toISOString()), spans.map(({ to }) => to.toISOString())];
}
