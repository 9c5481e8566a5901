import type { Evidence } from "#keys";
import type { SealingReason } from "#ledger";
import { dayMs, hourMs, type Id, idFrom, startOf, type Transaction, uuidOf } from "#platform";
import { type Contact, type Grant, topicOf } from "../grant/index.ts";
import type { Look } from "./asked.ts";

const monthDays = 28;

/** What one statement counted and found for a look. */
export type Found = {
  /** With this look; `resolved` and `uncontacted` are of the viewer, `contact` of this contact. */
  counted: {
    hour: number;
    day: number;
    month: number;
    contact: number;
    /** Of this client, whoever asked: today, and on the 27 days before. */
    clientPredicates: number;
    clientPredicatesBefore: number;
    /** Contacts that the viewer resolved within 28 days. */
    resolved: number;
    uncontacted: number;
    isUncontacted: boolean;
  };
  contact: Contact | undefined;
  request: (Omit<Extract<Grant, { is: "request" }>, "is"> & { purpose: string }) | undefined;
  pass: Omit<Extract<Grant, { is: "break_glass" }>, "is"> | undefined;
  /** That a second person agreed to this restricted field, in this contact. */
  second: Evidence["second"];
  freeze: "none" | "client" | "all";
  clientClass: "ordinary" | "exposed" | "colleague";
  /** The value that the viewer would see now; none when there is no such value. */
  stored: { version: number; ciphertext: Buffer } | undefined;
};

type FoundRow = {
  place: number;
  hour: number;
  day: number;
  month: string;
  contact_reveals: number | null;
  client_predicates: number | null;
  client_predicates_before: number | null;
  resolved: number | null;
  is_uncontacted: boolean | null;
  topic: string | null;
  assignee: string | null;
  status: string | null;
  opened_at: Date | null;
  opening_statement: string | null;
  opening_signature: Buffer | null;
  is_bound: boolean | null;
  request: string | null;
  request_purpose: string | null;
  request_statement: string | null;
  request_signature: Buffer | null;
  pass: string | null;
  pass_statement: string | null;
  pass_signature: Buffer | null;
  pass_approver: string | null;
  sealed_until: string | null;
  sealed_because: SealingReason | null;
  second_statement: string | null;
  second_signature: Buffer | null;
  freeze: "none" | "client" | "all";
  class: Found["clientClass"] | null;
  version: number | null;
  ciphertext: Buffer | null;
};

/**
 * Counts the looks, then reads what the rules must know, in one statement. No two looks are of one viewer or one client.
 * The viewers' rows stay held until the transaction ends, so that nobody of them counts beside it.
 * @param ratioFrom how many reveals somebody must have made before the contacts are counted that they were for
 */
