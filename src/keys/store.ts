import {
  type Actor,
  type Id,
  idFrom,
  nobody,
  type Queryable,
  type Transaction,
  timeOf,
  uuidOf,
} from "#platform";
import type { PermittingEvent } from "./permit.ts";

/** A wrapped key, as it is stored, and the key-encryption key that opens it. */
export type Wrapped = { kek: Id<"kek">; wrapped: Buffer };

export type WrappedClientKey = Wrapped & { client: Id<"client">; number: number; madeAt: Date };

export type WrappedIndexKey = Wrapped & { name: string };

type ClientKeyRow = {
  client: string;
  number: number;
  kek: string;
  wrapped: Buffer;
  made_at: Date;
};

/** Makes a key-encryption key known. One that is known already stays as it is. */
export async function registerKek(database: Queryable, id: Id<"kek">, now: Date): Promise<void> {
  await database.query(
    "insert into keys.keks (id, made_at) values ($1::uuid, $2::timestamptz) on conflict do nothing",
    [uuidOf(id), now],
  );
}

/** From now on only this key-encryption key wraps: what others are wrapping just now is waited for. */
export async function retireOtherKeks(
  database: Queryable,
  newest: Id<"kek">,
  now: Date,
): Promise<void> {
  await database.query(
    "update keys.keks set retired_at = $2::timestamptz where id <> $1::uuid and retired_at is null",
    [uuidOf(newest), now],
  );
}

export type KekUse = { id: Id<"kek">; retiredAt?: Date; clientKeys: number; indexKeys: number };

/** What each known key-encryption key wraps, from the oldest. */
export async function kekUses(database: Queryable): Promise<KekUse[]> {
  const { rows } = await database.query<{
    id: string;
    retired_at: Date | null;
    client_keys: number;
    index_keys: number;
  }>(
    `select id, retired_at,
       (select count(*)::int from keys.client_keys where kek = id) as client_keys,
       (select count(*)::int from keys.index_keys where kek = id) as index_keys
     from keys.keks order by id`,
  );
  return rows.map((row) => ({
    id: idFrom("kek", row.id),
    ...(row.retired_at && { retiredAt: row.retired_at }),
    clientKeys: row.client_keys,
    indexKeys: row.index_keys,
  }));
}

export async function knownKeks(database: Queryable): Promise<Id<"kek">[]> {
  const { rows } = await database.query<{ id: string }>("select id from keys.keks order by id");
  return rows.map(({ id }) => idFrom("kek", id));
}

/** Forgets a key-encryption key. The database refuses one that still wraps something. */
export async function forgetKek(database: Queryable, id: Id<"kek">): Promise<void> {
  await database.query("delete from keys.keks where id = $1::uuid", [uuidOf(id)]);
}

/**
 * Clients' rows, made where there are none, and held until the transaction ends.
 * @returns who had a row before, and whose keys are shredded
 */
export async function lockClients(
  transaction: Transaction,
  clients: readonly Id<"client">[],
): Promise<{ known: Id<"client">[]; shredded: Id<"client">[] }> {
  const uuids = clients.map(uuidOf).sort(); // in one order, so that no two wait for each other
  const made = await transaction.query<{ client: string }>(
    `insert into keys.clients (client) select client from unnest($1::uuid[]) as asked (client)
     on conflict do nothing returning client`,
    [uuids],
  );
  const isMade = new Set(made.rows.map(({ client }) => client));
  if (isMade.size === uuids.length) return { known: [], shredded: [] };
  const { rows } = await transaction.query<{ client: string; shredded: boolean }>(
    `select client, shredded_at is not null as shredded from keys.clients
     where client = any($1::uuid[]) order by client for update`,
    [uuids.filter((uuid) => !isMade.has(uuid))],
  );
  const known = rows.map(({ client }) => idFrom("client", client));
  return { known, shredded: known.filter((_, place) => rows[place]?.shredded) };
}

