import { randomInt } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import type { EmbeddedDatabase } from "#platform";
import "../src/platform/tsx.ts";

const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
const quick = { max_wal_size: "128MB", wal_level: "minimal", max_wal_senders: "0", jit: "off" };

const inMemory = "/dev/shm";
const memoryBytesMin = 3 * 2 ** 30;

let cluster: EmbeddedDatabase | undefined;
let directory: string | undefined;

/**
 * Before the first test: one PostgreSQL for the whole run, with every migration applied to the database that
 * test files copy theirs from. With TEST_DATABASE_OWNER_URL the run uses that server instead. All that the run writes
 * stands in one directory, and so does what Node compiled: its processes load the same modules.
 */
export async function globalSetup(): Promise<void> {
  process.env.TEST_SEED ??= String(randomInt(2 ** 31));
  console.log(`seed of all random tests: ${process.env.TEST_SEED} (TEST_SEED=… repeats a run)`);
  directory = await mkdtemp(join(await roomiest(), "holdfast-test-"));
  await chmod(directory, 0o755); // run by root, the database is another user's
  process.env.NODE_COMPILE_CACHE ??= join(directory, "compiled");
  process.env.TMPDIR = join(directory, "tmp");
  await mkdir(process.env.TMPDIR);
  await chmod(process.env.TMPDIR, 0o1777);
  // Imported late: the runner's own process can read pages (.tsx) only from here on.
  const { migrate, startEmbedded } = await import("#platform");
  if (process.env.TEST_DATABASE_OWNER_URL === undefined) {
    cluster = await startEmbedded({
      dataDirectory: directory,
      progress: () => {},
      settings: { ...forgetful, ...quick },
    });
    process.env.TEST_DATABASE_OWNER_URL = cluster.ownerUrl;
    process.env.TEST_DATABASE_URL = cluster.appUrl;
    const [engine] = (await readdir(directory)).filter((name) => name.startsWith("postgres-"));
    process.env.TEST_ENGINE = engine && join(directory, engine);
  }
  const ownerUrl = process.env.TEST_DATABASE_OWNER_URL;
  await migrate(ownerUrl, process.env.TEST_DATABASE_URL ?? ownerUrl);
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop();
  if (directory) await rm(directory, { recursive: true, force: true });
}

/** Memory, where there is enough: a test's database is hundreds of small files, which a disk makes slowly. */
async function roomiest(): Promise<string> {
  const free = await statfs(inMemory).then(
    ({ bavail, bsize }) => Math.min(bavail * bsize, freemem()),
    () => 0,
  );
  return free >= memoryBytesMin ? inMemory : tmpdir();
}
