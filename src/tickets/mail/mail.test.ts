import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import fc from "#fast-check";
import { Deliverer, openSmtp } from "#outbox";
import { type Id, openLog, uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestSmtp, openTestStaff, sentTo } from "#test";
import { listenForMail } from "./listen.ts";
import { openMail } from "./open.ts";
import { type Received, receiveMail } from "./receive.ts";
import { mailsOf } from "./store.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { tickets } = site.tickets;
const { database } = site.opened;
const ours = "larkmoor.example";
const support = `support@${ours}`;
const sendingIp = "192.0.2.10";

/** Whose domain says which mail is genuine: `example.net` and `guests.example` do, `silent.example` says nothing. */
const records: Record<string, string[][]> = {
  "TXT example.net": [["v=spf1 ip4:192.0.2.10 -all"]],
  "TXT _dmarc.example.net": [["v=DMARC1; p=reject"]],
  "TXT guests.example": [["v=spf1 ip4:192.0.2.10 -all"]],
  "TXT _dmarc.guests.example": [["v=DMARC1; p=none"]],
};
let dnsAway = false;
const resolve = async (name: string, type: string) => {
  const found = records[`${type} ${name}`];
  const code = dnsAway ? "ETIMEOUT" : "ENOTFOUND";
  if (!found || dnsAway) throw Object.assign(new Error(code), { code });
  return found;
};

const opened = openMail(
  tickets,
  { MAIL_ADDRESS: support, MAIL_LISTEN: undefined, MAIL_FROM: `no-reply@${ours}` },
  resolve,
);
assert.ok(opened);
const desk = opened;
const { tokens } = desk;

let made = 0;
type Traits = {
  from?: string;
  headers?: Record<string, string>;
  subject?: string;
  text?: string;
  to?: string;
  ip?: string | undefined;
  envelopeFrom?: string;
  raw?: string;
};

