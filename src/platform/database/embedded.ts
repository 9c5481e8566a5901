import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { HoldfastError, messageOf } from "../errors.ts";
import type { DatabaseUrls } from "./connection.ts";
import { stageEngine } from "./engine.ts";
import { databaseOwner, makeDataDirectory, type ProcessOwner } from "./owner.ts";
import { launch, type Server, shutDown, stateOf, type TellProgress } from "./postmaster.ts";

const run = promisify(execFile);

const ownerRole = "holdfast_owner";
const appRole = "holdfast";
const databaseName = "holdfast";
const socketPathBytesMax = 90; // a unix socket's path holds 107 bytes, and PostgreSQL adds its file name
const watchEveryMs = 1_000;

export type EmbeddedDatabase = DatabaseUrls & {
  /** Stops the server: fast shutdown, everything committed is on disk. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDirectory: string;
  progress: TellProgress;
  /** Extra server settings, such as `fsync=off` for tests. */
  settings?: Record<string, string>;
  /** Aborted when the start is to be given up. */
  signal?: AbortSignal;
};

/** Somebody asked the process to end before it had started. */
class StartGivenUp extends HoldfastError {
  readonly code = "start_given_up";
  readonly refusal = "unavailable";
  constructor() {
    super("It was asked to end before it had started. Nothing is lost.");
  }
}

/**
 * Starts the PostgreSQL in the data directory, or adopts one that an earlier process left running, and restarts
 * it when it dies. It listens on a unix socket that only its own user and root can reach.
 * @throws {DatabaseNotStarted} {StartGivenUp}
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const server = await prepare(options);
  const stopping = new AbortController();
  if ((await stateOf(server)) !== "answering") {
    const { signal = stopping.signal } = options;
    await launch(server, options.progress, signal);
    if (signal.aborted) {
      await shutDown(server);
      throw new StartGivenUp();
    }
  }
  await createRolesAndDatabase(server.probeUrl);
  const watching = watch(server, options.progress, stopping.signal);
  return {
    ...embeddedUrls(options.dataDirectory),
    stop: async () => {
      stopping.abort();
      await watching;
      await shutDown(server);
    },
  };
}

/** Where a server on this data directory is reached, whoever runs it. */
export function embeddedUrls(dataDirectory: string): DatabaseUrls {
  const socketDirectory = socketDirectoryFor(dataDirectory);
  return {
    appUrl: url(socketDirectory, appRole, databaseName),
    ownerUrl: url(socketDirectory, ownerRole, databaseName),
  };
}

async function prepare(options: EmbeddedOptions): Promise<Server> {
  const { dataDirectory } = options;
  await makeDataDirectory(dataDirectory);
  const socketDirectory = socketDirectoryFor(dataDirectory);
  const server: Server = {
    engine: await stageEngine(dataDirectory),
    owner: await databaseOwner(dataDirectory),
    clusterDirectory: join(dataDirectory, "database", "cluster"),
    socketDirectory,
    logFile: join(dataDirectory, "database", "postgres.log"),
    settings: options.settings ?? {},
    probeUrl: url(socketDirectory, ownerRole, "postgres"),
  };
  await privateDirectory(join(dataDirectory, "database"), server.owner);
  await privateDirectory(socketDirectory, server.owner);
  if (!existsSync(server.clusterDirectory)) {
    options.progress("Creating the database (first start only, a few seconds)");
    await createCluster(server);
  }
  return server;
}

/** The cluster is made aside and renamed when whole: a crash in between leaves nothing half made. */
async function createCluster(server: Server): Promise<void> {
  const unfinished = `${server.clusterDirectory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const words = ["-D", unfinished, "-U", ownerRole, "--encoding=UTF8", "--auth=trust"];
  words.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  words.push("--no-instructions");
  if (server.settings.fsync === "off") words.push("--no-sync");
  await run(server.engine.initdb, words, { ...server.owner, cwd: "/", env: { TZ: "UTC" } });
  await rename(unfinished, server.clusterDirectory);
}

async function createRolesAndDatabase(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [appRole, databaseName],
    );
    if (!rows[0]?.role) await client.query(`create role ${appRole} login`);
    if (!rows[0]?.database) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

async function watch(server: Server, progress: TellProgress, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(watchEveryMs, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted || (await stateOf(server)) !== "absent") continue;
    progress("The database stopped by itself; starting it again");
    await launch(server, progress, signal).catch((error) => progress(messageOf(error)));
  }
}

function socketDirectoryFor(dataDirectory: string): string {
  const inside = join(dataDirectory, "socket");
  if (Buffer.byteLength(inside) <= socketPathBytesMax) return inside;
  const name = createHash("sha256").update(dataDirectory).digest("hex").slice(0, 16);
  return join(tmpdir(), `holdfast-${name}`);
}

async function privateDirectory(directory: string, owner: ProcessOwner): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (owner) await chown(directory, owner.uid, owner.gid);
  await chmod(directory, 0o700);
}

function url(socketDirectory: string, role: string, database: string): string {
  return `postgres://${role}@localhost/${database}?host=${encodeURIComponent(socketDirectory)}`;
}
