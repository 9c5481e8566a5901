import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { AccountLock, Protection, SettingsLock } from "./lock.ts";

/** How a client's account is protected at a moment. A lock whose delay is over is open, whoever looks first. */
export async function protectionOf(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
): Promise<Protection> {
  const { rows } = await queryable.query<{
    settings_id: string | null;
    settings_since: Date | null;
    days: number | null;
    unlocks_at: Date | null;
    account_id: string | null;
    account_since: Date | null;
  }>(
    `select s.id as settings_id, s.locked_at as settings_since, s.days, s.unlocks_at,
       a.id as account_id, a.locked_at as account_since
     from accounts.clients c
     left join accounts.settings_locks s on s.client = c.client and s.unlocked_at is null
       and (s.unlocks_at is null or s.unlocks_at > $2::timestamptz)
     left join accounts.account_locks a on a.client = c.client and a.lifted_at is null
     where c.client = $1::uuid`,
    [uuidOf(client), now],
  );
  const [row] = rows;
  const settings = row && settingsFrom(row);
  const account: AccountLock | undefined =
    row?.account_id && row.account_since
      ? { is: "locked", id: idFrom("lock", row.account_id), since: row.account_since }
      : undefined;
  return { settings: settings ?? { is: "open" }, account: account ?? { is: "none" } };
}

function settingsFrom(row: {
  settings_id: string | null;
  settings_since: Date | null;
  days: number | null;
  unlocks_at: Date | null;
}): SettingsLock | undefined {
  const { settings_id, settings_since: since, days, unlocks_at: until } = row;
  if (settings_id === null || since === null || days === null) return undefined;
  const lock = { id: idFrom("lock", settings_id), since, days };
  return until ? { is: "opening", ...lock, until } : { is: "locked", ...lock };
}

/** Locks a client's settings. */
export async function insertSettingsLock(
  joining: Transaction,
  client: Id<"client">,
  lock: { id: Id<"lock">; days: number; lockedBy: Id<"change"> },
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into accounts.settings_locks (client, id, locked_at, locked_by, days)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::integer)`,
    [uuidOf(client), uuidOf(lock.id), now, uuidOf(lock.lockedBy), lock.days],
  );
}

/** Opens the lock, or puts another in its place. One that its days opened was open since then. */
export async function endSettingsLock(
  joining: Transaction,
  client: Id<"client">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.settings_locks
     set unlocked_at = least(unlocks_at, $3::timestamptz), unlocked_by = $2::uuid
     where client = $1::uuid and unlocked_at is null`,
    [uuidOf(client), uuidOf(by), now],
  );
  return rowCount === 1;
}

/** Writes down that a lock is open whose days are over, and no other. False when that was done before. */
export async function settleSettingsLock(
  joining: Transaction,
  client: Id<"client">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.settings_locks set unlocked_at = unlocks_at, unlocked_by = $2::uuid
     where client = $1::uuid and unlocked_at is null and unlocks_at <= $3::timestamptz`,
    [uuidOf(client), uuidOf(by), now],
  );
  return rowCount === 1;
}

export async function askUnlock(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"lock">,
  asked: { by: Id<"change">; until: Date },
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.settings_locks
     set unlock_asked_at = $3::timestamptz, unlock_asked_by = $4::uuid, unlocks_at = $5::timestamptz
     where client = $1::uuid and id = $2::uuid and unlocked_at is null and unlocks_at is null`,
    [uuidOf(client), uuidOf(id), now, uuidOf(asked.by), asked.until],
  );
}

/** Stops the opening of a lock. @returns the change that began it */
export async function stopUnlocking(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"lock">,
): Promise<Id<"change"> | undefined> {
  const { rows } = await joining.query<{ begun_by: string }>(
    `update accounts.settings_locks l set unlock_asked_at = null, unlock_asked_by = null, unlocks_at = null
     from accounts.settings_locks before
     where l.client = $1::uuid and l.id = $2::uuid and l.unlocked_at is null and l.unlocks_at is not null
       and before.client = l.client and before.id = l.id
     returning before.unlock_asked_by as begun_by`,
    [uuidOf(client), uuidOf(id)],
  );
  return rows[0] && idFrom("change", rows[0].begun_by);
}

/** Whose settings opened by their days, and whose owners weren't told yet; none whose account is locked. */
export async function openedByDays(
  queryable: Queryable,
  most: number,
  now: Date,
): Promise<Id<"client">[]> {
  const { rows } = await queryable.query<{ client: string }>(
    `select l.client from accounts.settings_locks l join accounts.clients c on c.client = l.client
     where l.unlocked_at is null and l.unlocks_at <= $1::timestamptz and c.closed_at is null
       and not exists (select from accounts.account_locks a where a.client = l.client and a.lifted_at is null)
     order by l.unlocks_at limit $2::integer`,
    [now, most],
  );
  return rows.map(({ client }) => idFrom("client", client));
}

export async function insertAccountLock(
  joining: Transaction,
  client: Id<"client">,
  lock: { id: Id<"lock">; lockedBy: Id<"change"> },
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into accounts.account_locks (client, id, locked_at, locked_by)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid)`,
    [uuidOf(client), uuidOf(lock.id), now, uuidOf(lock.lockedBy)],
  );
}

export async function liftAccountLock(
  joining: Transaction,
  client: Id<"client">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.account_locks set lifted_at = $3::timestamptz, lifted_by = $2::uuid
     where client = $1::uuid and lifted_at is null`,
    [uuidOf(client), uuidOf(by), now],
  );
  return rowCount === 1;
}
