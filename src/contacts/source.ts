import type { Appender } from "#ledger";
import {
  openSignedFile,
  type Published,
  type SignedFile,
  type SignedFileOptions,
  system,
} from "#platform";
import { type Checker, type CheckerOptions, createChecker } from "./check.ts";
import { demoDirectoryKeyId } from "./demo-key.ts";
import { type Directory, parseDirectory } from "./directory.ts";
import { directoryAdopted } from "./events.ts";
import { openDirectory } from "./lookup.ts";

/** The directory in force, and the checker compiled from it. */
export type DirectorySource = {
  current(): Promise<{ published: Published<Directory>; checker: Checker }>;
};

type Options = Omit<SignedFileOptions<Directory>, "kind" | "read" | "demoKeyId" | "onAdopted"> & {
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
  const { appender, clock } = options;
  const file: SignedFile<Directory> = await openSignedFile({
    ...options,
    kind: "directory",
    demoKeyId: demoDirectoryKeyId,
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
  return {
    async current() {
      const published = await file.current();
      if (compiled?.published !== published) {
        compiled = { published, checker: createChecker(published.content, checkerOptions) };
      }
      return compiled;
    },
  };
}
