import assert from "node:assert/strict";
import { after, test } from "node:test";
import { uuidOf } from "#platform";
import { openTestClient, openTestSite } from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;

test("a client pages through all own tickets, the open ones first, none twice and none left out", async () => {
  const owner = await openTestClient(site);
  const asOwner = { cookie: owner.cookie };
  const fields = { topic: "other", name: "Ada", text: "Where is it?" };
  await site.post("/account/tickets", fields, asOwner);
  await database.query(
    `insert into tickets.tickets (client, id, reference, requester_kind, topic, queue, language, priority,
       key_ciphertext, opened_at, opened_via, status, status_since, status_by_kind, updated_at)
     select client, gen_random_uuid(), 'K7QM-4D2X', 'client', topic, queue, language, priority, key_ciphertext,
       opened_at, 'page', case when n <= 60 then 'open' else 'closed' end, opened_at, 'system', opened_at
     from tickets.tickets cross join generate_series(1, 130) n where client = $1`,
    [uuidOf(owner.client)],
  );
  const seen: string[] = [];
  const badges: string[] = [];
  let path = "/account/tickets";
  for (let pages = 0; pages < 3; pages++) {
    const page = await (await site.get(path, asOwner)).text();
    seen.push(...[...page.matchAll(/tickets\/(ticket_\w+)"/g)].map(([, id = ""]) => id));
    badges.push(...[...page.matchAll(/class="muted small">([^·<]+) ·/g)].map(([, is = ""]) => is));
    path = /href="(\/account\/tickets\?after=[^"]*)"/.exec(page)?.[1] ?? "";
  }
  assert.equal(path, "", "three pages are all");
  assert.equal(seen.length, 131);
  assert.equal(new Set(seen).size, 131);
  const closed = badges.indexOf(badges.at(-1) ?? "");
  assert.equal(closed, 61, "what is over stands behind what is open");
  const elsewhere = await site.get("/account/tickets?after=live.nothing", asOwner);
  assert.equal(elsewhere.status, 200);
});
