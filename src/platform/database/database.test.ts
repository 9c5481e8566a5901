import assert from "node:assert/strict";
import { on } from "node:events";
import { test } from "node:test";
import { openTestDatabase } from "#test";
import { openDatabase } from "./database.ts";

test("three connections stay open when nobody uses them, and no more", async (context) => {
  await using opened = await openTestDatabase();
  const database = openDatabase(opened.appUrl, assert.ifError);
  const removals = on(database, "remove");
  context.mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const clients = await Promise.all(Array.from({ length: 5 }, () => database.connect()));
    for (const client of clients) client.release();
    assert.equal(database.totalCount, 5);
    const bothRemoved = Array.fromAsync({ length: 2 }, () => removals.next());
    context.mock.timers.tick(3_600_000);
    assert.equal(database.totalCount, 3);
    await bothRemoved; // until then the server may speak to them
  } finally {
    context.mock.timers.reset();
    await database.end();
  }
});
