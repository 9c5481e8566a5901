import { execFile, spawn } from "node:child_process";
import { chown, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";

/** Debian's PostgreSQL, the oldest version that we promise to work on, with one role that owns and one for the app. */
export async function startPostgres(
  initdb: string,
): Promise<{ ownerUrl: string; appUrl: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-postgres15-"));
  const owner = await unprivileged();
  if (owner) await chown(directory, owner.uid, owner.gid);
  const cluster = join(directory, "cluster");
  const options = { ...owner, cwd: "/" };
  await promisify(execFile)(
    initdb,
    ["-D", cluster, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
    options,
  );
  const words = ["-D", cluster, "-k", directory, "-c", "listen_addresses=", "-c", "fsync=off"];
  const server = spawn(join(dirname(initdb), "postgres"), words, {
    ...options,
    stdio: "ignore",
  });
  const url = (role: string, database: string) =>
    `postgres://${role}@localhost/${database}?host=${encodeURIComponent(directory)}`;
  await untilReady(url("owner", "postgres"), ["create role app login", "create database holdfast"]);
  return {
    ownerUrl: url("owner", "holdfast"),
    appUrl: url("app", "holdfast"),
    stop: async () => {
      const exited = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await exited;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres");
  return { uid: Number(user?.[2]), gid: Number(user?.[3]) };
}

async function untilReady(url: string, statements: string[]): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      for (const statement of statements) await client.query(statement);
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
