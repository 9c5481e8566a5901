import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Holder, Proof, Session } from "./session.ts";

type SessionRow = {
  holder: string;
  id: string;
  holder_kind: "client" | "staff";
  secret_hash: Buffer;
  device: string | null;
  browser: string;
  network: string;
  started_at: Date;
  seen_at: Date;
  ends_at: Date;
  passkey_at: Date | null;
  authenticator_at: Date | null;
  password_at: Date | null;
  provider_at: Date | null;
};

export async function insertSession(
  queryable: Queryable,
  { id, holder, device, browser, network, startedAt, endsAt, provenAt }: Session,
  secretHash: Uint8Array,
): Promise<void> {
  await queryable.query(
    `insert into accounts.sessions (holder, id, holder_kind, secret_hash, device, browser, network, started_at,
       seen_at, ends_at, passkey_at, authenticator_at, password_at, provider_at)
     values ($1::uuid, $2::uuid, $3::text, $4::bytea, $5::uuid, $6::text, $7::text, $8::timestamptz,
       $8::timestamptz, $9::timestamptz, $10::timestamptz, $11::timestamptz, $12::timestamptz, $13::timestamptz)`,
    [
      uuidOf(holder.id),
      uuidOf(id),
      holder.is,
      secretHash,
      device && uuidOf(device),
      browser,
      network,
      startedAt,
      endsAt,
      provenAt.passkey,
      provenAt.authenticator,
      provenAt.password,
      provenAt.provider,
    ],
  );
}

/** What a session's cookie names. */
export type SessionName = Pick<Session, "holder" | "id">;

/**
 * The sessions of these names that nobody ended, of clients or of staff who are here, each with the hash of its secret, in
 * their order. One may be over by its age.
 */
export async function openSessionsNamed(
  queryable: Queryable,
  names: readonly SessionName[],
): Promise<({ session: Session; secretHash: Buffer } | undefined)[]> {
  const { rows } = await queryable.query<SessionRow & { place: number }>({
    name: "accounts.open_sessions_named",
    text: `select asked.place::integer, s.holder, s.id, s.holder_kind, s.secret_hash, s.device, s.browser, s.network,
       s.started_at, s.seen_at, s.ends_at, s.passkey_at, s.authenticator_at, s.password_at, s.provider_at
     from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as asked (holder, id, holder_kind, place)
     join accounts.sessions s on s.holder = asked.holder and s.id = asked.id and s.holder_kind = asked.holder_kind
     where s.ended_at is null and (s.holder_kind = 'client'
       or exists (select from accounts.staff p where p.staff = s.holder and p.left_at is null))`,
    values: [
      names.map(({ holder }) => uuidOf(holder.id)),
      names.map(({ id }) => uuidOf(id)),
      names.map(({ holder }) => holder.is),
    ],
  });
  const found: ({ session: Session; secretHash: Buffer } | undefined)[] = names.map(
    () => undefined,
  );
  for (const row of rows) {
    found[row.place - 1] = { session: sessionFrom(row), secretHash: row.secret_hash };
  }
  return found;
}

/** The sessions that a holder has open, the last seen first. */
export async function openSessions(
  queryable: Queryable,
  holder: Holder,
  now: Date,
): Promise<Session[]> {
  const { rows } = await queryable.query<SessionRow>(
    `select holder, id, holder_kind, secret_hash, device, browser, network, started_at, seen_at, ends_at,
       passkey_at, authenticator_at, password_at, provider_at
     from accounts.sessions
     where holder = $1::uuid and holder_kind = $2::text and ended_at is null and ends_at > $3::timestamptz
     order by seen_at desc`,
    [uuidOf(holder.id), holder.is, now],
  );
  return rows.map(sessionFrom);
}

