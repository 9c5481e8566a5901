import { type Id, idFrom, nobody, type Queryable, timeOf, uuidOf } from "#platform";

/** An event of a case, and of the client no more than a number that counts within the case. */
export type TimelineEvent = {
  id: Id<"event">;
  at: Date;
  kind: string;
  field: string | undefined;
  decision: "allow" | "deny" | undefined;
  client: number | undefined;
};

/** These events, the oldest first. What was erased is missing. */
export async function timelineOf(
  queryable: Queryable,
  events: readonly Id<"event">[],
): Promise<TimelineEvent[]> {
  const { rows } = await queryable.query<{
    id: string;
    at: Date;
    kind: string;
    field: string | null;
    decision: "allow" | "deny" | null;
    client: number | null;
  }>(
    `with found as (
       select e.id, e.occurred_at, e.kind, e.field, e.decision, e.client
       from ledger.door_events e
       where e.occurred_at = any ($1::timestamptz[]) and e.id = any ($2::uuid[])
     ), numbered as (
       select client, row_number() over (order by min(occurred_at), client)::integer as number
       from found where client <> $3::uuid group by client
     )
     select f.id, f.occurred_at as at, f.kind, f.field, f.decision, n.number as client
     from found f left join numbered n on n.client = f.client order by f.occurred_at, f.id`,
    [events.map((event) => timeOf(event)), events.map(uuidOf), nobody],
  );
  return rows.map((row) => ({
    ...{ id: idFrom("event", row.id), at: row.at, kind: row.kind },
    ...{ field: row.field ?? undefined, decision: row.decision ?? undefined },
    client: row.client ?? undefined,
  }));
}
