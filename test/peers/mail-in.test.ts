import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { openLog, readConfig } from "#platform";
import { openTestClient, openTestSite } from "#test";
import { startMail } from "#tickets";
import { settings } from "../../src/settings.ts";
import { missing, program } from "./parts.ts";
import { openPostfix, postfixParts } from "./postfix.ts";

const run = promisify(execFile);
const waitMs = 100;
const waitsMax = 300;
const support = "support@help.larkmoor.example";

/** This machine is the one that `example.net` sends mail from. */
const records: Record<string, string[][]> = {
  "TXT example.net": [["v=spf1 ip4:127.0.0.1 -all"]],
  "TXT _dmarc.example.net": [["v=DMARC1; p=reject"]],
};
const resolve = async (name: string, type: string) => {
  const found = records[`${type} ${name}`];
  if (!found) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
  return found;
};

const directory = await mkdtemp(join(tmpdir(), "holdfast-mail-in-"));
const site = await openTestSite();
after(async () => {
  await site[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

/** A desk that takes mail, on a free port. */
async function openMailbox(protocol: "smtp" | "lmtp") {
  const said: string[] = [];
  const { stop } = await startMail({
    tickets: site.tickets.tickets,
    config: readConfig(settings, {
      MAIL_ADDRESS: support,
      MAIL_LISTEN: `${protocol}://127.0.0.1:0`,
    }),
    resolve,
    clock: () => site.time.now,
    log: openLog("silent"),
    progress: (sentence) => said.push(sentence),
  });
  const port = Number(/:(\d+)$/.exec(said[0] ?? "")?.[1]);
  return { port, [Symbol.asyncDispose]: stop };
}

async function mails(): Promise<{ requester: string; spf: string; dmarc: string }[]> {
  const { rows } = await site.opened.database.query<{
    requester: string;
    spf: string;
    dmarc: string;
  }>(
    `select t.requester_kind as requester, m.spf, m.dmarc from tickets.mails m
     join tickets.tickets t on t.client = m.client and t.id = m.ticket`,
  );
  return rows;
}

async function arrived(count: number) {
  for (let tries = 0; tries < waitsMax; tries++) {
    const found = await mails();
    if (found.length >= count) return found;
    await sleep(waitMs);
  }
  throw new Error(`there are not ${count} mails`);
}

/** swaks' exit code, and what the server said. */
async function swaks(port: number, words: readonly string[]) {
  const to = words.includes("--to") ? [] : ["--to", support];
  const where = ["--server", `127.0.0.1:${port}`, "--helo", "mx.example.net", "--timeout", "20"];
  const done = await run("swaks", [...where, ...to, ...words]).catch((error) => error);
  return { code: Number(done.code ?? 0), said: `${done.stdout}` };
}

const skipSwaks = missing({ swaks: program("swaks") });
const skipBoth = missing({ ...postfixParts, swaks: program("swaks") });

test("Postfix brings a client's mail by LMTP, tells who sent it, and brings it later when it isn't taken", {
  skip: skipBoth,
  timeout: 120_000,
}, async () => {
  const ada = await openTestClient(site);
  await using mailbox = await openMailbox("lmtp");
  await using postfix = await openPostfix(mailbox.port);
  const { port } = new URL(postfix.url);
  const send = (subject: string) =>
    swaks(Number(port), ["--from", ada.email, "--header", `Subject: ${subject}`]);
  assert.equal((await send("First")).code, 0);
  const genuine = { requester: "client", spf: "pass", dmarc: "pass" };
  assert.deepEqual(await arrived(1), [genuine]);
  const { keykeeper } = site.tickets.tickets.desk;
  const { encrypt } = keykeeper;
  let refused = 0;
  keykeeper.encrypt = () => {
    refused += 1;
    return Promise.reject(new Error("the keykeeper is away"));
  };
  assert.equal((await send("Second")).code, 0);
  for (let tries = 0; refused === 0 && tries < waitsMax; tries++) await sleep(waitMs);
  assert.equal((await mails()).length, 1);
  keykeeper.encrypt = encrypt;
  assert.deepEqual(await arrived(2), [genuine, genuine]);
});

test("what a hostile sender tries with swaks is refused, or is a stranger's ticket", {
  skip: skipSwaks,
  timeout: 120_000,
}, async () => {
  const eve = await openTestClient(site);
  await using mailbox = await openMailbox("smtp");
  const before = (await mails()).length;
  const file = async (name: string, text: string) => {
    const path = join(directory, name);
    await writeFile(path, text, "latin1");
    return `@${path}`;
  };
  const header = `From: ${eve.email}\nTo: ${support}\nSubject: x\n`;
  const nested = Array.from({ length: 60 }, (_, depth) => {
    return `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n`;
  }).join("");
  const refusedWords = {
    relay: ["--from", eve.email, "--to", "victim@example.net"],
    percent: ["--from", eve.email, "--to", "victim%example.net@help.larkmoor.example"],
    nested: ["--from", eve.email, "--data", await file("nested", header + nested)],
    nul: ["--from", eve.email, "--data", await file("nul", `${header}\na\0b\n`)],
    big: [
      "--from",
      eve.email,
      "--data",
      await file("big", `${header}\n${"a\n".repeat(1_100_000)}`),
    ],
    xforward: ["--from", eve.email, "--xclient", "ADDR=192.0.2.10"],
  };
  for (const [name, words] of Object.entries(refusedWords)) {
    const { code, said } = await swaks(mailbox.port, words);
    assert.notEqual(code, 0, `${name}: ${said.slice(-500)}`);
  }
  assert.equal((await mails()).length, before);
  const forged = [
    ["--from", "a@other.example", "--h-From", eve.email],
    ["--from", eve.email, "--h-From", `Support <${eve.email}>, x@y.example`],
    ["--from", "<>", "--h-From", "Eve <eve@silent.example>", "--h-Subject", "[HF-AAAA-AAAA]"],
  ];
  for (const words of forged) {
    const { code, said } = await swaks(mailbox.port, words);
    assert.equal(code, 0, said.slice(-500));
  }
  const guests = (await arrived(before + forged.length)).filter(
    (mail) => mail.requester === "guest",
  );
  assert.equal(guests.length, forged.length);
});
