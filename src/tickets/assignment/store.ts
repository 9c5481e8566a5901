import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Frozen } from "../frozen.ts";
import type { Queue, Requester, Ticket } from "../ticket/index.ts";

type WaitingRow = {
  client: string;
  id: string;
  requester_kind: Requester["is"];
  language: string;
  queue: Queue;
  given_away_by: string[];
  waiting_since: Date | null;
  assignee: string | null;
};

/** A ticket that waits for somebody, with the assignee that it is taken from. */
export type Waiting = Pick<
  Ticket,
  "id" | "requester" | "language" | "queue" | "givenAwayBy" | "waitingSince"
> & { assignee: Id<"staff"> | undefined };

type WaitingFor = {
  /** Whoever may have a ticket. */
  agents: readonly Id<"staff">[];
  freezes: readonly Frozen[];
  after: Waiting | undefined;
};

/** Tickets that nobody has, or who is no agent, or is frozen for their requester; who waits longest first. */
export async function waitingTickets(
  queryable: Queryable,
  countMax: number,
  { agents, freezes, after }: WaitingFor,
): Promise<Waiting[]> {
  const { rows } = await queryable.query<WaitingRow>(
    `select client, id, requester_kind, language, queue, given_away_by, waiting_since, assignee
     from tickets.tickets t
     where (assignee is null or assignee <> all ($2::uuid[])
         or exists (select from unnest($3::uuid[], $4::uuid[]) f (staff, client)
           where f.staff = t.assignee and coalesce(f.client, t.client) = t.client))
       and queue <> 'leads' and status not in ('solved', 'closed')
       and ($6::uuid is null or (coalesce(waiting_since, 'infinity'::timestamptz), id)
         > (coalesce($5::timestamptz, 'infinity'::timestamptz), $6::uuid))
     order by coalesce(waiting_since, 'infinity'::timestamptz), id limit $1::integer`,
    [
      countMax,
      agents.map(uuidOf),
      freezes.map(({ staff }) => uuidOf(staff)),
      freezes.map(({ client }) => client && uuidOf(client)),
      ...[after?.waitingSince, after && uuidOf(after.id)],
    ],
  );
  return rows.map((row) => ({
    id: idFrom("ticket", row.id),
    requester: { is: row.requester_kind, id: idFrom("client", row.client) },
    language: row.language,
    queue: row.queue,
    givenAwayBy: row.given_away_by.map((staff) => idFrom("staff", staff)),
    waitingSince: row.waiting_since ?? undefined,
    assignee: row.assignee === null ? undefined : idFrom("staff", row.assignee),
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

/** Whoever isn't here any more works in no queue. */
export async function forgetLeft(
  queryable: Queryable,
  here: readonly Id<"staff">[],
): Promise<void> {
  await queryable.query("delete from tickets.queue_members where staff <> all ($1::uuid[])", [
    here.map(uuidOf),
  ]);
}

/** How many tickets of each of these people wait for their word: what is pending or on hold is nothing to do. */
export async function loads(
  queryable: Queryable,
  staff: readonly Id<"staff">[],
): Promise<ReadonlyMap<Id<"staff">, number>> {
  const { rows } = await queryable.query<{ assignee: string; count: number }>(
    `select assignee, count(*)::integer as count from tickets.tickets
     where assignee = any ($1::uuid[]) and status in ('new', 'open') group by assignee`,
    [staff.map(uuidOf)],
  );
  return new Map(rows.map(({ assignee, count }) => [idFrom("staff", assignee), count]));
}
