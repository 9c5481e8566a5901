import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { startEmbedded } from "./embedded.ts";
import { launch, type Server } from "./postmaster.ts";

const settings = { fsync: "off" };

test("a pid file with a stranger's number signals nobody, and the next start clears it", async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), "holdfast-embedded-"));
  await chmod(dataDirectory, 0o755);
  const stranger = spawn("sleep", ["60"]);
  const progress = () => {};
  try {
    const first = await startEmbedded({ dataDirectory, progress, settings });
    const file = join(dataDirectory, "database/cluster/postmaster.pid");
    const written = await readFile(file, "utf8");
    const [pid = ""] = written.split("\n");
    await writeFile(file, written.replace(pid, String(stranger.pid)));
    await first.stop();
    assert.equal(stranger.exitCode ?? stranger.signalCode, null);

    process.kill(Number(pid), "SIGKILL");
    while (isThere(Number(pid))) await nextTurn();
    const second = await startEmbedded({ dataDirectory, progress, settings });
    await second.stop();
    assert.equal(stranger.exitCode ?? stranger.signalCode, null);
  } finally {
    stranger.kill("SIGKILL");
    await rm(dataDirectory, { recursive: true, force: true });
  }
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A server whose program does something else; without more, it ends as soon as it is started. */
async function brokenServer(
  directory: string,
  does = "echo 'FATAL: it has wrong ownership'\nexit 2",
): Promise<Server> {
  const logFile = join(directory, "postgres.log");
  const program = join(directory, "postgres");
  await writeFile(program, `#!/bin/sh\n${does}\n`, { mode: 0o755 });
  return {
    engine: { postgres: program, initdb: program },
    owner: undefined,
    ...{ clusterDirectory: directory, socketDirectory: directory, logFile, settings: {} },
    probeUrl: `postgres://nobody@localhost/none?host=${encodeURIComponent(directory)}`,
  };
}

test("a server that ends whenever it is started is an error that says why", async () => {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-embedded-"));
  try {
    const server = await brokenServer(directory);
    await assert.rejects(
      launch(server, () => {}, new AbortController().signal),
      {
        code: "database_not_started",
        message: /exit 2.*postgres\.log:\n.*wrong ownership/s,
      },
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test("a start that is given up ends at once", async () => {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-embedded-"));
  try {
    const server = await brokenServer(directory);
    await launch(server, () => {}, AbortSignal.timeout(100));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test("a start that is given up leaves no server that has written no pid file yet", async () => {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-embedded-"));
  const file = join(directory, "pid");
  const started = async () => Number(await readFile(file, "utf8").catch(() => ""));
  try {
    const server = await brokenServer(directory, `echo $$ > ${file}\nexec sleep 60`);
    const giving = new AbortController();
    const launching = launch(server, () => {}, giving.signal);
    while (!(await started())) await nextTurn();
    giving.abort();
    await launching;
    const pid = await started();
    assert.ok(!isThere(pid));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
