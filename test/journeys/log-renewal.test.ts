import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { end, Installation, isReady } from "../running.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("../../bin/holdfast.js", import.meta.url));

test("a desk whose log lost its record goes on, tells it on the Log page, and is renewed by a command", async () => {
  await using installation = await Installation.create();
  const first = await installation.start();
  await until(async () => (await checkpointOf(first.url)).startsWith("localhost/log\n"));
  assert.equal(await end(first, "SIGTERM"), 0);
  await rm(join(installation.directory, "ledger/log"), { recursive: true });

  const troubled = await installation.start();
  assert.ok(await isReady(troubled.url));
  const page = await (await fetch(`${troubled.url}/log`)).text();
  assert.match(page, /nothing could stop a second history/);
  assert.equal(await end(troubled, "SIGTERM"), 0);

  const env = { PATH: process.env.PATH, HOLDFAST_DATA: installation.directory };
  const words = [program, "log", "renew", "--because", "the signer's disk is lost"];
  const { stdout } = await run(process.execPath, words, { env });
  assert.match(stdout, /localhost\/log-2 begins at \d+ events/);

  const renewed = await installation.start();
  await until(async () => (await checkpointOf(renewed.url)).startsWith("localhost/log-2\n"));
  const verified = await run(process.execPath, [program, "verify-log"], { env });
  assert.match(verified.stdout, /All fits/);
});

async function checkpointOf(url: string): Promise<string> {
  return await (await fetch(`${url}/log/checkpoint`)).text();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await sleep(100);
  }
  assert.fail("it didn't happen within 20 seconds");
}
