import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

/** A number in marks: whose session it means, from when on, by which event. */
export type NumberRow = {
  number: number;
  staff: Id<"staff">;
  session: Id<"session">;
  markedAt: Date;
  event: Id<"event">;
};

export async function numberOf(
  queryable: Queryable,
  session: Id<"session">,
): Promise<number | undefined> {
  const { rows } = await queryable.query<{ number: string }>(
    "select number from accounts.screen_marks where session = $1::uuid",
    [uuidOf(session)],
  );
  return rows[0] && Number(rows[0].number);
}

/** False when the session has a number, or the number a session. */
export async function insertNumber(
  joining: Transaction,
  { number, staff, session, markedAt, event }: NumberRow,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into accounts.screen_marks (number, staff, session, marked_at, event)
     values ($1::bigint, $2::uuid, $3::uuid, $4::timestamptz, $5::uuid) on conflict do nothing`,
    [number, uuidOf(staff), uuidOf(session), markedAt, uuidOf(event)],
  );
  return rowCount === 1;
}

/** Whose a number is, and until when that session was open. */
export async function markedBy(
  queryable: Queryable,
  number: number,
): Promise<(NumberRow & { until: Date }) | undefined> {
  const { rows } = await queryable.query<{
    staff: string;
    session: string;
    marked_at: Date;
    event: string;
    until: Date;
  }>(
    `select m.staff, m.session, m.marked_at, m.event, coalesce(s.ended_at, s.ends_at) as until
     from accounts.screen_marks m join accounts.sessions s on s.holder = m.staff and s.id = m.session
     where m.number = $1::bigint and s.holder_kind = 'staff'`,
    [number],
  );
  const [row] = rows;
  return (
    row && {
      number,
      ...{ staff: idFrom("staff", row.staff), session: idFrom("session", row.session) },
      ...{ markedAt: row.marked_at, event: idFrom("event", row.event), until: row.until },
    }
  );
}
