import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Parts } from "./parts.ts";

/** From a moment, up to but without another. */
export type Span = { from: Date; to: Date };

/** How many clients by each member of staff; who has none is missing. */
export type Counts = ReadonlyMap<Id<"staff">, number>;

type CountRow = { actor: string; clients: string };

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

/** Of how many clients each actor was shown a value up to a counted day: one row for each actor is read. */
export async function countSeen(queryable: Queryable, last: string): Promise<Counts> {
  const { rows } = await queryable.query<CountRow>(
    `with recursive people as (
       (select d.actor from ledger.actor_days d order by d.actor limit 1)
       union all
       select (select d.actor from ledger.actor_days d where d.actor > p.actor order by d.actor limit 1)
       from people p where p.actor is not null
     )
     select p.actor, last.seen as clients from people p cross join lateral (
       select d.seen from ledger.actor_days d where d.actor = p.actor and d.day <= $1::date order by d.day desc limit 1
     ) last`,
    [last],
  );
  return countsIn(rows);
}

/** Of how many clients each actor was shown a value within these counted days: on each, who wasn't seen since the first. */
export async function countWithin(
  queryable: Queryable,
  first: string,
  last: string,
): Promise<Counts> {
  const { rows } = await queryable.query<CountRow>(
    `select d.actor, sum(d.fresh + (select count(*) from unnest(d.previous) as seen where seen < $1::date)) as clients
     from ledger.actor_days d where d.day >= $1::date and d.day <= $2::date group by d.actor`,
    [first, last],
  );
  return countsIn(rows);
}

/** Of how many clients each actor was shown a value beside the counted days, and not on any of them: by their events. */
export async function countBeside(queryable: Queryable, { whole, spans }: Parts): Promise<Counts> {
  const { rows } = await queryable.query<CountRow>(
    `select b.actor, count(*) as clients from (
       select distinct s.actor, s.client
       from unnest($1::timestamptz[], $2::timestamptz[]) as span (starts, ends)
       join ledger.door_shown s on s.occurred_at >= span.starts and s.occurred_at < span.ends
     ) b
     left join lateral (
       select true as found from ledger.door_shown w
       where w.client = b.client and w.actor = b.actor
         and w.occurred_at >= $3::timestamptz and w.occurred_at < $4::timestamptz
       limit 1
     ) counted on true
     where counted.found is null group by b.actor`,
    [...bounds(spans), whole?.span.from, whole?.span.to],
  );
  return countsIn(rows);
}

/** Of how many clients each of these people was shown a value within the spans, which don't overlap: by their events. */
export async function countBesideOf(
  queryable: Queryable,
  people: readonly Id<"staff">[],
  spans: readonly Span[],
): Promise<Counts> {
  const { rows } = await queryable.query<CountRow>(
    `select p.actor, count(distinct s.client) as clients
     from unnest($3::uuid[]) as p (actor)
     cross join unnest($1::timestamptz[], $2::timestamptz[]) as span (starts, ends)
     cross join lateral (
       select d.client from ledger.door_shown d
       where d.actor = p.actor and d.occurred_at >= span.starts and d.occurred_at < span.ends
     ) s
     group by p.actor`,
    [...bounds(spans), people.map(uuidOf)],
  );
  return countsIn(rows);
}

function bounds(spans: readonly Span[]): [string[], string[]] {
  return [spans.map(({ from }) => from.toISOString()), spans.map(({ to }) => to.toISOString())];
}

function countsIn(rows: readonly CountRow[]): Counts {
  return new Map(rows.map(({ actor, clients }) => [idFrom("staff", actor), Number(clients)]));
}
