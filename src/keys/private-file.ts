import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, open, readFile, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { InvalidInput, orRefused, replaceFile, syncFile } from "#platform";

const privateFileMode = 0o600;
const privateDirectoryMode = 0o700;
const others = 0o077;
const permissions = 0o777;

export class OpenToOthers extends InvalidInput {
  constructor(path: string, mode: number, wanted: string) {
    super(
      "open_to_others",
      `${path} can be opened by others (mode ${(mode & permissions).toString(8)}). Run: chmod ${wanted} ${path}`,
    );
  }
}

export class OthersFile extends InvalidInput {
  constructor(path: string, uid: number, own: number) {
    super(
      "others_file",
      `${path} belongs to user ${uid}, but this runs as user ${own}. Run: chown ${own} ${path}`,
    );
  }
}

/** Reads a file with a secret in it. @throws {OpenToOthers} {OthersFile} when somebody else can read or change it */
export async function readPrivateFile(file: string): Promise<string> {
  const { mode, uid } = await orRefused(file, stat(file));
  if ((mode & others) !== 0) throw new OpenToOthers(file, mode, "600");
  refuseStranger(file, uid);
  return await readFile(file, "utf8");
}

/**
 * Writes a file whole, readable by its owner alone, and on disk when this returns. Root gives it to the directory's owner,
 * who could not read it otherwise.
 */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  await replaceFile(file, text, privateFileMode);
  const { uid, gid } = await stat(dirname(file));
  if (process.getuid?.() === 0) await chown(file, uid, gid);
}

/** Makes a directory that only its owner can enter. @throws {OpenToOthers} {OthersFile} when there is another one */
export async function privateDirectory(directory: string): Promise<void> {
  const made = await mkdir(directory, { recursive: true, mode: privateDirectoryMode });
  if (made !== undefined) await chmod(directory, privateDirectoryMode);
  const { mode, uid } = await stat(directory);
  if ((mode & others) !== 0) throw new OpenToOthers(directory, mode, "700");
  refuseStranger(directory, uid);
}

/** Overwrites a file and removes it. A file system that keeps old blocks, or a copy, may still have the old contents. */
export async function destroyFile(file: string): Promise<void> {
  {
    await using handle = await open(file, "r+");
    const { size } = await handle.stat();
    await handle.write(randomBytes(size), 0, size, 0);
    await handle.sync();
  }
  await unlink(file);
  await syncFile(dirname(file));
}

/** What root owns is trusted, and root is whoever runs a command. */
function refuseStranger(path: string, uid: number): void {
  const own = process.getuid?.() ?? uid;
  if (uid !== own && uid !== 0 && own !== 0) throw new OthersFile(path, uid, own);
}
