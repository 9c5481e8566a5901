import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openTestDatabase } from "#test";
import { run, start } from "../desk.ts";
import { isReady } from "../running.ts";

const opened = await openTestDatabase();
const directory = await mkdtemp(join(tmpdir(), "holdfast-renewal-"));
const running = new AsyncDisposableStack();
after(async () => {
  await running.disposeAsync();
  await opened[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});
const env = {
  HOLDFAST_DATA: directory,
  DATABASE_URL: opened.appUrl,
  DATABASE_OWNER_URL: opened.ownerUrl,
  PORT: "0",
};
const origin = "localhost/log";

test("a desk whose log lost its record goes on, tells it on the Log page, and is renewed by a command", async () => {
  const first = await started();
  await until(async () => (await at(first.url, "/log/checkpoint")).startsWith(`${origin}\n`));
  await first.stop();
  await rm(join(directory, "ledger/log"), { recursive: true });

  const troubled = await started();
  assert.ok(await isReady(troubled.url));
  assert.match(await at(troubled.url, "/log"), /nothing could stop a second history/);
  await troubled.stop();

  const begun = await run(env, "log", "renew", "--because", "the signer's disk is lost");
  assert.match(begun.stdout, /localhost\/log-2 begins at \d+ events/, begun.stderr);

  const renewed = await started();
  await until(async () => (await at(renewed.url, "/log-2/checkpoint")).startsWith(`${origin}-2\n`));
  for (const old of ["/log/checkpoint", "/log/tile/0/000.p/1", "/log-3/tile/0/000.p/1"]) {
    assert.equal((await fetch(renewed.url + old)).status, 404, `${old} is of another log`);
  }
  assert.equal((await fetch(`${renewed.url}/log-2/tile/0/000.p/1`)).status, 200);
  assert.match(await at(renewed.url, "/log"), /href="\/log-2\/checkpoint"/);
  assert.match((await run(env, "verify-log")).stdout, /All fits/);
  await renewed.stop();
});

async function started(): Promise<{ url: string; stop(): Promise<void> }> {
  const desk = await start(env);
  running.defer(desk.stop);
  return desk;
}

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
