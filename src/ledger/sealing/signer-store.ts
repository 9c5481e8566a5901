import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rm, unlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * The second store: the newest head that the signer has signed, or is about to. Only the signer uses it, so that a
 * database that was restored or forked can't make it sign a second history.
 */
export type SignerStore = {
  read(): Promise<string | undefined>;
  /** Compare-and-swap, on disk when it returns. It throws `HeadMoved` when the head isn't `expected` any more. */
  replace(expected: string | undefined, head: string): Promise<void>;
};

export class HeadMoved extends Error {
  constructor() {
    super("another signer has moved the head in the signer's store");
  }
}

const headName = /^head-(\d+)$/;

/**
 * A directory with one file a head, numbered upwards; the highest counts. A head is written aside and linked to its
 * number, which the file system lets only one writer do: that is the swap. A crash leaves the head before or the new
 * one, and perhaps files that nobody reads.
 */
export function openSignerStore(directory: string): SignerStore {
  return {
    read: async () => (await newest(directory)).head,
    replace: async (expected, head) => {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const { number, head: found } = await newest(directory);
      if (found !== expected) throw new HeadMoved();
      const aside = join(directory, `unfinished-${randomUUID()}`);
      try {
        await writeDurably(aside, head);
        await link(aside, join(directory, `head-${number + 1}`)).catch((error) => {
          throw error.code === "EEXIST" ? new HeadMoved() : error;
        });
      } finally {
        await rm(aside, { force: true });
      }
      // Who was paused may have got a number that others have used and left.
      if ((await newest(directory)).number !== number + 1) throw new HeadMoved();
      await syncDirectory(directory);
      // From here on the new head counts, whatever happens.
      if (number > 0) await unlink(join(directory, `head-${number}`));
    },
  };
}

async function newest(directory: string): Promise<{ number: number; head: string | undefined }> {
  const names = await readdir(directory).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const number = Math.max(0, ...names.map((name) => Number(headName.exec(name)?.[1] ?? 0)));
  if (number === 0) return { number, head: undefined };
  return { number, head: await readFile(join(directory, `head-${number}`), "utf8") };
}

async function writeDurably(file: string, text: string): Promise<void> {
  await using handle = await open(file, "wx", 0o600);
  await handle.writeFile(text);
  await handle.sync();
}

async function syncDirectory(directory: string): Promise<void> {
  await using handle = await open(directory, "r");
  await handle.sync();
}
