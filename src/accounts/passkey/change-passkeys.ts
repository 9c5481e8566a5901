import { type Id, newId } from "#platform";
import { type By, type Changing, makeChange } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { endFactor, insertFactor, renameFactor } from "../factor/index.ts";
import type { ClientSession } from "../session/index.ts";
import { type NewPasskey, requireAddable, requireOtherWay } from "./passkey.ts";
import { NoSuchPasskey, PasskeyKnown } from "./refusals.ts";
import { insertPasskey, passkeysOf } from "./store.ts";

/**
 * Adds a passkey, within a change that holds the account: of several at once no more get in than may.
 * @throws {TooManyPasskeys} {PasskeyBound} {PasskeyKnown}
 */
export async function keepPasskey(
  { joining, change, account, profile, now }: Changing,
  name: string,
  passkey: NewPasskey,
): Promise<Id<"factor">> {
  const { client } = account;
  requireAddable(passkey, await passkeysOf(joining, client), profile);
  const factor = newId("factor", now);
  await insertFactor(joining, client, { id: factor, kind: "passkey", name, addedAt: now }, change);
  if (!(await insertPasskey(joining, client, factor, passkey))) throw new PasskeyKnown();
  return factor;
}

/** @throws what `makeChange` and `keepPasskey` throw */
export async function addPasskey(
  desk: Desk,
  session: ClientSession,
  name: string,
  passkey: NewPasskey,
  now: Date,
): Promise<Id<"factor">> {
  return await makeChange(desk, acting(session), "passkey_added", now, async (changing) => {
    const factor = await keepPasskey(changing, name, passkey);
    const values = { when: now, device: session.browser };
    const notice = { template: "passkey_added", values };
    return { result: factor, details: { subject: factor }, notice };
  });
}

/** @throws what `makeChange` throws, {NoSuchPasskey} */
export async function renamePasskey(
  desk: Desk,
  session: ClientSession,
  factor: Id<"factor">,
  name: string,
  now: Date,
): Promise<void> {
  await makeChange(desk, acting(session), "passkey_renamed", now, async ({ joining, factors }) => {
    requirePasskey(factors, factor);
    await renameFactor(joining, session.holder.id, factor, name);
    return { result: undefined, details: { subject: factor } };
  });
}

/** @throws what `makeChange` throws, {NoSuchPasskey} {LastWayIn} */
export async function removePasskey(
  desk: Desk,
  session: ClientSession,
  factor: Id<"factor">,
  now: Date,
): Promise<void> {
  await makeChange(desk, acting(session), "passkey_removed", now, async (changing) => {
    const { joining, change, factors } = changing;
    requirePasskey(factors, factor);
    requireOtherWay(factors, factor);
    await endFactor(joining, session.holder.id, factor, change, now);
    const values = { when: now, device: session.browser };
    const notice = { template: "passkey_removed", values };
    return { result: undefined, details: { subject: factor }, notice };
  });
}

function acting(session: ClientSession): By {
  return { is: "session", session };
}

function requirePasskey(factors: Changing["factors"], wanted: Id<"factor">): void {
  const isOne = factors.some(({ id, kind }) => id === wanted && kind === "passkey");
  if (!isOne) throw new NoSuchPasskey();
}
