import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import type { MatchedVersion } from "../leak.ts";

// None of these has a name: planned while the tables are empty, it would be kept as a plan for empty tables. Each
// `lateral` is a look into an index for one thing that is asked.

export type AskedIndex = { field: FieldName; index: Uint8Array };

/** Who has or had a value of each index, as the place in what was asked. @param max clients of one index */
export async function clientsOfIndexes(
  queryable: Queryable,
  asked: readonly AskedIndex[],
  max: number,
): Promise<{ place: number; client: Id<"client"> }[]> {
  if (asked.length === 0) return [];
  const { rows } = await queryable.query<{ place: number; client: string }>(
    `select a.place::integer as place, f.client
     from unnest($1::text[], $2::bytea[]) with ordinality as a (field, index, place)
     cross join lateral (select distinct d.client from vault.door_fields d
       where d.field = a.field and d.index = a.index limit $3::integer) f`,
    [asked.map(({ field }) => field), asked.map(({ index }) => index), max],
  );
  return rows.map(({ place, client }) => ({ place: place - 1, client: idFrom("client", client) }));
}

/** Whose accounts these are. */
export async function clientsOfAccounts(
  queryable: Queryable,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, Id<"client">>> {
  if (publicIds.length === 0) return new Map();
  const { rows } = await queryable.query<{ public_id: string; client: string }>(
    "select public_id, client from accounts.door_accounts where public_id = any ($1::text[])",
    [publicIds],
  );
  return new Map(rows.map(({ public_id: id, client }) => [id, idFrom("client", client)]));
}

/** Whom the firm's systems call so, by the index of that, as the place in what was asked. */
export async function clientsOfReferences(
  queryable: Queryable,
  references: readonly Uint8Array[],
): Promise<{ place: number; client: Id<"client"> }[]> {
  if (references.length === 0) return [];
  const { rows } = await queryable.query<{ place: number; client: string }>(
    `select a.place::integer as place, k.client
     from unnest($1::bytea[]) with ordinality as a (reference, place)
     join vault.door_clients k on k.reference_index = a.reference`,
    [references],
  );
  return rows.map(({ place, client }) => ({ place: place - 1, client: idFrom("client", client) }));
}

/** A value to gather clients by, or to hold against who is gathered; `item` is the caller's number of its row. */
export type AskedOfItem = AskedIndex & { item: number };

/** @property agreeing with how many of the others, @property alike how many clients do so */
export type Gathered = { item: number; client: Id<"client">; agreeing: number; alike: number };

/**
 * Gathers for each item who has or had its base, and keeps those with the most of its other values: indexes alone are
 * read. Values of one field count once.
 * @param max clients: gathered of one index, and kept of one item
 */
export async function clientsAgreeing(
  queryable: Queryable,
  bases: readonly AskedOfItem[],
  others: readonly AskedOfItem[],
  max: { gathered: number; kept: number },
): Promise<Gathered[]> {
  if (bases.length === 0) return [];
  const { rows } = await queryable.query<Omit<Gathered, "client"> & { client: string }>(
    `with hits as (
       select distinct b.item, h.client
       from unnest($1::integer[], $2::text[], $3::bytea[]) as b (item, field, index)
       cross join lateral (select distinct d.client from vault.door_fields d
         where d.field = b.field and d.index = b.index limit $7::integer) h
     ), agreeing as (
       select h.item, h.client, count(distinct o.field)::integer as fields
       from hits h
       join unnest($4::integer[], $5::text[], $6::bytea[]) as o (item, field, index) on o.item = h.item
       cross join lateral (select from vault.door_fields d
         where d.field = o.field and d.index = o.index and d.client = h.client limit 1) f
       group by h.item, h.client
     ), ranked as (
       select h.item, h.client, coalesce(a.fields, 0) as agreeing,
         rank() over (partition by h.item order by coalesce(a.fields, 0) desc) as rank,
         row_number() over (partition by h.item order by coalesce(a.fields, 0) desc, h.client) as number,
         count(*) over (partition by h.item, coalesce(a.fields, 0))::integer as alike
       from hits h left join agreeing a on a.item = h.item and a.client = h.client
     )
     select item, client, agreeing, alike from ranked where rank = 1 and number <= $8::integer`,
    [
      ...[bases.map(({ item }) => item), bases.map(({ field }) => field)],
      bases.map(({ index }) => index),
      ...[others.map(({ item }) => item), others.map(({ field }) => field)],
      others.map(({ index }) => index),
      ...[max.gathered, max.kept],
    ],
  );
  return rows.map(({ client, ...row }) => ({ ...row, client: idFrom("client", client) }));
}

/** A guess at a client's value: by its index, or by the fingerprints that it has in one spelling or another. */
export type AskedVersion = { client: Id<"client">; field: FieldName } & (
  | { index: Uint8Array; fingerprints: null }
  | { index: null; fingerprints: Uint8Array }
);

/** @property fingerprint of what was found by a short index, which other values may have */
export type FoundVersion = MatchedVersion & { place: number; fingerprint: Uint8Array | undefined };

/** The versions in which a client has or had what was guessed, decoys too, as the place in what was asked. */
export async function versionsOf(
  queryable: Queryable,
  asked: readonly AskedVersion[],
): Promise<FoundVersion[]> {
  if (asked.length === 0) return [];
  const { rows } = await queryable.query<{
    place: number;
    version: number;
    viewer: string | null;
    valid_from: Date;
    valid_to: Date | null;
    former: string | null;
    fingerprint: Buffer | null;
  }>(
    `select a.place::integer as place, f.version, f.viewer, f.valid_from, f.valid_to, f.former,
       case when octet_length(a.index) < 32 then f.fingerprint end as fingerprint
     from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[])
       with ordinality as a (client, field, index, fingerprints, place)
     cross join lateral (select d.version, d.viewer, d.valid_from, d.valid_to, d.former, d.fingerprint
       from vault.door_fields d where d.client = a.client and d.field = a.field
         and (d.index = a.index or position(d.fingerprint in a.fingerprints) > 0) offset 0) f
     order by a.place, f.version`,
    [
      asked.map(({ client }) => uuidOf(client)),
      asked.map(({ field }) => field),
      asked.map(({ index }) => index),
      asked.map(({ fingerprints }) => fingerprints),
    ],
  );
  return rows.map(({ place, version, viewer, former, fingerprint, ...row }) => ({
    ...{ place: place - 1, version, from: row.valid_from, to: row.valid_to ?? undefined },
    ...(former !== null && { former: idFrom("client", former) }),
    viewer: viewer === null ? undefined : idFrom("staff", viewer),
    fingerprint: fingerprint ?? undefined,
  }));
}

/** Every mask that a client's field has or had, as the place in what was asked. */
export async function masksOf(
  queryable: Queryable,
  asked: readonly { client: Id<"client">; field: FieldName }[],
): Promise<{ place: number; mask: string }[]> {
  if (asked.length === 0) return [];
  const { rows } = await queryable.query<{ place: number; mask: string }>(
    `select a.place::integer as place, f.mask
     from unnest($1::uuid[], $2::text[]) with ordinality as a (client, field, place)
     cross join lateral (select distinct d.mask from vault.door_fields d
       where d.client = a.client and d.field = a.field offset 0) f`,
    [asked.map(({ client }) => uuidOf(client)), asked.map(({ field }) => field)],
  );
  return rows.map(({ place, mask }) => ({ place: place - 1, mask }));
}

/** The ids of copies that clients took the place of, for each who did. */
export async function formersOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<ReadonlyMap<Id<"client">, readonly Id<"client">[]>> {
  if (clients.length === 0) return new Map();
  const { rows } = await queryable.query<{ client: string; formers: string[] }>(
    `select d.client, array_agg(d.former order by d.former) as formers
     from vault.door_former_ids d where d.client = any ($1::uuid[]) group by d.client`,
    [clients.map(uuidOf)],
  );
  return new Map(
    rows.map(({ client, formers }) => [
      idFrom("client", client),
      formers.map((former) => idFrom("client", former)),
    ]),
  );
}

export type ClientFacts = {
  isCanary: boolean;
  country: string | undefined;
  formers: readonly Id<"client">[];
};

export async function factsOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<ReadonlyMap<Id<"client">, ClientFacts>> {
  if (clients.length === 0) return new Map();
  const { rows } = await queryable.query<{
    client: string;
    country: string | null;
    is_canary: boolean;
    formers: string[];
  }>(
    `select a.client, k.country, c.is_canary is not null as is_canary,
       array(select d.former from vault.door_former_ids d where d.client = a.client order by d.former) as formers
     from unnest($1::uuid[]) as a (client)
     left join lateral (select d.country from vault.door_clients d where d.client = a.client limit 1) k on true
     left join lateral (select true as is_canary from vault.door_canaries d where d.client = a.client limit 1) c on true`,
    [clients.map(uuidOf)],
  );
  return new Map(
    rows.map(({ client, country, is_canary: isCanary, formers }) => [
      idFrom("client", client),
      {
        ...{ isCanary, country: country ?? undefined },
        formers: formers.map((former) => idFrom("client", former)),
      },
    ]),
  );
}

/** A set of clients, each by its place, 4 bytes big-endian. */
type Places = Uint8Array;

/** Which of these clients have or had a mask in a field: each mask once. */
export async function clientsByMask(
  queryable: Queryable,
  clients: readonly Id<"client">[],
  fields: readonly FieldName[],
): Promise<{ field: FieldName; mask: string; places: Places }[]> {
  if (clients.length === 0 || fields.length === 0) return [];
  const { rows } = await queryable.query<{ field: FieldName; mask: string; places: Buffer }>(
    `select f.field, f.mask, string_agg(int4send((a.place - 1)::integer), '') as places
     from unnest($1::uuid[]) with ordinality as a (client, place)
     cross join lateral (select distinct d.field, d.mask from vault.door_fields d
       where d.client = a.client and d.field = any ($2::text[]) offset 0) f
     group by f.field, f.mask`,
    [clients.map(uuidOf), fields],
  );
  return rows;
}

/** Which of these clients have or had a value of an index, as the place in what was asked. */
export async function clientsByIndex(
  queryable: Queryable,
  clients: readonly Id<"client">[],
  asked: readonly AskedIndex[],
): Promise<{ place: number; places: Places }[]> {
  if (clients.length === 0 || asked.length === 0) return [];
  const { rows } = await queryable.query<{ place: number; places: Buffer }>(
    `with hits as materialized (
       select a.place, f.client from unnest($2::text[], $3::bytea[]) with ordinality as a (field, index, place)
       cross join lateral (select distinct d.client from vault.door_fields d
         where d.field = a.field and d.index = a.index offset 0) f
     )
     select h.place::integer as place, string_agg(int4send((c.place - 1)::integer), '') as places
     from hits h join unnest($1::uuid[]) with ordinality as c (client, place) on c.client = h.client
     group by h.place`,
    [clients.map(uuidOf), asked.map(({ field }) => field), asked.map(({ index }) => index)],
  );
  return rows.map(({ place, places }) => ({ place: place - 1, places }));
}
