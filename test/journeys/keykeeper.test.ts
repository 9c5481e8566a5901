import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { openKeykeeper } from "#keys";
import { HoldfastError, newId, openLog, systemClock } from "#platform";
import { openTestDatabase } from "#test";
import { end } from "../running.ts";

const program = fileURLToPath(new URL("../../bin/holdfast.js", import.meta.url));
const opened = await openTestDatabase();
const directory = await mkdtemp(join(tmpdir(), "holdfast-split-"));
await chmod(directory, 0o755);
const started: ChildProcess[] = [];
after(async () => {
  for (const child of started) await end({ child }, "SIGKILL");
  await opened[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

const env = {
  PATH: process.env.PATH,
  HOLDFAST_DATA: directory,
  DATABASE_URL: opened.appUrl,
  DATABASE_OWNER_URL: opened.ownerUrl,
  PUBLIC_URL: "https://help.example.com",
  HELP_CONTENT: "content/help",
  PORT: "0",
  LOG_LEVEL: "silent",
};
const KEYKEEPER_SOCKET = join(directory, "socket", "keykeeper");

/** `holdfast serve` with these roles, until it says that it runs or why it doesn't. */
async function serve(
  roles: string,
  settings: object = {},
): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [program, "serve", "--roles", roles], {
    env: { ...env, ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  started.push(child);
  let said = "";
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    if (/^Holdfast is/.test(line)) break;
  }
  return { child, said };
}

async function holdfast(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { env });
  return stdout;
}

test("in production a keykeeper without a key, and a desk without a keykeeper, say what to do", async () => {
  const keykeeper = await serve("keykeeper");
  assert.match(keykeeper.said, /no key-encryption key in .*keykeeper.*holdfast keys new/);
  const desk = await serve("web");
  assert.match(desk.said, /isn't the keykeeper and can't reach one.*KEYKEEPER_SOCKET/);
});

test("a keykeeper in a process of its own serves the desk, through a rotation and its own death", async () => {
  const first = await holdfast("keys", "new", "--kind", "file");
  assert.match(first, /^kek_\w+ is in /);
  const running = await serve("keykeeper", { KEYKEEPER_SOCKET });
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
  const { said } = await serve("web", { KEYKEEPER_SOCKET, PUBLIC_URL: undefined });
  const [url] = /http:\S+/.exec(said) ?? [];
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
  assert.equal(rotated.rewrapped, 2);
  await holdfast("keys", "drop", first.split(" ")[0] ?? "");
  assert.deepEqual((await write()).index, index);
  assert.match(
    await holdfast("keys"),
    /^kek_\w+ {2}newest {2}wraps 2 clients' keys, 1 index keys\n$/,
  );
  assert.equal(await holdfast("audit", "keys"), "0 decryptions, each for an event of its own\n");

  await end(running, "SIGKILL");
  await assert.rejects(
    write,
    (error) => error instanceof HoldfastError && error.code === "keykeeper_away",
  );
  await untilReadiness({ status: "not_ready", failing: ["keykeeper"] });
  const again = await serve("keykeeper", { KEYKEEPER_SOCKET });
  await untilReadiness(ready);
  assert.deepEqual((await write()).index, index);
  const other = await serve("keykeeper", { KEYKEEPER_SOCKET });
  assert.match(other.said, /Another keykeeper is running on/);
  await desk.stop();
  const exited = once(again.child, "exit");
  again.child.kill("SIGTERM");
  assert.deepEqual(await exited, [0, null]);
});
