import assert from "node:assert/strict";
import { createSecretKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { after, beforeEach, test } from "node:test";
import { Appender, ledgerEventKinds } from "#ledger";
import { type Id, newId, openLog, readConfig, transaction, uuidOf } from "#platform";
import { openTestKeykeeper, openTestSmtp } from "#test";
import { askWhetherSent, readHeld } from "../asking.ts";
import { outboxEventKinds } from "../events.ts";
import type { Message } from "../message.ts";
import { outboxPermits } from "../permits.ts";
import { openOutbox } from "../register.ts";
import { noticesFolder, outboxSettings } from "../settings.ts";
import { Deliverer } from "./deliverer.ts";
import { openSmtp } from "./smtp.ts";
import { startDelivering } from "./start.ts";

const from = "no-reply@larkmoor.example";
const address = "ada@clients.example";
const place = { table: "accounts.emails", field: "email", version: 1 };

const opened = await openTestKeykeeper(outboxPermits);
const { ledger, keykeeper } = opened;
const { time } = ledger;
const { database } = ledger.opened;
const smtp = await openTestSmtp();
const appender = new Appender({
  database,
  receiptKey: generateKeyPairSync("ed25519").privateKey,
  kinds: [...ledgerEventKinds, ...outboxEventKinds],
  now: time.now,
});
const outbox = await openOutbox({
  database,
  appender,
  key: createSecretKey(randomBytes(32)),
  notices: noticesFolder,
  firm: async () => "Larkmoor",
  site: "https://help.larkmoor.example",
  now: time.now,
});
const sender = await openSmtp({
  SMTP_URL: smtp.url,
  MAIL_FROM: from,
  DKIM_KEY: undefined,
  DKIM_SELECTOR: undefined,
});
const options = {
  ...{ database, appender, keykeeper, reader: outbox.reader, sender },
  ...{ clock: () => time.now, log: openLog("silent") },
};
const worker = () => new Deliverer(options);

after(async () => {
  sender.close();
  await smtp[Symbol.asyncDispose]();
  await opened[Symbol.asyncDispose]();
});
beforeEach(() => {
  smtp.mails.length = 0;
});

const pass = (seconds: number) => {
  time.now = new Date(time.now.getTime() + seconds * 1_000);
};

const welcome = (): Message => ({ template: "welcome", values: { when: time.now } });

async function send(client: Id<"client">, message = welcome()): Promise<Id<"notice">> {
  const request = { ...place, client, kind: "email" as const, value: address };
  const { ciphertext } = await keykeeper.encrypt(request);
  return await transaction(database, (joining) => {
    const email = { ...place, ciphertext };
    const to = { is: "client" as const, id: client, language: "en", email };
    return outbox.send(to, message, time.now, joining);
  });
}

async function deliveryOf(notice: Id<"notice">) {
  const { rows } = await database.query(
    "select ended, status, attempts, email_ciphertext is null as is_gone from outbox.deliveries where message = $1",
    [uuidOf(notice)],
  );
  return rows[0];
}

async function eventsOf(client: Id<"client">, kind: string): Promise<unknown[]> {
  const { rows } = await database.query<{ details: string }>(
    "select details from ledger.events where client = $1 and kind = $2 order by client_seq",
    [uuidOf(client), kind],
  );
  return rows.map(({ details }) => JSON.parse(details));
}

test("a mail arrives once, with the words and the code of its message, and its address is kept no longer", async () => {
  const client = opened.newClient();
  const notice = await send(client);
  assert.equal(await worker().deliverDue(), 1);
  assert.equal(await worker().deliverDue(), 0);
  const [mail, ...more] = smtp.mails;
  assert.ok(mail && more.length === 0);
  const [sent] = await outbox.reader.sentTo({ is: "client", id: client });
  assert.ok(sent && mail.raw.includes(sent.code) && mail.raw.includes("Your account is open"));
  assert.match(mail.raw, new RegExp(`^Message-ID: <${notice}@larkmoor.example>`, "m"));
  assert.match(mail.raw, /^From: Larkmoor <no-reply@larkmoor\.example>/m);
  assert.match(mail.raw, /^Auto-Submitted: auto-generated/im);
  assert.deepEqual([mail.to, mail.envid], [address, notice]);
  assert.deepEqual(await deliveryOf(notice), {
    ...{ ended: "accepted", status: null, attempts: 1, is_gone: true },
  });
  assert.deepEqual(await eventsOf(client, "outbox.delivery_attempted"), [
    { notice, attempt: 1, version: 1 },
  ]);
});

test("a message that was never committed is never mailed", async () => {
  const client = opened.newClient();
  await assert.rejects(
    transaction(database, async (joining) => {
      const { ciphertext } = await keykeeper.encrypt({
        ...{ ...place, client, kind: "email", value: address },
      });
      const email = { ...place, ciphertext };
      const to = { is: "client" as const, id: client, language: "en", email };
      const message = { template: "welcome", values: { when: time.now } };
      await outbox.send(to, message, time.now, joining);
      throw new Error("no");
    }),
  );
  assert.equal(await worker().deliverDue(), 0);
});

test("a mail brings its file for a calendar, and is ours with it, without it, and with no other", async () => {
  const client = opened.newClient();
  const of = newId("call", time.now);
  const starts = { at: new Date("2026-12-01T09:30:00Z"), timeZone: "America/New_York" };
  const by = { topic: "other", by: "staff" };
  const links = { not_me: newId("link", time.now) };
  const entry = { of, sequence: 1, minutes: 15 };
  await send(client, { template: "call_cancelled", values: { starts, ...by }, links, entry });
  await worker().deliverDue();
  const raw = smtp.mails[0]?.raw ?? "";
  const to = { is: "client", id: client } as const;
  const asked = async (mail: string) =>
    (await askWhetherSent(outbox.reader, to, await readHeld(mail), from)).is;
  assert.equal(await asked(raw), "ours");
  const { text = "" } = (await outbox.calendarOf(to, of)) ?? {};
  assert.match(text, /METHOD:CANCEL[\s\S]*DTSTART;TZID=America\/New_York:20261201T043000\r\n/);
  const file = Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\r\n");
  assert.ok(raw.includes(file.slice(0, 500)));
  const other = Buffer.from(text.replace("043000", "053000")).toString("base64");
  assert.equal(await asked(raw.replace(file, other)), "changed");
  assert.equal(await asked(raw.replace("text/calendar", "text/plain")), "not_ours");
  const plain = (await outbox.reader.sentTo(to))[0]?.words?.text ?? "";
  assert.equal(
    await asked(`From: ${from}\r\nSubject: Your call with us is cancelled\r\n\r\n${plain}`),
    "ours",
  );
});

test("of several workers at once, one takes each mail", async () => {
  const notices = await Promise.all(Array.from({ length: 12 }, () => send(opened.newClient())));
  await Promise.all([worker(), worker(), worker()].map((each) => each.deliverDue()));
  const ids = smtp.mails.map(({ envid }) => envid);
  assert.deepEqual(ids.sort(), [...notices].sort());
});

test("the server is away for an hour: all arrive once, and next to no address is read in vain", async () => {
  await smtp.stop();
  const clients = Array.from({ length: 8 }, () => opened.newClient());
  const notices = await Promise.all(clients.map((client) => send(client)));
  const one = worker();
  const readBefore = keykeeper.count;
  for (let second = 0; second < 3_600; second += 20) {
    await one.deliverDue();
    pass(20);
  }
  const inVain = keykeeper.count - readBefore;
  assert.ok(inVain <= 5, `${inVain} addresses were read`);
  assert.equal(smtp.mails.length, 0);
  await smtp.start();
  pass(300);
  await one.deliverDue();
  pass(300);
  await one.deliverDue();
  assert.deepEqual(smtp.mails.map(({ envid }) => envid).sort(), [...notices].sort());
});

test("what the server can't take now is tried again, later and later", async () => {
  const notice = await send(opened.newClient());
  const one = worker();
  smtp.refusals.push(451, 451);
  assert.equal(await one.deliverDue(), 1);
  assert.equal(await one.deliverDue(), 0, "not before its time");
  pass(2);
  assert.equal(await one.deliverDue(), 1);
  pass(2);
  assert.equal(await one.deliverDue(), 0, "the second wait is longer");
  pass(2);
  assert.equal(await one.deliverDue(), 1);
  assert.equal(smtp.mails.length, 1);
  assert.equal((await deliveryOf(notice)).attempts, 3);
});

test("an address that is refused for good is a bounce, and nothing more is tried", async () => {
  const client = opened.newClient();
  const notice = await send(client);
  smtp.refusals.push(550);
  await worker().deliverDue();
  pass(3_600);
  assert.equal(await worker().deliverDue(), 0);
  assert.deepEqual(await eventsOf(client, "outbox.bounced"), [{ notice, status: "550" }]);
  assert.equal((await deliveryOf(notice)).is_gone, true);
});

test("a mail of which nobody knows whether it was taken comes again under the same Message-ID", async () => {
  const notice = await send(opened.newClient());
  smtp.silences = 1;
  const one = worker();
  await one.deliverDue();
  pass(10);
  await one.deliverDue();
  const ids = smtp.mails.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]?.trim());
  assert.deepEqual(ids, Array(2).fill(`<${notice}@larkmoor.example>`));
  const dates = smtp.mails.map(({ raw }) => /^Date: (.*)$/m.exec(raw)?.[1]);
  assert.equal(dates[0], dates[1]);
});

