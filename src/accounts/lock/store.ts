import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
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
