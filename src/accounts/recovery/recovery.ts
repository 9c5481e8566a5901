import { dayMs, forEach, HoldfastError, type Id, newId, transaction } from "#platform";
import type { Profile } from "#policy";
import { accountOf, holdAccount } from "../account/index.ts";
import { type By, type Changing, makeChange, reviveForOwner, tell } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { endFactor } from "../factor/index.ts";
import { insertLink, type Link, LinkRefused, takeLink } from "../link/index.ts";
import { protectionOf, type SettingsLock } from "../lock/index.ts";
import { type Asking, endDevices, endSessions, wasSignedInSince } from "../session/index.ts";
import { isRecoveryCode, takeAnyCode, WrongRecoveryCode } from "./recovery-codes.ts";
import {
  cancelRecovery,
  dueRecoveries,
  finishRecovery,
  insertRecovery,
  markTold,
  openRecovery,
  replaceCodes,
} from "./store.ts";

const toldAtOnceMax = 50;

/** Everything is lost but a recovery code: after a delay, in which its owner is told on every channel, new factors. */
export type Recovery = Asking & {
  client: Id<"client">;
  id: Id<"recovery">;
  begunAt: Date;
  dueAt: Date;
};

/** There is one already; nothing shortens it. */
export class RecoveryUnderWay extends HoldfastError {
  readonly code = "recovery_under_way";
  readonly refusal = "conflict";
  readonly until: Date;
  constructor(until: Date) {
    super(
      `A recovery of this account is under way already. You get a link by mail when its delay is over, on ${until.toISOString()}.`,
    );
    this.until = until;
  }
}

/**
 * Begins the delay, for one recovery code: under a settings lock at least the lock's own. Nobody can shorten it; but under a lock a code that nobody replaced is the
 * proof with which a removed passkey signs in again, if its removal was taken back. A wrong code takes the same steps whether there is
 * such a client or not.
 * @throws {WrongRecoveryCode} {RecoveryUnderWay} then the code can be used again
 */
export async function beginRecovery(
  desk: Desk,
  client: Id<"client">,
  typed: string,
  asking: Asking,
  now: Date,
): Promise<Recovery> {
  const [account, isRight] = await Promise.all([
    accountOf(desk.database, client),
    isRecoveryCode(desk, client, typed),
  ]);
  if (account?.standing.is !== "active" || !isRight) throw new WrongRecoveryCode();
  const by = { is: "proof", client } as const;
  return await makeChange(desk, by, "recovery_begun", now, async (changing) => {
    const { joining, change, profile, protection } = changing;
    const { isRevived } = await takeAnyCode(desk, joining, client, typed, now);
    const before = await openRecovery(joining, client);
    if (before) throw new RecoveryUnderWay(before.dueAt);
    if (!isRevived) await reviveForOwner(changing);
    const dueAt = dueAtOf(protection.settings, profile, now);
    const recovery = { client, id: newId("recovery", now), ...asking, begunAt: now, dueAt };
    await insertRecovery(joining, recovery, change);
    const cancel = newId("link", now);
    const link = { client, id: cancel, purpose: "cancel_recovery", madeAt: now } as const;
    await insertLink(joining, { ...link, expiresAt: dueAt });
    const values = { when: now, device: asking.browser, until: dueAt };
    return {
      result: recovery,
      details: { subject: recovery.id, until: dueAt.getTime() },
      notice: { template: "recovery_begun", values, links: { cancel } },
      undoUntil: dueAt,
    };
  });
}

/** A lock isn't opened sooner by losing everything, nor is anybody shut out for longer than he chose. */
function dueAtOf(settings: SettingsLock, { recovery_seconds: seconds }: Profile, now: Date): Date {
  const due = new Date(now.getTime() + seconds * 1_000);
  if (settings.is === "open") return due;
  const opens =
    settings.is === "opening" ? settings.until : new Date(now.getTime() + settings.days * dayMs);
  return due > opens ? due : opens;
}

/** Stops what is under way, by the link in the notice or by signing in. Nothing happens when there is none. */
export async function stopRecovery(
  desk: Desk,
  by: By,
  client: Id<"client">,
  now: Date,
  take?: (joining: Changing["joining"]) => Promise<void>,
): Promise<void> {
  if (!take && !(await openRecovery(desk.database, client))) return;
  await makeChange(desk, by, "recovery_cancelled", now, async ({ joining, change }) => {
    await take?.(joining);
    const wasOpen = await cancelRecovery(joining, client, change, now);
    const notice = { template: "recovery_cancelled", values: { when: now } };
    return { result: undefined, ...(wasOpen && { notice }) };
  });
}

/** Sends the link that finishes a recovery to everyone whose delay is over. A job does this every minute. */
export async function tellDueRecoveries(desk: Desk, now: Date): Promise<void> {
  const { recovery_seconds: seconds } = await desk.profile();
  const until = new Date(now.getTime() + seconds * 1_000);
  const due = await dueRecoveries(desk.database, toldAtOnceMax, now);
  await forEach(due, async (recovery) => {
    await transaction(desk.database, async (joining) => {
      const account = await holdAccount(joining, recovery.client);
      if (account?.standing.is !== "active" || !(await markTold(joining, recovery, now))) return;
      const { client, id: subject } = recovery;
      const link = { client, id: newId("link", now), purpose: "finish_recovery", subject } as const;
      await insertLink(joining, { ...link, madeAt: now, expiresAt: until });
      const notice = {
        template: "recovery_ready",
        values: { until },
        links: { confirm: link.id },
      };
      await tell(desk, { joining, change: newId("change", now), account, now }, notice);
    });
  });
}

/**
 * The recovery that a link finishes: still under way, its delay over, and nobody signed in or locked the account since
 * it was begun. Whoever still has a way in has lost nothing.
 * @throws {LinkRefused}
 */
export async function recoveryOf(
  desk: Pick<Desk, "database">,
  { client }: Pick<Link, "client">,
  now: Date,
): Promise<Recovery> {
  const recovery = await openRecovery(desk.database, client);
  if (!recovery || recovery.dueAt > now) throw new LinkRefused();
  const [{ account }, isBack] = await Promise.all([
    protectionOf(desk.database, client, now),
    wasSignedInSince(desk.database, { is: "client", id: client }, recovery.begunAt),
  ]);
  const isLocked = account.is === "locked" && account.since >= recovery.begunAt;
  if (isBack || isLocked) throw new LinkRefused();
  return recovery;
}

/**
 * Puts new factors in the place of all that were there: in one transaction the link is used up, the old factors, codes,
 * devices and sessions are ended, and what `work` adds is there.
 * @throws {LinkRefused} and what `work` throws: then the link can be followed again
 */
export async function endRecovery<Result>(
  desk: Desk,
  link: Link,
  asking: Asking,
  now: Date,
  work: (changing: Changing) => Promise<Result>,
): Promise<Result> {
  const { client } = link;
  const recovery = await recoveryOf(desk, link, now);
  const by = { is: "link", client } as const;
  return await makeChange(desk, by, "recovery_done", now, async (changing) => {
    const { joining, change, factors } = changing;
    const isFirst = await takeLink(joining, link, now);
    if (!isFirst || !(await finishRecovery(joining, recovery, now))) throw new LinkRefused();
    for (const { id } of factors) await endFactor(joining, client, id, change, now);
    await replaceCodes(joining, client, [], change, now);
    await endSessions(joining, { is: "client", id: client }, "recovered", now);
    await endDevices(joining, client, now);
    const result = await work({ ...changing, factors: [] });
    const values = { when: now, device: asking.browser };
    return { result, notice: { template: "recovery_done", values } };
  });
}
