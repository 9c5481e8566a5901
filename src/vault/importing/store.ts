import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Encrypted } from "#keys";
import {
  type CopyRows,
  type Id,
  idBytes,
  idFrom,
  type Queryable,
  type Transaction,
  uuidOf,
} from "#platform";
import type { FieldName } from "#policy";
import type { ClientClass } from "./line.ts";

/** A client as the vault knows it. */
export type KnownClient = {
  client: Id<"client">;
  reference: Buffer | undefined;
  class: ClientClass;
  country: string | undefined;
  updatedAt: Date;
  hasAccount: boolean;
};

type KnownRow = {
  client: string;
  reference_index: Buffer | null;
  class: ClientClass;
  country: string | null;
  updated_at: Date;
  has_account: boolean;
};

/** Those whom the firm's own systems call so, by the index of that. */
export async function clientsByReference(
  queryable: Queryable,
  references: readonly Uint8Array[],
): Promise<KnownClient[]> {
  const { rows } = await queryable.query<KnownRow>(
    `select k.client, k.reference_index, k.class, k.country, k.updated_at, a.client is not null as has_account
     from unnest($1::bytea[]) as asked (reference)
     join vault.clients k on k.reference_index = asked.reference
     left join accounts.door_accounts a on a.client = k.client`,
    [references],
  );
  return rows.map(knownFrom);
}

/** Whose accounts these are, by their public ids, and what the vault knows of them. */
export async function clientsByAccount(
  queryable: Queryable,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, { client: Id<"client">; known: KnownClient | undefined }>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await queryable.query<
    { public_id: string; owner: string } & (KnownRow | { client: null })
  >(
    `select a.public_id, a.client as owner, k.client, k.reference_index, k.class, k.country, k.updated_at, true as has_account
     from accounts.door_accounts a left join vault.clients k on k.client = a.client
     where a.public_id = any ($1::text[])`,
    [accounts],
  );
  return new Map(
    rows.map((row) => {
      const known = row.client === null ? undefined : knownFrom(row);
      return [row.public_id, { client: idFrom("client", row.owner), known }];
    }),
  );
}

/** A field that a client has or had: the highest version, and the one in force. */
export type KnownField = {
  last: number;
  current: { version: number; fingerprint: Buffer } | undefined;
};

/** Clients' fields, by `placeOf`. */
export async function fieldsOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<ReadonlyMap<string, KnownField>> {
  if (clients.length === 0) return new Map();
  const { rows } = await queryable.query<{
    client: string;
    field: FieldName;
    last: number;
    version: number | null;
    fingerprint: Buffer | null;
  }>(
    `select l.client, l.field, l.last, c.version, c.fingerprint
     from (select client, field, max(version) as last from vault.fields
       where client = any ($1::uuid[]) group by client, field) l
     left join vault.fields c on c.client = l.client and c.field = l.field and c.viewer is null and c.valid_to is null`,
    [clients.map(uuidOf)],
  );
  return new Map(
    rows.map(({ client, field, last, version, fingerprint }) => [
      placeOf(idFrom("client", client), field),
      { last, current: version !== null && fingerprint ? { version, fingerprint } : undefined },
    ]),
  );
}

export function placeOf(client: Id<"client">, field: FieldName): string {
  return `${client} ${field}`;
}

export type NewClient = {
  client: Id<"client">;
  reference: Uint8Array;
  class: ClientClass;
  country?: string | undefined;
};

/** It fails when one of them is known meanwhile. */
export async function insertClients(
  joining: Transaction,
  clients: readonly NewClient[],
  now: Date,
): Promise<void> {
  if (clients.length === 0) return;
  await joining.query(
    `insert into vault.clients (client, reference_index, class, country, added_at, updated_at)
     select n.client, n.reference, n.class, n.country, $5::timestamptz, $5::timestamptz
     from unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[]) as n (client, reference, class, country)`,
    [
      clients.map(({ client }) => uuidOf(client)),
      clients.map(({ reference }) => reference),
      clients.map((one) => one.class),
      clients.map(({ country }) => country ?? null),
      now,
    ],
  );
}

