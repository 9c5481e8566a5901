import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

/** A passkey of somebody on the staff. */
export type StaffPasskey = {
  id: Id<"passkey">;
  staff: Id<"staff">;
  credentialId: Uint8Array;
  /** COSE (RFC 9052). */
  publicKey: Uint8Array;
  counter: number;
  transports: readonly string[];
  isSynced: boolean;
  isBackedUp: boolean;
  isRoaming: boolean;
  name: string;
  addedAt: Date;
};

/** False when the credential is somebody's already. */
export async function insertStaffPasskey(
  joining: Transaction,
  passkey: StaffPasskey,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into accounts.staff_passkeys (staff, id, credential_id, public_key, counter, transports, is_synced,
       is_backed_up, is_roaming, name, added_at)
     values ($1::uuid, $2::uuid, $3::bytea, $4::bytea, $5::bigint, $6::text[], $7::boolean, $8::boolean, $9::boolean,
       $10::text, $11::timestamptz)
     on conflict (credential_id) do nothing`,
    [
      uuidOf(passkey.staff),
      uuidOf(passkey.id),
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.isSynced,
      passkey.isBackedUp,
      passkey.isRoaming,
      passkey.name,
      passkey.addedAt,
    ],
  );
  return rowCount === 1;
}

type PasskeyRow = {
  staff: string;
  id: string;
  credential_id: Buffer;
  public_key: Buffer;
  counter: string;
  transports: string[];
  is_synced: boolean;
  is_backed_up: boolean;
  is_roaming: boolean;
  name: string;
  added_at: Date;
};

/** The passkeys that somebody has now, the oldest first. */
export async function staffPasskeysOf(
  queryable: Queryable,
  staff: Id<"staff">,
): Promise<StaffPasskey[]> {
  const { rows } = await queryable.query<PasskeyRow>(
    `select staff, id, credential_id, public_key, counter, transports, is_synced, is_backed_up, is_roaming, name,
       added_at
     from accounts.staff_passkeys where staff = $1::uuid and ended_at is null order by added_at, id`,
    [uuidOf(staff)],
  );
  return rows.map(passkeyFrom);
}

/** Whose passkey that is, among those who are here. */
export async function staffPasskeyByCredential(
  queryable: Queryable,
  credentialId: Uint8Array,
): Promise<StaffPasskey | undefined> {
  const { rows } = await queryable.query<PasskeyRow>(
    `select p.staff, p.id, p.credential_id, p.public_key, p.counter, p.transports, p.is_synced, p.is_backed_up,
       p.is_roaming, p.name, p.added_at
     from accounts.staff_passkeys p join accounts.staff s on s.staff = p.staff
     where p.credential_id = $1::bytea and p.ended_at is null and s.left_at is null`,
    [credentialId],
  );
  return rows[0] && passkeyFrom(rows[0]);
}

/** Notes one use. False when the counter didn't grow since: a copy of the key is about, or an answer was replayed. */
export async function countStaffUse(
  queryable: Queryable,
  { staff, id }: Pick<StaffPasskey, "staff" | "id">,
  { counter, isBackedUp }: Pick<StaffPasskey, "counter" | "isBackedUp">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.staff_passkeys
     set counter = $3::bigint, is_backed_up = $4::boolean, used_at = $5::timestamptz
     where staff = $1::uuid and id = $2::uuid and ended_at is null
       and (counter < $3::bigint or (counter = 0 and $3::bigint = 0))`,
    [uuidOf(staff), uuidOf(id), counter, isBackedUp, now],
  );
  return rowCount === 1;
}

/** Whether somebody ever had one, also one that ended. */
export async function hadStaffPasskey(queryable: Queryable, staff: Id<"staff">): Promise<boolean> {
  const { rowCount } = await queryable.query(
    "select from accounts.staff_passkeys where staff = $1::uuid limit 1",
    [uuidOf(staff)],
  );
  return rowCount === 1;
}

/** Ends every passkey that somebody has, and says how many. */
export async function endStaffPasskeys(
  joining: Transaction,
  staff: Id<"staff">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<number> {
  const { rowCount } = await joining.query(
    `update accounts.staff_passkeys set ended_at = $2::timestamptz, ended_by = $3::uuid
     where staff = $1::uuid and ended_at is null`,
    [uuidOf(staff), now, by && uuidOf(by)],
  );
  return rowCount ?? 0;
}

/** The passkeys that somebody has now; until the transaction ends nobody else ends one of them. */
export async function holdStaffPasskeys(
  joining: Transaction,
  staff: Id<"staff">,
): Promise<Id<"passkey">[]> {
  const { rows } = await joining.query<{ id: string }>(
    `select id from accounts.staff_passkeys where staff = $1::uuid and ended_at is null
     order by id for update`,
    [uuidOf(staff)],
  );
  return rows.map(({ id }) => idFrom("passkey", id));
}

/** Ends one passkey of somebody who does it. */
export async function endStaffPasskey(
  joining: Transaction,
  staff: Id<"staff">,
  id: Id<"passkey">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.staff_passkeys set ended_at = $3::timestamptz, ended_by = $1::uuid
     where staff = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(staff), uuidOf(id), now],
  );
}

export type StaffLink = {
  staff: Id<"staff">;
  id: Id<"link">;
  madeAt: Date;
  expiresAt: Date;
};

export async function insertStaffLink(
  joining: Transaction,
  { staff, id, madeAt, expiresAt }: StaffLink,
): Promise<void> {
  await joining.query(
    `insert into accounts.staff_links (staff, id, made_at, expires_at)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::timestamptz)`,
    [uuidOf(staff), uuidOf(id), madeAt, expiresAt],
  );
}

/** A link that can still be followed, of somebody who is here. */
export async function openStaffLink(
  queryable: Queryable,
  id: Id<"link">,
  now: Date,
): Promise<StaffLink | undefined> {
  const { rows } = await queryable.query<{ staff: string; made_at: Date; expires_at: Date }>(
    `select l.staff, l.made_at, l.expires_at
     from accounts.staff_links l join accounts.staff s on s.staff = l.staff
     where l.id = $1::uuid and l.used_at is null and l.expires_at > $2::timestamptz and s.left_at is null`,
    [uuidOf(id), now],
  );
  const [row] = rows;
  if (!row) return undefined;
  return { staff: idFrom("staff", row.staff), id, madeAt: row.made_at, expiresAt: row.expires_at };
}

/** Uses up a link: of two who follow it at once, one gets true. */
export async function takeStaffLink(
  joining: Transaction,
  { staff, id }: Pick<StaffLink, "staff" | "id">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.staff_links set used_at = $3::timestamptz
     where staff = $1::uuid and id = $2::uuid and used_at is null and expires_at > $3::timestamptz`,
    [uuidOf(staff), uuidOf(id), now],
  );
  return rowCount === 1;
}

export async function voidStaffLinks(
  joining: Transaction,
  staff: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.staff_links set used_at = $2::timestamptz
     where staff = $1::uuid and used_at is null`,
    [uuidOf(staff), now],
  );
}

function passkeyFrom(row: PasskeyRow): StaffPasskey {
  return {
    id: idFrom("passkey", row.id),
    staff: idFrom("staff", row.staff),
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    isSynced: row.is_synced,
    isBackedUp: row.is_backed_up,
    isRoaming: row.is_roaming,
    name: row.name,
    addedAt: row.added_at,
  };
}
