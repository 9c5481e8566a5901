import { HoldfastError, type Id, newId, type Transaction } from "#platform";
import { type By, type Changing, keepLocked, makeChange, takeBack, tell } from "../change/index.ts";
import { endClosing } from "../closing/index.ts";
import type { Desk } from "../desk.ts";
import { requireStrongest } from "../factor/index.ts";
import { lockingLinks, voidOtherLinks } from "../link/index.ts";
import { insertAccountLock, liftAccountLock } from "../lock/index.ts";
import { cancelRecovery, codesLeft, endRevivedCodes } from "../recovery/index.ts";
import { type ClientSession, endDevices, endSessions } from "../session/index.ts";

class NotLockedAccount extends HoldfastError {
  readonly code = "account_not_locked";
  readonly refusal = "conflict";
  constructor() {
    super("This account isn't locked, so there is nothing to unlock.");
  }
}

type Panic = {
  /** The change that its owner didn't make: it is taken back, with what came after it. */
  from?: Id<"change">;
  /** Uses up the link by which it is done. */
  take?(joining: Transaction): Promise<void>;
};

/**
 * Locks the whole account: everyone is signed out everywhere, what waited for a confirmation is void, what waits for a
 * delay is stopped, and nothing loosens any more until one of its owner's passkeys lifts it.
 * @returns how many changes were taken back
 */
export async function lockAccount(
  desk: Desk,
  by: By,
  now: Date,
  { from, take }: Panic = {},
): Promise<number> {
  return await makeChange(desk, by, "account_locked", now, async (changing) => {
    const { joining, change, account, protection } = changing;
    const { client } = account;
    await take?.(joining);
    const hasCode = async () => (await codesLeft(joining, client)).left > 0;
    const undone = from ? await takeBack(changing, from, hasCode) : [];
    if (protection.account.is === "none") {
      await insertAccountLock(joining, client, { id: newId("lock", now), lockedBy: change }, now);
    }
    await endSessions(joining, { is: "client", id: client }, "locked", now);
    await endDevices(joining, client, now);
    await voidOtherLinks(joining, client, lockingLinks, now);
    await stopDelays(desk, changing);
    const values = { when: now, undone: undone.length };
    return {
      result: undone.length,
      ...(from && { details: { subject: from } }),
      notice: { template: "account_locked", values },
    };
  });
}

/** Nothing that somebody began happens by itself under a lock, or as soon as it is lifted. Its owner begins it anew. */
async function stopDelays(desk: Desk, changing: Changing): Promise<void> {
  const { joining, change, account, protection, now } = changing;
  const { client } = account;
  const stopped = {
    closing: await endClosing(joining, client, change, now),
    recovery: await cancelRecovery(joining, client, change, now),
    settings_unlock: await keepLocked(joining, client, protection.settings, now),
  };
  for (const [what, wasUnderWay] of Object.entries(stopped)) {
    const values = { when: now, change: what };
    if (wasUnderWay) await tell(desk, changing, { template: "change_undone", values });
  }
}

/**
 * Lifts the lock by the strongest factor that was there before it: what came since doesn't count. Recovery codes that the
 * link of a notice brought back end: somebody else may have them.
 * @throws {NotLockedAccount} {StepUpNeeded}
 */
export async function unlockAccount(desk: Desk, session: ClientSession, now: Date): Promise<void> {
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "account_unlocked", now, async (changing) => {
    const { joining, change, account, factors, protection, profile } = changing;
    if (protection.account.is === "none") throw new NotLockedAccount();
    const { since } = protection.account;
    const before = factors.filter(({ addedAt }) => addedAt <= since);
    // Where recovery put new factors in the place of all, they are its owner's.
    requireStrongest(session, before.length > 0 ? before : factors, profile, now);
    await liftAccountLock(joining, account.client, change, now);
    await endRevivedCodes(joining, account.client, change, now);
    const values = { when: now, device: session.browser };
    return { result: undefined, notice: { template: "account_unlocked", values } };
  });
}
