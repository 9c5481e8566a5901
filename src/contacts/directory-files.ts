import {
  InvalidInput,
  readJsonFile,
  readPublicKey,
  readSigned,
  readTextFile,
  type SignedDocument,
} from "#platform";
import { type Directory, parseDirectory } from "./directory.ts";
import { documentKind, verifyDirectory } from "./signature.ts";

/**
 * Reads the unsigned directory that people edit.
 * @throws {InvalidInput} `directory_signed` for a signed one, which is worth nothing unverified, and what
 *   `parseDirectory` throws
 */
export async function readDirectoryFile(file: string | URL): Promise<Directory> {
  const text = await readTextFile(file);
  if (/^\s*\{\s*"(?:payload|protected|signature|signatures|header)"\s*:/.test(text)) {
    throw new InvalidInput(
      "directory_signed",
      `${file} is a signed directory. Verify it: add --key with the public key that you trust.`,
    );
  }
  return parseDirectory(text);
}

export async function readSignedFile(file: string): Promise<SignedDocument> {
  return readSigned(documentKind, await readTextFile(file));
}

/**
 * Reads a signed directory and verifies it, offline, with the public key in `keyFile`. Which edition was seen last
 * isn't asked: that is `directory verify`.
 * @throws {InvalidInput} when a file can't be read, and what `verifyDirectory` throws
 */
export async function readVerifiedFile(
  file: string,
  keyFile: string,
  now: Date,
): Promise<Directory> {
  const key = readPublicKey(await readJsonFile(keyFile));
  const signed = await readSignedFile(file);
  const { directory } = await verifyDirectory(signed, key, () => undefined, now);
  return directory;
}