/** Notes that clients changed. @returns how many of them are as they were read, and were noted */
export async function touchClients(
  joining: Transaction,
  clients: readonly (NewClient & { readAt: Date })[],
  now: Date,
): Promise<number> {
  if (clients.length === 0) return 0;
  const { rowCount } = await joining.query(
    `update vault.clients k set reference_index = n.reference, class = n.class, country = n.country,
       updated_at = $6::timestamptz
     from unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::timestamptz[])
       as n (client, reference, class, country, read_at)
     where k.client = n.client and date_trunc('milliseconds', k.updated_at) = n.read_at
       and (k.reference_index is null or k.reference_index = n.reference)`,
    [
      clients.map(({ client }) => uuidOf(client)),
      clients.map(({ reference }) => reference),
      clients.map((one) => one.class),
      clients.map(({ country }) => country ?? null),
      clients.map(({ readAt }) => readAt),
      now,
    ],
  );
  return rowCount ?? 0;
}

export type EndedValue = { client: Id<"client">; field: FieldName; version: number };

export async function endValues(
  joining: Transaction,
  values: readonly EndedValue[],
  now: Date,
): Promise<void> {
  if (values.length === 0) return;
  await joining.query(
    `update vault.fields f set valid_to = $4::timestamptz
     from unnest($1::uuid[], $2::text[], $3::integer[]) as n (client, field, version)
     where f.client = n.client and f.field = n.field and f.version = n.version and f.valid_to is null`,
    [
      values.map(({ client }) => uuidOf(client)),
      values.map(({ field }) => field),
      values.map(({ version }) => version),
      now,
    ],
  );
}

/** A version as it is kept: one row for `copyValues`. */
export type ImportedValue = EndedValue & Encrypted;

export function addValue(
  rows: CopyRows,
  { client, field, version, ciphertext, mask, index, fingerprint }: ImportedValue,
  validFrom: Date,
): void {
  rows
    .begin(8)
    .bytes(idBytes(client))
    .text(field)
    .integer(version)
    .moment(validFrom)
    .bytes(ciphertext)
    .text(mask)
    .bytes(index)
    .bytes(fingerprint);
}

/** Keeps new versions. It fails when a version is there meanwhile. @param rows of `addValue`, ended */
export async function copyValues(joining: Transaction, rows: Buffer): Promise<void> {
  const copying = joining.query(
    copyFrom(
      `copy vault.fields (client, field, version, valid_from, ciphertext, mask, index, fingerprint)
       from stdin with (format binary)`,
    ),
  );
  copying.end(rows);
  await finished(copying);
}

/** How far a file is imported, by its SHA-256. */
export type ImportPlace = { linesDone: number; linesBad: number };

/** Where an import of a file goes on; of one that was ended it begins anew. */
export async function beginImport(
  queryable: Queryable,
  digest: Uint8Array,
  now: Date,
): Promise<ImportPlace> {
  const { rows } = await queryable.query<{ lines_done: number; lines_bad: number }>(
    `insert into vault.imports as i (digest, lines_done, lines_bad, begun_at)
     values ($1::bytea, 0, 0, $2::timestamptz)
     on conflict (digest) do update set done_at = null,
       lines_done = case when i.done_at is null then i.lines_done else 0 end,
       lines_bad = case when i.done_at is null then i.lines_bad else 0 end,
       begun_at = case when i.done_at is null then i.begun_at else excluded.begun_at end
     returning lines_done, lines_bad`,
    [digest, now],
  );
  const [row] = rows;
  if (!row) throw new Error("an import has no row");
  return { linesDone: row.lines_done, linesBad: row.lines_bad };
}

/** @returns false when somebody else took the import further meanwhile */
export async function takeImportOn(
  joining: Transaction,
  digest: Uint8Array,
  from: number,
  to: ImportPlace,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update vault.imports set lines_done = $3::integer, lines_bad = $4::integer
     where digest = $1::bytea and lines_done = $2::integer and done_at is null`,
    [digest, from, to.linesDone, to.linesBad],
  );
  return rowCount === 1;
}

export async function endImport(
  queryable: Queryable,
  digest: Uint8Array,
  now: Date,
): Promise<void> {
  await queryable.query(
    "update vault.imports set done_at = $2::timestamptz where digest = $1::bytea",
    [digest, now],
  );
}

function knownFrom(row: KnownRow): KnownClient {
  return {
    client: idFrom("client", row.client),
    reference: row.reference_index ?? undefined,
    class: row.class,
    country: row.country ?? undefined,
    updatedAt: row.updated_at,
    hasAccount: row.has_account,
  };
}
