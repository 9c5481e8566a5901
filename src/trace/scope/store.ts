import { type Id, type Queryable, uuidOf } from "#platform";

export type Window = { staff: Id<"staff">; since: Date; until: Date };

/** Sets of fields, by client, over the names that are given. */
type Sets = ReadonlyMap<Id<"client">, number>;

type Asked = {
  fields: readonly string[];
  windows: readonly Window[];
  before: Date;
  confirmed: Sets;
  possible: Sets;
};

/**
 * The records of a scope's list (see `list.ts`), one after the other in their order: who was shown what within these
 * windows, and ever before a time, together with what is given. The index of who acted answers it alone.
 */
export async function shownRecords(
  queryable: Queryable,
  { fields, windows, before, confirmed, possible }: Asked,
): Promise<Buffer> {
  const { rows } = await queryable.query<{ records: Buffer | null }>(
    `with people as materialized (
       select * from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as p (staff, since, until)
     ), shown as (
       select s.client, bit_or(s.bit) filter (where s.occurred_at between p.since and p.until) as likely,
         bit_or(s.bit) as maximum
       from people p
       -- One person at a time, by the index: whatever the planner thinks of how many there are.
       cross join lateral (
         select d.client, d.occurred_at, 1 << (array_position($4::text[], d.field) - 1) as bit from ledger.door_shown d
         where d.actor = p.staff and d.occurred_at < $5::timestamptz offset 0
       ) s
       where s.bit is not null
       group by s.client
     ), owned as (
       select coalesce(f.client, s.client) as client, bit_or(s.likely) as likely, bit_or(s.maximum) as maximum
       from shown s left join vault.door_former_ids f on f.former = s.client
       group by 1
     ), given as (
       select g.client, bit_or(g.confirmed) as confirmed, bit_or(g.possible) as possible from (
         select c.client, c.fields, 0 from unnest($6::uuid[], $7::integer[]) as c (client, fields)
         union all
         select c.client, 0, c.fields from unnest($8::uuid[], $9::integer[]) as c (client, fields)
       ) g (client, confirmed, possible)
       group by g.client
     ), clients as (
       select client, coalesce(g.confirmed, 0) as confirmed, coalesce(g.confirmed, 0) | coalesce(s.likely, 0) as likely,
         coalesce(g.confirmed | g.possible, 0) | coalesce(s.maximum, 0) as maximum
       from owned s full join given g using (client)
     )
     select string_agg(
       uuid_send(c.client) || int4send(c.confirmed) || int4send(c.likely) || int4send(c.maximum)
         || coalesce(convert_to(k.country, 'UTF8'), '\\x0000'::bytea), ''::bytea order by c.client) as records
     from clients c left join vault.door_clients k on k.client = c.client
     where c.client not in (select d.client from vault.door_canaries d)`,
    [
      windows.map(({ staff }) => uuidOf(staff)),
      windows.map(({ since }) => since.toISOString()),
      windows.map(({ until }) => until.toISOString()),
      fields,
      before,
      [...confirmed.keys()].map(uuidOf),
      [...confirmed.values()],
      [...possible.keys()].map(uuidOf),
      [...possible.values()],
    ],
  );
  return rows[0]?.records ?? Buffer.alloc(0);
}

/** How many looks of these people at clients who were erased since are left: within the windows, and ever before a time. */
export async function countErased(
  queryable: Queryable,
  windows: readonly Window[],
  before: Date,
  kinds: readonly string[],
): Promise<{ best: number; upper: number }> {
  const { rows } = await queryable.query<{ best: number; upper: number }>(
    `select count(*) filter (where e.occurred_at between p.since and p.until)::integer as best,
       count(*)::integer as upper
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as p (staff, since, until)
     cross join lateral ledger.door_erased(p.staff, $4::timestamptz) e
     where e.kind = any ($5::text[])`,
    [
      windows.map(({ staff }) => uuidOf(staff)),
      windows.map(({ since }) => since.toISOString()),
      windows.map(({ until }) => until.toISOString()),
      before,
      kinds,
    ],
  );
  return rows[0] ?? { best: 0, upper: 0 };
}
