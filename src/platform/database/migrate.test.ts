import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "pg";
import { openTestDatabase } from "#test";
import { migrate, migrationFiles } from "./migrate.ts";

async function asOwner<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("several processes may migrate at once: each migration is applied once", async () => {
  await using opened = await openTestDatabase();
  const { ownerUrl, appUrl } = opened;
  await asOwner(ownerUrl, async (client) => {
    await client.query("drop schema help cascade");
    await client.query("delete from platform.migrations where name = '0002-help.sql'");
  });
  const applied = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, appUrl)));
  assert.deepEqual(applied.flat(), ["0002-help.sql"]);
  assert.deepEqual(await migrate(ownerUrl, appUrl), []);
});

test("a migration that was edited after it was applied is refused", async () => {
  await using opened = await openTestDatabase();
  const [name = ""] = await migrationFiles();
  await asOwner(opened.ownerUrl, (client) =>
    client.query("update platform.migrations set sha256 = 'edited' where name = $1", [name]),
  );
  await assert.rejects(migrate(opened.ownerUrl, opened.appUrl), {
    code: "edited_migration",
    message: new RegExp(`^${name} was applied as edited but reads [0-9a-f]{12} now`),
  });
});

test("the app's role can't change the tables, nor what was recorded", async () => {
  await using opened = await openTestDatabase();
  const denied = { code: "42501" };
  await assert.rejects(opened.database.query("create table platform.mine (id integer)"), denied);
  await assert.rejects(opened.database.query("delete from platform.editions"), denied);
  await assert.rejects(opened.database.query("update platform.migrations set sha256 = ''"), denied);
  await assert.rejects(opened.database.query("create schema mine"), denied);
});
