import { type Id, idFrom, isId, type Queryable, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import type { AskedClient, Look } from "./asked.ts";

/** A look of somebody at some client. */
export type PickedClient = { staff: Id<"staff">; holders: number };

/** From a moment, up to but without another. */
export type Span = { from: Date; to: Date };

const recordBytes = 40;

/**
 * Who was shown which of these values before a moment. The index of clients answers it alone. It comes as records of 40 bytes:
 * place, actor, slots, first and last (in milliseconds); as rows it would take several times as long to read.
 */
export async function looksAt(
  queryable: Queryable,
  asked: readonly AskedClient[],
  before: Date,
): Promise<Look[]> {
  const slots = asked.flatMap((one, place) =>
    one.slots.map((slot, bit) => ({ ...slot, place, bit: 1 << bit })),
  );
  const named = slots.filter(({ field }) => field !== undefined);
  const any = slots.filter(({ field }) => field === undefined);
  const { rows } = await queryable.query<{ records: Buffer | null }>(
    `with asked as materialized (
       select client, (place - 1)::integer as place from unnest($1::uuid[]) with ordinality as a (client, place)
     ), named as materialized (
       select * from unnest($2::integer[], $3::text[], $4::integer[], $5::integer[]) as n (place, field, version, bit)
     ), other as materialized (
       select * from unnest($6::integer[], $7::integer[]) as o (place, bit)
     ), looks as (
       select a.place, s.actor, bit_or(coalesce(n.bit, 0) | coalesce(o.bit, 0)) as slots,
         min(s.occurred_at) as first, max(s.occurred_at) as last
       from asked a join ledger.door_shown s on s.client = a.client and s.occurred_at < $8::timestamptz
       left join named n on n.place = a.place and n.field = s.field and n.version = s.version
       left join other o on o.place = a.place
       where n.bit is not null or o.bit is not null
       group by a.place, s.actor
     )
     select string_agg(int4send(place) || uuid_send(actor) || int4send(slots)
       || int8send((extract(epoch from first) * 1000)::bigint)
       || int8send((extract(epoch from last) * 1000)::bigint), ''::bytea) as records from looks`,
    [
      asked.map(({ client }) => uuidOf(client)),
      named.map(({ place }) => place),
      named.map(({ field }) => field),
      named.map(({ version }) => version),
      named.map(({ bit }) => bit),
      any.map(({ place }) => place),
      any.map(({ bit }) => bit),
      before,
    ],
  );
  return looksIn(rows[0]?.records ?? Buffer.alloc(0));
}

function looksIn(records: Buffer): Look[] {
  const known = new Map<string, Id<"staff">>();
  const looks: Look[] = [];
  for (let at = 0; at < records.length; at += recordBytes) {
    const actor = records.toString("hex", at + 4, at + 20);
    const staff = known.get(actor) ?? idFrom("staff", actor);
    known.set(actor, staff);
    looks.push({
      ...{ place: records.readInt32BE(at), staff, slots: records.readInt32BE(at + 20) },
      firstAt: new Date(Number(records.readBigInt64BE(at + 24))),
      lastAt: new Date(Number(records.readBigInt64BE(at + 32))),
    });
  }
  return looks;
}

/**
 * For each person and moment the next client of whom a value was shown to that person within the span, by how many people
 * something of that client was seen in it. Where there is no next one, it is missing.
 */
export async function pickClients(
  queryable: Queryable,
  asked: readonly { staff: Id<"staff">; at: Date }[],
  { from, to }: Span,
): Promise<PickedClient[]> {
  const { rows } = await queryable.query<{ actor: string; holders: string }>(
    `select a.actor, seen.holders
     from unnest($1::uuid[], $2::timestamptz[]) as a (actor, at)
     cross join lateral (
       select s.client from ledger.door_shown s
       where s.actor = a.actor and s.occurred_at >= a.at and s.occurred_at < $4::timestamptz
       order by s.occurred_at limit 1
     ) next
     cross join lateral (
       select count(distinct s.actor) as holders from ledger.door_shown s
       where s.client = next.client and s.occurred_at >= $3::timestamptz and s.occurred_at < $4::timestamptz
     ) seen`,
    [asked.map(({ staff }) => uuidOf(staff)), asked.map(({ at }) => at.toISOString()), from, to],
  );
  return rows.map(({ actor, holders }) => ({
    staff: idFrom("staff", actor),
    holders: Number(holders),
  }));
}

/** When values were first shown, about; undefined when none was. */
export async function firstShown(queryable: Queryable): Promise<Date | undefined> {
  const { rows } = await queryable.query<{ first: Date | null }>(
    `select coalesce((select r.first::timestamp at time zone 'UTC' from ledger.door_rolled r),
       (select min(s.occurred_at) from ledger.door_shown s)) as first`,
  );
  return rows[0]?.first ?? undefined;
}

/** A value of a client that somebody was shown, and that stands in the sample. */
export type ShownValue = {
  staff: Id<"staff">;
  client: Id<"client">;
  at: Date;
  field: FieldName;
  event: Id<"event">;
  session: Id<"session"> | undefined;
};

/** The first so many times that each of these people was shown one of these values before a moment, in the order of time. */
export async function looksOf(
  queryable: Queryable,
  asked: readonly AskedClient[],
  before: Date,
  people: readonly Id<"staff">[],
  most: number,
): Promise<ShownValue[]> {
  const slots = asked.flatMap(({ client, slots: own }) => own.map((slot) => ({ client, ...slot })));
  const named = slots.filter(({ field }) => field !== undefined);
  const any = slots.filter(({ field }) => field === undefined);
  const { rows } = await queryable.query<{
    actor: string;
    client: string;
    at: Date;
    field: string;
    id: string;
    session: string | null;
  }>(
    `with asked as materialized (
       select distinct client from unnest($1::uuid[]) as a (client)
     ), named as materialized (
       select * from unnest($2::uuid[], $3::text[], $4::integer[]) as n (client, field, version)
     ), other as materialized (
       select * from unnest($5::uuid[]) as o (client)
     ), looks as materialized (
       select s.client, s.occurred_at, s.id, s.actor, s.field,
         row_number() over (partition by s.actor order by s.occurred_at, s.id) as number
       from asked a
       join ledger.door_shown s on s.client = a.client and s.occurred_at < $6::timestamptz and s.actor = any ($7::uuid[])
       left join named n on n.client = s.client and n.field = s.field and n.version = s.version
       left join other o on o.client = s.client
       where n.client is not null or o.client is not null
     )
     select k.actor, k.client, k.occurred_at as at, k.field, k.id, e.details::jsonb ->> 'session' as session
     from looks k
     join ledger.door_events e on e.client = k.client and e.occurred_at = k.occurred_at and e.id = k.id
     where k.number <= $8::integer order by k.occurred_at, k.id`,
    [
      asked.map(({ client }) => uuidOf(client)),
      named.map(({ client }) => uuidOf(client)),
      named.map(({ field }) => field),
      named.map(({ version }) => version),
      any.map(({ client }) => uuidOf(client)),
      before,
      people.map(uuidOf),
      most,
    ],
  );
  return rows.map(({ actor, client, at, field, id, session }) => ({
    ...{ staff: idFrom("staff", actor), client: idFrom("client", client), at },
    ...{ field: field as FieldName, event: idFrom("event", id) },
    session: session !== null && isId("session", session) ? session : undefined,
  }));
}

/** The browsers of these people's sessions, as far as they are known. */
export async function devicesOf(
  queryable: Queryable,
  people: readonly Id<"staff">[],
  sessions: readonly Id<"session">[],
): Promise<Map<Id<"session">, string>> {
  const { rows } = await queryable.query<{ session: string; device: string }>(
    `select session, device from accounts.door_sessions
     where staff = any ($1::uuid[]) and session = any ($2::uuid[])`,
    [people.map(uuidOf), sessions.map(uuidOf)],
  );
  return new Map(rows.map(({ session, device }) => [idFrom("session", session), device]));
}
