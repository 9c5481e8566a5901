import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
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
    const second = await startEmbedded({ dataDirectory, progress, settings });
    await second.stop();
    assert.equal(stranger.exitCode ?? stranger.signalCode, null);
  } finally {
    stranger.kill("SIGKILL");
    await rm(dataDirectory, { recursive: true, force: true });
  }
});

/** A server whose program ends as soon as it is started. */
async function brokenServer(directory: string): Promise<Server> {
  const logFile = join(directory, "postgres.log");
  const program = join(directory, "postgres");
  await writeFile(program, "#!/bin/sh\necho 'FATAL: it has wrong ownership'\nexit 2\n", {
    mode: 0o755,
  });
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
