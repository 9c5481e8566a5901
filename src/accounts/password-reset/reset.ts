import { HoldfastError, newId, transaction } from "#platform";
import { clientByEmail, emailOf, holdAccount } from "../account/index.ts";
import { CodeRefused, takeCode } from "../authenticator/index.ts";
import { makeChange, tell, undoUntilOf } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { factorsOf } from "../factor/index.ts";
import {
  insertLink,
  type Link,
  LinkRefused,
  openLink,
  takeLink,
  voidLinks,
} from "../link/index.ts";
import { hasMasterKey, provesMasterKey, WrongMasterKey } from "../master-key/index.ts";
import type { Accounts } from "../open.ts";
import { keepPassword, requireStrong } from "../password/index.ts";
import { indexOf, takeCodeAttempt } from "../password-sign-in/index.ts";
import { endSessions } from "../session/index.ts";
import { lastFailure, markFailed, takeResetAttempt } from "./store.ts";

const attemptsMax = 3;
const mails = { name: "reset_mails", requestsMax: 3, windowSeconds: 3_600 };

/** All attempts of a link are taken: the next one is sent only after some hours. */
class ResetFailed extends HoldfastError {
  readonly code = "reset_failed";
  readonly refusal = "forbidden";
  readonly until: Date;
  constructor(until: Date) {
    super(
      `That was wrong too often, so this link is used up. You can ask for the next one from ${until.toISOString()}; with a passkey you can sign in now.`,
    );
    this.until = until;
  }
}

/**
 * Takes one of the attempts to ask for a reset of an address, known or not, and says what the address is found by.
 * @throws {TooManyRequests}
 */
export async function takeReset(desk: Desk, email: string): Promise<Buffer> {
  const index = await indexOf(desk, email);
  await desk.limits(mails)(index.toString("base64"));
  return index;
}

/** Sends the link, if there is an account with a password. It is done after the answer, which is the same for all. */
export async function sendReset(desk: Desk, index: Buffer, now: Date): Promise<void> {
  const client = await clientByEmail(desk.database, index);
  if (!client) return;
  const profile = await desk.profile();
  const [factors, failedAt] = await Promise.all([
    factorsOf(desk.database, client),
    lastFailure(desk.database, client),
  ]);
  const waitsUntil = (failedAt?.getTime() ?? 0) + profile.password_reset_retry_seconds * 1_000;
  if (!factors.some(({ kind }) => kind === "password") || waitsUntil > now.getTime()) return;
  const until = new Date(now.getTime() + profile.password_reset_link_seconds * 1_000);
  await transaction(desk.database, async (joining) => {
    const account = await holdAccount(joining, client);
    if (account?.standing.is !== "active") return;
    await voidLinks(joining, client, "reset_password", now);
    const links = { confirm: newId("link", now), not_me: newId("link", now) };
    const confirm = { client, id: links.confirm, purpose: "reset_password", madeAt: now } as const;
    await insertLink(joining, { ...confirm, expiresAt: until });
    const lock = { client, id: links.not_me, purpose: "not_me", madeAt: now } as const;
    await insertLink(joining, { ...lock, expiresAt: undoUntilOf(profile, now) });
    const email = await emailOf(joining, client);
    const to = { is: "client", id: client, language: account.language } as const;
    const message = { template: "password_reset", values: { until }, links };
    await desk.outbox.send({ ...to, ...(email && { email }) }, message, now, joining);
  });
}

/** What a reset asks for beside the link: the master key where there is one, else a code. */
export type Beside = "master_key" | "code";

/** @throws {LinkRefused} */
export async function openReset(
  desk: Desk,
  token: string,
  now: Date,
): Promise<{ link: Link; beside: Beside }> {
  const id = desk.outbox.linkTokens.linkIn(token);
  const link = id && (await openLink(desk.database, id, now));
  if (link?.purpose !== "reset_password") throw new LinkRefused();
  const beside = (await hasMasterKey(desk.database, link.client)) ? "master_key" : "code";
  return { link, beside };
}

/**
 * Sets a new password by a link, and ends every session.
 * @param typed the master key or the code, as `openReset` says
 * @throws {WeakPassword} then nothing was tried. {CodeRefused} {WrongMasterKey} {ResetFailed} {TooManyRequests}
 * {LinkRefused}, and while a lock is on
 */
export async function resetPassword(
  accounts: Pick<Accounts, "desk" | "hasher" | "sealing">,
  { link, beside }: { link: Link; beside: Beside },
  { password, email, typed }: { password: string; email: string; typed: string },
  now: Date,
): Promise<void> {
  const { desk, hasher } = accounts;
  const { client } = link;
  await requireStrong(desk, password, email);
  await takeCodeAttempt(accounts, client);
  if (!(await takeResetAttempt(desk.database, client, link.id, attemptsMax)))
    throw new LinkRefused();
  const hash = await hasher.hash(password);
  try {
    if (beside === "master_key" && !(await provesMasterKey(desk, client, typed))) {
      throw new WrongMasterKey();
    }
    const by = { is: "link", client } as const;
    await makeChange(desk, by, "password_reset", now, async (changing) => {
      const { joining } = changing;
      if (beside === "code") await takeCode(joining, accounts.sealing, client, typed, now);
      if (!(await takeLink(joining, link, now))) throw new LinkRefused();
      await keepPassword(changing, hash);
      await endSessions(joining, { is: "client", id: client }, "password_reset", now);
      const notice = { template: "password_was_reset", values: { when: now } };
      return { result: undefined, notice };
    });
  } catch (error) {
    if (error instanceof CodeRefused || error instanceof WrongMasterKey) {
      await useUp(desk, link, now);
    }
    throw error;
  }
}

/** After the last attempt the link is used up, and its owner told: somebody else may read the mailbox. @throws {ResetFailed} */
async function useUp(desk: Desk, link: Link, now: Date): Promise<void> {
  const { client } = link;
  if (!(await markFailed(desk.database, client, link.id, attemptsMax, now))) return;
  const profile = await desk.profile();
  const until = new Date(now.getTime() + profile.password_reset_retry_seconds * 1_000);
  await transaction(desk.database, async (joining) => {
    const account = await holdAccount(joining, client);
    if (!account || !(await takeLink(joining, link, now))) return;
    const not_me = newId("link", now);
    const lock = { client, id: not_me, purpose: "not_me", madeAt: now } as const;
    await insertLink(joining, { ...lock, expiresAt: undoUntilOf(profile, now) });
    const notice = { template: "password_reset_failed", values: { when: now, until } };
    const told = { joining, change: newId("change", now), account, now };
    await tell(desk, told, { ...notice, links: { not_me } });
  });
  throw new ResetFailed(until);
}
