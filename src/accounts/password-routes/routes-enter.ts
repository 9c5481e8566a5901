import { type HttpContext, transaction } from "#platform";
import { holdAccount } from "../account/index.ts";
import { AccountClosed, AccountLocked } from "../change/index.ts";
import { askApproval } from "../device/index.ts";
import { factorsOf } from "../factor/index.ts";
import { protectionOf } from "../lock/index.ts";
import type { Accounts } from "../open.ts";
import { endSignIn, type SignIn, SignInOver, type SignIns } from "../password-sign-in/index.ts";
import { stopRecovery } from "../recovery/index.ts";
import { deviceBySecret, hashOf } from "../session/index.ts";
import { startSession } from "../sign-in/index.ts";

/** Where a sign-in stands: in, or waiting for its device. */
export type Entered = { is: "in" } | { is: "waiting"; until: Date };

/**
 * Goes on with a sign-in whose factors are proven: in a browser that its owner knows it leads to a session, in another
 * its owner is asked first.
 * @throws {SignInOver} {AccountLocked} {AccountClosed} {TooManyRequests}
 */
export async function enter(
  accounts: Accounts,
  signIns: SignIns,
  context: HttpContext,
  signIn: SignIn,
  now: Date,
): Promise<Entered> {
  const { desk, sessions } = accounts;
  const { client, stage } = signIn;
  const secretHash = hashOf(sessions.device(context));
  const device = await deviceBySecret(desk.database, client, secretHash);
  if (!device?.approvedAt) {
    if (stage.is !== "device") await askApproval(desk, signIn, secretHash, now);
    const { device_approval_link_seconds: seconds } = await desk.profile();
    const since = stage.is === "device" ? stage.at : now;
    return { is: "waiting", until: new Date(since.getTime() + seconds * 1_000) };
  }
  await transaction(desk.database, async (joining) => {
    const account = await holdAccount(joining, client);
    if (account?.standing.is !== "active") throw new AccountClosed();
    await refuseLocked(joining, signIn, now);
    if (!(await endSignIn(joining, signIn, now))) throw new SignInOver();
    const proofs = ["password", "authenticator"] as const;
    await startSession(accounts, context, { client, proofs, device: device.id, now }, joining);
  });
  signIns.forget(context);
  await stopRecovery(desk, { is: "proof", client }, client, now);
  return { is: "in" };
}

/** A locked account is got back with a passkey; who has none unlocks it by what there is. */
async function refuseLocked(
  joining: Parameters<typeof protectionOf>[0],
  { client }: SignIn,
  now: Date,
): Promise<void> {
  const { account } = await protectionOf(joining, client, now);
  if (account.is === "none") return;
  const factors = await factorsOf(joining, client);
  if (factors.some(({ kind }) => kind === "passkey")) throw new AccountLocked();
}
