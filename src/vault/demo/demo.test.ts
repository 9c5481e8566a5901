import assert from "node:assert/strict";
import { test } from "node:test";
import { demoPeople } from "#accounts";
import { fieldNames } from "#policy";
import { openTestSite } from "#test";
import { masksOf } from "../record/index.ts";
import { demoRecords } from "./index.ts";

test("the demo's clients have every field, and are made once", async () => {
  await using site = await openTestSite();
  const { database } = site.opened;
  const { client, staff } = await demoPeople(site.accounts.desk, site.time.now);
  await demoRecords(site.vault.desk, client);
  const viewer = staff[0]?.id ?? assert.fail();
  const masks = await masksOf(database, client, viewer);
  assert.deepEqual(
    masks.map(({ field }) => field),
    [...fieldNames],
  );
  const counted = async () => {
    const { rows } = await database.query<{ clients: string; values: string }>(
      "select count(distinct client) as clients, count(*) as values from vault.fields",
    );
    return rows[0];
  };
  const once = await counted();
  assert.deepEqual(once, { clients: "201", values: String(201 * fieldNames.length) });
  await demoRecords(site.vault.desk, client);
  assert.deepEqual(await counted(), once);
});
