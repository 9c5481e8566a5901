import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "#fast-check";
import { uuidOf } from "#platform";
import { openTestClient, openTestSite } from "#test";
import { groupsOfKey, masterKeyIn, newMasterKey } from "./key-text.ts";
import { provesMasterKey } from "./master-key.ts";

const site = await openTestSite();
const { desk } = site.accounts;
after(() => site[Symbol.asyncDispose]());

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("a key is read however it is typed, and no single slip of the hand makes another", () => {
  const place = fc.nat(27);
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 31 }), (at, step) => {
      const key = newMasterKey();
      assert.match(key, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const letters = key.replaceAll("-", "");
      assert.equal(masterKeyIn(letters.toLowerCase().replace(/0/g, "o").replace(/1/g, "l")), key);
      const other = alphabet[(alphabet.indexOf(letters[at] ?? "") + step) % 32];
      assert.equal(masterKeyIn(letters.slice(0, at) + other + letters.slice(at + 1)), undefined);
      const [one, two] = [letters[at], letters[at + 1]];
      if (two === undefined || one === two) return;
      const swapped = letters.slice(0, at) + two + one + letters.slice(at + 2);
      assert.equal(masterKeyIn(swapped), undefined);
    }),
  );
});

/** Follows the pages to a master key, as its owner does. */
async function make(cookie: string): Promise<string> {
  const shown = await (await site.post("/account/master-key/new", {}, { cookie })).text();
  const groups = [...shown.matchAll(/<\/small>([0-9A-Z]{4})</g)].map(([, group]) => group ?? "");
  assert.equal(groups.length, groupsOfKey);
  const sealed = /name="sealed" value="([^"]+)"/.exec(shown)?.[1] ?? "";
  const asked = Number(/group (\d) of your key/.exec(shown)?.[1]);
  const wrong = await site.post("/account/master-key", { sealed, group: "0000" }, { cookie });
  assert.equal(wrong.status, 400);
  const group = groups[asked - 1] ?? "";
  const kept = await site.post("/account/master-key", { sealed, group }, { cookie });
  assert.equal(kept.headers.get("location"), "/account/master-key?done=made");
  return groups.join("-");
}

test("a key is its owner's only when a part of it was typed, and the database can't tell which it is", async () => {
  const { client, cookie } = await openTestClient(site);
  const key = await make(cookie);
  assert.equal(await provesMasterKey(desk, client, key.toLowerCase()), true);
  assert.equal(await provesMasterKey(desk, client, newMasterKey()), false);
  const { rows } = await site.opened.database.query(
    "select hash from accounts.master_keys where client = $1",
    [uuidOf(client)],
  );
  assert.equal(rows.length, 1);
});

test("a key that was shown to one client, or too long ago, is nobody's", async () => {
  const one = await openTestClient(site);
  const other = await openTestClient(site);
  const shown = await (
    await site.post("/account/master-key/new", {}, { cookie: one.cookie })
  ).text();
  const sealed = /name="sealed" value="([^"]+)"/.exec(shown)?.[1] ?? "";
  const groups = [...shown.matchAll(/<\/small>([0-9A-Z]{4})</g)].map(([, group]) => group ?? "");
  const group = groups[Number(/group (\d) of your key/.exec(shown)?.[1]) - 1] ?? "";
  const keep = async (cookie: string) =>
    (await site.post("/account/master-key", { sealed, group }, { cookie })).status;
  assert.equal(await keep(other.cookie), 400);
  const start = site.time.now;
  site.time.now = new Date(start.getTime() + 31 * 60_000);
  const { cookie } = await one.signIn();
  assert.equal(await keep(cookie), 400);
  site.time.now = start;
  assert.equal(await keep(one.cookie), 303);
});

test("a replaced key opens nothing, and attempts are limited, right or wrong", async () => {
  const { client, cookie } = await openTestClient(site);
  const old = await make(cookie);
  const key = await make(cookie);
  assert.equal(await provesMasterKey(desk, client, old), false);
  assert.equal(await provesMasterKey(desk, client, key), true);
  const attempts = Array.from({ length: 12 }, () => provesMasterKey(desk, client, key));
  const settled = await Promise.allSettled(attempts);
  assert.equal(settled.filter(({ status }) => status === "fulfilled").length, 8);
});
