import { dayMs, forEach, type Id, newId, type Transaction } from "#platform";
import {
  AccountLocked,
  type By,
  keepLocked,
  makeChange,
  requireChangeable,
  undoUntilOf,
} from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { insertLink, voidLinks } from "../link/index.ts";
import {
  askUnlock,
  endSettingsLock,
  insertSettingsLock,
  openedByDays,
  settleSettingsLock,
} from "../lock/index.ts";
import {
  hasMasterKey,
  isMasterKey,
  takeMasterKeyAttempt,
  WrongMasterKey,
} from "../master-key/index.ts";
import type { ClientSession } from "../session/index.ts";
import {
  LockedAlready,
  MasterKeyNeeded,
  NotLocked,
  NotOpening,
  OpeningAlready,
  WrongLockDays,
} from "./refusals.ts";

const settledAtOnce = 100;

/**
 * Locks the settings. A lock that is on can be put in the place of one with fewer days: that tightens.
 * @param days how long it takes to open it
 * @throws {WrongLockDays} {MasterKeyNeeded} {LockedAlready} {OpeningAlready}
 */
export async function lockSettings(
  desk: Desk,
  session: ClientSession,
  days: number,
  now: Date,
): Promise<void> {
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "settings_locked", now, async (changing) => {
    const { joining, change, account, profile, protection } = changing;
    const { settings_lock_days_min: min, settings_lock_days_max: max } = profile;
    if (!Number.isInteger(days) || days < min || days > max) throw new WrongLockDays(min, max);
    if (!(await hasMasterKey(joining, account.client))) throw new MasterKeyNeeded();
    const { settings } = protection;
    if (settings.is === "opening") throw new OpeningAlready(settings.until);
    if (settings.is === "locked" && settings.days >= days) throw new LockedAlready(settings.days);
    await endSettingsLock(joining, account.client, change, now);
    const lock = { id: newId("lock", now), days, lockedBy: change };
    await insertSettingsLock(joining, account.client, lock, now);
    const notice = { template: "settings_locked", values: { when: now, days } };
    return { result: undefined, details: { subject: lock.id }, notice };
  });
}

/**
 * Begins to open the settings: they open by themselves when the days of the lock are over, and no one can shorten that.
 * @returns when they open
 * @throws {NotLocked} {OpeningAlready} {StepUpNeeded}
 */
export async function beginUnlock(desk: Desk, session: ClientSession, now: Date): Promise<Date> {
  const by = { is: "session", session } as const;
  return await makeChange(desk, by, "settings_unlock_begun", now, async (changing) => {
    const { joining, change, account, protection, profile } = changing;
    const { client } = account;
    const { settings } = protection;
    if (settings.is === "open") throw new NotLocked();
    if (settings.is === "opening") throw new OpeningAlready(settings.until);
    const until = new Date(now.getTime() + settings.days * dayMs);
    await askUnlock(joining, client, settings.id, { by: change, until }, now);
    const stop = newId("link", now);
    const link = { client, id: stop, purpose: "stop_unlock", subject: settings.id } as const;
    await insertLink(joining, { ...link, madeAt: now, expiresAt: until });
    const values = { when: now, device: session.browser, until };
    return {
      result: until,
      details: { subject: settings.id, until: until.getTime() },
      notice: { template: "settings_unlock_begun", values, links: { stop } },
      undoUntil: undoUntilOf(profile, until),
    };
  });
}

/**
 * Stops the opening: the settings stay locked.
 * @param take uses up the link by which it is done
 * @throws {NotOpening}
 */
export async function stopUnlock(
  desk: Desk,
  by: By,
  now: Date,
  take?: (joining: Transaction) => Promise<void>,
): Promise<void> {
  await makeChange(desk, by, "settings_unlock_stopped", now, async (changing) => {
    const { joining, account, protection } = changing;
    const { settings } = protection;
    await take?.(joining);
    if (settings.is !== "opening") throw new NotOpening();
    await keepLocked(joining, account.client, settings, now);
    const values = { when: now, change: "settings_unlock" };
    const notice = { template: "change_undone", values };
    return { result: undefined, details: { subject: settings.id }, notice };
  });
}

/**
 * Opens the settings at once, by the master key: the one way that doesn't wait.
 * @throws {WrongMasterKey} {TooManyRequests} {NotLocked} {StepUpNeeded}
 */
export async function unlockByMasterKey(
  desk: Desk,
  session: ClientSession,
  typed: string,
  now: Date,
): Promise<void> {
  const client = session.holder.id;
  await requireChangeable(desk, session, "settings_unlocked", now); // or a stolen session could use up the attempts
  await takeMasterKeyAttempt(desk, client);
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "settings_unlocked", now, async ({ joining, change, protection }) => {
    const { settings } = protection;
    if (settings.is === "open") throw new NotLocked();
    if (!(await isMasterKey(desk, joining, client, typed))) throw new WrongMasterKey();
    await endSettingsLock(joining, client, change, now);
    await voidLinks(joining, client, "stop_unlock", now);
    const notice = { template: "settings_unlocked", values: { when: now } };
    return { result: undefined, details: { subject: settings.id }, notice };
  });
}

/**
 * Tells the owners whose settings opened because their days are over, and writes it down. They are open without it.
 * Whose account is locked is told when it isn't any more.
 * @returns how many
 */
export async function settleUnlocked(desk: Desk, now: Date): Promise<number> {
  const clients = await openedByDays(desk.database, settledAtOnce, now);
  await forEach(clients, async (client) => {
    try {
      await settle(desk, client, now);
    } catch (error) {
      // Another process did it, or its owner locked the settings or the account since.
      if (!(error instanceof NotLocked || error instanceof AccountLocked)) throw error;
    }
  });
  return clients.length;
}

async function settle(desk: Desk, client: Id<"client">, now: Date): Promise<void> {
  const by = { is: "delay", client } as const;
  await makeChange(desk, by, "settings_unlocked", now, async ({ joining, change }) => {
    if (!(await settleSettingsLock(joining, client, change, now))) throw new NotLocked();
    return {
      result: undefined,
      notice: { template: "settings_unlocked", values: { when: now } },
    };
  });
}
