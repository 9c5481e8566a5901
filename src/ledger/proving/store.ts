import { type Id, idFrom, type Queryable, timeOf, uuidOf } from "#platform";
import { nobody } from "../row.ts";

/** Where an event stands in the log, and what the log holds of it and of its client's event before. */
export type Standing = {
  /** Undefined while it isn't sealed. */
  index: number | undefined;
  commitment: Uint8Array | undefined;
  /** Undefined when there is none, or when it was erased. */
  previousCommitment: Uint8Array | undefined;
};

type Asked = {
  instance: number;
  instanceSeq: number;
  client: Id<"client"> | undefined;
  /** The number of the client's event before; 0 for none. */
  previousSeq: number;
};

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

/** One statement, so that an event that is just being sealed is found in the outbox or in the log. */
export async function standingOf(
  queryable: Queryable,
  { instance, instanceSeq, client, previousSeq }: Asked,
): Promise<Standing> {
  const { rows } = await queryable.query<{
    is_previous: boolean;
    index: string | null;
    commitment: Buffer | null;
  }>(
    `with asked (is_previous, instance, seq) as (
       select false, $1::integer, $2::bigint
       union all
       (select true, e.instance, e.instance_seq from ledger.events e
        where e.client = $3::uuid and e.client_seq = $4::integer limit 1)
     )
     select a.is_previous, place.index,
       coalesce(
         substr(b.commitments, (place.index % 256)::integer * 32 + 1, 32),
         (select p.commitment from ledger.pending p where p.instance = a.instance and p.instance_seq = a.seq)
       ) as commitment
     from asked a
     left join lateral (
       select r.first_index + a.seq - r.first_seq as index, r.first_seq + r.events as next_seq
       from ledger.runs r where r.instance = a.instance and r.first_seq <= a.seq
       order by r.first_seq desc limit 1
     ) place on a.seq < place.next_seq
     left join ledger.bundles b on b.index = place.index / 256`,
    [instance, instanceSeq, client && uuidOf(client), previousSeq],
  );
  const own = rows.find((row) => !row.is_previous);
  const previous = rows.find((row) => row.is_previous);
  return {
    index: own?.index ? Number(own.index) : undefined,
    commitment: own?.commitment ?? undefined,
    previousCommitment: previous?.commitment ?? undefined,
  };
}
