import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestSite, type TestSite } from "#test";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const textOf = async (response: Response) =>
  (await response.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("a frightened person finds out that a call from our own number proves nothing, and what to do", async () => {
  const home = await site.get("/");
  assert.match(await home.text(), /<form method="post" action="\/check"/);
  const answer = await textOf(await site.post("/check", { contact: "+1 (202) 555-0100" }));
  assert.match(answer, /never call/i);
  assert.match(answer, /Hang up/);
});

test("what was typed comes back with the answer and with every refusal", async () => {
  const typed = 'look at <b>this</b> "larkmoor-login.example.net" please';
  const answered = await (await site.post("/check", { contact: typed })).text();
  assert.ok(
    answered.includes(
      "look at &lt;b&gt;this&lt;/b&gt; &quot;larkmoor-login.example.net&quot; please</textarea>",
    ),
  );
  assert.ok(!answered.includes("<b>this</b>"));
});

test("after 60 checks in a minute the field keeps what was typed and says how long to wait", async () => {
  await using own = await openTestSite();
  for (let count = 0; count < 60; count++)
    await own.post("/check", { contact: "larkmoor.example" });
  const refused = await own.post("/check", { contact: "the sixty-first" });
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("retry-after"), "60");
  const body = await refused.text();
  assert.match(body, /the sixty-first<\/textarea>/);
  assert.match(body, /Wait 60 seconds/);
});

test("an expired directory makes every answer not ours, and the list says so", async () => {
  await using own = await openTestSite();
  own.time.now = new Date("2037-01-01T00:00:00Z");
  assert.match(
    await textOf(await own.post("/check", { contact: "larkmoor.example" })),
    /That is not us/,
  );
  assert.match(await textOf(await own.get("/contacts")), /This list expired/);
  const phone = await (await own.get("/phone")).text();
  assert.ok(!phone.includes("tel:"));
  assert.match(phone, /cannot show our number/);
});

test("nothing that was checked is kept anywhere in the database", async () => {
  const canary = "canary-7f3a91@secret.example";
  await site.post("/check", { contact: canary });
  await site.get(`/help/search?q=${encodeURIComponent(canary)}`);
  const { rows } = await site.opened.database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('platform', 'help')`,
  );
  for (const { name } of rows) {
    const found = await site.opened.database.query(
      `select t::text from ${name} t where t::text like '%canary-7f3a91%'`,
    );
    assert.equal(found.rowCount, 0, name);
  }
});
