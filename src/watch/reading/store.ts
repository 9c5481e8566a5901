import { type Id, idFrom, nobody, type Queryable, timeOf, uuidOf } from "#platform";
import { eventNames } from "./kinds.ts";
import type {
  CanaryTouch,
  Counts,
  Day,
  DecoyHit,
  Doubt,
  Pass,
  Refused,
  Shown,
  SmallSample,
  Unmarked,
  Work,
} from "./reading.ts";

/** From a moment on, up to and with another. */
export type Window = { from: Date; to: Date };

const looks: readonly string[] = [eventNames.revealed, eventNames.answered];

type ActRow = { event: string; staff: string; at: Date };

/** What was shown to anybody on the staff, whoever had that client's ticket. */
export async function shownIn(
  queryable: Queryable,
  { from, to }: Window,
): Promise<(Shown & { ticket: Id<"ticket"> | undefined })[]> {
  const { rows } = await queryable.query<
    ActRow & { client: string; ticket: string | null; given: string | null }
  >(
    `select e.id as event, e.actor as staff, e.occurred_at as at, e.client, e.ticket,
       e.details::jsonb ->> 'grant' as given
     from ledger.door_events e
     where e.occurred_at >= $1::timestamptz and e.occurred_at <= $2::timestamptz and e.actor_kind = 'staff'
       and e.kind = any ($3::text[]) and e.decision = 'allow'
     order by e.occurred_at, e.id`,
    [from, to, looks],
  );
  return rows.map((row) => ({
    ...actFrom(row),
    ...{ client: idFrom("client", row.client), grant: row.given ?? "none" },
    ticket: row.ticket === null ? undefined : idFrom("ticket", row.ticket),
  }));
}

export type Assignment = {
  client: Id<"client">;
  ticket: Id<"ticket">;
  staff: string;
  at: Date;
};

/** To whom the desk ever gave tickets of these clients, by the ledger: a row of a ticket says what somebody wrote there. */
export async function assignmentsOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<Assignment[]> {
  const { rows } = await queryable.query<{
    client: string;
    ticket: string;
    staff: string;
    at: Date;
  }>(
    `select e.client, e.ticket, e.details::jsonb ->> 'staff' as staff, e.occurred_at as at
     from ledger.door_events e
     where e.client = any ($1::uuid[]) and e.kind = $2::text and e.ticket is not null`,
    [clients.map(uuidOf), eventNames.assigned],
  );
  return rows.map(({ client, ticket, staff, at }) => ({
    ...{ client: idFrom("client", client), ticket: idFrom("ticket", ticket), staff, at },
  }));
}

/** When tickets of these clients first ended, or were given to another queue, by the ledger: what their opening showed ended then. */
export async function endsOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<ReadonlyMap<Id<"ticket">, Date>> {
  const { rows } = await queryable.query<{ ticket: string; at: Date }>(
    `select e.ticket, min(e.occurred_at) as at from ledger.door_events e
     where e.client = any ($1::uuid[]) and e.ticket is not null and (e.kind = any ($2::text[])
       or (e.kind = $3::text and e.details::jsonb ->> 'to' in ('solved', 'closed')))
     group by e.ticket`,
    [clients.map(uuidOf), [eventNames.transferred, eventNames.merged], eventNames.statusChanged],
  );
  return new Map(rows.map(({ ticket, at }) => [idFrom("ticket", ticket), at]));
}

/** What was refused. A search without a hit that was refused has no client. */
export async function refusedIn(
  queryable: Queryable,
  { from, to }: Window,
): Promise<Omit<Refused, "isStranger">[]> {
  const { rows } = await queryable.query<ActRow & { client: string }>(
    `select e.id as event, e.actor as staff, e.occurred_at as at, e.client
     from ledger.door_events e
     where e.occurred_at >= $1::timestamptz and e.occurred_at <= $2::timestamptz and e.actor_kind = 'staff'
       and e.kind = any ($3::text[]) and e.decision = 'deny'
     order by e.occurred_at, e.id`,
    [from, to, [...looks, eventNames.searched]],
  );
  return rows.map((row) => ({
    ...actFrom(row),
    client: row.client === nobody ? undefined : idFrom("client", row.client),
  }));
}

