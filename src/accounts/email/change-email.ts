import { HoldfastError, idFrom, newId, type Queryable, uuidOf } from "#platform";
import {
  type AccountEmail,
  clientByEmail,
  emailField,
  emailOf,
  emailTable,
  endEmails,
  insertEmail,
  lastEmailVersion,
  replaceEmail,
  waitingEmail,
} from "../account/index.ts";
import { type Changing, makeChange, undoUntilOf } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import {
  insertLink,
  type Link,
  LinkRefused,
  lockingLinks,
  takeLink,
  voidLinks,
  voidOtherLinks,
} from "../link/index.ts";
import type { ClientSession } from "../session/index.ts";

const attempts = { name: "email_changes", requestsMax: 5, windowSeconds: 3_600 };

/** The address is another account's by now, or the request was taken back. */
class AddressGone extends HoldfastError {
  readonly code = "address_gone";
  readonly refusal = "conflict";
  constructor() {
    super("This address can't be used for this account any more. Begin again, if you need to.");
  }
}

/**
 * Asks to be written to at another address. Nothing changes before its owner confirms it; the old one is told at once.
 * An address that has an account already gets no link, and whoever asked sees no difference.
 * @returns until when it can be confirmed
 * @throws {WrongKind} {TooManyRequests} and what `makeChange` throws
 */
export async function askEmailChange(
  desk: Desk,
  session: ClientSession,
  typed: string,
  now: Date,
): Promise<Date> {
  const client = session.holder.id;
  await desk.limits(attempts)(client);
  const by = { is: "session", session } as const;
  return await makeChange(desk, by, "email_change_begun", now, async (changing) => {
    const { joining, change, profile } = changing;
    const until = new Date(now.getTime() + profile.email_change_seconds * 1_000);
    await endEmails(joining, client, "waiting", change, now);
    await voidLinks(joining, client, "confirm_email", now);
    const version = (await lastEmailVersion(joining, client)) + 1;
    const place = { table: emailTable, field: emailField, client, version };
    const value = typed.trim();
    const encrypted = await desk.keykeeper.encrypt({ ...place, kind: "email", value });
    const { ciphertext, mask, index = new Uint8Array() } = encrypted;
    const row = { client, version, ciphertext, mask, index, addedBy: change };
    await insertEmail(joining, row, now);
    const isFree = (await clientByEmail(joining, index)) === undefined;
    await sendConfirmation(desk, changing, { version, ciphertext }, isFree, until);
    const notice = { template: "email_change_begun", values: { when: now, until } };
    return { result: until, details: { until: until.getTime() }, notice, undoUntil: until };
  });
}

/** What a link would confirm, as its page shows it. @throws {AddressGone} */
export async function addressOf(queryable: Queryable, link: Link): Promise<AccountEmail> {
  const { client, subject } = link;
  const change = subject && idFrom("change", uuidOf(subject));
  const email = change && (await waitingEmail(queryable, client, change));
  if (!email) throw new AddressGone();
  return email;
}

/**
 * The owner of the new address confirms it: from now on it is the account's, and both addresses are told. The old one
 * gets the link that takes it back.
 * @throws {LinkRefused} {AddressGone} and while a lock is on
 */
export async function confirmEmailChange(desk: Desk, link: Link, now: Date): Promise<void> {
  const { client } = link;
  const by = { is: "link", client } as const;
  await makeChange(desk, by, "email_changed", now, async (changing) => {
    const { joining, change } = changing;
    if (!(await takeLink(joining, link, now))) throw new LinkRefused();
    const before = await emailOf(joining, client);
    const email = await addressOf(joining, link);
    if (!(await replaceEmail(joining, client, email.version, change, now))) throw new AddressGone();
    await voidOtherLinks(joining, client, lockingLinks, now); // they lie in the mailbox of before
    if (before) await tellBefore(desk, changing, before);
    const notice = { template: "email_changed", values: { when: now } };
    return { result: undefined, notice };
  });
}

async function sendConfirmation(
  { outbox }: Desk,
  { joining, change, account, now }: Changing,
  { version, ciphertext }: Pick<AccountEmail, "version" | "ciphertext">,
  isFree: boolean,
  until: Date,
): Promise<void> {
  const { client, language } = account;
  const confirm = newId("link", now);
  const link = { client, id: confirm, purpose: "confirm_email", subject: change } as const;
  await insertLink(joining, { ...link, madeAt: now, expiresAt: until });
  const email = { table: emailTable, field: emailField, version, ciphertext };
  const to = { is: "client", id: client, language, ...(isFree && { email }) } as const;
  const message = { template: "email_change_confirm", values: { until }, links: { confirm } };
  await outbox.send(to, message, now, joining);
}

async function tellBefore(
  { outbox }: Desk,
  { joining, change, account, profile, now }: Changing,
  before: AccountEmail,
): Promise<void> {
  const { client, language } = account;
  const not_me = newId("link", now);
  const link = { client, id: not_me, purpose: "not_me", subject: change } as const;
  await insertLink(joining, { ...link, madeAt: now, expiresAt: undoUntilOf(profile, now) });
  const message = { template: "email_changed", values: { when: now }, links: { not_me } };
  await outbox.send({ is: "client", id: client, language, email: before }, message, now, joining);
}
