import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { ApiKey } from "./api-key.ts";
import type { Scope } from "./scope.ts";

type ApiKeyRow = {
  id: string;
  name: string;
  scopes: Scope[];
  secret_hash: Buffer;
  made_at: Date;
  made_by: string | null;
  used_at: Date | null;
  revoked_at: Date | null;
};

export async function insertApiKey(
  joining: Transaction,
  { id, name, scopes, madeAt, madeBy }: ApiKey,
  secretHash: Uint8Array,
): Promise<void> {
  await joining.query(
    `insert into accounts.api_keys (id, name, scopes, secret_hash, made_at, made_by)
     values ($1::uuid, $2::text, $3::text[], $4::bytea, $5::timestamptz, $6::uuid)`,
    [uuidOf(id), name, scopes, secretHash, madeAt, madeBy && uuidOf(madeBy)],
  );
}

export async function keptApiKey(
  queryable: Queryable,
  id: Id<"apikey">,
): Promise<{ key: ApiKey; secretHash: Buffer } | undefined> {
  const { rows } = await queryable.query<ApiKeyRow>(
    `select id, name, scopes, secret_hash, made_at, made_by, used_at, revoked_at
     from accounts.api_keys where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && { key: apiKeyFrom(rows[0]), secretHash: rows[0].secret_hash };
}

export async function listApiKeys(queryable: Queryable): Promise<ApiKey[]> {
  const { rows } = await queryable.query<ApiKeyRow>(
    `select id, name, scopes, secret_hash, made_at, made_by, used_at, revoked_at
     from accounts.api_keys order by made_at desc, id desc`,
  );
  return rows.map(apiKeyFrom);
}

export async function markKeyUsed(
  queryable: Queryable,
  id: Id<"apikey">,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.api_keys set used_at = $2::timestamptz
     where id = $1::uuid and (used_at is null or used_at < $2::timestamptz)`,
    [uuidOf(id), now],
  );
}

/** False when there is none, or it was revoked before. */
export async function revokeApiKey(
  joining: Transaction,
  id: Id<"apikey">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.api_keys set revoked_at = $2::timestamptz, revoked_by = $3::uuid
     where id = $1::uuid and revoked_at is null`,
    [uuidOf(id), now, by && uuidOf(by)],
  );
  return rowCount === 1;
}

function apiKeyFrom(row: ApiKeyRow): ApiKey {
  return {
    id: idFrom("apikey", row.id),
    name: row.name,
    scopes: row.scopes,
    madeAt: row.made_at,
    madeBy: row.made_by === null ? undefined : idFrom("staff", row.made_by),
    usedAt: row.used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
