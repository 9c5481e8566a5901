import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Change, ChangeName } from "./change.ts";

export async function insertChange(
  queryable: Queryable,
  { client, id, kind, madeAt, session, undoUntil }: Omit<Change, "undoneAt">,
): Promise<void> {
  await queryable.query(
    `insert into accounts.changes (client, id, kind, made_at, session, undo_until)
     values ($1::uuid, $2::uuid, $3::text, $4::timestamptz, $5::uuid, $6::timestamptz)`,
    [uuidOf(client), uuidOf(id), kind, madeAt, session && uuidOf(session), undoUntil],
  );
}

/** A client's changes, the newest first. */
export async function changesOf(
  queryable: Queryable,
  client: Id<"client">,
  most: number,
): Promise<Change[]> {
  const { rows } = await queryable.query<{
    id: string;
    kind: ChangeName;
    made_at: Date;
    session: string | null;
    undo_until: Date | null;
    undone_at: Date | null;
  }>(
    `select id, kind, made_at, session, undo_until, undone_at from accounts.changes
     where client = $1::uuid order by made_at desc, id desc limit $2::integer`,
    [uuidOf(client), most],
  );
  return rows.map(({ id, kind, made_at: madeAt, session, undo_until, undone_at }) => ({
    client,
    id: idFrom("change", id),
    kind,
    madeAt,
    session: session === null ? undefined : idFrom("session", session),
    undoUntil: undo_until ?? undefined,
    undoneAt: undone_at ?? undefined,
  }));
}

/**
 * Takes back one change and every loosening one after it that can still be taken back: what they added is ended. Of what
 * they ended lives again what opens nothing alone: whoever reads the mail can do this, and so can a thief. A passkey or
 * authenticator waits for `reviveEnded`, a master key is made anew.
 * @returns the changes that were taken back, the newest first
 */
export async function undoFrom(
  joining: Transaction,
  client: Id<"client">,
  from: Id<"change">,
  by: Id<"change">,
  now: Date,
): Promise<Id<"change">[]> {
  const { rows } = await joining.query<{ id: string }>(
    `update accounts.changes c set undone_at = $3::timestamptz
     from accounts.changes f
     where f.client = $1::uuid and f.id = $2::uuid and c.client = f.client and c.made_at >= f.made_at
       and c.undone_at is null and c.undo_until > $3::timestamptz
     returning c.id`,
    [uuidOf(client), uuidOf(from), now],
  );
  const undone = rows.map(({ id }) => id);
  for (const statement of ending) {
    await joining.query(statement, [uuidOf(client), undone, uuidOf(by), now]);
  }
  for (const statement of reviving) {
    await joining.query(statement, [uuidOf(client), undone]);
  }
  await joining.query(revivingCodes, [uuidOf(client), undone, now]);
  return undone.map((id) => idFrom("change", id));
}

/** The passkeys and authenticators live again that changes ended which were taken back since, and could still be at a moment. */
export async function reviveEnded(
  joining: Transaction,
  client: Id<"client">,
  { since, at }: { since: Date; at: Date },
): Promise<void> {
  await joining.query(
    `with undone as (
       select id from accounts.changes
       where client = $1::uuid and undone_at >= $2::timestamptz and undo_until > $3::timestamptz)
     update accounts.factors set ended_at = null, ended_by = null
     where client = $1::uuid and ended_by in (select id from undone) and added_by not in (select id from undone)`,
    [uuidOf(client), since, at],
  );
}

/** Marks a change as taken back that was stopped before its delay was over. */
export async function markUndone(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"change">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.changes set undone_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and undone_at is null`,
    [uuidOf(client), uuidOf(id), now],
  );
}

/** What changes added, table by table. */
const ending = [
  // With a device that was let in go its sessions.
  `with devices as (
     update accounts.devices set ended_at = $4::timestamptz, ended_by = $3::uuid
     where client = $1::uuid and approved_by = any ($2::uuid[]) and ended_at is null
     returning id)
   update accounts.sessions set ended_at = $4::timestamptz, ended_because = 'undone'
   where holder = $1::uuid and device in (select id from devices) and ended_at is null`,
  `update accounts.factors set ended_at = $4::timestamptz, ended_by = $3::uuid
   where client = $1::uuid and added_by = any ($2::uuid[]) and ended_at is null`,
  `update accounts.emails set ended_at = $4::timestamptz, ended_by = $3::uuid
   where client = $1::uuid and added_by = any ($2::uuid[]) and ended_at is null`,
  `update accounts.master_keys set ended_at = $4::timestamptz, ended_by = $3::uuid
   where client = $1::uuid and added_by = any ($2::uuid[]) and ended_at is null`,
  `update accounts.withdrawal_addresses set ended_at = $4::timestamptz, ended_by = $3::uuid
   where client = $1::uuid and (added_by = any ($2::uuid[]) or confirmed_by = any ($2::uuid[])) and ended_at is null`,
  `update accounts.recovery_codes set ended_at = $4::timestamptz, ended_by = $3::uuid
   where client = $1::uuid and added_by = any ($2::uuid[]) and ended_at is null`,
  `update accounts.recoveries set cancelled_at = $4::timestamptz, cancelled_by = $3::uuid
   where client = $1::uuid and added_by = any ($2::uuid[]) and cancelled_at is null and done_at is null`,
  `update accounts.closings set ended_at = $4::timestamptz, ended_by = $3::uuid
   where client = $1::uuid and added_by = any ($2::uuid[]) and ended_at is null and closed_at is null`,
];

/** What changes ended, and didn't add themselves. */
const reviving = [
  // A password opens nothing without a second factor, as a reset by a link does.
  `update accounts.factors set ended_at = null, ended_by = null
   where client = $1::uuid and kind = 'password' and ended_by = any ($2::uuid[]) and added_by <> all ($2::uuid[])`,
  `update accounts.emails set ended_at = null, ended_by = null
   where client = $1::uuid and ended_by = any ($2::uuid[])
     and (added_by is null or added_by <> all ($2::uuid[]))`,
  // A lock that was asked to open is shut as before, though its days be over; one that was opened is shut again, of
  // several the one with the most days, unless its owner locked anew since.
  `update accounts.settings_locks set unlock_asked_at = null, unlock_asked_by = null, unlocks_at = null
   where client = $1::uuid and unlock_asked_by = any ($2::uuid[])`,
  `update accounts.settings_locks set unlocked_at = null, unlocked_by = null,
     unlock_asked_at = null, unlock_asked_by = null, unlocks_at = null
   where client = $1::uuid and id = (
     select l.id from accounts.settings_locks l where l.client = $1::uuid and l.unlocked_by = any ($2::uuid[])
     order by l.days desc, l.locked_at, l.id limit 1) and not exists (
     select from accounts.settings_locks l where l.client = $1::uuid and l.unlocked_at is null)`,
];

/** Its owner may have replaced codes that were stolen: what is marked serves a recovery alone, with its delay. */
const revivingCodes = `update accounts.recovery_codes set ended_at = null, ended_by = null, revived_at = $3::timestamptz
   where client = $1::uuid and ended_by = any ($2::uuid[]) and added_by <> all ($2::uuid[])`;
