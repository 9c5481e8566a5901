import { type HttpContext, type Id, newId, type Transaction, transaction } from "#platform";
import { holdAccount } from "../account/index.ts";
import { AccountClosed, type Changing, makeChange } from "../change/index.ts";
import type { Accounts } from "../open.ts";
import { noteUse, type Proven } from "../passkey/index.ts";
import {
  approveDevice,
  type Device,
  deviceBySecret,
  hashOf,
  insertDevice,
  type Proof,
  type Session,
  seeDevice,
} from "../session/index.ts";
import { signedIn } from "./events.ts";

type Starting = {
  client: Id<"client">;
  /** What was proven just now. */
  proofs: readonly Proof[];
  device?: Id<"device"> | undefined;
  now: Date;
};

/**
 * Signs a client in, in the browser that asks: a new session, its event, and the device is seen. Who may come in is the
 * caller's to know.
 */
export async function startSession(
  { desk, sessions }: Pick<Accounts, "desk" | "sessions">,
  context: HttpContext,
  { client, proofs, device, now }: Starting,
  joining: Transaction,
): Promise<Session> {
  const holder = { is: "client", id: client } as const;
  const provenAt = Object.fromEntries(proofs.map((proof) => [proof, now]));
  const session = await sessions.start(context, holder, provenAt, now, joining, device);
  if (device) await seeDevice(joining, client, device, session.network, now);
  const details = { session: session.id, proofs: [...proofs], ...(device && { device }) };
  await desk.appender.append(holder, { kind: signedIn, client, details }, now, joining);
  return session;
}

/** The device of the browser that asks, kept as new: it is approved by what was proven in it. */
export async function keepDevice(
  { sessions }: Pick<Accounts, "sessions">,
  context: HttpContext,
  client: Id<"client">,
  { joining, change, now }: Pick<Changing, "joining" | "change" | "now">,
): Promise<Device> {
  const { browser, network } = sessions.asking(context);
  const device = { id: newId("device", now), browser, network, firstSeenAt: now, seenAt: now };
  await insertDevice(joining, client, device, hashOf(sessions.device(context)));
  await approveDevice(joining, client, device.id, change, now);
  return { ...device, approvedAt: now };
}

/**
 * Signs in who proved a passkey. In a browser that this client didn't use before, the owner is told.
 * @throws {PasskeyRefused} {AccountClosed}
 */
export async function signInByPasskey(
  accounts: Accounts,
  context: HttpContext,
  proven: Proven,
  now: Date,
): Promise<Session> {
  const { desk, sessions } = accounts;
  const { client } = proven;
  const secretHash = hashOf(sessions.device(context));
  const starting = { client, proofs: ["passkey"], now } as const;
  const known = await deviceBySecret(desk.database, client, secretHash);
  if (known?.approvedAt) {
    return await transaction(desk.database, async (joining) => {
      const account = await holdAccount(joining, client);
      if (account?.standing.is !== "active") throw new AccountClosed();
      await noteUse(joining, proven, now);
      return await startSession(accounts, context, { ...starting, device: known.id }, joining);
    });
  }
  const by = { is: "proof", client } as const;
  return await makeChange(desk, by, "device_approved", now, async (changing) => {
    const { joining, change } = changing;
    await noteUse(joining, proven, now);
    const device =
      (await deviceBySecret(joining, client, secretHash)) ??
      (await keepDevice(accounts, context, client, changing));
    await approveDevice(joining, client, device.id, change, now);
    const session = await startSession(
      accounts,
      context,
      { ...starting, device: device.id },
      joining,
    );
    const values = { when: now, device: device.browser };
    const notice = { template: "new_device_signed_in", values };
    return { result: session, details: { subject: device.id }, notice };
  });
}