/** Deletes every key that clients ever had, and marks the clients. The caller holds the clients' rows, or is alone. */
export async function deleteClientKeys(
  transaction: Transaction,
  clients: readonly Id<"client">[],
  now: Date,
): Promise<void> {
  const uuids = clients.map(uuidOf);
  await transaction.query("delete from keys.client_keys where client = any($1::uuid[])", [uuids]);
  await transaction.query(
    `insert into keys.clients as c (client, shredded_at)
     select client, $2::timestamptz from unnest($1::uuid[]) as shredded (client)
     on conflict (client) do update set shredded_at = $2::timestamptz where c.shredded_at is null`,
    [uuids, now],
  );
}

/** When this client's keys were shredded; undefined while they aren't. */
export async function shreddedAt(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Date | undefined> {
  const { rows } = await queryable.query<{ shredded_at: Date | null }>(
    "select shredded_at from keys.clients where client = $1::uuid",
    [uuidOf(client)],
  );
  return rows[0]?.shredded_at ?? undefined;
}

/** Which of these clients' keys are shredded. Until the transaction ends, no other one's of them are. */
export async function holdUnshredded(
  joining: Transaction,
  clients: readonly Id<"client">[],
): Promise<Id<"client">[]> {
  const { rows } = await joining.query<{ client: string; shredded: boolean }>(
    `select client, shredded_at is not null as shredded from keys.clients
     where client = any ($1::uuid[]) order by client for share`,
    [clients.map(uuidOf)],
  );
  return rows.filter(({ shredded }) => shredded).map(({ client }) => idFrom("client", client));
}

/** The clients whose keys are shredded. */
export async function shreddedClients(database: Queryable): Promise<Id<"client">[]> {
  const { rows } = await database.query<{ client: string }>(
    "select client from keys.clients where shredded_at is not null",
  );
  return rows.map(({ client }) => idFrom("client", client));
}

/** An event, and the number of a key of its client; no number for who needs no key, or has it. */
export type Question = { client: Id<"client">; event: Id<"event">; number: number | undefined };

/** What there is of both: the event only when it is committed, and not erased. */
export type Answer = { event?: PermittingEvent; key?: WrappedClientKey };

type AnswerRow = Omit<ClientKeyRow, "client" | "number"> & {
  place: number;
  id: string | null;
  actor_kind: Actor["is"];
  actor: string;
  kind: string;
  field: string | null;
  version: number | null;
  ticket: string | null;
  purpose: string | null;
  decision: "allow" | "deny" | null;
  details: string;
};

/**
 * Events as the ledger has them, and the keys of their clients beside them, each in the place of its question. A ledger
 * grows faster than the database counts its rows: each is looked for by its id, whatever the planner takes for cheap.
 * @param joining a short transaction, which keeps plans for large tables
 */
export async function readEventsAndKeys(
  joining: Transaction,
  asked: readonly Question[],
): Promise<Answer[]> {
  const { rows } = await joining.query<AnswerRow>({
    name: "keys.events_and_keys",
    text: `select a.place::integer as place, e.id, e.actor_kind, e.actor, e.kind, e.field, e.version, e.ticket, e.purpose,
       e.decision, e.details, k.kek, k.wrapped, k.made_at
     from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::bigint[])
       with ordinality as a (client, occurred_at, event, number, place)
     left join lateral (select d.id, d.actor_kind, d.actor, d.kind, d.field, d.version, d.ticket, d.purpose, d.decision,
         d.details from ledger.door_events d
       where d.client = a.client and d.occurred_at = a.occurred_at and d.id = a.event limit 1) e on true
     left join lateral (select c.kek, c.wrapped, c.made_at from keys.client_keys c
       where c.client = a.client and c.number = a.number limit 1) k on true
     order by a.place`,
    values: [
      asked.map(({ client }) => uuidOf(client)),
      asked.map(({ event }) => timeOf(event).toISOString()),
      asked.map(({ event }) => uuidOf(event)),
      asked.map(({ number }) => number),
    ],
  });
  return asked.map((question, place) => answerFrom(question, rows[place]));
}

function answerFrom({ client, event, number }: Question, row: AnswerRow | undefined): Answer {
  if (!row) return {};
  const { kek, wrapped, made_at: madeAt } = row;
  return {
    ...(row.id !== null && { event: eventFrom(client, event, row) }),
    ...(kek && number && { key: { client, number, kek: idFrom("kek", kek), wrapped, madeAt } }),
  };
}

function eventFrom(client: Id<"client">, id: Id<"event">, row: AnswerRow): PermittingEvent {
  const { kind, details } = row;
  const actor = actorFrom(row);
  return {
    ...{ client, id, kind, details, occurredAt: timeOf(id) },
    ...(actor && { actor }),
    ...(row.field !== null && { field: row.field }),
    ...(row.version !== null && { version: row.version }),
    ...(row.ticket !== null && { ticket: idFrom("ticket", row.ticket) }),
    ...(row.purpose !== null && { purpose: row.purpose }),
    ...(row.decision !== null && { decision: row.decision }),
  };
}

function actorFrom({ actor_kind: is, actor }: AnswerRow): Actor | undefined {
  if (is === "system") return { is };
  if (actor === nobody) return undefined;
  return is === "client" ? { is, id: idFrom(is, actor) } : { is, id: idFrom(is, actor) };
}

/** Clients' newest keys; none of those who have none. */
export async function readNewestClientKeys(
  database: Queryable,
  clients: readonly Id<"client">[],
): Promise<WrappedClientKey[]> {
  const { rows } = await database.query<ClientKeyRow>(
    `select distinct on (client) client, number, kek, wrapped, made_at from keys.client_keys
     where client = any($1::uuid[]) order by client, number desc`,
    [clients.map(uuidOf)],
  );
  return rows.map(clientKeyFrom);
}

/**
 * Stores clients' new keys, all wrapped by one key-encryption key.
 * @returns false when that was retired meanwhile: nothing is stored then
 */
export async function insertClientKeys(
  transaction: Transaction,
  kek: Id<"kek">,
  madeAt: Date,
  keys: readonly Pick<WrappedClientKey, "client" | "number" | "wrapped">[],
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `with wrapping as (select id from keys.keks where id = $1::uuid and retired_at is null for share)
     insert into keys.client_keys (client, number, kek, wrapped, made_at)
     select made.client, made.number, wrapping.id, made.wrapped, $2::timestamptz
     from wrapping, unnest($3::uuid[], $4::integer[], $5::bytea[]) as made (client, number, wrapped)`,
    [
      uuidOf(kek),
      madeAt,
      keys.map(({ client }) => uuidOf(client)),
      keys.map(({ number }) => number),
      keys.map(({ wrapped }) => wrapped),
    ],
  );
  return rowCount === keys.length;
}

