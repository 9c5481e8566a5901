import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { messageOf } from "../errors.ts";
import { type Engine, stageEngine } from "./engine.ts";
import { databaseOwner, type ProcessOwner } from "./owner.ts";

const run = promisify(execFile);

const ownerRole = "holdfast_owner";
const appRole = "holdfast";
const databaseName = "holdfast";
const socketPathBytesMax = 90; // a unix socket's path holds 107 bytes, and PostgreSQL adds its file name
const startTries = 20;
const startWaitMs = 60_000;
const watchEveryMs = 1_000;

/** How the embedded database is reached, for both of its roles. */
export type EmbeddedDatabase = {
  appUrl: string;
  ownerUrl: string;
  /** Stops the server when nobody else may need it: fast shutdown, everything committed is on disk. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDirectory: string;
  /** Called with a sentence for each step that may take over a second. */
  progress(sentence: string): void;
  /** Extra server settings, such as `fsync=off` for tests. */
  settings?: Record<string, string>;
};

/**
 * Starts the PostgreSQL in the data directory, or adopts one that an earlier process left running, and restarts
 * it when it dies. It listens on a unix socket that only its own user and root can reach.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const server = await prepare(options);
  if (!(await answers(server.socketDirectory))) await launch(server, options.progress);
  await createRolesAndDatabase(server.socketDirectory);
  const stopWatching = watch(server, options.progress);
  return {
    appUrl: url(server.socketDirectory, appRole, databaseName),
    ownerUrl: url(server.socketDirectory, ownerRole, databaseName),
    stop: async () => {
      await stopWatching();
      await shutDown(server);
    },
  };
}

type Server = {
  engine: Engine;
  owner: ProcessOwner;
  clusterDirectory: string;
  socketDirectory: string;
  logFile: string;
  settings: Record<string, string>;
};

async function prepare(options: EmbeddedOptions): Promise<Server> {
  const { dataDirectory } = options;
  await mkdir(dataDirectory, { recursive: true, mode: 0o755 });
  const owner = await databaseOwner(dataDirectory);
  const engine = await stageEngine(dataDirectory);
  const server: Server = {
    engine,
    owner,
    clusterDirectory: join(dataDirectory, "database", "cluster"),
    socketDirectory: socketDirectoryFor(dataDirectory),
    logFile: join(dataDirectory, "database", "postgres.log"),
    settings: options.settings ?? {},
  };
  await privateDirectory(join(dataDirectory, "database"), owner);
  await privateDirectory(server.socketDirectory, owner);
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
  const words = [
    "-D",
    unfinished,
    "-U",
    ownerRole,
    "--encoding=UTF8",
    "--locale=C",
    "--auth=trust",
  ];
  words.push("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
  if (server.settings.fsync === "off") words.push("--no-sync");
  await run(server.engine.initdb, words, { ...server.owner, cwd: "/", env: { TZ: "UTC" } });
  await rename(unfinished, server.clusterDirectory);
}

async function launch(server: Server, progress: (sentence: string) => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await clearDeadLock(join(server.clusterDirectory, "postmaster.pid"));
    await clearDeadLock(join(server.socketDirectory, ".s.PGSQL.5432.lock"));
    const child = await spawnPostgres(server);
    const outcome = await Promise.race([exitOf(child), untilAnswering(server, progress)]);
    if (outcome === "answering") return;
    if (attempt === startTries) {
      throw new Error(`PostgreSQL did not start (${outcome}). Its log is ${server.logFile}`);
    }
    await sleep(300); // backends of a killed server may hold its shared memory for a moment
  }
}

/** Its own session, so that Ctrl-C in a terminal reaches us first and requests under way can finish. */
async function spawnPostgres(server: Server): Promise<ChildProcess> {
  const settings = { listen_addresses: "", unix_socket_directories: server.socketDirectory };
  const words = Object.entries({
    ...settings,
    unix_socket_permissions: "0700",
    ...server.settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = await open(server.logFile, "a");
  const child = spawn(server.engine.postgres, ["-D", server.clusterDirectory, ...words], {
    ...server.owner,
    cwd: "/",
    env: { TZ: "UTC" },
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  child.unref();
  await log.close();
  return child;
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(messageOf(error)));
    child.once("exit", (code, signal) => resolve(`exit ${code ?? signal}`));
  });
}

async function untilAnswering(server: Server, progress: (sentence: string) => void) {
  const tenthsMax = startWaitMs / 50;
  for (let tick = 0; tick < tenthsMax; tick++) {
    if (await answers(server.socketDirectory)) return "answering";
    if (tick === 20) progress("Waiting for the database to recover what it was doing");
    await sleep(50);
  }
  return `no answer for ${startWaitMs / 1000} s`;
}

/** Alive means that it answers a query: a process id proves nothing (a zombie has one too). */
async function answers(socketDirectory: string): Promise<boolean> {
  const client = new Client({ connectionString: url(socketDirectory, ownerRole, "postgres") });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Removes a lock file whose process is no PostgreSQL any more: the server would refuse to start because of it. */
async function clearDeadLock(file: string): Promise<void> {
  const pid = await pidIn(file);
  if (pid === undefined) return;
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  if (!/^\d+ \(postgres\) [^Z]/.test(status)) await rm(file, { force: true });
}

async function pidIn(file: string): Promise<number | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return pid > 1 ? pid : undefined;
}

async function createRolesAndDatabase(socketDirectory: string): Promise<void> {
  const client = new Client({ connectionString: url(socketDirectory, ownerRole, "postgres") });
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

function watch(server: Server, progress: (sentence: string) => void): () => Promise<void> {
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(watchEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted || (await answers(server.socketDirectory))) continue;
      progress("The database stopped by itself; starting it again");
      await launch(server, progress).catch((error) => progress(messageOf(error)));
    }
  })();
  return async () => {
    stopping.abort();
    await watching;
  };
}

async function shutDown(server: Server): Promise<void> {
  const file = join(server.clusterDirectory, "postmaster.pid");
  const pid = await pidIn(file);
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGINT"); // PostgreSQL's fast shutdown
  } catch {
    return;
  }
  while (existsSync(file)) await sleep(20);
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
