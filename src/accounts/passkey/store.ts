import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { NewPasskey, Passkey } from "./passkey.ts";

type KeptChallenge = { challenge: Uint8Array; purpose: string; asker: Uint8Array };

export async function insertChallenge(
  queryable: Queryable,
  { challenge, purpose, asker, expiresAt }: KeptChallenge & { expiresAt: Date },
): Promise<void> {
  await queryable.query(
    `insert into accounts.challenges (challenge, purpose, asker, expires_at)
     values ($1::bytea, $2::text, $3::bytea, $4::timestamptz)`,
    [challenge, purpose, asker, expiresAt],
  );
}

/** Of two who take the same at once, one gets true. */
export async function takeChallenge(
  queryable: Queryable,
  { challenge, purpose, asker }: KeptChallenge,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `delete from accounts.challenges
     where challenge = $1::bytea and purpose = $2::text and asker = $3::bytea and expires_at > $4::timestamptz`,
    [challenge, purpose, asker, now],
  );
  return rowCount === 1;
}

export async function forgetChallenges(queryable: Queryable, now: Date): Promise<void> {
  await queryable.query("delete from accounts.challenges where expires_at <= $1::timestamptz", [
    now,
  ]);
}

/** False when the credential is somebody's already. */
export async function insertPasskey(
  queryable: Queryable,
  client: Id<"client">,
  factor: Id<"factor">,
  passkey: NewPasskey,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `insert into accounts.passkeys (client, factor, credential_id, public_key, counter, transports, is_synced,
       is_backed_up, is_roaming)
     values ($1::uuid, $2::uuid, $3::bytea, $4::bytea, $5::bigint, $6::text[], $7::boolean, $8::boolean, $9::boolean)
     on conflict (credential_id) do nothing`,
    [
      uuidOf(client),
      uuidOf(factor),
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.isSynced,
      passkey.isBackedUp,
      passkey.isRoaming,
    ],
  );
  return rowCount === 1;
}

type PasskeyRow = {
  factor: string;
  name: string;
  added_at: Date;
  used_at: Date | null;
  credential_id: Buffer;
  public_key: Buffer;
  counter: string;
  transports: string[];
  is_synced: boolean;
  is_backed_up: boolean;
  is_roaming: boolean;
};

/** The passkeys that a client has now, the oldest first. */
export async function passkeysOf(queryable: Queryable, client: Id<"client">): Promise<Passkey[]> {
  const { rows } = await queryable.query<PasskeyRow>(
    `select p.factor, f.name, f.added_at, f.used_at, p.credential_id, p.public_key, p.counter, p.transports,
       p.is_synced, p.is_backed_up, p.is_roaming
     from accounts.passkeys p join accounts.factors f on f.client = p.client and f.id = p.factor
     where p.client = $1::uuid and f.ended_at is null order by f.added_at, p.factor`,
    [uuidOf(client)],
  );
  return rows.map(passkeyFrom);
}

/** A client's passkey by its credential; one that was removed is none. */
export async function passkeyByCredential(
  queryable: Queryable,
  client: Id<"client">,
  credentialId: Uint8Array,
): Promise<Passkey | undefined> {
  const { rows } = await queryable.query<PasskeyRow>(
    `select p.factor, f.name, f.added_at, f.used_at, p.credential_id, p.public_key, p.counter, p.transports,
       p.is_synced, p.is_backed_up, p.is_roaming
     from accounts.passkeys p join accounts.factors f on f.client = p.client and f.id = p.factor
     where p.client = $1::uuid and p.credential_id = $2::bytea and f.ended_at is null`,
    [uuidOf(client), credentialId],
  );
  return rows[0] && passkeyFrom(rows[0]);
}

/** Notes one use. False when the counter didn't grow since: then a copy of the key is about, or an answer was replayed. */
export async function countUse(
  queryable: Queryable,
  client: Id<"client">,
  factor: Id<"factor">,
  { counter, isBackedUp }: Pick<NewPasskey, "counter" | "isBackedUp">,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.passkeys set counter = $3::bigint, is_backed_up = $4::boolean
     where client = $1::uuid and factor = $2::uuid
       and (counter < $3::bigint or (counter = 0 and $3::bigint = 0))`,
    [uuidOf(client), uuidOf(factor), counter, isBackedUp],
  );
  return rowCount === 1;
}

function passkeyFrom(row: PasskeyRow): Passkey {
  return {
    factor: idFrom("factor", row.factor),
    name: row.name,
    addedAt: row.added_at,
    usedAt: row.used_at ?? undefined,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    isSynced: row.is_synced,
    isBackedUp: row.is_backed_up,
    isRoaming: row.is_roaming,
  };
}
