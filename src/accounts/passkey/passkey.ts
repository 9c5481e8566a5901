import type { Id } from "#platform";
import type { Profile } from "#policy";
import { canSignIn, type Factor } from "../factor/index.ts";
import { LastWayIn, PasskeyBound, TooManyPasskeys } from "./refusals.ts";

export const passkeyNameLettersMax = 60;

/** What an authenticator made, as it is kept. */
export type NewPasskey = {
  credentialId: Uint8Array;
  /** COSE (RFC 9052). */
  publicKey: Uint8Array;
  /** How often it signed; 0 for authenticators that don't count. */
  counter: number;
  /** How browsers reach it, such as `usb` or `internal`. */
  transports: readonly string[];
  /** It can be copied to its owner's other devices, and with `isBackedUp` it was. */
  isSynced: boolean;
  isBackedUp: boolean;
  /** It can be used on another device than the one that made it. */
  isRoaming: boolean;
};

/** A client's passkey. */
export type Passkey = NewPasskey & Omit<Factor, "id" | "kind"> & { factor: Id<"factor"> };

/**
 * May this passkey be added beside those that the account has? The first must be one that a broken or lost device doesn't
 * take along (DESIGN 6).
 * @throws {TooManyPasskeys} {PasskeyBound}
 */
export function requireAddable(
  passkey: Pick<NewPasskey, "isRoaming">,
  has: readonly Pick<NewPasskey, "isRoaming">[],
  profile: Pick<Profile, "passkeys_max" | "first_factor">,
): void {
  if (has.length >= profile.passkeys_max) throw new TooManyPasskeys(profile.passkeys_max);
  const needsRoaming = profile.first_factor === "roaming" && !has.some((one) => one.isRoaming);
  if (needsRoaming && !passkey.isRoaming) throw new PasskeyBound();
}

/** @throws {LastWayIn} when nobody could sign in without this factor */
export function requireOtherWay(factors: readonly Factor[], removed: Id<"factor">): void {
  if (!canSignIn(factors.filter(({ id }) => id !== removed))) throw new LastWayIn();
}

/** The name that somebody gave a passkey, or the given one when it says nothing. */
export function passkeyName(typed: string, otherwise: string): string {
  const name = typed.replace(/\p{C}/gu, " ").replace(/\s+/g, " ").trim();
  return [...name].slice(0, passkeyNameLettersMax).join("") || otherwise;
}
