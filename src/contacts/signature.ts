import {
  type Edition,
  InvalidInput,
  openSigned,
  type PrivateKey,
  type PublicKey,
  refuseRollback,
  type SignedDocument,
  signDocument,
} from "#platform";
import { type Directory, hasExpired, parseDirectory, readDirectory } from "./directory.ts";
import { openDirectory } from "./lookup.ts";

/** What a signed directory is in its header. */
export const documentKind = "directory";

export type VerifiedDirectory = Edition & {
  directory: Directory;
  keyId: string;
  expiresAt: string;
};

/**
 * Signs an edition of the directory. The desk itself has no key: this runs where the key is, offline.
 * @throws {InvalidInput} when an entry is wrong or the expiry isn't after `now`
 */
export async function signDirectory(
  directory: Directory,
  key: PrivateKey,
  edition: { version: number; expiresAt: Date; now: Date },
): Promise<SignedDocument> {
  const { version, expiresAt, now } = edition;
  if (expiresAt.getTime() <= now.getTime()) {
    throw new InvalidInput(
      "expiry_past",
      `The directory would expire on ${expiresAt.toISOString()}, but it is ${now.toISOString()} already. Give a later date.`,
    );
  }
  const dated = readDirectory({
    ...directory,
    version,
    issued_at: now.toISOString(),
    expires_at: expiresAt.toISOString(),
  });
  openDirectory(dated);
  return signDocument(documentKind, JSON.stringify(dated), key);
}

/**
 * Opens a signed directory, offline.
 * @param lastSeen the last edition accepted from this key and firm
 * @throws {InvalidInput} `directory_key_unknown`, `directory_signature_bad`, `directory_undated`,
 *   `directory_expired`, `directory_older`, `directory_differs`
 */
export async function verifyDirectory(
  signed: SignedDocument,
  key: PublicKey,
  lastSeen: (firm: string, keyId: string) => Edition | undefined,
  now: Date,
): Promise<VerifiedDirectory> {
  const { payload, keyId, sha256 } = await openSigned(documentKind, signed, key);
  const directory = readSignedPayload(payload);
  const { version, expires_at: expiresAt } = directory;
  if (hasExpired(directory, now)) {
    throw new InvalidInput(
      "directory_expired",
      `The directory expired on ${expiresAt}; it is ${now.toISOString()}. Get the current edition.`,
    );
  }
  const edition = { version, sha256 };
  refuseRollback(documentKind, edition, lastSeen(directory.firm, keyId));
  openDirectory(directory);
  return { ...edition, directory, keyId, expiresAt };
}

/** A directory as it was signed: numbered and dated. */
export type DatedDirectory = Directory & { version: number; expires_at: string };

/**
 * Reads the payload of a signed directory.
 * @throws {InvalidInput} `directory_undated`, beside those of `parseDirectory`
 */
export function readSignedPayload(payload: string): DatedDirectory {
  const directory = parseDirectory(payload);
  const { version, expires_at } = directory;
  if (version !== undefined && expires_at !== undefined)
    return { ...directory, version, expires_at };
  throw new InvalidInput(
    "directory_undated",
    "The signed directory has no version or no expiry. Sign it again with --version and --expires.",
  );
}
