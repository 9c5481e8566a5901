import { randomInt } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmbeddedDatabase } from "#platform";
import "../src/platform/tsx.ts";

const fastAndForgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

let cluster: EmbeddedDatabase | undefined;
let directory: string | undefined;

/**
 * Before the first test: one PostgreSQL for the whole run, with every migration applied to the database that
 * test files copy theirs from. With TEST_DATABASE_OWNER_URL the run uses that server instead.
 */
export async function globalSetup(): Promise<void> {
  process.env.TEST_SEED ??= String(randomInt(2 ** 31));
  console.log(`seed of all random tests: ${process.env.TEST_SEED} (TEST_SEED=… repeats a run)`);
  // Imported late: the runner's own process can read pages (.tsx) only from here on.
  const { migrate, startEmbedded } = await import("#platform");
  if (process.env.TEST_DATABASE_OWNER_URL === undefined) {
    directory = await mkdtemp(join(tmpdir(), "holdfast-test-"));
    await chmod(directory, 0o755); // run by root, the database is another user's
    cluster = await startEmbedded({
      dataDirectory: directory,
      progress: () => {},
      settings: fastAndForgetful,
    });
    process.env.TEST_DATABASE_OWNER_URL = cluster.ownerUrl;
    process.env.TEST_DATABASE_URL = cluster.appUrl;
  }
  const ownerUrl = process.env.TEST_DATABASE_OWNER_URL;
  await migrate(ownerUrl, process.env.TEST_DATABASE_URL ?? ownerUrl);
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop();
  if (directory) await rm(directory, { recursive: true, force: true });
}