export async function readIndexKey(
  database: Queryable,
  name: string,
): Promise<WrappedIndexKey | undefined> {
  const { rows } = await database.query<{ kek: string; wrapped: Buffer }>(
    "select kek, wrapped from keys.index_keys where name = $1::text",
    [name],
  );
  return rows[0] && { name, kek: idFrom("kek", rows[0].kek), wrapped: rows[0].wrapped };
}

/** Stores the key of an index that has none yet, by a key-encryption key that isn't retired; else stores nothing. */
export async function insertIndexKey(
  database: Queryable,
  { name, kek, wrapped }: WrappedIndexKey,
  now: Date,
): Promise<void> {
  await database.query(
    `insert into keys.index_keys (name, kek, wrapped, made_at)
     select $1::text, id, $3::bytea, $4::timestamptz
     from keys.keks where id = $2::uuid and retired_at is null for share
     on conflict do nothing`,
    [name, uuidOf(kek), wrapped, now],
  );
}

/** Where a walk over all clients' keys is. */
export type Place = Pick<WrappedClientKey, "client" | "number">;

/** The next clients' keys that another key-encryption key than this wraps, in the order of their place. */
export async function clientKeysToRewrap(
  database: Queryable,
  kek: Id<"kek">,
  after: Place | undefined,
  limit: number,
): Promise<WrappedClientKey[]> {
  const { rows } = await database.query<ClientKeyRow>(
    `select client, number, kek, wrapped, made_at from keys.client_keys
     where kek <> $1::uuid and ($2::uuid is null or (client, number) > ($2::uuid, $3::integer))
     order by client, number limit $4`,
    [uuidOf(kek), after && uuidOf(after.client), after?.number, limit],
  );
  return rows.map(clientKeyFrom);
}

