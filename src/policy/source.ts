import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Clock } from "#platform";
import type { PolicyBundle } from "./bundle.ts";
import { PolicyExpired, PolicyNotSigned } from "./refusals.ts";
import { type PolicyPublicKey, readSignedPolicy, verifyPolicy } from "./signing.ts";

/** The edition in force, opened once at the start. Everything that reads the policy gets it from here. */
export type PolicySource = {
  /** The bundle, as long as it is valid. @throws {PolicyExpired} after `valid_to` */
  current(): PolicyBundle;
  keyId: string;
  /** SHA-256 of the signed payload, in hex. */
  sha256: string;
  /** The signed document, byte for byte as it is served. */
  document: string;
  /** Strong validator of `document` (RFC 9110 section 8.8.3). */
  etag: string;
};

/**
 * Opens the signed policy that this server keeps to.
 * @param keys the firm's policy keys
 * @param lastSeenVersion the highest version that `highestVersion` knows of; undefined without a database
 * @throws every refusal of `verifyPolicy`, and `PolicyNotSigned` for a file that is none
 */
export async function openPolicy(
  file: string | URL,
  keys: readonly PolicyPublicKey[],
  clock: Clock,
  lastSeenVersion?: number,
): Promise<PolicySource> {
  const document = await readFile(file, "utf8");
  const signed = readSignedPolicy(parse(document));
  const { bundle, keyId, sha256 } = await verifyPolicy(signed, keys, clock(), lastSeenVersion);
  const validTo = Date.parse(bundle.valid_to);
  return {
    current() {
      const now = clock();
      if (now.getTime() >= validTo) throw new PolicyExpired(bundle.valid_to, now);
      return bundle;
    },
    keyId,
    sha256,
    document,
    etag: `"${createHash("sha256").update(document).digest("base64url")}"`,
  };
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    throw new PolicyNotSigned();
  }
}