test("the mail of a worker that was killed is taken by another when the lease is over", async () => {
  const notice = await send(opened.newClient());
  const killed = new Deliverer({
    ...options,
    keykeeper: { decrypt: () => new Promise(() => {}) },
  });
  void killed.deliverDue();
  while ((await deliveryOf(notice)).attempts === 0) await new Promise(setImmediate);
  assert.equal(await worker().deliverDue(), 0);
  pass(301);
  assert.equal(await worker().deliverDue(), 1);
  assert.equal(smtp.mails.length, 1);
});

test("after three days a mail is given up; the notice stays in the inbox", async () => {
  const client = opened.newClient();
  const notice = await send(client);
  pass(3 * 86_400 + 1);
  assert.equal(await worker().deliverDue(), 0);
  const { ended, is_gone } = await deliveryOf(notice);
  assert.deepEqual([ended, is_gone, smtp.mails.length], ["expired", true, 0]);
  assert.equal((await outbox.reader.sentTo({ is: "client", id: client })).length, 1);
  assert.deepEqual(await eventsOf(client, "outbox.given_up"), [{ notice, attempts: 0 }]);
});

test("where no mail server is set, who starts the desk is told that mail waits", async () => {
  await send(opened.newClient());
  const said: string[] = [];
  const config = readConfig(outboxSettings, {});
  const progress = (sentence: string) => said.push(sentence);
  const delivering = await startDelivering({ ...options, config, isDemo: false, progress });
  await delivering.stop();
  assert.equal(said.length, 1);
  assert.match(said[0] ?? "", /^SMTP_URL is unset, so no mail is sent: it waits \(1 now\)/);
  await worker().deliverDue();
});

test("another client's address can't be put into a delivery", async () => {
  const [ada, eve] = [opened.newClient(), opened.newClient()];
  const [hers, his] = [await send(ada), await send(eve)];
  await database.query(
    "update outbox.deliveries set email_ciphertext = (select email_ciphertext from outbox.deliveries where message = $1) where message = $2",
    [uuidOf(hers), uuidOf(his)],
  );
  await worker().deliverDue();
  assert.deepEqual(
    smtp.mails.map(({ envid }) => envid),
    [hers],
  );
});
