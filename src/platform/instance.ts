import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer } from "node:net";
import { makeDataDirectory } from "./database/index.ts";
import { InvalidInput } from "./errors.ts";

export class DataInUse extends InvalidInput {
  constructor(directory: string) {
    super(
      "data_in_use",
      `Another Holdfast is running on ${directory}. Stop it first, or give this one its own HOLDFAST_DATA (and PORT).`,
    );
  }
}

class CannotHold extends InvalidInput {
  constructor(path: string) {
    super(
      "cannot_hold",
      `Only on Linux can a process be sure that it alone uses ${path}. Run this on Linux.`,
    );
  }
}

/** Makes this process the only one on a data directory. Only Linux has an embedded database, hence something to lock. */
export async function holdDataDirectory(directory: string): Promise<() => void> {
  if (process.platform !== "linux") return () => {};
  await makeDataDirectory(directory);
  return await holdAlone(directory, () => new DataInUse(directory));
}

/**
 * Makes this process the only one that holds a file or directory until it ends, however it ends: the lock is a name in
 * Linux's abstract socket namespace, which the kernel frees with the process. It binds the processes of one network
 * namespace: two containers on one volume don't see each other's.
 * @returns releases it
 * @throws what `inUse` gives, when another process holds it
 */
export async function holdAlone(path: string, inUse: () => InvalidInput): Promise<() => void> {
  if (process.platform !== "linux") throw new CannotHold(path);
  const name = createHash("sha256")
    .update(await realpath(path))
    .digest("hex");
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? inUse() : error);
    });
    server.listen({ path: `\0holdfast:${name}` }, resolve);
  });
  server.unref();
  return () => server.close();
}
