import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { Client } from "pg";
import { openTestDatabase } from "#test";
import { describeSchema } from "./schema.ts";

const file = new URL("../schema.sql", import.meta.url);

test("schema.sql shows the database that the migrations make", async () => {
  await using opened = await openTestDatabase();
  const client = new Client({ connectionString: opened.ownerUrl });
  await client.connect();
  try {
    const described = await describeSchema(client);
    if (process.env.UPDATE_SCHEMA) await writeFile(file, described);
    const written = await readFile(file, "utf8").catch(() => "");
    assert.equal(written, described, "schema.sql is stale: run UPDATE_SCHEMA=1 npm test");
  } finally {
    await client.end();
  }
});
