import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { end, Installation, isReady } from "../running.ts";

const installation = await Installation.create();
after(() => installation[Symbol.asyncDispose]());

test("it starts on nothing, a second one is refused, and SIGTERM ends it", async () => {
  const first = await installation.start();
  assert.ok(await isReady(first.url));
  assert.match(first.said.join("\n"), /Creating the database/);

  const second = await installation.start();
  if (second.child.exitCode === null) await once(second.child, "exit");
  assert.equal(second.child.exitCode, 2);
  assert.match(second.said.join("\n"), /Another Holdfast is running on .* Stop it first/);

  assert.equal(await end(first, "SIGTERM"), 0);
  await assert.rejects(installation.databasePid());
});

test("what a kill -9 left is adopted, or recovered when the database was killed too", async () => {
  const killed = await installation.start();
  await end(killed, "SIGKILL");
  const adopting = await installation.start();
  assert.ok(await isReady(adopting.url));

  const database = await installation.databasePid();
  await end(adopting, "SIGKILL");
  process.kill(database, "SIGKILL");
  const recovering = await installation.start();
  assert.ok(await isReady(recovering.url));
  assert.equal(await end(recovering, "SIGTERM"), 0);
});

test("a database that dies while we run is started again", async () => {
  const running = await installation.start();
  const database = await installation.databasePid();
  process.kill(database, "SIGKILL");
  for (let tries = 0; !(await isReady(running.url)); tries++) {
    assert.ok(tries < 100, "the database did not come back");
    await sleep(100);
  }
  assert.equal(await end(running, "SIGTERM"), 0);
});

test("SIGTERM lets a request that has begun finish, and takes no new one", async () => {
  const running = await installation.start();
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
  const running = await installation.start({ PORT: "eighty" });
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
    const running = await installation.start(settings);
    if (running.child.exitCode === null) await once(running.child, "exit");
    assert.equal(running.child.exitCode, 2);
    assert.match(running.said.join("\n"), sentence);
  }
});

test("a body without a length is read as it comes", async () => {
  const running = await installation.start();
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
