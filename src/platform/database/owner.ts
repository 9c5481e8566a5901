import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { access, constants, mkdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { InvalidInput, messageOf } from "../errors.ts";

/** Whom the embedded PostgreSQL runs as. PostgreSQL refuses root, so root hands it to another user. */
export type ProcessOwner = { uid: number; gid: number } | undefined;

class UnreachableData extends InvalidInput {
  constructor(directory: string, blocking: string) {
    super(
      "unreachable_data",
      `HOLDFAST_DATA is ${directory}, but the unprivileged user that runs the database cannot enter ${blocking}. ` +
        "Set HOLDFAST_DATA to a directory outside it, such as /var/lib/holdfast.",
    );
  }
}

/** The user for the database: ourselves, or as root the owner of the existing data, `postgres` or `nobody`. */
export async function databaseOwner(dataDirectory: string): Promise<ProcessOwner> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = join(dataDirectory, "database");
  if (existsSync(existing)) {
    const { uid, gid } = statSync(existing);
    if (uid !== 0) return { uid, gid };
  }
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const user = ["postgres", "nobody"]
    .map((name) => users.find((entry) => entry[0] === name))
    .find((entry) => entry !== undefined);
  return { uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
}

/**
 * Where the data goes. The default, `.holdfast` beside the program, can lie below a directory that only root
 * may enter (a clone in root's home): then it is moved to `/var/lib/holdfast`, a folder for each program path.
 * A directory that somebody chose is never moved: it works or is refused.
 */
export function reachableDataDirectory(chosen: string, isDefault: boolean): string {
  const directory = resolve(chosen);
  if (process.getuid?.() !== 0) return directory;
  const blocking = firstClosed(directory);
  if (blocking === undefined) return directory;
  if (!isDefault) throw new UnreachableData(directory, blocking);
  const name = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  return join("/var/lib/holdfast", name);
}

function firstClosed(directory: string): string | undefined {
  const othersMayEnter = 0o001;
  for (let parent = directory; ; parent = dirname(parent)) {
    if (existsSync(parent) && (statSync(parent).mode & othersMayEnter) === 0) return parent;
    if (parent === dirname(parent)) return undefined;
  }
}

export class UnwritableData extends InvalidInput {
  constructor(directory: string, error: unknown) {
    super(
      "unwritable_data",
      `HOLDFAST_DATA is ${directory}, where this user can't write (${messageOf(error)}). Give a directory of your own.`,
    );
  }
}

/** Makes the data directory and those above it, one by one: `recursive` never returns where none can be made. */
export async function makeDataDirectory(directory: string): Promise<void> {
  try {
    await makeDirectory(directory);
    await access(directory, constants.W_OK);
  } catch (error) {
    throw new UnwritableData(directory, error);
  }
}

async function makeDirectory(directory: string): Promise<void> {
  if (existsSync(directory)) return;
  await makeDirectory(dirname(directory));
  await mkdir(directory, { mode: 0o755 });
}
