import {
  type LastSeen,
  openSigned,
  type PrivateKey,
  type PublicKey,
  refuseRollback,
  type SignedDocument,
  signDocument,
} from "#platform";
import { accessOf } from "./access/index.ts";
import { type PolicyBundle, readBundle } from "./bundle.ts";
import { PolicyExpired, PolicyInvalid, PolicyNotYetValid } from "./refusals.ts";

/** What a signed policy says it is (RFC 7515 section 4.1.9): another document by the same key is no policy. */
export const policyKind = "policy";

/**
 * The key that signs the demo firm's policy. Its private half is published in `examples/`, so it proves nothing:
 * a server with PUBLIC_URL must refuse it.
 */
export const demoPolicyKeyId = "mA-_MCflLskmvJY-5FG2P-xX9N7G3bfFmgI_ZULRYnU";

/** A bundle whose signature, dates and version were accepted. */
export type VerifiedPolicy = {
  bundle: PolicyBundle;
  keyId: string;
  /** SHA-256 of the payload's bytes, in hex. */
  sha256: string;
};

/**
 * Signs an edition. The desk itself holds no such key: this runs where the key is, offline.
 * @throws {PolicyInvalid}
 */
export async function signPolicy(bundle: PolicyBundle, key: PrivateKey): Promise<SignedDocument> {
  const sound = readBundle(bundle);
  await accessOf(sound);
  return signDocument(policyKind, JSON.stringify(sound), key);
}

/**
 * Opens a signed policy, offline.
 * @throws {PolicyInvalid | PolicyNotYetValid | PolicyExpired} and what `openSigned` and `refuseRollback` throw
 */
export async function verifyPolicy(
  signed: SignedDocument,
  key: PublicKey,
  now: Date,
  last: LastSeen,
): Promise<VerifiedPolicy> {
  const { payload, keyId, sha256 } = await openSigned(policyKind, signed, key);
  const bundle = readPayload(payload);
  refuseOutOfForce(bundle, now);
  refuseRollback(policyKind, { version: bundle.version, sha256 }, last(bundle.firm, keyId));
  return { bundle, keyId, sha256 };
}

/** Reads the payload of a signed policy. @throws {PolicyInvalid} */
export function readPayload(payload: string): PolicyBundle {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    throw new PolicyInvalid("the payload is not JSON");
  }
  return readBundle(json);
}

/** @throws {PolicyNotYetValid | PolicyExpired} */
export function refuseOutOfForce({ valid_from, valid_to }: PolicyBundle, now: Date): void {
  if (now.getTime() < Date.parse(valid_from)) throw new PolicyNotYetValid(valid_from, now);
  if (now.getTime() >= Date.parse(valid_to)) throw new PolicyExpired(valid_to, now);
}
