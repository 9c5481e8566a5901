import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { FieldName } from "#policy";

/** A live contact in which the client approved a restricted field with a passkey. */
export type Agreeable = {
  client: Id<"client">;
  reference: string;
  request: Id<"grant">;
  purpose: string;
  until: Date;
};

/** What a second person could agree to: undefined unless the contact is this person's and open, and the approval live. */
export async function agreeable(
  queryable: Queryable,
  { ticket, staff, field }: { ticket: Id<"ticket">; staff: Id<"staff">; field: FieldName },
  now: Date,
): Promise<Agreeable | undefined> {
  const { rows } = await queryable.query<{
    client: string;
    reference: string;
    request: string;
    purpose: string;
    until: Date;
  }>(
    `select t.client, t.reference, r.id as request, r.purpose, r.until
     from tickets.door_contacts t
     join vault.requests r on r.client = t.client and r.ticket = t.ticket
     where t.ticket = $1::uuid and t.assignee = $2::uuid and t.status not in ('solved', 'closed')
       and r.asked_by = $2::uuid and $3::text = any (r.fields) and r.approved_at is not null and r.withdrawn_at is null
       and r.until > $4::timestamptz and position('"passkey":{' in r.statement) > 0
       and (t.ended_at is null or t.ended_at < r.approved_at)
     order by r.approved_at desc limit 1`,
    [uuidOf(ticket), uuidOf(staff), field, now],
  );
  const [row] = rows;
  return (
    row && {
      ...{ client: idFrom("client", row.client), reference: row.reference },
      ...{ request: idFrom("grant", row.request), purpose: row.purpose, until: row.until },
    }
  );
}

export async function referenceOf(
  queryable: Queryable,
  ticket: Id<"ticket">,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ reference: string }>(
    "select reference from tickets.door_contacts where ticket = $1::uuid",
    [uuidOf(ticket)],
  );
  return rows[0]?.reference;
}