export async function countAndFind(
  joining: Transaction,
  looks: readonly Look[],
  ratioFrom: number,
  now: Date,
): Promise<Found[]> {
  const { rows } = await joining.query<FoundRow>({
    // Planning it takes longer than running it: its transaction keeps plans.
    name: "vault.count_and_find",
    text: `with asked as materialized (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[])
         with ordinality as a (staff, client, ticket, field, is_reveal, place)
     ), counted as (
       insert into vault.counts as c (staff, day, hour, attempts, reveals, predicates, hour_reveals)
       select a.staff, $6::timestamptz, $7::timestamptz, 1, a.is_reveal::integer, (not a.is_reveal)::integer,
         a.is_reveal::integer
       from asked a order by a.staff
       on conflict (staff, day) do update set attempts = c.attempts + 1, reveals = c.reveals + excluded.reveals,
         predicates = c.predicates + excluded.predicates, hour = greatest(c.hour, excluded.hour),
         hour_reveals = excluded.hour_reveals + case when c.hour < excluded.hour then 0 else c.hour_reveals end,
         hour_searches = case when c.hour < excluded.hour then 0 else c.hour_searches end
       returning c.staff, c.hour_reveals, c.reveals
     ), contacts as (
       insert into vault.contact_counts as c (client, ticket, reveals)
       select a.client, a.ticket, 1 from asked a where a.is_reveal and a.ticket is not null order by a.client
       on conflict (client, ticket) do update set reveals = c.reveals + 1
       returning c.client, c.reveals
     ), days as (
       insert into vault.client_days as c (client, day, predicates)
       select a.client, $6::timestamptz, 1 from asked a where not a.is_reveal order by a.client
       on conflict (client, day) do update set predicates = c.predicates + 1
       returning c.client, c.predicates
     )
     select a.place::integer as place, d.hour_reveals as hour, d.reveals as day, d.reveals + before.reveals as month,
       n.reveals as contact_reveals, p.predicates as client_predicates,
       case when not a.is_reveal then (select sum(o.predicates)::integer from vault.client_days o
         where o.client = a.client and o.day >= $8::timestamptz and o.day < $6::timestamptz) end
         as client_predicates_before,
       case when d.reveals + before.reveals > $9::integer then
         (select count(*)::integer from tickets.door_contacts r where r.assignee = a.staff
            and r.status in ('solved', 'closed') and r.status_since >= $8::timestamptz) end as resolved,
       case when g.id is not null then not exists (select from tickets.door_contacts o
         where o.client = a.client and o.assignee = a.staff) end as is_uncontacted,
       t.topic, t.assignee, t.status, t.opened_at, t.opening_statement, t.opening_signature, t.is_bound,
       q.id as request, q.purpose as request_purpose, q.statement as request_statement,
       q.signature as request_signature, g.id as pass, g.statement as pass_statement, g.signature as pass_signature,
       g.approver as pass_approver, g.sealed_until, g.sealed_because,
       s.statement as second_statement, s.signature as second_signature,
       coalesce((select case when bool_or(z.client is null) then 'all' else 'client' end from vault.freezes z
         where z.staff = a.staff and z.lifted_at is null and (z.client is null or z.client = a.client)
         having count(*) > 0), 'none') as freeze,
       k.class, f.version, f.ciphertext
     from asked a
     join counted d on d.staff = a.staff
     cross join lateral (select coalesce(sum(b.reveals), 0)::integer as reveals from vault.counts b
       where b.staff = a.staff and b.day >= $8::timestamptz and b.day < $6::timestamptz) as before
     left join contacts n on n.client = a.client
     left join days p on p.client = a.client
     left join vault.clients k on k.client = a.client
     left join tickets.door_contacts t on t.client = a.client and t.ticket = a.ticket
     left join lateral (select r.id, r.purpose, r.statement, r.signature from vault.requests r
       where r.client = a.client and r.ticket = a.ticket and r.asked_by = a.staff and r.approved_at is not null
         and r.withdrawn_at is null and r.until > $10::timestamptz and a.field = any (r.fields)
         and (t.ended_at is null or t.ended_at < r.approved_at) order by r.approved_at desc limit 1) q on true
     left join lateral (select r.id, r.statement, r.signature, r.approver, r.sealed_until::text as sealed_until,
         r.sealed_because from vault.passes r
       where r.client = a.client and r.kind = 'break_glass' and r.staff = a.staff and a.ticket is null
         and a.field = any (r.fields) and r.until > $10::timestamptz order by r.given_at desc limit 1) g on true
     left join lateral (select r.statement, r.signature from vault.passes r
       where r.client = a.client and r.kind = 'restricted' and r.staff = a.staff and r.ticket = a.ticket
         and a.field = any (r.fields) and r.until > $10::timestamptz order by r.given_at desc limit 1) s on true
     left join lateral (select v.version, v.ciphertext from vault.fields v
       where v.client = a.client and v.field = a.field and v.valid_to is null
         and (v.viewer is null or v.viewer = a.staff) order by v.viewer nulls last limit 1) f on true
     order by a.place`,
    values: [
      looks.map(({ by }) => uuidOf(by.staff)),
      looks.map(({ client }) => uuidOf(client)),
      looks.map(({ ticket }) => ticket && uuidOf(ticket)),
      looks.map(({ field }) => field),
      looks.map(({ action }) => action === "reveal"),
      startOf(now, dayMs),
      startOf(now, hourMs),
      new Date(startOf(now, dayMs).getTime() - (monthDays - 1) * dayMs),
      ratioFrom,
      now,
    ],
  });
  return rows.map(foundFrom);
}