export async function markSeen(
  queryable: Queryable,
  { holder, id }: Pick<Session, "holder" | "id">,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.sessions set seen_at = $3::timestamptz
     where holder = $1::uuid and id = $2::uuid and seen_at < $3::timestamptz`,
    [uuidOf(holder.id), uuidOf(id), now],
  );
}

/** False when it was ended already. */
export async function endSession(
  queryable: Queryable,
  holder: Holder,
  id: Id<"session">,
  because: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.sessions set ended_at = $5::timestamptz, ended_because = $4::text
     where holder = $1::uuid and holder_kind = $2::text and id = $3::uuid and ended_at is null`,
    [uuidOf(holder.id), holder.is, uuidOf(id), because, now],
  );
  return rowCount === 1;
}

/**
 * Ends every session of a holder but one, and whatever of a client is on the way to be one.
 * @returns how many sessions
 */
export async function endSessions(
  queryable: Queryable,
  holder: Holder,
  because: string,
  now: Date,
  but?: Id<"session">,
): Promise<number> {
  const { rowCount } = await queryable.query(
    `update accounts.sessions set ended_at = $4::timestamptz, ended_because = $3::text
     where holder = $1::uuid and holder_kind = $2::text and ended_at is null and ($5::uuid is null or id <> $5::uuid)`,
    [uuidOf(holder.id), holder.is, because, now, but && uuidOf(but)],
  );
  if (holder.is === "client") await endSignIns(queryable, holder.id, now);
  return rowCount ?? 0;
}

/** Ends everything of a client that is on the way in: who typed a password begins anew. */
export async function endSignIns(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.sign_ins set ended_at = $2::timestamptz
     where client = $1::uuid and ended_at is null`,
    [uuidOf(client), now],
  );
}

/** Who has a session that was started by a moment, and isn't over. */
export async function holdersSignedIn(
  queryable: Queryable,
  most: number,
  by: Date,
): Promise<Holder[]> {
  const { rows } = await queryable.query<{ holder: string; holder_kind: "client" | "staff" }>(
    `select distinct holder, holder_kind from accounts.sessions
     where ended_at is null and started_at <= $1::timestamptz and ends_at > $1::timestamptz limit $2::integer`,
    [by, most],
  );
  return rows.map(({ holder, holder_kind: is }) =>
    is === "client" ? { is, id: idFrom("client", holder) } : { is, id: idFrom("staff", holder) },
  );
}

/** Whether anybody signed in as a holder, or proved it again, since a moment. */
export async function wasSignedInSince(
  queryable: Queryable,
  holder: Holder,
  since: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select from accounts.sessions
     where holder = $1::uuid and holder_kind = $2::text and started_at > $3::timestamptz limit 1`,
    [uuidOf(holder.id), holder.is, since],
  );
  return rowCount === 1;
}

/** Which of these sessions of the staff go on: what lasts beyond a request, such as a stream, asks it every second. */
export async function stillOpen(
  queryable: Queryable,
  sessions: readonly { staff: Id<"staff">; id: Id<"session"> }[],
  now: Date,
): Promise<ReadonlySet<Id<"session">>> {
  const { rows } = await queryable.query<{ id: string }>(
    `select s.id from unnest($1::uuid[], $2::uuid[]) as asked (holder, id)
     join accounts.sessions s on s.holder = asked.holder and s.id = asked.id
     join accounts.staff p on p.staff = s.holder
     where s.ended_at is null and s.ends_at > $3::timestamptz and p.left_at is null`,
    [sessions.map(({ staff }) => uuidOf(staff)), sessions.map(({ id }) => uuidOf(id)), now],
  );
  return new Set(rows.map(({ id }) => idFrom("session", id)));
}

/** Sessions of clients that were ended since then: what lasts beyond a request, such as a stream, asks it again and again. */
export async function endedSince(queryable: Queryable, since: Date): Promise<Id<"session">[]> {
  const { rows } = await queryable.query<{ id: string }>({
    name: "accounts.ended_since",
    text: `select id from accounts.sessions
     where ended_at > $1::timestamptz and holder_kind = 'client'`,
    values: [since],
  });
  return rows.map(({ id }) => idFrom("session", id));
}

export type Device = {
  id: Id<"device">;
  browser: string;
  network: string;
  firstSeenAt: Date;
  seenAt: Date;
  approvedAt: Date | undefined;
};

