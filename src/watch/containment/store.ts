import {
  type Id,
  idFrom,
  nobody,
  type Queryable,
  type Transaction,
  timeOf,
  uuidOf,
} from "#platform";
import type { Containment } from "./containment.ts";

type ContainmentRow = {
  id: string;
  case: string;
  staff: string;
  contained_at: Date;
  contained_by: string;
  event: string;
  done_at: Date | null;
  released_at: Date | null;
  released_by: string | null;
};

/** False when the person is contained already. */
export async function insertContainment(
  joining: Transaction,
  { id, staff, at, by, event, case: of }: Omit<Containment, "state">,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into watch.containments (id, "case", staff, contained_at, contained_by, event)
     values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::uuid, $6::uuid)
     on conflict (staff) where released_at is null do nothing`,
    [uuidOf(id), uuidOf(of), uuidOf(staff), at, uuidOf(by), uuidOf(event)],
  );
  return rowCount === 1;
}

/** The containments of a case, the newest first. */
export async function containmentsOf(queryable: Queryable, of: Id<"case">): Promise<Containment[]> {
  const { rows } = await queryable.query<ContainmentRow>(
    `select id, "case", staff, contained_at, contained_by, event, done_at, released_at, released_by
     from watch.containments where "case" = $1::uuid order by contained_at desc, id`,
    [uuidOf(of)],
  );
  return rows.map(containmentFrom);
}

/** Those that aren't released, of whomever. */
export async function openContainments(queryable: Queryable): Promise<Containment[]> {
  const { rows } = await queryable.query<ContainmentRow>(
    `select id, "case", staff, contained_at, contained_by, event, done_at, released_at, released_by
     from watch.containments where released_at is null order by contained_at, id`,
  );
  return rows.map(containmentFrom);
}

export async function markDone(
  joining: Transaction,
  id: Id<"containment">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update watch.containments set done_at = $2::timestamptz where id = $1::uuid and done_at is null`,
    [uuidOf(id), now],
  );
  return rowCount === 1;
}

export async function markReleased(
  joining: Transaction,
  id: Id<"containment">,
  by: Id<"staff">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update watch.containments set released_at = $2::timestamptz, released_by = $3::uuid
     where id = $1::uuid and released_at is null and done_at is not null`,
    [uuidOf(id), now, uuidOf(by)],
  );
  return rowCount === 1;
}

/** How many leaves the log has, sealed. */
export async function logSize(queryable: Queryable): Promise<number> {
  const { rows } = await queryable.query<{ size: string }>("select size from ledger.door_head");
  return Number(rows[0]?.size ?? 0);
}

/** Which signed head of the log covers an event that has no client; undefined while none does. */
export async function headOver(
  queryable: Queryable,
  event: Id<"event">,
): Promise<{ size: number; signedAt: Date } | undefined> {
  const { rows } = await queryable.query<{ signed_size: string; signed_at: Date }>(
    `select h.signed_size, h.signed_at from ledger.door_places p
     join ledger.door_head h on p.index < h.signed_size
     where p.client = $1::uuid and p.occurred_at = $2::timestamptz and p.id = $3::uuid`,
    [nobody, timeOf(event), uuidOf(event)],
  );
  return rows[0] && { size: Number(rows[0].signed_size), signedAt: rows[0].signed_at };
}

function containmentFrom(row: ContainmentRow): Containment {
  return {
    id: idFrom("containment", row.id),
    case: idFrom("case", row.case),
    staff: idFrom("staff", row.staff),
    at: row.contained_at,
    by: idFrom("staff", row.contained_by),
    event: idFrom("event", row.event),
    state: stateFrom(row),
  };
}

function stateFrom({
  done_at: doneAt,
  released_at: releasedAt,
  released_by: releasedBy,
}: ContainmentRow): Containment["state"] {
  if (releasedAt && releasedBy) {
    return { is: "released", at: releasedAt, by: idFrom("staff", releasedBy) };
  }
  return doneAt ? { is: "done", at: doneAt } : { is: "begun" };
}
