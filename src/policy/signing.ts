import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { calculateJwkThumbprint, FlattenedSign, flattenedVerify, importJWK } from "jose";
import { type PolicyBundle, readBundle } from "./bundle.ts";
import {
  PolicyExpired,
  PolicyInvalid,
  PolicyKeyInvalid,
  PolicyKeyUnknown,
  PolicyNotSigned,
  PolicyNotYetValid,
  PolicyOlder,
  PolicySignatureBad,
} from "./refusals.ts";

/** RFC 7515 section 4.1.9: a document of another kind signed by the same key is no policy. */
const documentType = "holdfast-policy";
const algorithm = "EdDSA";
const signedCharactersMax = 1_000_000;

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);

const signedSchema = z.strictObject({
  payload: base64url(signedCharactersMax),
  protected: base64url(2_000),
  signature: base64url(200),
});

/** A signed bundle as it is published: a JWS in the flattened JSON form (RFC 7515 section 7.2.2). */
export type SignedPolicy = z.infer<typeof signedSchema>;

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const publicKeySchema = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: coordinate,
  note: z.string().max(500).optional(),
});
const privateKeySchema = publicKeySchema.extend({ d: coordinate });

/** An Ed25519 key as a JWK (RFC 8037). */
export type PolicyPublicKey = z.infer<typeof publicKeySchema>;
export type PolicyPrivateKey = z.infer<typeof privateKeySchema>;

/** A bundle whose signature, dates and version were accepted. */
export type VerifiedPolicy = {
  bundle: PolicyBundle;
  keyId: string;
  /** SHA-256 of the payload's bytes, in hex. */
  sha256: string;
};

/**
 * The key that signs the demo firm's policy. Its private half is published in `examples/`, so it proves nothing:
 * a server with PUBLIC_URL must refuse it.
 */
export const demoPolicyKeyId = "mA-_MCflLskmvJY-5FG2P-xX9N7G3bfFmgI_ZULRYnU";

/** A key's id is its thumbprint (RFC 7638), so nobody can give a key another's name. */
export function policyKeyId({ kty, crv, x }: PolicyPublicKey): Promise<string> {
  return calculateJwkThumbprint({ kty, crv, x });
}

/** @throws {PolicyKeyInvalid} also for a private key: a verifier has no business with one */
export function readPolicyPublicKey(json: unknown): PolicyPublicKey {
  const key = publicKeySchema.safeParse(json);
  if (key.success) return key.data;
  throw new PolicyKeyInvalid();
}

/** @throws {PolicyKeyInvalid} */
export function readPolicyPrivateKey(json: unknown): PolicyPrivateKey {
  const key = privateKeySchema.safeParse(json);
  if (key.success) return key.data;
  throw new PolicyKeyInvalid();
}

/** Signs an edition. The desk itself holds no such key: this runs where the key is, offline. */
export async function signPolicy(
  bundle: PolicyBundle,
  key: PolicyPrivateKey,
): Promise<SignedPolicy> {
  const payload = Buffer.from(JSON.stringify(readBundle(bundle)));
  const header = { alg: algorithm, typ: documentType, kid: await policyKeyId(key) };
  const { note: _, ...jwk } = key;
  const signed = await new FlattenedSign(payload)
    .setProtectedHeader(header)
    .sign(await importJWK(jwk, algorithm));
  return signedSchema.parse(signed);
}

/** @throws {PolicyNotSigned} */
export function readSignedPolicy(json: unknown): SignedPolicy {
  const signed = signedSchema.safeParse(json);
  if (signed.success) return signed.data;
  throw new PolicyNotSigned();
}

/**
 * Opens a signed policy, offline.
 * @param keys the firm's policy keys; any of them may have signed
 * @param lastSeenVersion the highest version this reader ever accepted; undefined for none
 * @throws {PolicyKeyUnknown | PolicySignatureBad | PolicyInvalid | PolicyNotYetValid | PolicyExpired | PolicyOlder}
 */
export async function verifyPolicy(
  signed: SignedPolicy,
  keys: readonly PolicyPublicKey[],
  now: Date,
  lastSeenVersion: number | undefined,
): Promise<VerifiedPolicy> {
  const { key, keyId } = await signerOf(signed, keys);
  const payload = await payloadOf(signed, key, keyId);
  const bundle = readBundle(parse(payload));
  if (now.getTime() < Date.parse(bundle.valid_from))
    throw new PolicyNotYetValid(bundle.valid_from, now);
  if (now.getTime() >= Date.parse(bundle.valid_to)) throw new PolicyExpired(bundle.valid_to, now);
  if (lastSeenVersion !== undefined && bundle.version < lastSeenVersion) {
    throw new PolicyOlder(bundle.version, lastSeenVersion);
  }
  return { bundle, keyId, sha256: createHash("sha256").update(payload).digest("hex") };
}

/** The header's key id only picks among keys that the reader trusts already. */
async function signerOf(
  signed: SignedPolicy,
  keys: readonly PolicyPublicKey[],
): Promise<{ key: PolicyPublicKey; keyId: string }> {
  const named = namedKeyId(signed);
  const known: string[] = [];
  for (const key of keys) {
    const keyId = await policyKeyId(key);
    if (keyId === named) return { key, keyId };
    known.push(keyId);
  }
  throw new PolicyKeyUnknown(named, known);
}

function namedKeyId(signed: SignedPolicy): string {
  try {
    const header: unknown = JSON.parse(Buffer.from(signed.protected, "base64url").toString());
    return z.object({ kid: z.string().max(100) }).safeParse(header).data?.kid ?? "-";
  } catch {
    return "-";
  }
}

async function payloadOf(
  signed: SignedPolicy,
  key: PolicyPublicKey,
  keyId: string,
): Promise<Uint8Array> {
  try {
    const imported = await importJWK({ kty: key.kty, crv: key.crv, x: key.x }, algorithm);
    const verified = await flattenedVerify(signed, imported, { algorithms: [algorithm] });
    if (verified.protectedHeader?.typ === documentType) return verified.payload;
  } catch {
    // Whatever the library says, the reader needs one fact: this key did not sign this document.
  }
  throw new PolicySignatureBad(keyId);
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch {
    throw new PolicyInvalid("the payload is not JSON in UTF-8");
  }
}