export async function indexKeysToRewrap(
  database: Queryable,
  kek: Id<"kek">,
): Promise<WrappedIndexKey[]> {
  const { rows } = await database.query<{ name: string; kek: string; wrapped: Buffer }>(
    "select name, kek, wrapped from keys.index_keys where kek <> $1::uuid order by name",
    [uuidOf(kek)],
  );
  return rows.map((row) => ({ ...row, kek: idFrom("kek", row.kek) }));
}

/** A key that was wrapped anew; what was shredded or rewrapped by another meanwhile is left alone. */
export type Rewrapped<Key> = { old: Key; wrapped: Buffer };

/** @returns how many were stored */
export async function storeRewrappedClientKeys(
  database: Queryable,
  kek: Id<"kek">,
  rewrapped: readonly Rewrapped<WrappedClientKey>[],
): Promise<number> {
  const { rowCount } = await database.query(
    `update keys.client_keys k set kek = $1::uuid, wrapped = r.wrapped
     from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::bytea[]) as r (client, number, kek, wrapped)
     where k.client = r.client and k.number = r.number and k.kek = r.kek
       and exists (select from keys.keks where id = $1::uuid and retired_at is null)`,
    [
      uuidOf(kek),
      rewrapped.map(({ old }) => uuidOf(old.client)),
      rewrapped.map(({ old }) => old.number),
      rewrapped.map(({ old }) => uuidOf(old.kek)),
      rewrapped.map(({ wrapped }) => wrapped),
    ],
  );
  return rowCount ?? 0;
}

/** @returns how many were stored */
export async function storeRewrappedIndexKeys(
  database: Queryable,
  kek: Id<"kek">,
  rewrapped: readonly Rewrapped<WrappedIndexKey>[],
): Promise<number> {
  const { rowCount } = await database.query(
    `update keys.index_keys k set kek = $1::uuid, wrapped = r.wrapped
     from unnest($2::text[], $3::uuid[], $4::bytea[]) as r (name, kek, wrapped)
     where k.name = r.name and k.kek = r.kek
       and exists (select from keys.keks where id = $1::uuid and retired_at is null)`,
    [
      uuidOf(kek),
      rewrapped.map(({ old }) => old.name),
      rewrapped.map(({ old }) => uuidOf(old.kek)),
      rewrapped.map(({ wrapped }) => wrapped),
    ],
  );
  return rowCount ?? 0;
}

/** The journal that this database's keykeeper keeps: the first that asks is the one. */
export async function claimJournal(database: Queryable, journal: string): Promise<string> {
  await database.query(
    "insert into keys.keykeeper (journal) values ($1::uuid) on conflict do nothing",
    [journal],
  );
  const { rows } = await database.query<{ journal: string }>("select journal from keys.keykeeper");
  return rows[0]?.journal ?? "";
}

function clientKeyFrom({ client, number, kek, wrapped, made_at: madeAt }: ClientKeyRow) {
  return { client: idFrom("client", client), number, kek: idFrom("kek", kek), wrapped, madeAt };
}
