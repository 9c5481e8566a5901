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

/**
 * Makes this process the only one on a data directory until it ends, however it ends: the lock is a name in
 * Linux's abstract socket namespace, which the kernel frees with the process. Other systems have no embedded
 * database, hence nothing to lock.
 */
export async function holdDataDirectory(directory: string): Promise<() => void> {
  if (process.platform !== "linux") return () => {};
  await makeDataDirectory(directory);
  const name = createHash("sha256")
    .update(await realpath(directory))
    .digest("hex");
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new DataInUse(directory) : error);
    });
    server.listen({ path: `\0holdfast:${name}` }, resolve);
  });
  server.unref();
  return () => server.close();
}
