import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { Ticket } from "../ticket/index.ts";

/** Says until when somebody is writing an answer. */
export async function markWriting(
  queryable: Queryable,
  { requester, id }: Pick<Ticket, "requester" | "id">,
  staff: Id<"staff">,
  until: Date,
): Promise<void> {
  await queryable.query(
    `insert into tickets.writers (client, ticket, staff, until)
     values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz)
     on conflict (client, ticket, staff) do update set until = excluded.until`,
    [uuidOf(requester.id), uuidOf(id), uuidOf(staff), until],
  );
}

/** Who else is writing an answer now. */
export async function othersWriting(
  queryable: Queryable,
  { requester, id }: Pick<Ticket, "requester" | "id">,
  staff: Id<"staff">,
  now: Date,
): Promise<Id<"staff">[]> {
  const { rows } = await queryable.query<{ staff: string }>(
    `select staff from tickets.writers
     where client = $1::uuid and ticket = $2::uuid and staff <> $3::uuid and until > $4::timestamptz`,
    [uuidOf(requester.id), uuidOf(id), uuidOf(staff), now],
  );
  return rows.map((row) => idFrom("staff", row.staff));
}

/** Who is writing now, in each ticket where somebody is. */
export async function writersByTicket(
  queryable: Queryable,
  now: Date,
): Promise<ReadonlyMap<Id<"ticket">, string>> {
  const { rows } = await queryable.query<{ ticket: string; writers: string }>(
    `select ticket, string_agg(staff::text, ' ' order by staff) as writers from tickets.writers
     where until > $1::timestamptz group by ticket`,
    [now],
  );
  return new Map(rows.map(({ ticket, writers }) => [idFrom("ticket", ticket), writers]));
}

/** Somebody sent the answer, or left. */
export async function endWriting(queryable: Queryable, staff: Id<"staff">): Promise<void> {
  await queryable.query("delete from tickets.writers where staff = $1::uuid", [uuidOf(staff)]);
}
