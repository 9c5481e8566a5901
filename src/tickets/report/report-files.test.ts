import assert from "node:assert/strict";
import { after, test } from "node:test";
import sharp from "sharp";
import type { Id } from "#platform";
import { openTestClient, openTestSite, TestBrowser } from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const origin = "http://localhost:8080";

const transcript =
  "this is david from kraken security move your coins to a safe wallet and call me back on +44 20 7946 0999 do not tell anybody";

async function report(fields: Record<string, string>, words: BlobPart, cookie = "") {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("files", new File([words], "a"));
  const headers = { cookie, accept: "text/html", origin };
  const request = new Request(`${origin}/report`, { method: "POST", body, headers });
  const incoming = { socket: { remoteAddress: "192.0.2.10" } };
  const answer = await site.app.fetch(request, { incoming });
  const page = await answer.text();
  assert.equal(answer.status, 200, page);
  return page;
}

async function sightingsOf(value: string): Promise<number | null> {
  const seen = await database.query("select 1 from tickets.sightings where value = $1", [value]);
  return seen.rowCount;
}

test("a text file is read as what was typed is, and whom it names is counted", async () => {
  const page = await report({ answer: "none" }, transcript);
  assert.match(page, /This is what a scam looks like/);
  assert.match(page, /\+442079460999/);
  assert.equal(await sightingsOf("+442079460999"), 1);
});

test("a client's own address in a text file is no scammer's", async () => {
  const client = await openTestClient(site);
  await report({}, `${transcript} they know ${client.email} and boss@drain.top`, client.cookie);
  assert.equal(await sightingsOf("boss@drain.top"), 1);
  assert.equal(await sightingsOf(client.email), 0);
});

test("a guest's text file counts when the address is proven, without that address", async () => {
  const email = "file@example.org";
  const words = `${transcript} they know ${email} and chief@drain.top`;
  const page = await report({ answer: "email", email }, words);
  assert.match(page, /This is what a scam looks like/);
  assert.equal(await sightingsOf("chief@drain.top"), 0);
  const { rows } = await database.query<{ links: { confirm: Id<"link"> } }>(
    "select links from outbox.messages order by id desc limit 1",
  );
  const link = rows[0]?.links.confirm;
  assert.ok(link);
  const browser = new TestBrowser(site);
  const led = await browser.get(`/links/${site.outbox.linkTokens.tokenFor(link)}`);
  assert.equal((await browser.post(led.headers.get("location") ?? "")).status, 303);
  assert.equal(await sightingsOf("chief@drain.top"), 1);
  assert.equal(await sightingsOf(email), 0);
});

test("the answer to a picture says that it wasn't read", async () => {
  const white = { width: 40, height: 30, channels: 3, background: "#fff" } as const;
  const picture = await sharp({ create: white }).png().toBuffer();
  const page = await report({ answer: "none", happened: "Hello" }, new Uint8Array(picture));
  assert.match(page, /<title>We have not read your pictures/);
  assert.doesNotMatch(page, /We found no sign that we know/);
});
