import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { openTestDatabase } from "#test";
import {
  forgetUnanswered,
  keepableQuery,
  recordUnanswered,
  unansweredQueries,
} from "./unanswered.ts";

const now = new Date("2026-11-20T12:00:00Z");
const day = 86_400_000;

test("a short question in words is kept, in one form", () => {
  assert.equal(keepableQuery("  Staking REWARDS? "), "staking rewards");
  assert.equal(keepableQuery("Don’t like 2FA"), "dont like 2fa");
});

test("what may be a secret or a person's data isn't kept", () => {
  for (const query of [
    "call +1 202 555 0100",
    "1 2 3 4 5 6",
    "code 48213",
    "me@larkmoor.example",
    "larkmoor.example",
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "0x52908400098527886E0F7030069857D2E4169EE7",
    "my password is hunter42",
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "https://larkmoor.example/x",
    "word ".repeat(200),
    "",
  ]) {
    assert.equal(keepableQuery(query), undefined, query);
  }
});

test("nothing that is kept is long, holds five digits or more than five words", () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (query) => {
      const kept = keepableQuery(query);
      if (kept === undefined) return;
      assert.ok(kept.length <= 104 && kept.split(" ").length <= 5);
      assert.ok((kept.match(/\p{Nd}/gu) ?? []).length < 5);
    }),
  );
});

test("questions are counted, shown when several asked them, and forgotten after 30 days", async () => {
  await using test = await openTestDatabase();
  const { database } = test;
  const ask = (query: string, at: Date) =>
    recordUnanswered(database, { query, language: "en" }, at);
  for (const at of [now, now, new Date(now.getTime() - day)]) await ask("staking rewards", at);
  await ask("Jane Example", now);
  assert.equal(await ask("me@larkmoor.example", now), false);
  const shown = [{ language: "en", query: "staking rewards", times: 3 }];
  assert.deepEqual(await unansweredQueries(database, 10, now), shown);
  await forgetUnanswered(database, new Date(now.getTime() + 31 * day));
  const { rows } = await database.query("select query from help.unanswered");
  assert.deepEqual(rows, []);
});
