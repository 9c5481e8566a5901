import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { Id } from "#platform";

const nonceBytes = 16;
const sealBytes = 16;

/** What a client approves: this call of ours, in this session. */
export type Approved = { leg: Id<"leg">; session: Id<"session"> };

/**
 * What a client's passkey signs to approve a call: something new that fits this call and session alone, so that no other
 * signature serves, and this one for nothing else.
 * @param key the secret that the desk has beside its database
 */
export function approvalChallenge(key: KeyObject, approved: Approved): Buffer {
  const nonce = randomBytes(nonceBytes);
  return Buffer.concat([nonce, sealOf(key, nonce, approved)]);
}

/** @param clientData what the authenticator signed over, base64url: it names the challenge (WebAuthn, section 5.8.1) */
export function isApproval(key: KeyObject, approved: Approved, clientData: string): boolean {
  const signed = challengeIn(clientData);
  if (signed?.length !== nonceBytes + sealBytes) return false;
  const nonce = signed.subarray(0, nonceBytes);
  return timingSafeEqual(signed.subarray(nonceBytes), sealOf(key, nonce, approved));
}

function sealOf(key: KeyObject, nonce: Uint8Array, { leg, session }: Approved): Buffer {
  const bytes = hkdfSync("sha256", key, Buffer.alloc(0), "holdfast/calls/approval/1", 32);
  const own = createSecretKey(Buffer.from(bytes));
  const hmac = createHmac("sha256", own).update(nonce).update(`${leg} ${session}`);
  return hmac.digest().subarray(0, sealBytes);
}

function challengeIn(clientData: string): Buffer | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, "base64url").toString());
    return typeof challenge === "string" ? Buffer.from(challenge, "base64url") : undefined;
  } catch {
    return undefined;
  }
}
