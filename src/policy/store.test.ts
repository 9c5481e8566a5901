import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openTestDatabase } from "#test";
import { readBundle } from "./bundle.ts";
import { recordEdition } from "./store.ts";

const file = new URL("../../examples/larkmoor.policy.json", import.meta.url);
const bundle = readBundle(JSON.parse(readFileSync(file, "utf8")));
const edition = (version: number, digit = "a") => ({
  bundle: { ...bundle, version },
  sha256: digit.repeat(64),
});
const now = new Date("2026-11-20T12:00:00Z");

test("versions only go up, and a version keeps its contents", async () => {
  await using opened = await openTestDatabase();
  const { database } = opened;
  await recordEdition(database, edition(3), now);
  await recordEdition(database, edition(3), now);
  await assert.rejects(recordEdition(database, edition(2), now), { code: "policy_older" });
  await assert.rejects(recordEdition(database, edition(3, "b"), now), { code: "policy_differs" });
  await recordEdition(database, edition(5, "c"), now);
  await assert.rejects(recordEdition(database, edition(4, "d"), now), {
    code: "policy_older",
    message: /version 4 .* version 5/,
  });
});

test("of two contents for one version, recorded at once, one is refused", async () => {
  await using opened = await openTestDatabase();
  const both = await Promise.allSettled([
    recordEdition(opened.database, edition(1, "a"), now),
    recordEdition(opened.database, edition(1, "b"), now),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
});

test("the app's role can't rewrite an edition", async () => {
  await using opened = await openTestDatabase();
  await recordEdition(opened.database, edition(1), now);
  await assert.rejects(opened.database.query("update policy.editions set version = 9"), {
    code: "42501",
  });
  await assert.rejects(opened.database.query("delete from policy.editions"), { code: "42501" });
});
