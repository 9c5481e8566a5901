import {
  HoldfastError,
  type OpenedDocument,
  openSigned,
  type PrivateKey,
  type PublicKey,
  type SignedDocument,
  signDocument,
} from "#platform";
import { type PolicyBundle, readBundle } from "./bundle.ts";
import {
  PolicyExpired,
  PolicyInvalid,
  PolicyKeyUnknown,
  PolicyNotYetValid,
  PolicyOlder,
} from "./refusals.ts";

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
export function signPolicy(bundle: PolicyBundle, key: PrivateKey): Promise<SignedDocument> {
  return signDocument(policyKind, JSON.stringify(readBundle(bundle)), key);
}

/**
 * Opens a signed policy, offline.
 * @param keys the firm's policy keys; any of them may have signed
 * @param lastSeenVersion the highest version this reader ever accepted; undefined for none
 * @throws {PolicyKeyUnknown | PolicyInvalid | PolicyNotYetValid | PolicyExpired | PolicyOlder} and, with the code
 *   `policy_signature_bad`, when a trusted key is named but did not sign this
 */
export async function verifyPolicy(
  signed: SignedDocument,
  keys: readonly PublicKey[],
  now: Date,
  lastSeenVersion: number | undefined,
): Promise<VerifiedPolicy> {
  const { payload, keyId, sha256 } = await openByAny(signed, keys);
  const bundle = readPayload(payload);
  refuseOutOfForce(bundle, now);
  if (lastSeenVersion !== undefined && bundle.version < lastSeenVersion) {
    throw new PolicyOlder(bundle.version, lastSeenVersion);
  }
  return { bundle, keyId, sha256 };
}

async function openByAny(
  signed: SignedDocument,
  keys: readonly PublicKey[],
): Promise<OpenedDocument> {
  let refusal: HoldfastError = new PolicyKeyUnknown();
  for (const key of keys) {
    try {
      return await openSigned(policyKind, signed, key);
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error;
      if (error.code !== refusal.code) throw error;
      refusal = error;
    }
  }
  throw refusal;
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
