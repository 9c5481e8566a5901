import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import { type FieldName, fieldNames } from "#policy";

/** A value as it is kept. `viewer` is set on decoy values alone. */
export type NewValue = {
  client: Id<"client">;
  field: FieldName;
  version: number;
  viewer?: Id<"staff">;
  ciphertext: Uint8Array;
  mask: string;
  index?: Uint8Array;
  fingerprint: Uint8Array;
};

/** Keeps new values; those that they take the place of end now. */
export async function insertValues(
  joining: Transaction,
  values: readonly NewValue[],
  now: Date,
): Promise<void> {
  await joining.query(
    `update vault.fields f set valid_to = $4::timestamptz
     from unnest($1::uuid[], $2::text[], $3::uuid[]) as n (client, field, viewer)
     where f.client = n.client and f.field = n.field and f.viewer is not distinct from n.viewer
       and f.valid_to is null`,
    [
      values.map(({ client }) => uuidOf(client)),
      values.map(({ field }) => field),
      values.map(({ viewer }) => viewer && uuidOf(viewer)),
      now,
    ],
  );
  await joining.query(
    `insert into vault.fields (client, field, version, viewer, valid_from, ciphertext, mask, index, fingerprint)
     select client, field, version, viewer, $9::timestamptz, ciphertext, mask, index, fingerprint
     from unnest($1::uuid[], $2::text[], $3::integer[], $4::uuid[], $5::bytea[], $6::text[], $7::bytea[], $8::bytea[])
       as n (client, field, version, viewer, ciphertext, mask, index, fingerprint)`,
    [
      values.map(({ client }) => uuidOf(client)),
      values.map(({ field }) => field),
      values.map(({ version }) => version),
      values.map(({ viewer }) => viewer && uuidOf(viewer)),
      values.map(({ ciphertext }) => ciphertext),
      values.map(({ mask }) => mask),
      values.map(({ index }) => index),
      values.map(({ fingerprint }) => fingerprint),
      now,
    ],
  );
}

/** A field that a client has, as lists show it. */
export type FieldMask = { field: FieldName; mask: string; version: number; since: Date };

/** The fields that there are, in the order of `fieldNames`, as this viewer would see them: decoys in place of a canary's others. */
export async function masksOf(
  queryable: Queryable,
  client: Id<"client">,
  viewer: Id<"staff">,
): Promise<FieldMask[]> {
  const { rows } = await queryable.query<{
    field: FieldName;
    mask: string;
    version: number;
    valid_from: Date;
  }>(
    `select distinct on (field) field, mask, version, valid_from from vault.fields
     where client = $1::uuid and valid_to is null and (viewer is null or viewer = $2::uuid)
     order by field, viewer nulls last`,
    [uuidOf(client), uuidOf(viewer)],
  );
  const inOrder = rows.sort((a, b) => fieldNames.indexOf(a.field) - fieldNames.indexOf(b.field));
  return inOrder.map(({ valid_from: since, ...row }) => ({ ...row, since }));
}

/** A value as it lies in the vault: where its ciphertext is from, and since when it is the client's. Nothing of it can be read. */
export type Kept = { version: number; ciphertext: Uint8Array; since: Date };

/** The phone number on file; undefined when there is none. */
export async function numberOnFile(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Kept | undefined> {
  const { rows } = await queryable.query<{ version: number; ciphertext: Buffer; valid_from: Date }>(
    `select version, ciphertext, valid_from from vault.fields
     where client = $1::uuid and field = 'phone' and valid_to is null and viewer is null`,
    [uuidOf(client)],
  );
  return rows.map(({ valid_from: since, ...kept }) => ({ ...kept, since }))[0];
}

/**
 * An account's client takes the place of a copy without an account: what the ledger has of the copy is that client's from now
 * on, and so is what nobody was told of it. What the copy had are former values of the client's, which nobody can read any more.
 */
export async function takePlaceOf(
  joining: Transaction,
  client: Id<"client">,
  former: Id<"client">,
  now: Date,
): Promise<void> {
  const both = [uuidOf(client), uuidOf(former)];
  await joining.query(
    `insert into vault.former_ids (client, former, since) values ($1::uuid, $2::uuid, $3::timestamptz)
     on conflict do nothing`,
    [...both, now],
  );
  await joining.query("update vault.notices set client = $1::uuid where client = $2::uuid", both);
  await joining.query(
    `update vault.fields f set client = $1::uuid, former = $2::uuid, ciphertext = '', valid_to = coalesce(f.valid_to, $3::timestamptz)
     where f.client = $2::uuid and not exists (select from vault.fields o
       where o.client = $1::uuid and o.field = f.field and o.version = f.version)`,
    [...both, now],
  );
}

/** The ids of copies that a client took the place of: the ledger has the client under them too. */
export async function formerIdsOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Id<"client">[]> {
  const { rows } = await queryable.query<{ former: string }>(
    "select former from vault.former_ids where client = $1::uuid order by since, former",
    [uuidOf(client)],
  );
  return rows.map(({ former }) => idFrom("client", former));
}

/** Who has taken the place of these clients, of whom anybody has. */
export async function successorsOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<ReadonlyMap<Id<"client">, Id<"client">>> {
  const { rows } = await queryable.query<{ client: string; former: string }>(
    "select client, former from vault.former_ids where former = any ($1::uuid[])",
    [clients.map(uuidOf)],
  );
  return new Map(
    rows.map(({ client, former }) => [idFrom("client", former), idFrom("client", client)]),
  );
}

/** Whether a client's value of a field has this blind index. */
export async function hasIndex(
  queryable: Queryable,
  client: Id<"client">,
  field: FieldName,
  index: Uint8Array,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select from vault.fields
     where client = $1::uuid and field = $2::text and index = $3::bytea and valid_to is null and viewer is null`,
    [uuidOf(client), field, index],
  );
  return rowCount !== 0;
}

/** Everything that the vault keeps of a client. */
export async function eraseRecord(queryable: Queryable, client: Id<"client">): Promise<void> {
  await queryable.query("select vault.erase_client($1::uuid)", [uuidOf(client)]);
}
