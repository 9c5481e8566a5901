import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { connected, type DatabaseUrls, migrate } from "#platform";
import { contentsOf, openEmptyDatabase, openTestDatabase, TestBackups } from "#test";
import { missing, program } from "./parts.ts";
import { startPostgres } from "./postgres.ts";

const run = promisify(execFile);
const initdb = program("initdb");
const [age, keygen, zstd] = [program("age"), program("age-keygen"), program("zstd")];

let backups: TestBackups;
before(async () => {
  backups = await TestBackups.open();
});
after(() => backups[Symbol.asyncDispose]());

/** SECURITY.md, "In production": nobody here but a superuser is one. */
const roles = `
create role holdfast_app nologin;
create role holdfast_owner login;
create role holdfast login;
grant holdfast_app to holdfast_owner with admin option`;

/** A database of its own on the server, as SECURITY.md says to make it. */
async function productionDatabase(server: DatabaseUrls): Promise<DatabaseUrls> {
  await connected(server.ownerUrl, async (client) => {
    await client.query(roles);
    await client.query("create database desk owner holdfast_owner");
  });
  const url = (role: string) => {
    const changed = new URL(server.ownerUrl);
    [changed.username, changed.pathname] = [role, "/desk"];
    return changed.href;
  };
  return { ownerUrl: url("holdfast_owner"), appUrl: url("holdfast") };
}

const fill = `
insert into help.words (language, word)
select 'en', n || E' \\\\ \\n\\t ü 🗝 ' || repeat('x', n) from generate_series(1, 500) n;
insert into platform.editions (kind, key_id, version, sha256, first_seen_at)
select 'policy', 'key', n, encode(sha256(n::text::bytea), 'hex'), timestamptz 'epoch' + n * interval '1.000001 day'
from generate_series(1, 100) n`;

test("a backup of the embedded PostgreSQL is restored into PostgreSQL 15, and one of that back again", {
  skip: missing({ "PostgreSQL 15 (initdb)": initdb }),
}, async () => {
  await using source = await openTestDatabase();
  await connected(source.ownerUrl, (client) => client.query(fill));
  const server = await startPostgres(initdb ?? "");
  try {
    const older = await productionDatabase(server);
    const [there, back] = [backups.path("there"), backups.path("back")];
    await backups.take(source, there);
    const restored = await backups.restore(there, older);
    assert.match(restored.header.postgresql, /^18\./);
    await requireMigrated(older);
    await backups.take(older, back);
    await using again = await openEmptyDatabase();
    assert.match((await backups.restore(back, again)).header.postgresql, /^15\./);
    await requireMigrated(again);
    const contents = await contentsOf(source.ownerUrl);
    assert.deepEqual(await contentsOf(older.ownerUrl), contents);
    assert.deepEqual(await contentsOf(again.ownerUrl), contents);
  } finally {
    await server.stop();
  }
});

async function requireMigrated({ ownerUrl, appUrl }: DatabaseUrls): Promise<void> {
  assert.deepEqual(await migrate(ownerUrl, appUrl), []);
}

test("the age program opens a backup with a key that it made itself", {
  skip: missing({ age, "age-keygen": keygen, zstd }),
}, async () => {
  await using source = await openTestDatabase();
  const [identity, file, packed] = [
    backups.path("identity"),
    backups.path("backup"),
    backups.path("packed"),
  ];
  await run(keygen ?? "", ["-o", identity]);
  const { stdout: recipient } = await run(keygen ?? "", ["-y", identity]);
  const encrypter = backups.encrypter();
  encrypter.addRecipient(recipient.trim());
  await backups.take(source, file, { encrypter });
  await run(age ?? "", ["--decrypt", "-i", identity, "-o", packed, file]);
  const { stdout } = await run(zstd ?? "", ["-dc", packed], { encoding: "latin1" });
  assert.match(stdout, /"format":"holdfast backup"/);
  assert.match(stdout, /platform\.installation/);

  await run(age ?? "", ["-r", backups.recipient, "-o", `${file}.2`, packed]);
  await using target = await openEmptyDatabase();
  await backups.restore(`${file}.2`, target);
  assert.deepEqual(await contentsOf(target.ownerUrl), await contentsOf(source.ownerUrl));
});
