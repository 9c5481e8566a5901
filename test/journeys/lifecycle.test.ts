import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/holdfast.js", import.meta.url));
const directory = await mkdtemp(join(tmpdir(), "holdfast-lifecycle-"));
await chmod(directory, 0o755);
const started: Running[] = [];

after(async () => {
  for (const { child } of started) if (child.exitCode === null) await end({ child }, "SIGTERM");
  await rm(directory, { recursive: true, force: true });
});

type Running = { child: ChildProcess; url: string; said: string[] };

/** Starts the product as a person does, and waits until it says where it is. */
async function start(settings: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [program, "serve"], {
    env: {
      PATH: process.env.PATH,
      HOLDFAST_DATA: directory,
      PORT: "0",
      LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const running: Running = { child, url: "", said: [] };
  started.push(running);
  for await (const line of createInterface({ input: child.stderr })) {
    running.said.push(line);
    running.url = /Holdfast is on (\S+)/.exec(line)?.[1] ?? "";
    if (running.url !== "") break;
  }
  return running;
}

async function end(
  { child }: { child: ChildProcess },
  signal: NodeJS.Signals,
): Promise<number | null> {
  const exited = once(child, "exit");
  child.kill(signal);
  const [code] = await exited;
  return code;
}

async function isReady(url: string): Promise<boolean> {
  const { status } = await fetch(`${url}/readyz`);
  return status === 200;
}

test("it starts on nothing, a second one is refused, and SIGTERM ends it", async () => {
  const first = await start();
  assert.ok(await isReady(first.url));
  assert.match(first.said.join("\n"), /Creating the database/);

  const second = await start();
  if (second.child.exitCode === null) await once(second.child, "exit");
  assert.equal(second.child.exitCode, 2);
  assert.match(second.said.join("\n"), /Another Holdfast is running on .* Stop it first/);

  assert.equal(await end(first, "SIGTERM"), 0);
  await assert.rejects(readFile(join(directory, "database/cluster/postmaster.pid")));
});

test("what a kill -9 left is adopted, or recovered when the database was killed too", async () => {
  const killed = await start();
  await end(killed, "SIGKILL");
  const adopting = await start();
  assert.ok(await isReady(adopting.url));

  const postmaster = await readFile(join(directory, "database/cluster/postmaster.pid"), "utf8");
  await end(adopting, "SIGKILL");
  process.kill(Number(postmaster.split("\n")[0]), "SIGKILL");
  const recovering = await start();
  assert.ok(await isReady(recovering.url));
  assert.equal(await end(recovering, "SIGTERM"), 0);
});

test("a database that dies while we run is started again", async () => {
  const running = await start();
  const postmaster = await readFile(join(directory, "database/cluster/postmaster.pid"), "utf8");
  process.kill(Number(postmaster.split("\n")[0]), "SIGKILL");
  for (let tries = 0; !(await isReady(running.url)); tries++) {
    assert.ok(tries < 100, "the database did not come back");
    await sleep(100);
  }
  assert.equal(await end(running, "SIGTERM"), 0);
});

test("SIGTERM lets a request that has begun finish, and takes no new one", async () => {
  const running = await start();
  const { port } = new URL(running.url);
  const body = JSON.stringify({ input: "+1 202 555 0100" });
  const socket = connect(Number(port), "127.0.0.1");
  const answered = text(socket);
  socket.write(
    "POST /v1/checks HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n" +
      `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body.slice(0, 5)}`,
  );
  await sleep(200);
  const exited = once(running.child, "exit");
  running.child.kill("SIGTERM");
  await sleep(200);
  await assert.rejects(fetch(running.url));
  socket.write(body.slice(5));
  assert.match(await answered, /^HTTP\/1\.1 200 .*ours_inbound_only/s);
  assert.deepEqual(await exited, [0, null]);
});

test("a wrong setting stops the start with its name, the value and the remedy", async () => {
  const running = await start({ PORT: "eighty" });
  if (running.child.exitCode === null) await once(running.child, "exit");
  assert.equal(running.child.exitCode, 2);
  assert.match(
    running.said.join("\n"),
    /PORT is "eighty", which does not work\. Give a whole number/,
  );
});

test("with PUBLIC_URL the demo firm's content and keys are refused", async () => {
  const PUBLIC_URL = "https://help.example.com";
  const refusals = [
    [{ PUBLIC_URL }, /The help articles are the demo firm's, but PUBLIC_URL is set/],
    [{ PUBLIC_URL, HELP_CONTENT: "content/help" }, /demo key, which everybody has/],
  ] as const;
  for (const [settings, sentence] of refusals) {
    const running = await start(settings);
    if (running.child.exitCode === null) await once(running.child, "exit");
    assert.equal(running.child.exitCode, 2);
    assert.match(running.said.join("\n"), sentence);
  }
});

test("a body without a length is read as it comes", async () => {
  const running = await start();
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: new Blob(['{"input": "larkmoor.example"}']).stream(),
    duplex: "half",
  };
  const answer = await fetch(`${running.url}/v1/checks`, request);
  assert.equal(answer.status, 200);
  assert.equal(await end(running, "SIGTERM"), 0);
});
