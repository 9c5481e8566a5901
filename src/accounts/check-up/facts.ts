import { dayMs, type Id } from "#platform";
import { emailOf } from "../account/index.ts";
import type { Change } from "../change/index.ts";
import { openClosing } from "../closing/index.ts";
import type { Desk } from "../desk.ts";
import { factorsOf } from "../factor/index.ts";
import { protectionOf } from "../lock/index.ts";
import { hasMasterKey } from "../master-key/index.ts";
import { codesLeft } from "../recovery/index.ts";
import { devicesOf } from "../session/index.ts";
import type { AccountFacts } from "./check-up.ts";

const forgottenAfterMs = 90 * dayMs;

/** What the check-up looks at. @param recent the account's last changes */
export async function factsOf(
  { database }: Pick<Desk, "database">,
  client: Id<"client">,
  recent: readonly Change[],
  now: Date,
): Promise<AccountFacts> {
  const [factors, { settings }, masterKey, codes, email, devices, closing] = await Promise.all([
    factorsOf(database, client),
    protectionOf(database, client, now),
    hasMasterKey(database, client),
    codesLeft(database, client),
    emailOf(database, client),
    devicesOf(database, client),
    openClosing(database, client),
  ]);
  const count = (kind: string) => factors.filter((factor) => factor.kind === kind).length;
  return {
    passkeys: count("passkey"),
    hasAuthenticator: count("authenticator") > 0,
    hasPassword: count("password") > 0,
    recoveryCodesLeft: codes.left,
    hasMasterKey: masterKey,
    settings,
    email: email?.mask,
    forgottenDevices: devices.filter(
      ({ seenAt }) => now.getTime() - seenAt.getTime() >= forgottenAfterMs,
    ).length,
    newChanges: recent.filter(
      ({ undoUntil, undoneAt }) => undoUntil && undoUntil > now && !undoneAt,
    ).length,
    closesAt: closing?.closesAt,
  };
}
