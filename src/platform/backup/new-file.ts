import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { InvalidInput } from "../errors.ts";
import { syncFile } from "../files.ts";

const mode = 0o600;
const unsupported: ReadonlySet<unknown> = new Set([
  "EPERM",
  "EINVAL",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
]);

export type WrittenFile = { bytes: number; sha256: string };

class NotWritten extends InvalidInput {
  constructor(file: string, wrong: string) {
    super("file_not_written", `${file} ${wrong}. Give another path, or make room there.`);
  }
}

/** @throws {InvalidInput} `file_not_written`, when there is a file of that name */
export function refuseExisting(file: string): void {
  if (existsSync(file)) throw new NotWritten(file, "is there already");
}

/**
 * Writes a file that must not be there yet, aside, and gives it its name when it is whole and on disk: after a crash
 * there is no file of that name, but perhaps one that ends with `.unfinished`.
 * @throws {InvalidInput} `file_not_written`
 */
export async function writeWhole(
  file: string,
  content: AsyncIterable<Uint8Array>,
): Promise<WrittenFile> {
  refuseExisting(file);
  const unfinished = `${file}.unfinished`;
  const hash = createHash("sha256");
  let bytes = 0;
  const handle = await orNotWritten(unfinished, open(unfinished, "wx", mode));
  try {
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      await orNotWritten(file, handle.writeFile(piece));
    }
    await orNotWritten(file, handle.sync());
    await orNotWritten(file, giveName(unfinished, file));
  } finally {
    await handle.close();
    await rm(unfinished, { force: true });
  }
  await syncFile(dirname(file)).catch(unlessUnsupported);
  return { bytes, sha256: hash.digest("hex") };
}

/** A link, unlike a rename, never takes the place of another file. Some disks have none. */
async function giveName(unfinished: string, file: string): Promise<void> {
  try {
    await link(unfinished, file);
  } catch (error) {
    unlessUnsupported(error);
    refuseExisting(file);
    await rename(unfinished, file);
  }
}

/** Network shares and memory sticks have neither links nor directories that can be synced. */
function unlessUnsupported(error: unknown): void {
  if (!(error instanceof Error && "code" in error && unsupported.has(error.code))) throw error;
}

async function orNotWritten<Value>(file: string, writing: Promise<Value>): Promise<Value> {
  try {
    return await writing;
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    const isThere = error.code === "EEXIST";
    throw new NotWritten(file, isThere ? "is there already" : `can't be written (${error.code})`);
  }
}