function written({ from = "", headers = {}, subject = "A question", text = "Hello." }: Traits) {
  made += 1;
  const fields = {
    from,
    to: support,
    subject,
    "message-id": `<${made}@mailbox.example>`,
    date: "Fri, 20 Nov 2026 12:00:00 +0000",
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join("\r\n")}\r\n\r\n${text}\r\n`;
}

const addressIn = (from: string) => /<(.+)>/.exec(from)?.[1] ?? from;

async function receive(traits: Traits): Promise<Received> {
  site.time.now = new Date(site.time.now.getTime() + 240_000);
  const { to = support, from = "", envelopeFrom = addressIn(from) } = traits;
  const ip = "ip" in traits ? traits.ip : sendingIp;
  const raw = Buffer.from(traits.raw ?? written(traits), "latin1");
  const envelope = { from: envelopeFrom, to: [to], ip, helo: "mx.mailbox.example" };
  return await receiveMail(desk, raw, envelope, site.time.now);
}

async function stored(traits: Traits) {
  const received = await receive(traits);
  assert.ok(received.is === "stored");
  const { rows } = await database.query<{
    client: string;
    requester_kind: string;
    reference: string;
  }>("select client, requester_kind, reference from tickets.tickets where id = $1", [
    uuidOf(received.ticket),
  ]);
  assert.ok(rows[0]);
  return {
    ...received,
    requester: rows[0].requester_kind,
    uuid: rows[0].client,
    reference: rows[0].reference,
  };
}

async function mailCount(): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::integer as count from outbox.deliveries",
  );
  return rows[0]?.count ?? 0;
}

const ada = await openTestClient(site);
const eve = await openTestClient(site);
const bob = "bob@guests.example";
const sue = "sue@silent.example";
const adas = await stored({ from: ada.email, subject: "Mine" });
const bobs = await stored({ from: bob, subject: "His" });
/** Sue proved her address on a page: nobody's mail from there is proven. */
const sues = await stored({ from: bob, subject: "Hers" });
{
  const place = { table: "tickets.addresses", field: "email", kind: "email" } as const;
  const index = await site.accounts.desk.keykeeper.blindIndex({ ...place, value: sue });
  await database.query("update tickets.addresses set index = $2 where client = $1", [
    sues.uuid,
    index,
  ]);
}

const target = { ada: adas, bob: bobs, sue: sues };
type Whose = keyof typeof target;
const stranger = "mallory@guests.example";
const forger = "203.0.113.66";
const people: Record<string, string> = {
  ada: ada.email,
  ADA: ada.email.toUpperCase(),
  ...{ eve: eve.email, bob, sue, mallory: stranger },
};

const cases = readFileSync(new URL("threading-cases.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

test("sixty mails find their ticket, or make a new one; no forged one joins another's", async () => {
  assert.equal(cases.length, 60);
  for (const line of cases) {
    const [end, whose, ...written] = line
      .replace(/\{(\w+)\}/g, (_, name) => people[name] ?? "")
      .replaceAll("\\n", "\r\n")
      .split(" | ");
    const [from = "", ...marks] = written;
    const { ticket, reference } = target[whose as Whose];
    const token = tokens.tokenFor(ticket);
    const wrong = token.slice(0, -1) + (token.endsWith("0") ? "1" : "0");
    const filled = marks.map((mark) => {
      const at = mark.indexOf(": ");
      const value = mark
        .slice(at + 2)
        .replace(/\bN\b/g, "notice_01h455vb4pex5vsknk084sn02q")
        .replace(/\bT\b/g, token)
        .replace(/\bX\b/g, wrong)
        .replace(/\bR(?=[\]=@]|$)/g, reference);
      return [mark.slice(0, at), value] as const;
    });
    const { rcpt = support, from: place, ...headers } = Object.fromEntries(filled);
    const ip = place === undefined ? sendingIp : forger;
    const envelopeFrom = addressIn(from.split(/\r|, (?=\S+@)/)[0] ?? "");
    const got = await stored({ from, headers, to: rcpt, ip, envelopeFrom });
    assert.equal(got.ticket === ticket, end === "joins", line);
    if (end !== "joins") assert.equal(got.requester, end, line);
  }
});

test("a client's mail is the client's ticket, come by mail; it mints nothing, and its verdict stands beside it", async () => {
  const { ticket, message, uuid, requester } = await stored({ from: ada.email });
  assert.deepEqual([requester, uuid], ["client", uuidOf(ada.client)]);
  const { rows } = await database.query(
    "select opened_via, opened_session, opened_proof, name_sealed from tickets.tickets where id = $1",
    [uuidOf(ticket)],
  );
  const nothing = { opened_session: null, opened_proof: null, name_sealed: null };
  assert.deepEqual(rows, [{ opened_via: "mail", ...nothing }]);
  const mails = await mailsOf(database, ada.client, ticket);
  const kept = mails.get(message);
  assert.ok(kept);
  const verdict = { spf: "pass", dkim: "none", dmarc: "pass", arc: "none" };
  assert.deepEqual([kept.verdict, kept.isProven, kept.isAutomatic], [verdict, true, false]);
  const page = await (await site.get(`/account/tickets/${ticket}`, { cookie: ada.cookie })).text();
  assert.match(page, /A question\n\nHello\./);
  const forged = await stored({ from: ada.email, ip: forger });
  const owner = `client_${forged.uuid}`;
  assert.notEqual(forged.uuid, uuidOf(ada.client), owner);
  const { rows: verdicts } = await database.query(
    "select spf, dmarc, is_proven from tickets.mails where ticket = $1",
    [uuidOf(forged.ticket)],
  );
  assert.deepEqual(verdicts, [{ spf: "fail", dmarc: "fail", is_proven: false }]);
  const lead = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });
  const shown = async (id: string) =>
    await (await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie })).text();
  assert.match(await shown(ticket), /By mail, the address is proven/);
  assert.match(await shown(forged.ticket), /By mail, anybody could have written it/);
});

test("a signature of its domain proves a mail, whoever brings it; one for somebody else's mail doesn't", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  records["TXT s1._domainkey.silent.example"] = [["v=DKIM1; k=rsa; p=", spki]];
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const outcome = async (headers: Record<string, string>, change: (raw: string) => string) => {
    const from = `dan${made}@silent.example`;
    const raw = written({ from, headers });
    const signer = { signingDomain: "silent.example", selector: "s1", privateKey: key };
    const { signatures } = await dkimSign(raw, { ...signer, signatureData: [signer] });
    const { ticket } = await stored({ from, raw: change(signatures + raw), ip: forger });
    const { rows } = await database.query<{ dkim: string; is_proven: boolean }>(
      "select dkim, is_proven from tickets.mails where ticket = $1",
      [uuidOf(ticket)],
    );
    return [rows[0]?.dkim, rows[0]?.is_proven];
  };
  assert.deepEqual(await outcome({}, (raw) => raw), ["pass", true]);
  assert.deepEqual(await outcome({}, (raw) => raw.replace("Hello", "Hallo")), ["fail", false]);
  const elsewhere = { to: "shop@guests.example" };
  assert.deepEqual(await outcome(elsewhere, (raw) => raw), ["pass", false]);
});

test("the same mail twice, also at once, makes one message; another's under its Message-ID hides nothing", async () => {
  const raw = written({ from: ada.email });
  const results = await Promise.all([1, 2, 3].map(() => receive({ from: ada.email, raw })));
  assert.deepEqual(results.map(({ is }) => is).sort(), ["known", "known", "stored"]);
  assert.equal((await receive({ from: ada.email, raw })).is, "known");
  const forged = written({ from: ada.email });
  assert.equal((await receive({ from: ada.email, raw: forged, ip: forger })).is, "stored");
  assert.equal((await receive({ from: ada.email, raw: forged })).is, "stored");
});

test("a secret in a mail is taken out before anything is stored, also where the mail is cut, and the client is told", async () => {
  const phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
  const client = await openTestClient(site);
  const { ticket } = await stored({ from: client.email, subject: phrase });
  const long = "We wait. ".repeat(1_074);
  const cut = await stored({ from: client.email, text: long + phrase });
  for (const id of [ticket, cut.ticket]) {
    const page = await site.get(`/account/tickets/${id}`, { cookie: client.cookie });
    assert.doesNotMatch(await page.text(), /winner|sausage/);
  }
  const told = await sentTo(site, client.client);
  assert.equal(told.filter(({ text }) => /It held something secret/.test(text)).length, 2);
});

test("replays: a stranger's words reach nobody, and who isn't proven is sent nothing", async () => {
  const lure = "URGENT: move your wallet at https://trezor.evil.example";
  const before = await mailCount();
  // Trezor, June 2025: the victim's address and a lure as subject. Zendesk, October 2025: the same, in many tickets.
  for (const from of [ada.email, sue, "victim@example.net", `"${lure}" <${bob}>`]) {
    await stored({ from, subject: lure, text: lure, ip: forger });
  }
  await stored({ from: bob, subject: lure, envelopeFrom: "" });
  const text = "My password is hunter2trombone99";
  await stored({ from: sue, to: tokens.addressFor(sues.ticket), text });
  const machines = {
    "auto-submitted": "auto-replied",
    "list-id": "<a.list>",
    precedence: "bulk",
    "x-auto-response-suppress": "All",
    "return-path": "<>",
    to: "undisclosed-recipients:;",
  };
  for (const [name, value] of Object.entries(machines)) {
    await stored({ from: `${name}@guests.example`, headers: { [name]: value } });
  }
  for (const from of ["no-reply@guests.example", `help@${ours}`, "postmaster@guests.example"]) {
    await stored({ from });
  }
  assert.equal(await mailCount(), before);
  const flood = "flood@guests.example";
  for (let mail = 0; mail < 5; mail++) {
    await stored({
      from: flood,
      subject: lure,
      headers: { cc: ada.email, "auto-submitted": "no" },
    });
  }
  assert.equal((await mailCount()) - before, 3, "a few a day to one sender, whatever comes");
});

test("nothing that a mail says stands in a mail of ours", async () => {
  await using smtp = await openTestSmtp();
  const MAIL_FROM = `no-reply@${ours}`;
  const sender = await openSmtp({
    ...{ SMTP_URL: smtp.url, MAIL_FROM, DKIM_KEY: undefined, DKIM_SELECTOR: undefined },
  });
  const threadOf = (ticket: Id<"ticket">) => ({
    token: tokens.tokenFor(ticket),
    replyTo: tokens.addressFor(ticket),
  });
  const deliverer = new Deliverer({
    ...{ database, appender: site.appender, keykeeper: tickets.desk.keykeeper, sender, threadOf },
    ...{ reader: site.outbox.reader, clock: () => site.time.now, log: openLog("silent") },
  });
  await deliverer.deliverDue();
  const word = fc.stringMatching(/^[a-z]{12,20}$/);
  const words = fc.record({ name: word, subject: word, text: word, id: word });
  await fc.assert(
    fc.asyncProperty(words, async ({ name, subject, text, id }) => {
      smtp.mails.length = 0;
      const address = `box${made}@guests.example`;
      const headers = { "message-id": `<${id}@${id}.example>`, "reply-to": `${id}@evil.example` };
      await receive({ from: `${name} <${address}>`, subject, text, headers });
      await deliverer.deliverDue();
      const [mail, ...more] = smtp.mails;
      assert.ok(mail && more.length === 0);
      assert.equal(mail.to, address);
      const raw = mail.raw.replace(/\r?\n /g, " ").replace(/ +/g, " ");
      for (const said of [name, subject, text, id]) assert.ok(!raw.includes(said), raw);
      const to = /^Reply-To: (\S+)/im.exec(raw)?.[1] ?? "";
      const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? "";
      const [named] = tokens.ticketsNamedIn(messageId);
      assert.deepEqual(tokens.addressed(to), { is: "ticket", ticket: named });
      const references = /^References: (\S+)/im.exec(raw)?.[1] ?? "";
      assert.deepEqual(tokens.ticketsNamedIn(references), [named]);
    }),
    { numRuns: 8 },
  );
  sender.close();
});

/** Says lines to a mail server, each after the answer to the one before. @returns the answers' codes */
async function dialog(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = connect(port, "127.0.0.1");
  const codes: string[] = [];
  const waiting = [...lines, "QUIT"];
  for await (const line of createInterface({ input: socket })) {
    if (/^\d{3}-/.test(line)) continue;
    codes.push(line.slice(0, 3));
    const next = waiting.shift();
    if (next === undefined) break;
    socket.write(`${next}\r\n`, "latin1");
  }
  socket.end();
  if (!socket.closed) await once(socket, "close");
  return codes.slice(1, -1);
}

test("mail is taken for support alone, and 250 is said when it is committed", async () => {
  const clock = () => site.time.now;
  const listening = { isLmtp: true, host: "127.0.0.1", port: 0 };
  const log = openLog("silent");
  const { port, stop } = await listenForMail({ desk, listening, clock, log });
  const from = (address: string) => [`MAIL FROM:<${address}>`, `RCPT TO:<${support}>`, "DATA"];
  const begin = ["LHLO mx.example", `XFORWARD ADDR=${sendingIp}`];
  const send = async (raw: string, address = ada.email) => {
    const codes = await dialog(port, [...begin, ...from(address), `${raw}\r\n.`]);
    return codes.at(-1);
  };
  const relayed = [
    "MAIL FROM:<a@b.example>",
    "RCPT TO:<victim@example.net>",
    "RCPT TO:<x@larkmoor.example>",
  ];
  assert.deepEqual((await dialog(port, [...begin, ...relayed, "DATA"])).slice(2), [
    "250",
    "550",
    "550",
    "503",
  ]);
  const mail = written({ from: ada.email });
  assert.equal(await send(mail), "250");
  assert.equal(await send(mail), "250", "once more, and no second message");
  const hostile = {
    nul: written({ from: ada.email, text: "a\0b" }),
    nested: Array.from(
      { length: 60 },
      (_, depth) => `content-type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
    ).join(""),
    header: written({ from: ada.email, headers: { "x-long": "a".repeat(200_000) } }),
  };
  for (const raw of Object.values(hostile)) assert.equal(await send(raw), "554");
  const big = written({ from: ada.email, text: `${"a".repeat(70)}\r\n`.repeat(40_000) });
  assert.equal(await send(big), "552");
  const { rows } = await database.query("select count(*)::integer as count from tickets.messages");
  const { encrypt } = tickets.desk.keykeeper;
  tickets.desk.keykeeper.encrypt = () => Promise.reject(new Error("the keykeeper is away"));
  const waiting = written({ from: ada.email });
  assert.equal(await send(waiting), "451");
  tickets.desk.keykeeper.encrypt = encrypt;
  dnsAway = true;
  assert.equal(await send(waiting), "451", "who sent it can't be said");
  dnsAway = false;
  const now = await database.query("select count(*)::integer as count from tickets.messages");
  assert.deepEqual(now.rows, rows, "nothing was stored");
  assert.equal(await send(waiting), "250");
  const flood = Array.from({ length: 31 }, () => [...from(ada.email), `${mail}\r\n.`]).flat();
  const codes = (await dialog(port, [...begin, ...flood])).slice(-4);
  assert.deepEqual(codes, ["250", "250", "354", "450"], "one sender's flood waits");
  await stop();
});