type DeviceRow = {
  id: string;
  browser: string;
  network: string;
  first_seen_at: Date;
  seen_at: Date;
  approved_at: Date | null;
};

/** The device that has this secret, for this client; one that was removed is none. */
export async function deviceBySecret(
  queryable: Queryable,
  client: Id<"client">,
  secretHash: Uint8Array,
): Promise<Device | undefined> {
  const { rows } = await queryable.query<DeviceRow>(
    `select id, browser, network, first_seen_at, seen_at, approved_at from accounts.devices
     where client = $1::uuid and secret_hash = $2::bytea and ended_at is null`,
    [uuidOf(client), secretHash],
  );
  return rows[0] && deviceFrom(rows[0]);
}

export async function devicesOf(queryable: Queryable, client: Id<"client">): Promise<Device[]> {
  const { rows } = await queryable.query<DeviceRow>(
    `select id, browser, network, first_seen_at, seen_at, approved_at from accounts.devices
     where client = $1::uuid and ended_at is null order by seen_at desc`,
    [uuidOf(client)],
  );
  return rows.map(deviceFrom);
}

export async function insertDevice(
  queryable: Queryable,
  client: Id<"client">,
  { id, browser, network, firstSeenAt }: Omit<Device, "approvedAt">,
  secretHash: Uint8Array,
): Promise<void> {
  await queryable.query(
    `insert into accounts.devices (client, id, secret_hash, browser, network, first_seen_at, seen_at)
     values ($1::uuid, $2::uuid, $3::bytea, $4::text, $5::text, $6::timestamptz, $6::timestamptz)`,
    [uuidOf(client), uuidOf(id), secretHash, browser, network, firstSeenAt],
  );
}

export async function seeDevice(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"device">,
  network: string,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.devices set seen_at = $4::timestamptz, network = $3::text
     where client = $1::uuid and id = $2::uuid`,
    [uuidOf(client), uuidOf(id), network, now],
  );
}

export async function approveDevice(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"device">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.devices
     set approved_by = case when approved_at is null then $3::uuid else approved_by end,
       approved_at = coalesce(approved_at, $4::timestamptz)
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id), uuidOf(by), now],
  );
  return rowCount === 1;
}

/** Removes one device, or with none named every one. */
export async function endDevices(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
  id?: Id<"device">,
): Promise<number> {
  const { rowCount } = await queryable.query(
    `update accounts.devices set ended_at = $2::timestamptz
     where client = $1::uuid and ended_at is null and ($3::uuid is null or id = $3::uuid)`,
    [uuidOf(client), now, id && uuidOf(id)],
  );
  return rowCount ?? 0;
}

function sessionFrom(row: SessionRow): Session {
  const provenAt: Partial<Record<Proof, Date>> = {};
  if (row.passkey_at) provenAt.passkey = row.passkey_at;
  if (row.authenticator_at) provenAt.authenticator = row.authenticator_at;
  if (row.password_at) provenAt.password = row.password_at;
  if (row.provider_at) provenAt.provider = row.provider_at;
  return {
    id: idFrom("session", row.id),
    holder:
      row.holder_kind === "client"
        ? { is: "client", id: idFrom("client", row.holder) }
        : { is: "staff", id: idFrom("staff", row.holder) },
    ...(row.device && { device: idFrom("device", row.device) }),
    browser: row.browser,
    network: row.network,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    provenAt,
  };
}

function deviceFrom(row: DeviceRow): Device {
  const { id, browser, network, first_seen_at, seen_at, approved_at } = row;
  return {
    id: idFrom("device", id),
    browser,
    network,
    firstSeenAt: first_seen_at,
    seenAt: seen_at,
    approvedAt: approved_at ?? undefined,
  };
}

/** Whether the access of somebody on the staff is on hold; nobody changes that until the transaction ends. */
export async function isHeld(joining: Transaction, staff: Id<"staff">): Promise<boolean> {
  const { rows } = await joining.query<{ held: boolean }>(
    "select held_at is not null as held from accounts.staff where staff = $1::uuid for share",
    [uuidOf(staff)],
  );
  return rows[0]?.held ?? false;
}