const touchedBy: Readonly<Record<string, CanaryTouch["by"]>> = {
  [eventNames.searched]: "search",
  [eventNames.revealed]: "reveal",
  [eventNames.answered]: "test",
  [eventNames.passGiven]: "break_glass",
};

export type TouchFound = CanaryTouch & {
  client: Id<"client">;
  ticket: Id<"ticket"> | undefined;
};

/** What anybody did with a canary. */
export async function canaryActs(
  queryable: Queryable,
  { from, to }: Window,
): Promise<TouchFound[]> {
  const { rows } = await queryable.query<
    Omit<ActRow, "staff"> & {
      actor: string;
      named: string | null;
      client: string;
      kind: string;
      ticket: string | null;
    }
  >(
    `select e.id as event, e.actor, e.details::jsonb ->> 'staff' as named, e.occurred_at as at, e.client, e.kind,
       e.ticket
     from vault.door_canaries k
     join ledger.door_events e on e.client = k.client
     where e.occurred_at >= $1::timestamptz and e.occurred_at <= $2::timestamptz
       and e.kind = any ($3::text[]) and (e.actor_kind = 'staff' or e.kind = $4::text)
     order by e.occurred_at, e.id`,
    [from, to, Object.keys(touchedBy), eventNames.passGiven],
  );
  return rows.map((row) => ({
    event: idFrom("event", row.event),
    staff: row.kind === eventNames.passGiven ? staffNamed(row.named) : idFrom("staff", row.actor),
    at: row.at,
    by: touchedBy[row.kind] ?? "reveal",
    client: idFrom("client", row.client),
    ticket: row.ticket === null ? undefined : idFrom("ticket", row.ticket),
  }));
}

/** Whether anybody did anything with a canary since a moment. */
export async function hasCanaryActs(queryable: Queryable, since: Date): Promise<boolean> {
  const { rows } = await queryable.query<{ found: boolean }>(
    `select exists (select from vault.door_canaries k
       join ledger.door_events e on e.client = k.client
       where e.occurred_at >= $1::timestamptz and e.kind = any ($2::text[])) as found`,
    [since, Object.keys(touchedBy)],
  );
  return rows[0]?.found ?? false;
}

/** The doubts that stand, each with its own event: a client says no at once of all who looked for one contact. */
export async function standingDoubts(queryable: Queryable, from: Date): Promise<Doubt[]> {
  const { rows } = await queryable.query<
    ActRow & { client: string; answer: string; said: string | null }
  >(
    `select e.id as event, d.staff, d.said_at as at, d.client, d.id as answer, e.details::jsonb ->> 'answer' as said
     from vault.door_doubts d
     join ledger.door_events e on e.client = d.client and e.kind = $2::text
       and e.occurred_at between d.said_at - interval '1 second' and d.said_at + interval '1 second'
     where d.said_at >= $1::timestamptz order by d.said_at, d.id`,
    [from, eventNames.doubted],
  );
  const own = rows.filter(({ answer, said }) => said === idFrom("answer", answer));
  return own.map((row) => ({ ...actFrom(row), client: idFrom("client", row.client) }));
}

/** Which answers of clients these events say. */
export async function answersIn(
  queryable: Queryable,
  events: readonly Id<"event">[],
): Promise<Id<"answer">[]> {
  const { rows } = await queryable.query<{ answer: Id<"answer"> }>(
    `select e.details::jsonb ->> 'answer' as answer from ledger.door_events e
     where e.occurred_at = any ($1::timestamptz[]) and e.id = any ($2::uuid[]) and e.kind = $3::text`,
    [events.map((event) => timeOf(event)), events.map(uuidOf), eventNames.doubted],
  );
  return rows.map(({ answer }) => answer);
}

