import { createHmac, timingSafeEqual } from "node:crypto";
import { HoldfastError, type Id, idBytes, newId, type Queryable } from "#platform";
import { makeChange } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import type { ClientSession } from "../session/index.ts";
import { subkey } from "../subkey.ts";
import { masterKeyIn } from "./key-text.ts";
import { endMasterKey, insertMasterKey, masterKeyOf } from "./store.ts";

const attempts = { name: "master_key", requestsMax: 10, windowSeconds: 3_600 };

/** It says nothing of how much of the key was right. */
export class WrongMasterKey extends HoldfastError {
  readonly code = "wrong_master_key";
  readonly refusal = "forbidden";
  constructor() {
    super("That isn't the master key of this account. Look at your sheet and type it again.");
  }
}

class NoMasterKey extends HoldfastError {
  readonly code = "no_master_key";
  readonly refusal = "conflict";
  constructor() {
    super("This account has no master key, so there is none to remove.");
  }
}

export async function hasMasterKey(queryable: Queryable, client: Id<"client">): Promise<boolean> {
  return (await masterKeyOf(queryable, client)) !== undefined;
}

/**
 * Whether somebody typed this client's master key: what a password reset asks for when there is one, and what stands in
 * for the second factor at sign-in. Ten attempts an hour for an account, right or wrong.
 * @throws {TooManyRequests}
 */
export async function provesMasterKey(
  desk: Pick<Desk, "database" | "key" | "limits">,
  client: Id<"client">,
  typed: string,
): Promise<boolean> {
  await takeMasterKeyAttempt(desk, client);
  return await isMasterKey(desk, desk.database, client, typed);
}

/** @throws {TooManyRequests} */
export async function takeMasterKeyAttempt(
  { limits }: Pick<Desk, "limits">,
  client: Id<"client">,
): Promise<void> {
  await limits(attempts)(client);
}

/** The comparison alone: who asks has taken the attempt from the limit. */
export async function isMasterKey(
  { key }: Pick<Desk, "key">,
  queryable: Queryable,
  client: Id<"client">,
  typed: string,
): Promise<boolean> {
  const kept = await masterKeyOf(queryable, client);
  const text = masterKeyIn(typed);
  return kept !== undefined && text !== undefined && isHash(kept.hash, hashOf(key, client, text));
}

/** Makes a key that its owner has seen and written down theirs, in the place of an earlier one. */
export async function keepMasterKey(
  desk: Desk,
  session: ClientSession,
  masterKey: string,
  now: Date,
): Promise<void> {
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "master_key_made", now, async ({ joining, change, account }) => {
    const { client } = account;
    await endMasterKey(joining, client, change, now);
    const hash = hashOf(desk.key, client, masterKey);
    const kept = { id: newId("key", now), hash, addedAt: now };
    await insertMasterKey(joining, client, kept, change);
    const values = { when: now, device: session.browser };
    const notice = { template: "master_key_made", values };
    return { result: undefined, details: { subject: kept.id }, notice };
  });
}

/** @throws {NoMasterKey} {StepUpNeeded} and while a lock is on */
export async function removeMasterKey(
  desk: Desk,
  session: ClientSession,
  now: Date,
): Promise<void> {
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "master_key_removed", now, async ({ joining, change, account }) => {
    if (!(await endMasterKey(joining, account.client, change, now))) throw new NoMasterKey();
    const values = { when: now, device: session.browser };
    return { result: undefined, notice: { template: "master_key_removed", values } };
  });
}

/**
 * A key has 130 random bits, so nobody finds one by trying, however fast the hash is. It is keyed, so that the database
 * alone can't even recognise one, and bound to its account, so that no row serves another.
 */
function hashOf(key: Desk["key"], client: Id<"client">, masterKey: string): Buffer {
  return createHmac("sha256", subkey(key, "master keys"))
    .update(idBytes(client))
    .update(masterKey)
    .digest();
}

function isHash(kept: Buffer, given: Buffer): boolean {
  return kept.length === given.length && timingSafeEqual(kept, given);
}
