import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../bin/holdfast.js", import.meta.url));

/** What the product is started with beside its own settings: nothing of ours but what Node compiled already. */
export const bareEnvironment: Readonly<Record<string, string | undefined>> = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
};

export type Running = { child: ChildProcess; url: string; said: string[] };

export type Settings = Readonly<Record<string, string>>;
export type Said = { code: number; stdout: string; stderr: string };

/** The product as a person runs it, on a data directory of its own. */
export class Installation {
  readonly directory: string;
  readonly #started: Running[] = [];

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** An empty directory, but for PostgreSQL's programs, when this run of the tests has them unpacked already. */
  static async create(): Promise<Installation> {
    const installation = await Installation.createBare();
    const { TEST_ENGINE: engine } = process.env;
    if (engine) await symlink(engine, join(installation.directory, basename(engine)));
    return installation;
  }

  static async createBare(): Promise<Installation> {
    const directory = await mkdtemp(join(tmpdir(), "holdfast-running-"));
    await chmod(directory, 0o755); // run by root, the database is another user's
    return new Installation(directory);
  }

  /**
   * Starts the product and waits until it says where it is, or ends.
   * @param log where its log goes
   */
  async start(settings: Settings = {}, log: "ignore" | number = "ignore"): Promise<Running> {
    const own = { HOLDFAST_DATA: this.directory, PORT: "0", LOG_LEVEL: "error" };
    const child = spawn(process.execPath, [program, "serve"], {
      env: { ...bareEnvironment, ...own, ...settings },
      stdio: ["ignore", log, "pipe"],
    });
    const running: Running = { child, url: "", said: [] };
    this.#started.push(running);
    if (!child.stderr) throw new Error("the product has no pipe");
    for await (const line of createInterface({ input: child.stderr })) {
      running.said.push(line);
      running.url = /Holdfast is on (\S+)/.exec(line)?.[1] ?? "";
      if (running.url !== "") break;
    }
    return running;
  }

  /** The process of the embedded database; rejects when none runs. */
  async databasePid(): Promise<number> {
    const file = join(this.directory, "database/cluster/postmaster.pid");
    return Number((await readFile(file, "utf8")).split("\n")[0]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { child } of this.#started) await end({ child }, "SIGTERM");
    const left = await this.databasePid().catch(() => undefined);
    if (left !== undefined) process.kill(left, "SIGKILL");
    await rm(this.directory, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Ends a process and says with which code. One that has ended is left alone. */
export async function end(
  { child }: { child: ChildProcess },
  signal: NodeJS.Signals,
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
  return child.exitCode;
}

export async function isReady(url: string): Promise<boolean> {
  const { status } = await fetch(`${url}/readyz`);
  return status === 200;
}
