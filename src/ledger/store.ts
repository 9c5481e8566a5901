import { type Id, idFrom, nobody, type Queryable, timeOf, uuidOf } from "#platform";
import type { LedgerEvent, Place, StoredEvent } from "./event.ts";
import { type EventRow, eventFromRow, type KeptEvent } from "./row.ts";

/** An event on its way into the ledger, with the 32 random bytes that its salts are derived from. */
export type Salted = { event: LedgerEvent; seed: Buffer };

/** Where an event came to stand, and what the log holds of it. */
export type Appended = Place & { id: Id<"event">; commitment: Uint8Array };

type AppendedRow = {
  event: string;
  event_instance: number;
  event_instance_seq: string;
  event_client_seq: number | null;
  event_previous_leaf: Buffer | null;
  event_commitment: Buffer;
};

/**
 * Appends events in one statement, at most one for each client.
 * @param patient waits for other transactions that append to the same clients. Otherwise their events are left out
 * of the answer, and are not appended.
 */
export async function appendEvents(
  queryable: Queryable,
  writer: string,
  patient: boolean,
  salted: readonly Salted[],
): Promise<Appended[]> {
  const events = salted.map(({ event }) => event);
  const { rows } = await queryable.query<AppendedRow>({
    name: "ledger.append",
    text: `select event, event_instance, event_instance_seq, event_client_seq, event_previous_leaf, event_commitment
     from ledger.append($1::uuid, $2::boolean, $3::uuid[], $4::text[], $5::smallint[], $6::timestamptz[], $7::uuid[],
       $8::text[], $9::uuid[], $10::text[], $11::integer[], $12::uuid[], $13::text[], $14::text[], $15::text[],
       $16::bytea[])`,
    values: [
      writer,
      patient,
      events.map(({ id }) => uuidOf(id)),
      events.map(({ kind }) => kind),
      events.map(({ kindVersion }) => kindVersion),
      events.map(({ occurredAt }) => occurredAt.toISOString()),
      events.map(({ client }) => (client ? uuidOf(client) : nobody)),
      events.map(({ actor }) => actor.is),
      events.map(({ actor }) => (actor.is === "system" ? nobody : uuidOf(actor.id))),
      events.map(({ field }) => field),
      events.map(({ version }) => version),
      events.map(({ ticket }) => ticket && uuidOf(ticket)),
      events.map(({ purpose }) => purpose),
      events.map(({ decision }) => decision),
      events.map(({ details }) => details),
      salted.map(({ seed }) => seed),
    ],
  });
  return rows.map((row) => ({
    id: idFrom("event", row.event),
    instance: row.event_instance,
    instanceSeq: Number(row.event_instance_seq),
    ...(row.event_client_seq !== null && { clientSeq: row.event_client_seq }),
    ...(row.event_previous_leaf && { previousLeaf: row.event_previous_leaf }),
    commitment: row.event_commitment,
  }));
}

/** Which event: its client (undefined: it has none), and its id, which carries its time. */
type EventName = { client: Id<"client"> | undefined; id: Id<"event"> };

/** Committed events, each in the place of its name; undefined where there is none. */
export async function committedEvents(
  queryable: Queryable,
  names: readonly EventName[],
): Promise<(StoredEvent | undefined)[]> {
  return (await keptEvents(queryable, names)).map((kept) => kept?.event);
}

/** One, with what its leaf is made with. */
export async function keptEvent(
  queryable: Queryable,
  client: Id<"client"> | undefined,
  id: Id<"event">,
): Promise<KeptEvent | undefined> {
  return (await keptEvents(queryable, [{ client, id }]))[0];
}

async function keptEvents(
  queryable: Queryable,
  names: readonly EventName[],
): Promise<(KeptEvent | undefined)[]> {
  const clients = names.map(({ client }) => (client ? uuidOf(client) : nobody));
  const ids = names.map(({ id }) => uuidOf(id));
  const { rows } = await queryable.query<EventRow>(
    `select client, occurred_at, id, actor, instance_seq, instance, client_seq, version, kind_version, actor_kind,
       kind, field, ticket, purpose, decision, details, salt, actor_commitment, previous_leaf
     from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as asked (client, occurred_at, id)
     join ledger.events using (client, occurred_at, id)`,
    [clients, names.map(({ id }) => timeOf(id).toISOString()), ids],
  );
  const found = new Map(rows.map((row) => [`${row.client} ${row.id}`, row]));
  return ids.map((id, place) => {
    const row = found.get(`${clients[place]} ${id}`);
    return row && eventFromRow(row);
  });
}

/** The tree as far as it is sealed, and the newest head that is signed. */
export type Tree = { size: number; head?: { size: number; note: string; signedAt: Date } };

export async function readTree(queryable: Queryable): Promise<Tree> {
  const { rows } = await queryable.query<{
    size: string;
    signed_size: string;
    note: string | null;
    signed_at: Date | null;
  }>("select size, signed_size, note, signed_at from ledger.tree");
  const [row] = rows;
  if (!row) throw new Error("the ledger has no tree");
  const { note, signed_at: signedAt } = row;
  const head = note !== null && signedAt !== null;
  return {
    size: Number(row.size),
    ...(head && { head: { size: Number(row.signed_size), note, signedAt } }),
  };
}

export type StoredTile = { level: number; index: number; hashes: Buffer };

/**
 * Tiles as they are now: they may be wider than asked for, and missing ones are missing. One of level 0 comes as the
 * bundle of commitments that its hashes are made from.
 */
export async function readTiles(
  queryable: Queryable,
  tiles: readonly { level: number; index: number }[],
): Promise<StoredTile[]> {
  if (tiles.length === 0) return [];
  const { rows } = await queryable.query<{ level: number; index: string; hashes: Buffer }>(
    `with asked (level, index) as (select * from unnest($1::smallint[], $2::bigint[]))
     select a.level, a.index, b.commitments as hashes
     from asked a join ledger.bundles b on a.level = 0 and b.index = a.index
     union all
     select a.level, a.index, t.hashes
     from asked a join ledger.tiles t on t.level = a.level and t.index = a.index`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  );
  return rows.map(({ level, index, hashes }) => ({ level, index: Number(index), hashes }));
}
