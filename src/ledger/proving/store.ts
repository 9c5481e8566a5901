import { type Id, idFrom, nobody, type Queryable, timeOf, uuidOf } from "#platform";
import { type EventRow, eventFromRow, type KeptEvent } from "../row.ts";

/** An event with where it stands in the log, and what the log holds of it and of its client's event before. */
export type StandingEvent = KeptEvent & {
  /** Undefined while it isn't sealed. */
  index: number | undefined;
  commitment: Uint8Array | undefined;
  /** Undefined when there is none, or when it was erased. */
  previousCommitment: Uint8Array | undefined;
};

type StandingRow = EventRow & {
  index: string | null;
  commitment: Buffer | null;
  previous_commitment: Buffer | null;
};

/**
 * An event by its client (undefined: it has none) and its id; undefined when there is none. It is one statement, so
 * that an event that is just being sealed is found in the outbox or in the log.
 */
export async function standingEvent(
  queryable: Queryable,
  client: Id<"client"> | undefined,
  id: Id<"event">,
): Promise<StandingEvent | undefined> {
  const { rows } = await queryable.query<StandingRow>(
    `select e.client, e.occurred_at, e.id, e.actor, e.instance_seq, e.instance, e.client_seq, e.version,
       e.kind_version, e.actor_kind, e.kind, e.field, e.ticket, e.purpose, e.decision, e.details, e.salt,
       e.actor_commitment, e.previous_leaf, own.index, own.commitment, before.commitment as previous_commitment
     from ledger.events e
     cross join lateral ledger.entry_of(e.instance, e.instance_seq) own
     left join lateral (
       select entry.commitment from ledger.events p
       cross join lateral ledger.entry_of(p.instance, p.instance_seq) entry
       where p.client = e.client and p.client_seq = e.client_seq - 1 and e.client <> $4::uuid
       limit 1
     ) before on true
     where e.client = $1::uuid and e.occurred_at = $2::timestamptz and e.id = $3::uuid`,
    [client ? uuidOf(client) : nobody, timeOf(id), uuidOf(id), nobody],
  );
  const [row] = rows;
  return (
    row && {
      ...eventFromRow(row),
      index: row.index === null ? undefined : Number(row.index),
      commitment: row.commitment ?? undefined,
      previousCommitment: row.previous_commitment ?? undefined,
    }
  );
}

/** How many of a client's newest events of these kinds, but not the hidden ones, wait to get into the log. */
export async function countUnsealed(
  queryable: Queryable,
  client: Id<"client">,
  kinds: readonly string[],
  among: number,
): Promise<number> {
  const { rows } = await queryable.query<{ events: number }>(
    `with newest as materialized (
       select e.instance, e.instance_seq from ledger.events e
       where e.client = $1::uuid and e.kind = any ($2::text[])
         and not exists (select from ledger.sealed_entries s where s.client = e.client and s.event = e.id)
       order by e.occurred_at desc, e.id desc limit $3::integer
     )
     select count(*)::integer as events from newest n
     where exists (select from ledger.pending p where p.instance = n.instance and p.instance_seq = n.instance_seq)`,
    [uuidOf(client), kinds, among],
  );
  return rows[0]?.events ?? 0;
}

/** Whose event it is; undefined when there is none. */
export async function ownerOf(
  queryable: Queryable,
  id: Id<"event">,
): Promise<{ client: Id<"client"> | undefined } | undefined> {
  const { rows } = await queryable.query<{ client: string }>(
    "select client from ledger.events where occurred_at = $1::timestamptz and id = $2::uuid",
    [timeOf(id), uuidOf(id)],
  );
  const [row] = rows;
  return row && { client: row.client === nobody ? undefined : idFrom("client", row.client) };
}
