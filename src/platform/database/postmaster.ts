import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { HoldfastError, messageOf } from "../errors.ts";
import type { Engine } from "./engine.ts";
import type { ProcessOwner } from "./owner.ts";

const startTries = 20;
const startPauseMs = 300; // backends of a killed server may hold its shared memory for a moment
const pollMs = 50;
const connectTimeoutMs = 2_000;
const tellAfterMs = 2_000;
const stopWaitMs = 60_000;
const lastLines = 3;
const cannotConnectNow = "57P03";

/** One PostgreSQL server: its programs, whom it runs as, and where it keeps what. */
export type Server = {
  engine: Engine;
  owner: ProcessOwner;
  clusterDirectory: string;
  socketDirectory: string;
  logFile: string;
  settings: Readonly<Record<string, string>>;
  /** How to reach it for asking whether it is there. */
  probeUrl: string;
};

/** The embedded server ended each time that it was started. */
class DatabaseNotStarted extends HoldfastError {
  readonly code = "database_not_started";
  readonly refusal = "unavailable";
  constructor({ logFile, clusterDirectory }: Server, outcome: string, lastWords: string) {
    super(
      `PostgreSQL did not start (${outcome}). The end of its log, ${logFile}:\n${lastWords}\nMend what it names (${clusterDirectory} and all in it must belong to the user that runs it, and its disk needs room), then start again.`,
    );
  }
}

/** Told a sentence for each step that may take over a second. */
export type TellProgress = (sentence: string) => void;

/**
 * Whether a server is there. Only an answer on its socket counts: a process id proves nothing, since a zombie and a
 * stranger with a recycled number have one too.
 */
export async function stateOf(server: Server): Promise<"answering" | "busy" | "absent"> {
  const client = new Client({
    connectionString: server.probeUrl,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return "answering";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ECONNREFUSED") return "absent";
    const hasSpoken = /^[0-9A-Z]{5}$/.test(code) && code !== cannotConnectNow;
    return hasSpoken ? "answering" : "busy";
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Starts the server and waits until it answers; recovery after a crash may take as long as it takes. One that was started and isn't
 * awaited any more is ended: it may have written no file yet by which `shutDown` would find it.
 */
export async function launch(
  server: Server,
  progress: TellProgress,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    await clearDeadLock(server, join(server.clusterDirectory, "postmaster.pid"));
    await clearDeadLock(server, join(server.socketDirectory, ".s.PGSQL.5432.lock"));
    const ended = new AbortController();
    const log = await open(server.logFile, "a");
    // Listens before anything else is awaited: a server that ends at once must not end unheard.
    const child = spawnPostgres(server, log.fd);
    const exit = exitOf(child).finally(() => ended.abort());
    await log.close();
    const either = AbortSignal.any([signal, ended.signal]);
    if (await untilAnswering(server, progress, either)) return;
    if (signal.aborted) return await end(child, exit);
    const outcome = await exit;
    if (attempt === startTries)
      throw new DatabaseNotStarted(server, outcome, await lastWords(server));
    await sleep(startPauseMs);
  }
}

/** Fast shutdown: what was committed is on disk when this returns. A process that is not this server is left alone. */
export async function shutDown(server: Server): Promise<void> {
  const pid = await pidIn(join(server.clusterDirectory, "postmaster.pid"));
  if (pid === undefined || !(await isServer(server, pid))) return;
  process.kill(pid, "SIGINT");
  const triesMax = stopWaitMs / pollMs;
  for (let tries = 0; await isServer(server, pid); tries++) {
    if (tries === triesMax) process.kill(pid, "SIGQUIT"); // immediate: the next start recovers
    await sleep(pollMs);
  }
}

/** Its own session, so that Ctrl-C in a terminal reaches us first and requests under way can finish. */
function spawnPostgres(server: Server, log: number): ChildProcess {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: server.socketDirectory,
    unix_socket_permissions: "0700",
    ...server.settings,
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(server.engine.postgres, ["-D", server.clusterDirectory, ...words], {
    ...server.owner,
    cwd: "/",
    env: { TZ: "UTC" },
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
  return child;
}

async function end(child: ChildProcess, exit: Promise<string>): Promise<void> {
  child.ref();
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), stopWaitMs);
  await exit;
  clearTimeout(late);
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(messageOf(error)));
    child.once("exit", (code, signal) => resolve(`exit ${code ?? signal}`));
  });
}

async function untilAnswering(
  server: Server,
  progress: TellProgress,
  signal: AbortSignal,
): Promise<boolean> {
  for (let waitedMs = 0; !signal.aborted; waitedMs += pollMs) {
    if ((await stateOf(server)) === "answering") return true;
    if (waitedMs === tellAfterMs) progress("Waiting for the database to recover what it was doing");
    await sleep(pollMs);
  }
  return false;
}

/** Removes a lock file whose process is gone: PostgreSQL would refuse to start because of it. */
async function clearDeadLock(server: Server, file: string): Promise<void> {
  const pid = await pidIn(file);
  if (pid !== undefined && !(await isServer(server, pid))) await rm(file, { force: true });
}

/** Is this process the server of this very cluster? A zombie has no command line, a stranger another one. */
async function isServer(server: Server, pid: number): Promise<boolean> {
  if (!existsSync("/proc/self/cmdline")) return true;
  const words = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
  return words[words.indexOf("-D") + 1] === server.clusterDirectory;
}

/** What the server said last. */
async function lastWords({ logFile }: Server): Promise<string> {
  const lines = (await readFile(logFile, "utf8").catch(() => "")).trim().split("\n");
  return lines
    .slice(-lastLines)
    .map((line) => `  ${line}`)
    .join("\n");
}

async function pidIn(file: string): Promise<number | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return pid > 1 ? pid : undefined;
}
