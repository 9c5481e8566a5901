import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startEmbedded } from "./embedded.ts";

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
