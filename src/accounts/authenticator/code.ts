import { generateSecret, generateURI, verifySync } from "otplib";

/** RFC 6238, as every authenticator app does it: SHA-1, six digits, thirty seconds. */
const stepSeconds = 30;

/** Clocks of phones differ: the step before and the one after count too (RFC 6238 §5.2). */
const toleranceSeconds = stepSeconds;

/** How far off a clock is told while an authenticator is set up. */
const skewSecondsMax = 600;

/** A new key: 160 random bits in base 32 (RFC 4226 §4, R6). */
export function newAuthenticatorKey(): string {
  return generateSecret();
}

/** The digits of a code as people type and paste it; undefined when it is none. */
export function digitsIn(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

/**
 * The time step of a code that is right at a moment.
 * @param after the last step that was taken: its code, and those before, count no more
 */
export function stepOf(key: string, digits: string, now: Date, after: number): number | undefined {
  const step = verified(key, digits, now, toleranceSeconds)?.timeStep;
  return step !== undefined && step > after ? step : undefined;
}

/**
 * By how many seconds the clock is ahead that a code was made by; negative when it is behind. Only for a key that is
 * just being set up: told of a key in use, it would say which guess was right some minutes ago or will be.
 */
export function skewOf(key: string, digits: string, now: Date): number | undefined {
  const found = verified(key, digits, now, skewSecondsMax);
  return found && found.delta * stepSeconds;
}

/** The key as an address for authenticator apps (Key Uri Format). */
export function keyAddress(key: string, firm: string, account: string): string {
  return generateURI({ issuer: firm, label: account, secret: key });
}

function verified(
  secret: string,
  token: string,
  now: Date,
  epochTolerance: number,
): { delta: number; timeStep: number } | undefined {
  const epoch = Math.floor(now.getTime() / 1_000);
  const found = verifySync({ secret, token, epoch, epochTolerance });
  if (!found.valid || !("timeStep" in found)) return undefined;
  return found;
}
