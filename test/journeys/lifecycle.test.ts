import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openTestDatabase, type TestDatabase } from "#test";
import { run } from "../desk.ts";
import { bareEnvironment, end, Installation, isReady, program, type Running } from "../running.ts";

/* One desk as a person runs it, from its first start on nothing to its end. Its deaths: test/peers/kills.test.ts. */
const installation = await Installation.createBare();
let running: Running;
let elsewhere: TestDatabase;
before(async () => {
  running = await installation.start();
  elsewhere = await openTestDatabase();
});
after(async () => {
  await installation[Symbol.asyncDispose]();
  await elsewhere[Symbol.asyncDispose]();
});

test("it starts on nothing, and a second one is refused", async () => {
  assert.match(running.said.join("\n"), /Creating the database/);
  assert.ok(await isReady(running.url));
  const second = await run({ HOLDFAST_DATA: installation.directory, PORT: "0" }, "serve");
  assert.equal(second.code, 2);
  assert.match(second.stderr, /Another Holdfast is running on .* Stop it first/);
});

test("a body without a length is read as it comes", async () => {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: new Blob(['{"input": "larkmoor.example"}']).stream(),
    duplex: "half",
  };
  const answer = await fetch(`${running.url}/v1/checks`, request);
  assert.equal(answer.status, 200);
});

test("another system is told of a ticket, by a webhook that a command added while it runs", async () => {
  const told: { type: string; signature: unknown }[] = [];
  const crm = createServer(async (request, response) => {
    const { type } = JSON.parse(await text(request));
    told.push({ type, signature: request.headers["webhook-signature"] });
    response.writeHead(204).end();
  });
  crm.listen(0, "127.0.0.1");
  await once(crm, "listening");
  const url = `http://127.0.0.1:${(crm.address() as AddressInfo).port}/`;
  const added = await run(
    { HOLDFAST_DATA: installation.directory },
    ...["webhooks", "add", url, "--event", "ticket.opened"],
  );
  assert.match(added.stdout, /^whsec_\S{44}\n$/, added.stderr);
  const reported = await fetch(`${running.url}/report`, {
    method: "POST",
    headers: { origin: running.url, "content-type": "application/x-www-form-urlencoded" },
    body: "answer=none&pasted=Move+your+coins+to+the+safe+wallet",
  });
  assert.equal(reported.status, 200);
  await until(async () => told.length > 0);
  assert.equal(told[0]?.type, "ticket.opened");
  assert.match(String(told[0]?.signature), /^v1,\S{44}$/);
  crm.close();
});

test("a database that dies while we run is started again", async () => {
  const database = await installation.databasePid();
  process.kill(database, "SIGKILL");
  // The old one's backends answer for a moment yet.
  const now = () => installation.databasePid().catch(() => database);
  await until(async () => (await now()) !== database && (await vote()).status === 303);
});

test("SIGTERM lets a request that has begun finish, takes no new one, and ends the database too", async () => {
  const { port } = new URL(running.url);
  const body = JSON.stringify({ input: "+1 202 555 0100" });
  const socket = connect(Number(port), "127.0.0.1");
  const answered = text(socket);
  socket.write(
    "POST /v1/checks HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n" +
      `content-length: ${body.length}\r\nexpect: 100-continue\r\nconnection: close\r\n\r\n`,
  );
  const [begun] = await once(socket, "data");
  assert.match(String(begun), /^HTTP\/1\.1 100 Continue/);
  const exited = once(running.child, "exit");
  running.child.kill("SIGTERM");
  await until(() =>
    fetch(running.url).then(
      () => false,
      () => true,
    ),
  );
  socket.write(body);
  assert.match(await answered, /\r\nHTTP\/1\.1 200 .*ours_inbound_only/s);
  assert.deepEqual(await exited, [0, null]);
  await assert.rejects(installation.databasePid());
});

test("a reader that leaves stops no command half way, and no full disk does; the exit code says that some was lost", async () => {
  const file = join(installation.directory, "clients.jsonl");
  const bad = { id: "core-1", class: "nobody" };
  await writeFile(
    file,
    [bad, { id: "core-2", fields: {} }].map((line) => JSON.stringify(line)).join("\n"),
  );
  const imported = await unread("pipe", "clients", "import", file);
  assert.equal(imported.code, 1);
  assert.match(imported.stderr, /^1 clients are new, .* 1 lines are bad\.\n$/);
  const listed = await unread("pipe", "staff", "list");
  assert.deepEqual([listed.code, listed.stderr], [1, ""]);
  await using full = await open("/dev/full", "w");
  const nowhere = await unread(full.fd, "staff", "list");
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.stderr, /^Some of the output couldn't be written \(ENOSPC\)\. Write it /);
  await assert.rejects(installation.databasePid());
});

test("a desk whose log and whose words nobody takes serves on, and ends in order", async () => {
  await using full = await open("/dev/full", "w");
  const deaf = await installation.start({ LOG_LEVEL: "info" }, full.fd);
  deaf.child.stderr?.destroy();
  for (const path of ["/", "/nothing"]) await fetch(`${deaf.url}${path}`);
  assert.ok(await isReady(deaf.url));
  assert.equal(await end(deaf, "SIGTERM"), 1);
  await assert.rejects(installation.databasePid());
});

test("a wrong setting stops the start with its name, the value and the remedy", async () => {
  const { code, stderr } = await run({ PORT: "eighty" }, "serve");
  assert.equal(code, 2);
  assert.match(stderr, /PORT is "eighty", which does not work\. Give a whole number/);
});

test("with PUBLIC_URL the demo firm's content and keys are refused", async () => {
  const own = {
    HOLDFAST_DATA: installation.directory,
    DATABASE_URL: elsewhere.appUrl,
    DATABASE_OWNER_URL: elsewhere.ownerUrl,
    PUBLIC_URL: "https://help.example.com",
  };
  const refusals = [
    [{}, /The help articles are the demo firm's, but PUBLIC_URL is set/],
    [{ HELP_CONTENT: "content/help" }, /demo key, which everybody has/],
  ] as const;
  for (const [settings, sentence] of refusals) {
    const { code, stderr } = await run({ ...own, ...settings }, "serve");
    assert.equal(code, 2);
    assert.match(stderr, sentence);
  }
});

/** A command of its own process, whose output nobody reads: its pipe is closed at once, or it leads to `stdout`. */
async function unread(
  stdout: "pipe" | number,
  ...words: string[]
): Promise<{ code: number; stderr: string }> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...bareEnvironment, HOLDFAST_DATA: installation.directory },
    stdio: ["ignore", stdout, "pipe"],
  });
  child.stdout?.destroy();
  assert.ok(child.stderr);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { code, stderr };
}

function vote(): Promise<Response> {
  return fetch(`${running.url}/help/passkeys/votes`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: running.url, "content-type": "application/x-www-form-urlencoded" },
    body: "helpful=yes",
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    assert.ok(tries < 300, "it didn't happen within 30 seconds");
    await sleep(100);
  }
}
