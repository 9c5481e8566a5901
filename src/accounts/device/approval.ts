import { HoldfastError, idFrom, newId, transaction, uuidOf } from "#platform";
import { emailOf, holdAccount } from "../account/index.ts";
import { AccountClosed, makeChange, undoUntilOf } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { insertLink, type Link, LinkRefused, takeLink, voidLinks } from "../link/index.ts";
import { awaitDevice, openSignIn, type SignIn } from "../password-sign-in/index.ts";
import { type Asking, approveDevice, deviceBySecret, insertDevice } from "../session/index.ts";

const mails = { name: "device_mails", requestsMax: 5, windowSeconds: 3_600 };

/** The link is opened somewhere else than where somebody signs in: then it may be somebody else who signs in. */
class OtherNetwork extends HoldfastError {
  readonly code = "other_network";
  readonly refusal = "forbidden";
  constructor() {
    super(
      "This link was opened on another network than the one from which someone is signing in. Open it on the device that you sign in with, or on the same network.",
    );
  }
}

/**
 * Asks the owner by mail whether a new device may sign in. An earlier question is void: there is one at a time.
 * @param secretHash of the secret by which the browser is known again
 * @throws {TooManyRequests}
 */
export async function askApproval(
  desk: Desk,
  signIn: SignIn,
  secretHash: Uint8Array,
  now: Date,
): Promise<void> {
  const { client, browser, network } = signIn;
  await desk.limits(mails)(client);
  const profile = await desk.profile();
  const until = new Date(now.getTime() + profile.device_approval_link_seconds * 1_000);
  await transaction(desk.database, async (joining) => {
    const account = await holdAccount(joining, client);
    if (account?.standing.is !== "active") throw new AccountClosed();
    const known = await deviceBySecret(joining, client, secretHash);
    const device = known?.id ?? newId("device", now);
    if (!known) {
      const seen = { firstSeenAt: now, seenAt: now };
      await insertDevice(joining, client, { id: device, browser, network, ...seen }, secretHash);
    }
    await awaitDevice(joining, signIn, device, until);
    await voidLinks(joining, client, "approve_device", now);
    const links = { confirm: newId("link", now), not_me: newId("link", now) };
    const confirm = { id: links.confirm, purpose: "approve_device", subject: signIn.id } as const;
    await insertLink(joining, { client, ...confirm, madeAt: now, expiresAt: until });
    const lock = { id: links.not_me, purpose: "not_me" } as const;
    await insertLink(joining, {
      client,
      ...lock,
      madeAt: now,
      expiresAt: undoUntilOf(profile, now),
    });
    const email = await emailOf(joining, client);
    const to = { is: "client", id: client, language: account.language } as const;
    const values = { when: now, device: browser, until };
    const message = { template: "new_device_approve", values, links };
    await desk.outbox.send({ ...to, ...(email && { email }) }, message, now, joining);
  });
}

/** Who signs in with a device, as the link that approves it shows. @throws {LinkRefused} */
export async function signInOf(
  { database }: Pick<Desk, "database">,
  { client, subject }: Link,
  now: Date,
): Promise<SignIn & { stage: { is: "device" } }> {
  const id = subject && idFrom("signin", uuidOf(subject));
  const found = id && (await openSignIn(database, client, id, now));
  if (found?.signIn.stage.is !== "device") throw new LinkRefused();
  return { ...found.signIn, stage: found.signIn.stage };
}

/** Whether a link may be used from here. */
export async function isSameNetwork(
  { profile }: Pick<Desk, "profile">,
  signIn: Pick<SignIn, "network">,
  asking: Asking,
): Promise<boolean> {
  const { device_approval_same_network: isNeeded } = await profile();
  return !isNeeded || asking.network === signIn.network;
}

/** The owner lets a device in: whoever waits with it is signed in. @throws {LinkRefused} {OtherNetwork} */
export async function approve(desk: Desk, link: Link, asking: Asking, now: Date): Promise<void> {
  const signIn = await signInOf(desk, link, now);
  if (!(await isSameNetwork(desk, signIn, asking))) throw new OtherNetwork();
  const by = { is: "link", client: link.client } as const;
  await makeChange(desk, by, "device_approved", now, async ({ joining, change }) => {
    if (!(await takeLink(joining, link, now))) throw new LinkRefused();
    const { device } = signIn.stage;
    if (!(await approveDevice(joining, link.client, device, change, now))) throw new LinkRefused();
    const values = { when: now, device: signIn.browser };
    const notice = { template: "new_device_signed_in", values };
    return { result: undefined, details: { subject: device }, notice };
  });
}
