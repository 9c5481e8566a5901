import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import type { Keykeeper } from "#keys";
import { type Database, type ReadinessCheck, transaction } from "#platform";

/** Four of PostgreSQL's write-ahead files: with less, it may not be able to write the next message. */
const roomMin = 64 * 2 ** 20;

type Needed = {
  keykeeper: Pick<Keykeeper, "ready">;
  /** Where the embedded database and our lists are; nobody's room is looked at where it isn't there. */
  dataDirectory: string;
};

/** What must work before requests are taken, by the names that `/readyz` tells. */
export function readiness(
  { keykeeper, dataDirectory }: Needed,
  database: Database,
  directory: { current(): Promise<unknown> },
  policy: { requireInForce(): Promise<void> },
): ReadinessCheck[] {
  return [
    { name: "database", check: () => transaction(database, async () => {}) },
    { name: "disk", check: () => requireRoom(dataDirectory, roomMin) },
    { name: "directory", check: async () => void (await directory.current()) },
    { name: "policy", check: () => policy.requireInForce() },
    { name: "keykeeper", check: () => keykeeper.ready() },
  ];
}

/** @throws when the directory's disk has less room than that, in bytes */
export async function requireRoom(directory: string, bytesMin: number): Promise<void> {
  if (!existsSync(directory)) return;
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize < bytesMin) throw new Error("the disk is nearly full");
}
