import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, migrate, openDatabase, startEmbedded } from "#platform";

export type BenchDatabase = {
  database: Database;
  appUrl: string;
  ownerUrl: string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A migrated database of the benchmark's own, with fsync on as in the product. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-"));
  await chmod(directory, 0o755);
  const embedded = await startEmbedded({ dataDirectory: directory, progress: () => {} });
  await migrate(embedded.ownerUrl, embedded.appUrl);
  const database = openDatabase(embedded.appUrl, () => {});
  return {
    database,
    appUrl: embedded.appUrl,
    ownerUrl: embedded.ownerUrl,
    [Symbol.asyncDispose]: async () => {
      await database.end();
      await embedded.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
