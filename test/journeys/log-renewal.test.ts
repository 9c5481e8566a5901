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

const origin = "localhost/log";

test("a desk whose log lost its record goes on, tells it on the Log page, and is renewed by a command", async () => {
  await using installation = await Installation.create();
  const first = await installation.start();
  await until(async () => (await at(first.url, "/log/checkpoint")).startsWith(`${origin}\n`));
  assert.equal(await end(first, "SIGTERM"), 0);
  await rm(join(installation.directory, "ledger/log"), { recursive: true });

  const troubled = await installation.start();
  assert.ok(await isReady(troubled.url));
  const page = await at(troubled.url, "/log");
  assert.match(page, /nothing could stop a second history/);
  assert.equal(await end(troubled, "SIGTERM"), 0);

  const env = { PATH: process.env.PATH, HOLDFAST_DATA: installation.directory };
  const words = [program, "log", "renew", "--because", "the signer's disk is lost"];
  const { stdout } = await run(process.execPath, words, { env });
  assert.match(stdout, /localhost\/log-2 begins at \d+ events/);

  const renewed = await installation.start();
  await until(async () => (await at(renewed.url, "/log-2/checkpoint")).startsWith(`${origin}-2\n`));
  for (const old of ["/log/checkpoint", "/log/tile/0/000.p/1", "/log-3/tile/0/000.p/1"]) {
    assert.equal((await fetch(renewed.url + old)).status, 404, `${old} is of another log`);
  }
  assert.equal((await fetch(`${renewed.url}/log-2/tile/0/000.p/1`)).status, 200);
  assert.match(await at(renewed.url, "/log"), /href="\/log-2\/checkpoint"/);
  const verified = await run(process.execPath, [program, "verify-log"], { env });
  assert.match(verified.stdout, /All fits/);
});

async function at(url: string, path: string): Promise<string> {
  return await (await fetch(url + path)).text();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await sleep(100);
  }
  assert.fail("it didn't happen within 20 seconds");
}
