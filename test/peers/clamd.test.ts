import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openTestClient, openTestSite, openTestStaff } from "#test";
import { missing, program } from "./parts.ts";

const clamd = program("clamd");
const waitMs = 100;
const waitsMax = 200;
const origin = "http://localhost:8080";
const connection = { incoming: { socket: { remoteAddress: "192.0.2.10" } } };

/** What every scanner knows, and no one runs (EICAR). */
const testVirus = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(
  "-",
);

/** A clamd of the test's own, which knows one signature, on a socket and on a port. */
async function openClamd() {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-clamd-"));
  const socket = join(folder, "clamd.ctl");
  const port = await freePort();
  const hash = createHash("md5").update(testVirus).digest("hex");
  await mkdir(join(folder, "signatures"));
  await writeFile(join(folder, "signatures/test.hdb"), `${hash}:${testVirus.length}:Test.Virus\n`);
  const settings = {
    DatabaseDirectory: join(folder, "signatures"),
    LocalSocket: socket,
    TCPSocket: String(port),
    TCPAddr: "127.0.0.1",
    StreamMaxLength: "1M",
    Foreground: "yes",
    LogFile: join(folder, "log"),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  await writeFile(join(folder, "clamd.conf"), `${lines.join("\n")}\n`);
  const child = spawn(clamd ?? "", ["--config-file", join(folder, "clamd.conf")]);
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  await untilAnswering(socket);
  return {
    socket,
    port,
    end,
    [Symbol.asyncDispose]: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(path: string): Promise<void> {
  for (let tries = 0; tries < waitsMax; tries++) {
    const socket = connect({ path });
    const isThere = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isThere) return;
    await sleep(waitMs);
  }
  throw new Error("clamd does not answer");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** A desk with this scanner, and what sends it a question with one file. */
async function openDesk(CLAMD: string) {
  const site = await openTestSite({ CLAMD });
  const { cookie } = await openTestClient(site);
  const lead = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });
  const send = async (text: string) => {
    const body = new FormData();
    const fields = { topic: "other", name: "Ada", text: "Look at this." };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("files", new File([text], "a.txt"));
    const headers = { accept: "text/html", origin, cookie };
    const asked = new Request(`${origin}/account/tickets`, { method: "POST", body, headers });
    return await site.app.fetch(asked, connection);
  };
  const seenByLead = async (answer: Response) => {
    const id = /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0];
    return await (await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie })).text();
  };
  const kept = async () => {
    const { rowCount } = await site.opened.database.query(
      "select id from tickets.attachments union all select id from tickets.uploads",
    );
    return rowCount;
  };
  return { send, seenByLead, kept, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

test("clamd finds what it knows, and while it is away no file is taken", {
  skip: missing({ clamd }),
}, async () => {
  await using scanner = await openClamd();
  for (const place of [scanner.socket, `127.0.0.1:${scanner.port}`]) {
    await using desk = await openDesk(place);
    const infected = await desk.send(testVirus);
    assert.equal(infected.status, 422);
    assert.match(await infected.text(), /virus scanner found something/);
    assert.equal(await desk.kept(), 0);
    const clean = await desk.send("They called me twice.");
    assert.equal(clean.status, 303);
    assert.match(await desk.seenByLead(clean), /Scanned: nothing found/);
    const beyond = await desk.send("long ".repeat(300_000));
    assert.equal(beyond.status, 503, "what clamd doesn't read to its end isn't clean");
    assert.match(await beyond.text(), /virus scanner does not answer/);
    assert.equal(await desk.kept(), 1);
  }
  await using desk = await openDesk(scanner.socket);
  await scanner.end();
  const away = await desk.send("They called me twice.");
  assert.equal(away.status, 503);
  const page = await away.text();
  assert.match(page, /was not taken/);
  assert.match(page, /Look at this\.<\/textarea>/);
  assert.equal(await desk.kept(), 0);
});
