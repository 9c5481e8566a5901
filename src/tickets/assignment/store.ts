import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Frozen } from "../frozen.ts";
import type { Queue, Requester, Ticket } from "../ticket/index.ts";

type WaitingRow = { client: string; id: string; requester_kind: Requester["is"] };

/** Tickets that nobody has, or who is frozen for their requester, who waits longest first. */
export async function unassignedTickets(
  queryable: Queryable,
  freezes: readonly Frozen[],
  countMax: number,
): Promise<Pick<Ticket, "id" | "requester">[]> {
  const { rows } = await queryable.query<WaitingRow>(
    `select client, id, requester_kind from tickets.tickets t
     where (assignee is null or exists (select from unnest($2::uuid[], $3::uuid[]) f (staff, client)
         where f.staff = t.assignee and coalesce(f.client, t.client) = t.client))
       and queue <> 'leads' and status not in ('solved', 'closed')
     order by waiting_since nulls last, id limit $1::integer`,
    [
      countMax,
      freezes.map(({ staff }) => uuidOf(staff)),
      freezes.map(({ client }) => client && uuidOf(client)),
    ],
  );
  return rows.map(({ id, client, requester_kind: is }) => ({
    ...{ id: idFrom("ticket", id), requester: { is, id: idFrom("client", client) } },
  }));
}

/** In which queues people work of whom it was said; who isn't there works in all. */
export async function queuesByMember(
  queryable: Queryable,
): Promise<ReadonlyMap<Id<"staff">, Queue[]>> {
  const { rows } = await queryable.query<{ staff: string; queues: Queue[] }>(
    "select staff, array_agg(queue order by queue) as queues from tickets.queue_members group by staff",
  );
  return new Map(rows.map(({ staff, queues }) => [idFrom("staff", staff), queues]));
}

/** From now on somebody works in these queues; in all when there are none. */
export async function saveQueues(
  joining: Transaction,
  staff: Id<"staff">,
  queues: readonly Queue[],
  now: Date,
): Promise<void> {
  await forgetMember(joining, staff);
  await joining.query(
    `insert into tickets.queue_members (staff, queue, since)
     select $1::uuid, queue, $3::timestamptz from unnest($2::text[]) queue`,
    [uuidOf(staff), queues, now],
  );
}

/** Somebody left, or works in all queues again. */
export async function forgetMember(queryable: Queryable, staff: Id<"staff">): Promise<void> {
  await queryable.query("delete from tickets.queue_members where staff = $1::uuid", [
    uuidOf(staff),
  ]);
}

/** How many tickets each of these people still has to do. */
export async function loads(
  queryable: Queryable,
  staff: readonly Id<"staff">[],
): Promise<ReadonlyMap<Id<"staff">, number>> {
  const { rows } = await queryable.query<{ assignee: string; count: number }>(
    `select assignee, count(*)::integer as count from tickets.tickets
     where assignee = any ($1::uuid[]) and status not in ('solved', 'closed') group by assignee`,
    [staff.map(uuidOf)],
  );
  return new Map(rows.map(({ assignee, count }) => [idFrom("staff", assignee), count]));
}
