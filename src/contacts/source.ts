import type { Appender } from "#ledger";
import {
  openSigned,
  openSignedFile,
  type Published,
  publicKeyIn,
  readSigned,
  type SignedDocument,
  type SignedFile,
  type SignedFileOptions,
  system,
} from "#platform";
import { type Checker, type CheckerOptions, createChecker } from "./check.ts";
import { demoDirectoryKeyId } from "./demo-key.ts";
import { type Directory, parseDirectory } from "./directory.ts";
import { directoryAdopted } from "./events.ts";
import { openDirectory } from "./lookup.ts";
import {
  documentKind,
  readSignedPayload,
  type VerifiedDirectory,
  verifyDirectory,
} from "./signature.ts";
import { publishedText, publishedVersion } from "./store.ts";

/** The directory in force, and the checker compiled from it. */
export type DirectorySource = {
  current(): Promise<{ published: Published<Directory>; checker: Checker }>;
  /** Whether a signed directory could come into force now. @throws what `verifyDirectory` throws */
  verify(signed: SignedDocument, now: Date): Promise<VerifiedDirectory>;
  /** The directory in a signed text of this desk's key. @throws {InvalidInput} */
  open(text: string): Promise<Directory>;
};

type Options = Omit<
  SignedFileOptions<Directory>,
  "kind" | "read" | "demoKeyId" | "onAdopted" | "kept"
> & {
  appender: Appender;
};

/**
 * Opens the directory that this desk keeps to. An expired one is opened too: then every answer is "not ours".
 * @throws what `openSignedFile` throws, and `InvalidInput` when an entry is wrong
 */
export async function openDirectorySource(
  options: Options,
  checkerOptions: CheckerOptions,
): Promise<DirectorySource> {
  const { appender, clock, database, keyFile } = options;
  const file: SignedFile<Directory> = await openSignedFile({
    ...options,
    kind: documentKind,
    demoKeyId: demoDirectoryKeyId,
    kept: {
      version: (keyId) => publishedVersion(database, keyId),
      text: (keyId, version) => publishedText(database, keyId, version),
    },
    onAdopted: (keyId, edition, joined) => {
      const details = { keyId, ...edition };
      return appender.append(system, { kind: directoryAdopted, details }, clock(), joined);
    },
    read: (payload) => {
      const directory = parseDirectory(payload);
      openDirectory(directory);
      return directory;
    },
  });
  let compiled: { published: Published<Directory>; checker: Checker } | undefined;
  const key = await publicKeyIn(documentKind, keyFile);
  return {
    async verify(signed, now) {
      const { sha256, content } = await file.current();
      const last = { version: content.version ?? 0, sha256 };
      return await verifyDirectory(signed, key, () => last, now);
    },
    async open(text) {
      const { payload } = await openSigned(documentKind, readSigned(documentKind, text), key);
      return readSignedPayload(payload);
    },
    async current() {
      const published = await file.current();
      if (compiled?.published !== published) {
        compiled = { published, checker: createChecker(published.content, checkerOptions) };
      }
      return compiled;
    },
  };
}