export async function decoyHitsIn(queryable: Queryable, { from, to }: Window): Promise<DecoyHit[]> {
  const { rows } = await queryable.query<{
    event: string;
    at: Date;
    staff: string;
    seen: string | null;
    among: number;
    first: string;
    by: string;
  }>(
    `select e.id as event, e.occurred_at as at, e.details::jsonb ->> 'staff' as staff,
       e.details::jsonb ->> 'seenAt' as seen, e.details::jsonb ->> 'by' as by,
       coalesce((e.details::jsonb ->> 'among')::integer, 1) as among,
       (select o.id from ledger.door_events o
        where o.client = e.client and o.kind = e.kind and o.field = e.field
          and o.details::jsonb -> 'version' = e.details::jsonb -> 'version'
          and o.details::jsonb ->> 'staff' = e.details::jsonb ->> 'staff'
          and (o.details::jsonb -> 'seenAt' is null) = (e.details::jsonb -> 'seenAt' is null)
        order by o.occurred_at, o.id limit 1) as first
     from vault.door_canaries k
     join ledger.door_events e on e.client = k.client
     where e.occurred_at >= $1::timestamptz and e.occurred_at <= $2::timestamptz
       and e.kind = $3::text and e.details::jsonb ->> 'staff' is not null
     order by e.occurred_at, e.id`,
    [from, to, eventNames.decoyTouched],
  );
  return rows.map(({ event, first, staff, seen, at, ...how }) => ({
    ...{ event: idFrom("event", event), first: idFrom("event", first) },
    ...{ staff: staffNamed(staff), at, ...how },
    seenAt: seen === null ? undefined : new Date(seen),
  }));
}

/** Pages that said that their mark was missing. */
export async function unmarkedIn(queryable: Queryable, { from, to }: Window): Promise<Unmarked[]> {
  const { rows } = await queryable.query<ActRow & { how: string | null }>(
    `select e.id as event, e.actor as staff, e.occurred_at as at, e.details::jsonb ->> 'how' as how
     from ledger.door_events e
     where e.client = $4::uuid and e.occurred_at >= $1::timestamptz and e.occurred_at <= $2::timestamptz
       and e.actor_kind = 'staff' and e.kind = $3::text
     order by e.occurred_at, e.id`,
    [from, to, eventNames.markMissing, nobody],
  );
  return rows.map((row) => ({ ...actFrom(row), how: row.how ?? "altered" }));
}

/** More rows than so many are no question about somebody. */
const fewRows = 10;

/** Samples of a few rows that members of the staff had traced. Of a picture no rows are known. */
export async function smallSamplesIn(
  queryable: Queryable,
  { from, to }: Window,
): Promise<SmallSample[]> {
  const { rows } = await queryable.query<ActRow & { rows: number }>(
    `select s.* from (
       select e.id as event, e.actor as staff, e.occurred_at as at, (e.details::jsonb ->> 'rows')::integer as rows
       from ledger.door_events e
       where e.client = $4::uuid and e.occurred_at >= $1::timestamptz and e.occurred_at <= $2::timestamptz
         and e.actor_kind = 'staff' and e.kind = $3::text
     ) s where s.rows between 1 and $5::integer order by s.at, s.event`,
    [from, to, eventNames.traceBegan, nobody, fewRows],
  );
  return rows.map((row) => ({ ...actFrom(row), rows: row.rows }));
}

/** What was counted of who looked at anything in 28 days. */
export async function countsNow(
  queryable: Queryable,
  { hour, day, month }: { hour: Date; day: Date; month: Date },
): Promise<ReadonlyMap<Id<"staff">, Counts>> {
  const { rows } = await queryable.query<Counts & { staff: string }>(
    `select c.staff, coalesce(sum(c.hour_reveals) filter (where c.hour = $1::timestamptz), 0)::integer as hour,
       coalesce(sum(c.reveals) filter (where c.day = $2::timestamptz), 0)::integer as day,
       coalesce(sum(c.reveals), 0)::integer as month,
       coalesce((select u.reveals from vault.door_uncontacted u where u.staff = c.staff), 0) as uncontacted
     from vault.door_counts c where c.day >= $3::timestamptz group by c.staff`,
    [hour, day, month],
  );
  return new Map(rows.map(({ staff, ...counts }) => [idFrom("staff", staff), counts]));
}

