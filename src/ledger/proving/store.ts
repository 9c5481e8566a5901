import { type Id, idFrom, type Queryable, timeOf, uuidOf } from "#platform";
import { type EventRow, eventFromRow, type KeptEvent, nobody } from "../row.ts";

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
    `with asked as materialized (
       select e.* from ledger.events e
       where e.client = $1::uuid and e.occurred_at = $2::timestamptz and e.id = $3::uuid
     ), wanted (is_previous, instance, seq) as (
       select false, a.instance, a.instance_seq from asked a
       union all
       select true, e.instance, e.instance_seq from asked a join ledger.events e
         on e.client = a.client and e.client_seq = a.client_seq - 1 and a.client <> $4::uuid
     ), found as (
       select w.is_previous, place.index, coalesce(
         substr(b.commitments, (place.index % 256)::integer * 32 + 1, 32),
         (select p.commitment from ledger.pending p where p.instance = w.instance and p.instance_seq = w.seq)
       ) as commitment
       from wanted w
       left join lateral (
         select r.first_index + w.seq - r.first_seq as index, r.first_seq + r.events as next_seq
         from ledger.runs r where r.instance = w.instance and r.first_seq <= w.seq
         order by r.first_seq desc limit 1
       ) place on w.seq < place.next_seq
       left join ledger.bundles b on b.index = place.index / 256
     )
     select a.client, a.occurred_at, a.id, a.actor, a.instance_seq, a.instance, a.client_seq, a.version,
       a.kind_version, a.actor_kind, a.kind, a.field, a.ticket, a.purpose, a.decision, a.details, a.salt,
       a.actor_commitment, a.previous_leaf, own.index, own.commitment, previous.commitment as previous_commitment
     from asked a
     left join found own on not own.is_previous
     left join found previous on previous.is_previous`,
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
