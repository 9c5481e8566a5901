import { readSigned, readTextFile, type SignedDocument } from "#platform";
import { type Directory, parseDirectory } from "./directory.ts";
import { documentKind } from "./signature.ts";

/** Reads the unsigned directory that people edit. */
export async function readDirectoryFile(file: string | URL): Promise<Directory> {
  return parseDirectory(await readTextFile(file));
}

export async function readSignedFile(file: string): Promise<SignedDocument> {
  return readSigned(documentKind, await readTextFile(file));
}
