import type { Message } from "#outbox";
import { type Id, newId, type Queryable, type Transaction, transaction } from "#platform";
import type { Profile } from "#policy";
import { type Account, accountOf, emailOf, holdAccount } from "../account/index.ts";
import type { Desk } from "../desk.ts";
import { type Factor, factorsOf, requireStrongest } from "../factor/index.ts";
import { insertLink } from "../link/index.ts";
import { decide, type Protection, protectionOf } from "../lock/index.ts";
import type { ClientSession } from "../session/index.ts";
import { type ChangeDetails, type ChangeName, changeEvent, changes } from "./change.ts";
import { AccountClosed, AccountLocked, SettingsLocked } from "./refusals.ts";
import { insertChange } from "./store.ts";

/** By what a client acts: signed in, or by a link that only the owner of the e-mail address was sent. */
export type By =
  | { is: "session"; session: ClientSession }
  | { is: "link"; client: Id<"client"> }
  /** Who signs in, and has proven it with what nobody else has. */
  | { is: "proof"; client: Id<"client"> }
  /** A delay of the client's own is over. */
  | { is: "delay"; client: Id<"client"> };

/** What a change is made with: in one transaction, while nobody else changes the same account. */
export type Changing = {
  joining: Transaction;
  change: Id<"change">;
  account: Account;
  factors: readonly Factor[];
  protection: Protection;
  profile: Profile;
  now: Date;
};

type Changed<Result> = {
  result: Result;
  /** What the event says beside the change. */
  details?: Omit<ChangeDetails, "change">;
  /** What the notice's template needs; none tells nobody. The link `not_me` is added unless the change tightens. */
  notice?: Message;
  /** Until when it can be taken back, where that is longer than usual: a change with a delay, for as long. */
  undoUntil?: Date;
};

/** Which changes need no fresh proof of the strongest factor, though somebody is signed in. */
const unproven: ReadonlySet<ChangeName> = new Set([
  "account_activated",
  "account_locked",
  "withdrawal_address_removed",
  "settings_locked",
  "settings_unlock_stopped",
  "recovery_cancelled",
  "account_kept",
  "change_undone",
]);

/**
 * The one way in which anything about an account's protection is changed: the account is held, the locks and the
 * proof are looked at, the change is written down with its event, and its owner is told on every channel.
 * @throws {SettingsLocked} {AccountLocked} {AccountClosed} {StepUpNeeded} and what `work` throws: then nothing changed
 */
export async function makeChange<Result>(
  desk: Desk,
  by: By,
  name: ChangeName,
  now: Date,
  work: (changing: Changing) => Promise<Changed<Result>>,
): Promise<Result> {
  const client = by.is === "session" ? by.session.holder.id : by.client;
  const profile = await desk.profile();
  return await transaction(desk.database, async (joining) => {
    const account = await holdAccount(joining, client);
    if (!account || account.standing.is === "closed") throw new AccountClosed();
    const protection = await protectionOf(joining, client, now);
    refuseLocked(name, protection);
    const factors = await factorsOf(joining, client);
    if (by.is === "session" && !unproven.has(name)) {
      requireStrongest(by.session, factors, profile, now);
    }
    const change = newId("change", now);
    const changing = { joining, change, account, factors, protection, profile, now };
    const { result, details, notice, undoUntil: later } = await work(changing);
    const isTightening = changes[name] === "tightening";
    const undoUntil = isTightening ? undefined : (later ?? undoUntilOf(profile, now));
    const session = by.is === "session" ? by.session.id : undefined;
    await insertChange(joining, {
      client,
      id: change,
      kind: name,
      madeAt: now,
      session,
      undoUntil,
    });
    if (notice) await tell(desk, changing, notice, undoUntil);
    const event = { kind: changeEvent(name), client, details: { change, ...details } };
    await desk.appender.append({ is: "client", id: client }, event, now, joining);
    return result;
  });
}

/** Tells a client on every channel. With `undoUntil` the message has the link by which its owner says "not me". */
export async function tell(
  { outbox }: Pick<Desk, "outbox">,
  { joining, change, account, now }: Pick<Changing, "joining" | "change" | "account" | "now">,
  notice: Message,
  undoUntil?: Date,
): Promise<void> {
  const { client, language } = account;
  const links = { ...notice.links };
  if (undoUntil) {
    links.not_me = newId("link", now);
    const link = { client, id: links.not_me, purpose: "not_me", subject: change } as const;
    await insertLink(joining, { ...link, madeAt: now, expiresAt: undoUntil });
  }
  const email = await emailOf(joining, client);
  const to = { is: "client", id: client, language, ...(email && { email }) } as const;
  await outbox.send(to, { ...notice, links }, now, joining);
}

/**
 * Refuses as `makeChange` would, before anything is asked for or typed.
 * @throws {SettingsLocked} {AccountLocked} {AccountClosed} {StepUpNeeded}
 */
export async function requireChangeable(
  desk: Pick<Desk, "database" | "profile">,
  session: ClientSession,
  name: ChangeName,
  now: Date,
): Promise<void> {
  const client = session.holder.id;
  const [account, protection, factors, profile] = await Promise.all([
    accountOf(desk.database, client),
    protectionOf(desk.database, client, now),
    factorsOf(desk.database, client),
    desk.profile(),
  ]);
  if (!account || account.standing.is === "closed") throw new AccountClosed();
  refuseLocked(name, protection);
  if (!unproven.has(name)) requireStrongest(session, factors, profile, now);
}

/** The whole account is locked: until its owner is back nobody agrees to anything in it. @throws {AccountLocked} */
export async function requireUnlocked(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
): Promise<void> {
  const { account } = await protectionOf(queryable, client, now);
  if (account.is === "locked") throw new AccountLocked();
}

function refuseLocked(name: ChangeName, protection: Protection): void {
  const decided = decide(changes[name], protection);
  if (decided.decision === "allow") return;
  if (decided.reasons.includes("account_locked")) throw new AccountLocked();
  throw new SettingsLocked(decided.decision === "wait" ? decided.until : undefined);
}

/** Until when a change that was made now can be taken back. */
export function undoUntilOf({ change_undo_seconds: seconds }: Profile, now: Date): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
