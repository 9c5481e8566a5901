import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createSecretKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { Appender, ledgerEventKinds } from "#ledger";
import {
  Deliverer,
  openOutbox,
  openSmtp,
  outboxEventKinds,
  outboxPermits,
  recordReport,
} from "#outbox";
import { openLog, packagedFile, transaction } from "#platform";
import { openTestKeykeeper, openTestSmtp } from "#test";
import { missing, program } from "./parts.ts";
import { openPostfix, postfixParts } from "./postfix.ts";

const run = promisify(execFile);
const from = "no-reply@larkmoor.example";
const directory = await mkdtemp(join(tmpdir(), "holdfast-mail-"));
after(() => rm(directory, { recursive: true, force: true }));

const dkim = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const DKIM_KEY = join(directory, "dkim.pem");
await writeFile(DKIM_KEY, dkim.privateKey.export({ type: "pkcs8", format: "pem" }));

/** A desk that hands its mail to a server, and a client to write to. */
async function openDesk(url: string) {
  const opened = await openTestKeykeeper(outboxPermits);
  const { database } = opened.ledger.opened;
  const { now } = opened.ledger.time;
  const appender = new Appender({
    database,
    receiptKey: generateKeyPairSync("ed25519").privateKey,
    kinds: [...ledgerEventKinds, ...outboxEventKinds],
    now,
  });
  const outbox = await openOutbox({
    ...{ database, appender, now, key: createSecretKey(randomBytes(32)) },
    notices: packagedFile("content/notices"),
    firm: async () => "Lärkmoor",
    site: "https://help.larkmoor.example",
  });
  const sender = await openSmtp({
    SMTP_URL: url,
    MAIL_FROM: from,
    DKIM_KEY,
    DKIM_SELECTOR: "desk",
  });
  const deliverer = new Deliverer({
    ...{ database, appender, keykeeper: opened.keykeeper, reader: outbox.reader, sender },
    ...{ clock: () => now, log: openLog("silent") },
  });
  return {
    database,
    appender,
    outbox,
    now,
    send: async (value: string) => {
      const client = opened.newClient();
      const place = { table: "accounts.emails", field: "email", client, version: 1 };
      const { ciphertext } = await opened.keykeeper.encrypt({ ...place, kind: "email", value });
      const email = { ...place, ciphertext };
      const to = { is: "client" as const, id: client, language: "en", email };
      const message = { template: "welcome", values: { when: now } };
      const notice = await transaction(database, (joining) =>
        outbox.send(to, message, now, joining),
      );
      await deliverer.deliverDue();
      return { client, notice };
    },
    [Symbol.asyncDispose]: async () => {
      sender.close();
      await opened[Symbol.asyncDispose]();
    },
  };
}

/** What opendkim says of a mail, with our public key in place of the DNS. */
async function verifyWithOpendkim(raw: string): Promise<string> {
  const mail = join(directory, "mail.eml");
  const keys = join(directory, "keys");
  const configuration = join(directory, "opendkim.conf");
  const spki = dkim.publicKey.export({ type: "spki", format: "der" }).toString("base64");
  await writeFile(mail, raw.replace(/\r?\n/g, "\r\n"));
  await writeFile(keys, `desk._domainkey.larkmoor.example v=DKIM1; k=rsa; p=${spki}\n`);
  await writeFile(configuration, `TestPublicKeys ${keys}\nMode v\n`);
  const { stdout, stderr } = await run("opendkim", ["-x", configuration, "-vv", "-t", mail]).catch(
    (error) => error,
  );
  return `${stdout}${stderr}`;
}

const skipDkim = missing({ opendkim: program("opendkim") });
const skipPostfix = missing(postfixParts);

test("opendkim finds our signature good, and bad when a word was changed", {
  skip: skipDkim,
}, async () => {
  await using smtp = await openTestSmtp();
  await using desk = await openDesk(smtp.url);
  await desk.send("ada@clients.example");
  const raw = smtp.mails[0]?.raw ?? "";
  assert.match(
    await verifyWithOpendkim(raw),
    /verification \(s=desk,? d=larkmoor\.example.*succeeded/,
  );
  const changed = raw.replace("Your account was opened", "Your account was closed");
  assert.notEqual(changed, raw);
  assert.doesNotMatch(await verifyWithOpendkim(changed), /succeeded/);
});

test("Postfix delivers our mail unchanged, and what it returns is noted as a bounce", {
  skip: skipPostfix,
  timeout: 60_000,
}, async () => {
  await using postfix = await openPostfix();
  await using desk = await openDesk(postfix.url);
  const { client, notice } = await desk.send("ada@clients.example");
  const [mail = ""] = await postfix.mailsIn("ada", 1);
  const [sent] = await desk.outbox.reader.sentTo({ is: "client", id: client });
  assert.ok(sent && mail.includes(`Message-ID: <${notice}@larkmoor.example>`));
  assert.ok(mail.includes(sent.code));
  if (!skipDkim) {
    const asSent = mail.slice(mail.indexOf("DKIM-Signature:"));
    assert.match(await verifyWithOpendkim(asSent), /succeeded/);
  }
  await desk.send("gone@clients.example");
  const [returned = ""] = await postfix.mailsIn("no-reply", 1);
  const { database, appender, now } = desk;
  assert.deepEqual(await recordReport({ database, appender }, returned, now), {
    report: "bounced",
    was: "noted",
  });
});
