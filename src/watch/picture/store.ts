import { type Id, idFrom, type Queryable } from "#platform";

export type WorkDay = { staff: Id<"staff">; day: string; reveals: number; resolved: number };

/** How many values everybody was shown on each day (UTC) from one on, and how many contacts each resolved. */
export async function workDays(queryable: Queryable, from: Date): Promise<WorkDay[]> {
  const { rows } = await queryable.query<Omit<WorkDay, "staff"> & { staff: string }>(
    `with resolved as (
       select assignee as staff, (status_since at time zone 'UTC')::date as day, count(*)::integer as count
       from tickets.door_contacts
       where assignee is not null and status in ('solved', 'closed') and status_since >= $1::timestamptz
       group by 1, 2
     )
     select c.staff, (c.day at time zone 'UTC')::date::text as day, c.reveals,
       coalesce(r.count, 0) as resolved
     from vault.door_counts c
     left join resolved r on r.staff = c.staff and r.day = (c.day at time zone 'UTC')::date
     where c.day >= $1::timestamptz and c.reveals > 0`,
    [from],
  );
  return rows.map((row) => ({ ...row, staff: idFrom("staff", row.staff) }));
}
