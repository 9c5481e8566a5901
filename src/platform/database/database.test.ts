import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestDatabase } from "#test";
import { openDatabase } from "./database.ts";

test("three connections stay open when nobody uses them, and no more", async (context) => {
  await using opened = await openTestDatabase();
  const database = openDatabase(opened.appUrl, assert.ifError);
  context.mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const clients = await Promise.all(Array.from({ length: 5 }, () => database.connect()));
    for (const client of clients) client.release();
    assert.equal(database.totalCount, 5);
    context.mock.timers.tick(3_600_000);
    assert.equal(database.totalCount, 3);
  } finally {
    context.mock.timers.reset();
    await database.end();
  }
});
