import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { zstdDecompressSync } from "node:zlib";
import { openLog, uuidOf } from "#platform";
import {
  databaseFilesWith,
  keepTestField,
  openTestContact,
  openTestSite,
  TestBackups,
} from "#test";

const planted = {
  name: "Theodora Flintkettle",
  email: "flintkettle@dumpmail.example",
  phone: "+31687654301",
  address: "7 Dumpstraat, Zwolle-Dumpstad",
  date_of_birth: "1932-04-18",
  nationality: "Dumplandish",
  id_number: "NX7QDUMPT9",
  balance: "7654321.09 EUR",
  holdings_tier: "dumped tier",
  flags: "dumped flag",
};

const lines: string[] = [];
const log = openLog("debug", { write: (line) => lines.push(line) });
const site = await openTestSite({}, undefined, log);
after(() => site[Symbol.asyncDispose]());

test("what was kept, shown, compared and refused of a client is in no file of the database, log or backup", async () => {
  const { agent, client, ticket } = await openTestContact(site);
  for (const [field, value] of Object.entries(planted)) {
    await keepTestField(site, client.client, field, value);
  }
  const headers = { cookie: agent.cookie, accept: "application/json" };
  const at = (field: string, act: string) => `/staff/tickets/${ticket}/card/${field}/${act}`;
  const reason = `They say that they are ${planted.name}.`;
  const shown = await site.post(at("name", "reveal"), { purpose: "account_help", reason }, headers);
  assert.equal((await shown.json()).value, planted.name);
  const stated = { test: "equals", "stated.date_of_birth": planted.date_of_birth };
  const compared = await site.post(
    at("date_of_birth", "test"),
    { purpose: "account_help", ...stated },
    headers,
  );
  assert.equal(compared.status, 200, await compared.clone().text());
  await site.post(at("balance", "reveal"), { purpose: "account_help", reason }, headers);
  const { cookie } = agent;
  await site.post("/staff/search", { by: "email", identifier: planted.email }, { cookie });

  const texts = Object.values(planted);
  const written = texts.flatMap((text) => [
    text,
    Buffer.from(text).toString("base64").slice(0, -4),
  ]);
  const found = await databaseFilesWith(site.opened, written);
  for (const text of written) assert.deepEqual(found.get(text), [], text);
  for (const line of lines) for (const text of texts) assert.ok(!line.includes(text), text);

  await using backups = await TestBackups.open();
  const file = backups.path("vault.age");
  await backups.take(site.opened, file);
  const backup = zstdDecompressSync(await backups.decrypter().decrypt(await readFile(file)));
  assert.ok(backup.includes(uuidOf(client.client)), "the backup is read");
  for (const text of texts) {
    assert.ok(!backup.includes(text), text);
    assert.ok(!backup.includes(Buffer.from(text).toString("hex")), text);
  }
});