export async function passesSince(queryable: Queryable, from: Date): Promise<Pass[]> {
  const { rows } = await queryable.query<{ staff: string; approver: string; given_at: Date }>(
    `select staff, approver, given_at from vault.door_passes
     where given_at >= $1::timestamptz order by given_at, id`,
    [from],
  );
  return rows.map(({ staff, approver, given_at: at }) => ({
    ...{ staff: idFrom("staff", staff), approver: idFrom("staff", approver), at },
  }));
}

/** The counted days, and after them each event as it is. */
export async function daysSince(queryable: Queryable, from: string, to: Date): Promise<Day[]> {
  const { rows } = await queryable.query<{ actor: string; day: string; clients: number }>(
    `with rolled as (select coalesce((select r.day + 1 from ledger.door_rolled r), $1::date) as until)
     select d.actor, d.day::text as day, d.clients::integer as clients
     from ledger.door_days d where d.day >= $1::date
     union all
     select r.actor, (r.occurred_at at time zone 'UTC')::date::text, count(distinct r.client)::integer
     from ledger.door_releases r
     where r.occurred_at >= (greatest($1::date, (select until from rolled)))::timestamp at time zone 'UTC'
       and r.occurred_at <= $2::timestamptz
     group by 1, 2`,
    [from, to],
  );
  return rows.map(({ actor, day, clients }) => ({ staff: idFrom("staff", actor), day, clients }));
}

/** What 28 days were for everybody who was shown anything. */
export async function workSince(
  queryable: Queryable,
  { day: from, pass }: { day: Date; pass: readonly Id<"staff">[] },
): Promise<ReadonlyMap<Id<"staff">, Work>> {
  const { rows } = await queryable.query<{
    staff: string;
    reveals: number;
    resolved: number;
    by_break_glass: number;
  }>(
    `select c.staff, sum(c.reveals)::integer as reveals,
       (select count(*)::integer from tickets.door_contacts t where t.assignee = c.staff
          and t.status in ('solved', 'closed') and t.status_since >= $1::timestamptz) as resolved,
       case when c.staff = any ($2::uuid[]) then (select count(*)::integer from ledger.door_events e
          where e.actor = c.staff and e.occurred_at >= $1::timestamptz and e.kind = $3::text
            and e.decision = 'allow' and e.details::jsonb ->> 'grant' = 'break_glass') else 0 end as by_break_glass
     from vault.door_counts c
     where c.day >= $1::timestamptz group by c.staff`,
    [from, pass.map(uuidOf), eventNames.revealed],
  );
  return new Map(
    rows.map(({ staff, reveals, resolved, by_break_glass: byBreakGlass }) => [
      idFrom("staff", staff),
      { reveals, resolved, byBreakGlass },
    ]),
  );
}

/** Up to when the ledger was read; undefined before the first time. */
export async function readUntil(queryable: Queryable): Promise<Date | undefined> {
  const { rows } = await queryable.query<{ until: Date }>("select until from watch.readings");
  return rows[0]?.until;
}

export async function markRead(queryable: Queryable, until: Date): Promise<void> {
  await queryable.query(
    `insert into watch.readings (until) values ($1::timestamptz)
     on conflict (only_row) do update set until = excluded.until`,
    [until],
  );
}

function actFrom({ event, staff, at }: ActRow) {
  return { event: idFrom("event", event), staff: idFrom("staff", staff), at };
}

/** An id as an event's details say it. */
function staffNamed(text: string | null): Id<"staff"> {
  return (text ?? "") as Id<"staff">;
}
