import { dayMs, type Id, newId, type Queryable, transaction } from "#platform";
import {
  accountOf,
  activate,
  clientByEmail,
  confirmEmail,
  deleteLapsed,
  emailField,
  emailOf,
  emailTable,
  emailVersion,
  insertClient,
  insertEmail,
  newPublicId,
} from "../account/index.ts";
import { type Changing, makeChange } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { insertLink, type Link, LinkRefused, openLink, takeLink } from "../link/index.ts";

const firstVersion = 1;

/** What an address is found by. @throws {WrongKind} for what is no e-mail address */
export async function emailIndex(desk: Desk, email: string): Promise<Uint8Array> {
  const asked = { table: emailTable, field: emailField, kind: "email", value: email } as const;
  const index = await desk.keykeeper.blindIndex(asked);
  if (!index) throw new Error("addresses have no index");
  return index;
}

/**
 * Somebody wants an account for an address. Its owner is written to, whoever asked: with a link, or when there is an
 * account already with a sentence that says so. Without the link the account lapses: the address was never taken.
 * @param language the language to write in, a BCP 47 tag
 */
export async function answerSignUp(
  desk: Desk,
  { email, index, language }: { email: string; index: Uint8Array; language: string },
  now: Date,
): Promise<void> {
  const owner = await clientByEmail(desk.database, index);
  await (owner ? tellOwner(desk, owner, now) : sendLink(desk, { email, language }, now));
}

async function tellOwner(desk: Desk, client: Id<"client">, now: Date): Promise<void> {
  await transaction(desk.database, async (joining) => {
    const [account, email] = [await accountOf(joining, client), await emailOf(joining, client)];
    if (!account || !email) return;
    const to = { is: "client", id: client, language: account.language, email } as const;
    const message = { template: "account_exists", values: { when: now } };
    await desk.outbox.send(to, message, now, joining);
  });
}

async function sendLink(
  desk: Desk,
  { email: value, language }: { email: string; language: string },
  now: Date,
): Promise<void> {
  const client = newId("client", now);
  const version = firstVersion;
  const place = { table: emailTable, field: emailField, client, version };
  const encrypted = await desk.keykeeper.encrypt({ ...place, kind: "email", value });
  const { ciphertext, mask, index = new Uint8Array() } = encrypted;
  const { activation_seconds: seconds } = await desk.profile();
  const until = new Date(now.getTime() + seconds * 1_000);
  const link = { client, id: newId("link", now), purpose: "activate", madeAt: now } as const;
  await transaction(desk.database, async (joining) => {
    await insertClient(joining, { client, publicId: newPublicId(), language }, now);
    await insertEmail(joining, { client, version, ciphertext, mask, index }, now);
    await insertLink(joining, { ...link, expiresAt: until });
    const email = { table: emailTable, field: emailField, version, ciphertext };
    const to = { is: "client", id: client, language, email } as const;
    const links = { confirm: link.id };
    const message = { template: "activate_account", values: { until }, links };
    await desk.outbox.send(to, message, now, joining);
  });
}

/** An account that waits for how its owner wants to sign in. */
export type SignUp = { link: Link; mask: string };

/** What the link in our mail opens. @throws {LinkRefused} */
export async function openSignUp(desk: Desk, token: string, now: Date): Promise<SignUp> {
  const id = desk.outbox.linkTokens.linkIn(token);
  const link = id && (await openLink(desk.database, id, now));
  if (link?.purpose !== "activate") throw new LinkRefused();
  const email = await emailVersion(desk.database, link.client, firstVersion);
  if (!email) throw new LinkRefused();
  return { link, mask: email.mask };
}

/**
 * Opens the account of a link: in one transaction the link is used up, the address is the client's, and what `work` adds
 * is there. It must add a way to sign in.
 * @throws {LinkRefused} and what `work` throws: then the link can be followed again
 */
export async function openAccount<Result>(
  desk: Desk,
  { client, id }: Link,
  now: Date,
  work: (changing: Changing) => Promise<Result>,
): Promise<Result> {
  const by = { is: "link", client } as const;
  return await makeChange(desk, by, "account_activated", now, async (changing) => {
    const { joining } = changing;
    const isFirst = await takeLink(joining, { client, id }, now);
    if (!isFirst || !(await confirmEmail(joining, client, firstVersion, now))) {
      throw new LinkRefused();
    }
    await activate(joining, client, now);
    const result = await work(changing);
    return { result, notice: { template: "welcome", values: { when: now } } };
  });
}

/** Forgets the addresses of accounts that were never confirmed, a day after: no link is good for longer. */
export async function forgetLapsed(database: Queryable, now: Date): Promise<void> {
  await deleteLapsed(database, new Date(now.getTime() - dayMs));
}
