import assert from "node:assert/strict";
import { cp, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { erase } from "#ledger";
import {
  connected,
  type Erasure,
  embeddedUrls,
  readConfig,
  recordErasure,
  transaction,
  uuidOf,
} from "#platform";
import {
  openEmptyDatabase,
  openTestClient,
  openTestDatabase,
  openTestSite,
  sentTo,
  TestBackups,
  type TestDatabase,
} from "#test";
import { clientErasing } from "../../src/client-erasers.ts";
import { replayersFor } from "../../src/replayers.ts";
import { settings } from "../../src/settings.ts";
import { run } from "../desk.ts";
import { end, Installation, isReady } from "../running.ts";

let backups: TestBackups;
let identityFile = "";
before(async () => {
  backups = await TestBackups.open();
  identityFile = backups.path("identity.txt");
  await writeFile(identityFile, `# created for a test\n${backups.identity}\n`);
});
after(() => backups[Symbol.asyncDispose]());

const dataIn = ({ directory }: Installation) => ({ HOLDFAST_DATA: directory });

test("a desk that burnt down is back from its backup, its keys and its erasure list", async () => {
  const file = backups.path("desk");
  await using lost = await Installation.create();
  const running = await lost.start();
  const voted = await fetch(`${running.url}/help/passkeys/votes`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: running.url, "content-type": "application/x-www-form-urlencoded" },
    body: "helpful=yes",
  });
  assert.equal(voted.status, 303);

  const beside = await run(dataIn(lost), "backup", file, "--recipient", backups.recipient);
  assert.deepEqual([beside.code, beside.stderr], [0, ""]);
  assert.ok(await isReady(running.url));
  const again = await run(dataIn(lost), "backup", file, "--recipient", backups.recipient);
  assert.equal(again.code, 2);
  assert.match(again.stderr, /is there already/);
  assert.equal(await end(running, "SIGTERM"), 0);

  await using fresh = await Installation.create();
  const words = ["restore", file, "--identity", identityFile];
  const refused = await run(dataIn(fresh), ...words);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /erasures\.jsonl isn't there\. .* --no-erasures/);
  await assert.rejects(stat(join(fresh.directory, "database")), { code: "ENOENT" });

  for (const keys of ["ledger", "keykeeper"]) {
    await cp(join(lost.directory, keys), join(fresh.directory, keys), { recursive: true });
  }
  await writeFile(join(fresh.directory, "erasures.jsonl"), "");
  const restored = await run(dataIn(fresh), ...words, "--json");
  assert.equal(restored.code, 0, restored.stderr);
  const { replayed, torn } = JSON.parse(restored.stdout);
  assert.deepEqual({ replayed, torn }, { replayed: 0, torn: 0 });

  const back = await fresh.start();
  assert.ok(back.url !== "" && (await isReady(back.url)), back.said.join("\n"));
  const inUse = await run(dataIn(fresh), ...words);
  assert.match(inUse.stderr, /Another Holdfast is running on .* Stop it first/);
  const votes = await connected(embeddedUrls(fresh.directory).ownerUrl, (client) =>
    client.query("select slug, helpful from help.votes"),
  );
  assert.deepEqual(votes.rows, [{ slug: "passkeys", helpful: 1 }]);
  assert.equal(await end(back, "SIGTERM"), 0);

  const alone = await run(
    dataIn(fresh),
    "backup",
    `${file}.2`,
    "--recipient",
    backups.recipient,
    "--json",
  );
  assert.equal(JSON.parse(alone.stdout).file, `${file}.2`);
  await assert.rejects(fresh.databasePid(), "the database was left running");
});

test("a backup is always encrypted, and a restore always opened by one key", async () => {
  await using empty = await Installation.create();
  const elsewhere = dataIn(empty);
  const usage = async (...words: string[]) => {
    const { code, stderr } = await run(elsewhere, ...words);
    return [code, /\n\n(holdfast \w+)/.exec(stderr)?.[1]];
  };
  assert.deepEqual(await usage("backup", "file"), [2, "holdfast backup"]);
  assert.deepEqual(await usage("backup", "file", "--unencrypted"), [2, "holdfast backup"]);
  assert.deepEqual(await usage("restore", "file"), [2, "holdfast restore"]);
  const nothing = await run(elsewhere, "backup", "file", "--recipient", backups.recipient);
  assert.match(nothing.stderr, /There is no database in .* Set HOLDFAST_DATA/);
});

const envOf = ({ appUrl, ownerUrl }: TestDatabase) => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
});

const kept = `select 'message' as what from outbox.messages where addressee = $1
  union all select 'delivery' from outbox.deliveries where client = $1
  union all select 'mail' from outbox.dev_mailbox where message in (select id from outbox.messages where addressee = $1)`;

test("the messages of a client who is erased go too, and no restore brings them back", async () => {
  await using site = await openTestSite();
  await using target = await openEmptyDatabase();
  const { appender, opened, time } = site;
  const [ada, eve] = [await openTestClient(site), await openTestClient(site)];
  await transaction(opened.database, async (joined) => {
    for (const { client: id } of [ada, eve]) {
      const email = {
        table: "accounts.emails",
        field: "email",
        version: 1,
        ciphertext: Buffer.of(1),
      };
      const to = { is: "client" as const, id, language: "en", email };
      const message = { template: "welcome", values: { when: time.now } };
      const notice = uuidOf(await site.outbox.send(to, message, time.now, joined));
      const landed = "insert into outbox.dev_mailbox values ($1, 'ada@x.example', '', '', now())";
      await joined.query(landed, [notice]);
    }
  });
  const keptIn = async ({ ownerUrl }: TestDatabase, { client }: typeof ada) =>
    (await connected(ownerUrl, (c) => c.query(kept, [uuidOf(client)]))).rows.map(
      ({ what }) => what,
    );
  const [file, list] = [backups.path("erased"), backups.path("erased.jsonl")];
  await backups.take(opened, file);
  const before = await keptIn(opened, eve);
  assert.deepEqual([...new Set(before)], ["message", "delivery", "mail"]);

  const record = (line: Erasure) => recordErasure(list, line);
  const order = { of: "client" as const, client: ada.client };
  await transaction(opened.database, (joined) =>
    erase(
      { appender, record, ...clientErasing },
      joined,
      { is: "system" },
      order,
      "client_asked",
      time.now,
    ),
  );
  assert.deepEqual(await sentTo(site, ada.client), []);
  const replayers = replayersFor(readConfig(settings, {}), backups.directory);
  await backups.restore(file, target, { erasures: { is: "list", file: list }, replayers });
  for (const database of [opened, target]) {
    assert.deepEqual(await keptIn(database, ada), []);
    assert.deepEqual(await keptIn(database, eve), before);
  }
});

test("the settings name another place for the erasure list", async () => {
  const list = backups.path("elsewhere.jsonl");
  await using source = await openTestDatabase();
  await using target = await openEmptyDatabase();
  const file = backups.path("listed");
  await backups.take(source, file);
  const line = { kind: "sample.erased", at: "2026-11-20T12:00:00Z", ids: {} };
  await writeFile(list, `${JSON.stringify(line)}\n`);
  const { stderr } = await run(
    { ...envOf(target), ERASURE_LIST: list },
    ...["restore", file, "--identity", identityFile],
  );
  assert.match(stderr, /Line 1 of .*elsewhere\.jsonl tells of sample\.erased, which this Holdfast/);
  assert.equal((await readFile(list, "utf8")).split("\n").length, 2);
});
