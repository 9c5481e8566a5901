import {
  dayMs,
  hourMs,
  type Id,
  idFrom,
  type Queryable,
  startOf,
  type Transaction,
  uuidOf,
} from "#platform";
import type { Seal } from "../grant/index.ts";
import type { Wanted } from "./identifier.ts";

/** More clients than that have one number or address in common by mistake. */
const namedMax = 3;

/** Counts a search, and holds the person's counts until the transaction ends. @returns with this one */
export async function countSearch(
  joining: Transaction,
  staff: Id<"staff">,
  now: Date,
): Promise<{ hour: number; day: number }> {
  const { rows } = await joining.query<{ hour: number; day: number }>({
    name: "vault.count_search",
    text: `insert into vault.counts as c (staff, day, hour, attempts, searches, hour_searches)
     values ($1::uuid, $2::timestamptz, $3::timestamptz, 1, 1, 1)
     on conflict (staff, day) do update set attempts = c.attempts + 1, searches = c.searches + 1,
       hour = greatest(c.hour, excluded.hour),
       hour_reveals = case when c.hour < excluded.hour then 0 else c.hour_reveals end,
       hour_searches = 1 + case when c.hour < excluded.hour then 0 else c.hour_searches end
     returning c.hour_searches as hour, c.searches as day`,
    values: [uuidOf(staff), startOf(now, dayMs), startOf(now, hourMs)],
  });
  const [counted] = rows;
  if (!counted) throw new Error("a search wasn't counted");
  return counted;
}

/** A search that was refused counts as an attempt alone. */
export async function takeBackSearch(
  joining: Transaction,
  staff: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update vault.counts set searches = searches - 1, hour_searches = hour_searches - 1
     where staff = $1::uuid and day = $2::timestamptz`,
    [uuidOf(staff), startOf(now, dayMs)],
  );
}

/** A client who has what was searched for, and what of that client the viewer has open. */
export type Named = {
  client: Id<"client">;
  ticket: Id<"ticket"> | undefined;
  pass: Id<"grant"> | undefined;
  /** How that pass is sealed from its client. */
  seal: Seal | undefined;
  isFrozen: boolean;
};

/** Who has what is wanted, first those of whom the viewer has something open. One statement, whoever has it. */
export async function clientsNamed(
  queryable: Queryable,
  { field, index, reference, publicId }: Wanted,
  viewer: Id<"staff">,
  now: Date,
): Promise<Named[]> {
  const { rows } = await queryable.query<{
    client: string;
    ticket: string | null;
    pass: string | null;
    approver: string | null;
    sealed_until: string | null;
    sealed_because: Seal["reason"] | null;
    is_frozen: boolean;
  }>(
    // Without a name: planned while the tables are empty, it would be kept as a plan for empty tables.
    `with named as (
       select f.client from vault.fields f where f.field = $1::text and f.index = $2::bytea
         and f.valid_to is null and (f.viewer is null or f.viewer = $5::uuid)
       union
       select k.client from vault.clients k where k.reference_index = $3::bytea
       union
       select a.client from accounts.door_accounts a where a.public_id = $4::text
     )
     select n.client, t.ticket, p.id as pass, p.approver, p.sealed_until, p.sealed_because, exists (select from vault.freezes z
       where z.staff = $5::uuid and z.lifted_at is null and (z.client is null or z.client = n.client)) as is_frozen
     from named n
     left join lateral (select c.ticket from tickets.door_contacts c
       where c.client = n.client and c.assignee = $5::uuid and c.status not in ('solved', 'closed')
       order by c.opened_at desc limit 1) t on true
     left join lateral (select g.id, g.approver, g.sealed_until::text as sealed_until, g.sealed_because
       from vault.passes g
       where g.client = n.client and g.staff = $5::uuid and g.kind = 'break_glass' and g.until > $6::timestamptz
       order by g.given_at desc limit 1) p on true
     order by t.ticket is null and p.id is null, n.client limit $7::integer`,
    [field, index, reference, publicId, uuidOf(viewer), now, namedMax],
  );
  return rows.map((row) => ({
    client: idFrom("client", row.client),
    ticket: row.ticket === null ? undefined : idFrom("ticket", row.ticket),
    pass: row.pass === null ? undefined : idFrom("grant", row.pass),
    seal:
      row.approver && row.sealed_until && row.sealed_because
        ? {
            ...{ until: row.sealed_until, reason: row.sealed_because },
            approver: idFrom("staff", row.approver),
          }
        : undefined,
    isFrozen: row.is_frozen,
  }));
}
