import { type Id, idFrom, isId, type Queryable, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import type { AskedClient, Look, Slot } from "./asked.ts";

/** A look of somebody at some client. */
export type PickedClient = { staff: Id<"staff">; holders: number };

/** From a moment, up to but without another. */
export type Span = { from: Date; to: Date };

const recordBytes = 40;
/** Since when the database counts time. */
const millenniumMs = Date.UTC(2000);

/**
 * Who was shown which of these values before a moment. The index of clients answers it alone. It comes as records of 40 bytes:
 * place, actor, slots, first and last (in microseconds since 2000); as rows it would take several times as long to read.
 * @param begin the place of the first of these clients in all that are asked about
 */
export async function looksAt(
  queryable: Queryable,
  asked: readonly AskedClient[],
  begin: number,
  before: Date,
): Promise<Look[]> {
  const { rows } = await queryable.query<{ records: Buffer | null }>(
    `select string_agg(int4send((a.place - 1)::integer) || uuid_send(l.actor) || int4send(l.slots)
       || timestamptz_send(l.first) || timestamptz_send(l.last), ''::bytea) as records
     from unnest($1::uuid[], $2::jsonb[]) with ordinality as a (client, slots, place)
     cross join lateral (
       select s.actor, bit_or(coalesce((a.slots -> s.name)::integer, 0) | coalesce((a.slots -> 'any')::integer, 0)) as slots,
         min(s.occurred_at) as first, max(s.occurred_at) as last
       from (
         -- The name is put together once a look.
         select d.actor, d.occurred_at, d.field || ' ' || d.version as name from ledger.door_shown d
         where d.client = a.client and d.occurred_at < $3::timestamptz offset 0
       ) s
       where a.slots ? s.name or a.slots ? 'any'
       group by s.actor
     ) l`,
    [
      asked.map(({ client }) => uuidOf(client)),
      asked.map(({ slots }) => JSON.stringify(bitsOf(slots))),
      before,
    ],
  );
  return looksIn(rows[0]?.records ?? Buffer.alloc(0), begin);
}

/** The bit of each slot by the name that a look has: its field and version. */
function bitsOf(slots: readonly Slot[]): Record<string, number> {
  return Object.fromEntries(
    slots.map(({ field, version }, bit) => [field ? `${field} ${version}` : "any", 1 << bit]),
  );
}

function looksIn(records: Buffer, begin: number): Look[] {
  const known = new Map<string, Id<"staff">>();
  const looks: Look[] = [];
  for (let at = 0; at < records.length; at += recordBytes) {
    const actor = records.toString("hex", at + 4, at + 20);
    const staff = known.get(actor) ?? idFrom("staff", actor);
    known.set(actor, staff);
    looks.push({
      place: begin + records.readInt32BE(at),
      staff,
      slots: records.readInt32BE(at + 20),
      firstMs: momentAt(records, at + 24),
      lastMs: momentAt(records, at + 32),
    });
  }
  return looks;
}

/** In milliseconds since 1970: events have no more. */
function momentAt(records: Buffer, at: number): number {
  const micros = records.readInt32BE(at) * 2 ** 32 + records.readUInt32BE(at + 4);
  return millenniumMs + Math.floor(micros / 1_000);
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

/** Somebody was shown values of a client that stand in the sample, within minutes. */
export type ShownView = {
  staff: Id<"staff">;
  client: Id<"client">;
  at: Date;
  fields: readonly FieldName[];
  /** The first of the looks. */
  event: Id<"event">;
};

/** Of a client that is asked about, who was shown it and when first and last: between the two is all that this person was shown. */
export type AskedLook = AskedClient & Pick<Look, "staff" | "firstMs" | "lastMs">;

/**
 * The first so many times that each of these people was shown some of these values, in the order of time. The index of clients
 * answers it alone.
 * @param apartSeconds what is further apart is another time
 */
export async function viewsAt(
  queryable: Queryable,
  asked: readonly AskedLook[],
  { most, apartSeconds }: { most: number; apartSeconds: number },
): Promise<ShownView[]> {
  const { rows } = await queryable.query<{
    actor: string;
    client: string;
    at: Date;
    fields: FieldName[];
    id: string;
  }>(
    `select v.actor, v.client, v.at, v.fields, v.id
     from (
       select a.client, v.*, row_number() over (partition by v.actor order by v.at, v.id) as number
       from unnest($1::uuid[], $2::jsonb[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
         as a (client, slots, actor, first, last)
       cross join lateral (
         select a.actor, min(l.occurred_at) as at, (array_agg(l.id order by l.occurred_at, l.id))[1] as id,
           array_agg(distinct l.field) as fields
         from (
           select o.*, count(*) filter (where o.begins) over (order by o.occurred_at, o.id) as run
           from (
             select s.occurred_at, s.id, s.field, coalesce(
               s.occurred_at - lag(s.occurred_at) over (order by s.occurred_at, s.id)
                 > make_interval(secs => $7::double precision), true) as begins
             from ledger.door_shown s
             where s.client = a.client and s.occurred_at between a.first and a.last and s.actor = a.actor
               and (a.slots ? (s.field || ' ' || s.version) or a.slots ? 'any')
           ) o
         ) l group by l.run
       ) v
     ) v
     where v.number <= $6::integer order by v.at, v.id`,
    [
      asked.map(({ client }) => uuidOf(client)),
      asked.map(({ slots }) => JSON.stringify(bitsOf(slots))),
      asked.map(({ staff }) => uuidOf(staff)),
      asked.map(({ firstMs }) => new Date(firstMs).toISOString()),
      asked.map(({ lastMs }) => new Date(lastMs).toISOString()),
      ...[most, apartSeconds],
    ],
  );
  return rows.map(({ actor, client, at, fields, id }) => ({
    ...{ staff: idFrom("staff", actor), client: idFrom("client", client), at, fields },
    event: idFrom("event", id),
  }));
}

/** In which session each of these looks was, as far as their events say so. */
export async function sessionsOf(
  queryable: Queryable,
  views: readonly Pick<ShownView, "client" | "at" | "event">[],
): Promise<Map<Id<"event">, Id<"session">>> {
  const { rows } = await queryable.query<{ id: string; session: string | null }>(
    `select e.id, e.details::jsonb ->> 'session' as session
     from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as v (client, at, id)
     join ledger.door_events e on e.client = v.client and e.occurred_at = v.at and e.id = v.id`,
    [
      views.map(({ client }) => uuidOf(client)),
      views.map(({ at }) => at.toISOString()),
      views.map(({ event }) => uuidOf(event)),
    ],
  );
  return new Map(
    rows.flatMap(({ id, session }) =>
      isId("session", session) ? [[idFrom("event", id), session]] : [],
    ),
  );
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