/** Looks that were refused count as attempts alone. */
export async function takeBack(
  joining: Transaction,
  looks: readonly Look[],
  now: Date,
): Promise<void> {
  if (looks.length === 0) return;
  const reveals = looks.filter(({ action }) => action === "reveal");
  const tests = looks.filter(({ action }) => action === "test");
  await joining.query(
    `update vault.counts c set reveals = c.reveals - a.is_reveal::integer,
       hour_reveals = c.hour_reveals - a.is_reveal::integer, predicates = c.predicates - (not a.is_reveal)::integer
     from unnest($1::uuid[], $2::boolean[]) as a (staff, is_reveal)
     where c.staff = a.staff and c.day = $3::timestamptz`,
    [
      looks.map(({ by }) => uuidOf(by.staff)),
      looks.map(({ action }) => action === "reveal"),
      startOf(now, dayMs),
    ],
  );
  await joining.query(
    `update vault.contact_counts c set reveals = c.reveals - 1
     from unnest($1::uuid[], $2::uuid[]) as a (client, ticket) where c.client = a.client and c.ticket = a.ticket`,
    [
      reveals.map(({ client }) => uuidOf(client)),
      reveals.map(({ ticket }) => ticket && uuidOf(ticket)),
    ],
  );
  if (tests.length === 0) return;
  await joining.query(
    `update vault.client_days set predicates = predicates - 1
     where client = any ($1::uuid[]) and day = $2::timestamptz`,
    [tests.map(({ client }) => uuidOf(client)), startOf(now, dayMs)],
  );
}

/** One more reveal of somebody who never contacted the viewer. @returns how many there are with it */
export async function countUncontacted(
  joining: Transaction,
  staff: readonly Id<"staff">[],
): Promise<ReadonlyMap<Id<"staff">, number>> {
  if (staff.length === 0) return new Map();
  const { rows } = await joining.query<{ staff: string; reveals: number }>(
    `insert into vault.uncontacted as u (staff, reveals) select s, 1 from unnest($1::uuid[]) as s order by s
     on conflict (staff) do update set reveals = u.reveals + 1 returning u.staff, u.reveals`,
    [staff.map(uuidOf)],
  );
  return new Map(rows.map((row) => [idFrom("staff", row.staff), row.reveals]));
}

export async function takeBackUncontacted(
  joining: Transaction,
  staff: readonly Id<"staff">[],
): Promise<void> {
  if (staff.length === 0) return;
  await joining.query(
    "update vault.uncontacted set reveals = reveals - 1 where staff = any ($1::uuid[])",
    [staff.map(uuidOf)],
  );
}

function foundFrom(row: FoundRow): Found {
  return {
    counted: {
      hour: row.hour,
      day: row.day,
      month: Number(row.month),
      contact: row.contact_reveals ?? 0,
      clientPredicates: row.client_predicates ?? 0,
      clientPredicatesBefore: row.client_predicates_before ?? 0,
      resolved: row.resolved ?? 0,
      uncontacted: 0,
      isUncontacted: row.is_uncontacted ?? false,
    },
    contact: contactFrom(row),
    request:
      row.request && row.request_statement && row.request_signature && row.request_purpose
        ? {
            id: idFrom("grant", row.request),
            purpose: row.request_purpose,
            evidence: { statement: row.request_statement, signature: row.request_signature },
            hasPasskey: row.request_statement.includes('"passkey":{'),
          }
        : undefined,
    pass:
      row.pass && row.pass_statement && row.pass_signature
        ? {
            id: idFrom("grant", row.pass),
            evidence: { statement: row.pass_statement, signature: row.pass_signature },
            seal: sealFrom(row),
          }
        : undefined,
    second:
      row.second_statement && row.second_signature
        ? { statement: row.second_statement, signature: row.second_signature }
        : undefined,
    freeze: row.freeze,
    clientClass: row.class ?? "ordinary",
    stored:
      row.version !== null && row.ciphertext
        ? { version: row.version, ciphertext: row.ciphertext }
        : undefined,
  };
}

function sealFrom({ sealed_until: until, sealed_because: reason, pass_approver }: FoundRow) {
  if (!until || !reason || !pass_approver) return undefined;
  return { until, reason, approver: idFrom("staff", pass_approver) };
}

function contactFrom(row: FoundRow): Contact | undefined {
  if (row.topic === null || row.opened_at === null) return undefined;
  const { opening_statement: statement, opening_signature: signature } = row;
  return {
    topic: topicOf(row.topic, statement),
    assignee: row.assignee ? idFrom("staff", row.assignee) : undefined,
    isOpen: row.status !== "solved" && row.status !== "closed",
    openedAt: row.opened_at,
    opening: statement && signature ? { statement, signature } : undefined,
    isBound: row.is_bound ?? false,
  };
}
