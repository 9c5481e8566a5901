import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { openKeykeeper } from "#keys";
import { HoldfastError, newId, openLog, systemClock } from "#platform";
import { openTestDatabase } from "#test";
import { run, start } from "../desk.ts";
import { bareEnvironment, end, program } from "../running.ts";

const opened = await openTestDatabase();
const directory = await mkdtemp(join(tmpdir(), "holdfast-split-"));
await chmod(directory, 0o755);
const started = new AsyncDisposableStack();
after(async () => {
  await started.disposeAsync();
  await opened[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

const demo = {
  HOLDFAST_DATA: directory,
  DATABASE_URL: opened.appUrl,
  DATABASE_OWNER_URL: opened.ownerUrl,
  PORT: "0",
  LOG_LEVEL: "silent",
};
const production = {
  PUBLIC_URL: "https://help.example.com",
  HELP_CONTENT: "content/help",
  ...demo,
};
const KEYKEEPER_SOCKET = join(directory, "socket", "keykeeper");

/** A keykeeper in a process of its own, when it says that it runs or why it doesn't. */
async function startKeykeeper(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [program, "serve", "--roles", "keykeeper"], {
    env: { ...bareEnvironment, ...production, KEYKEEPER_SOCKET },
    stdio: ["ignore", "ignore", "pipe"],
  });
  started.defer(async () => {
    await end({ child }, "SIGKILL");
  });
  let said = "";
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    if (/^Holdfast is/.test(line)) break;
  }
  return { child, said };
}

async function holdfast(...words: string[]): Promise<string> {
  const { stdout, stderr } = await run(production, ...words);
  assert.equal(stderr, "");
  return stdout;
}

test("in production a keykeeper without a key, and a desk without a keykeeper, say what to do", async () => {
  const keykeeper = await run(production, "serve", "--roles", "keykeeper");
  assert.match(keykeeper.stderr, /no key-encryption key in .*keykeeper.*holdfast keys new/);
  const desk = await run(production, "serve", "--roles", "web");
  assert.match(desk.stderr, /isn't the keykeeper and can't reach one.*KEYKEEPER_SOCKET/);
  assert.deepEqual([keykeeper.code, desk.code], [2, 2]);
});

test("a keykeeper in a process of its own serves the desk, through a rotation and its own death", async () => {
  const first = await holdfast("keys", "new", "--kind", "file");
  assert.match(first, /^kek_\w+ is in /);
  const running = await startKeykeeper();
  assert.match(running.said, /Holdfast is working/);

  const desk = await openKeykeeper({
    config: {
      KEYKEEPER_SOCKET,
      KEYKEEPER_DIRECTORY: undefined,
      KEK_PASSPHRASE_FILE: undefined,
      KEK_PIN_FILE: undefined,
    },
    dataDirectory: directory,
    database: opened.database,
    clock: systemClock,
    log: openLog("silent"),
    isKeykeeper: false,
    permits: [],
    holdOn: async () => undefined,
    record: async () => {},
  });
  const { url, stop } = await start({ ...demo, KEYKEEPER_SOCKET }, ["web"]);
  started.defer(stop);
  const untilReadiness = async (expected: object) => {
    const readiness = async () => await (await fetch(`${url}/readyz`)).json();
    for (let tries = 0; tries < 200 && !isDeepStrictEqual(await readiness(), expected); tries++) {
      await sleep(100);
    }
    assert.deepEqual(await readiness(), expected);
  };
  const ready = { status: "ready", failing: [] };
  await untilReadiness(ready);

  const place = () => {
    const client = newId("client", systemClock());
    return { table: "vault.fields", field: "email", version: 1, client };
  };
  const write = () =>
    desk.keykeeper.encrypt({ ...place(), kind: "email", value: "ada@larkmoor.example" });
  const { mask, index } = await write();
  assert.equal(mask, "a•••@l•••.•••");

  const rotated = JSON.parse(await holdfast("keys", "rotate", "--json"));
  assert.equal(rotated.rewrapped, 3);
  await holdfast("keys", "drop", first.split(" ")[0] ?? "");
  assert.deepEqual((await write()).index, index);
  assert.match(
    await holdfast("keys"),
    /^kek_\w+ {2}newest {2}wraps 2 clients' keys, 2 index keys\n$/,
  );
  assert.equal(await holdfast("audit", "keys"), "0 decryptions, each for an event of its own\n");

  await end(running, "SIGKILL");
  await assert.rejects(
    write,
    (error) => error instanceof HoldfastError && error.code === "keykeeper_away",
  );
  await untilReadiness({ status: "not_ready", failing: ["keykeeper"] });
  const again = await startKeykeeper();
  await untilReadiness(ready);
  assert.deepEqual((await write()).index, index);
  const other = await run({ ...production, KEYKEEPER_SOCKET }, "serve", "--roles", "keykeeper");
  assert.match(other.stderr, /Another keykeeper is running on/);
  await desk.stop();
  const exited = once(again.child, "exit");
  again.child.kill("SIGTERM");
  assert.deepEqual(await exited, [0, null]);
});
