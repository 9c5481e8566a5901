import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Id } from "#platform";
import { openTestSite, sentTo, TestAuthenticator, TestBrowser, type TestSite } from "#test";
import { forgetLapsed } from "./sign-up.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const templates = async (client: Id<"client">) =>
  (await sentTo(site, client)).map(({ template }) => template);

async function countRows(table: "clients" | "emails" | "devices"): Promise<number> {
  const { rows } = await site.opened.database.query<{ count: number }>(
    `select count(*)::integer as count from accounts.${table}`,
  );
  return rows[0]?.count ?? 0;
}

test("an address becomes an account with a passkey, which signs in elsewhere", async () => {
  const browser = new TestBrowser(site);
  const authenticator = new TestAuthenticator();
  const client = await browser.signUp("ada@example.net", authenticator);
  assert.deepEqual(await templates(client), ["activate_account", "welcome"]);
  const other = new TestBrowser(site);
  const answered = await other.signIn(authenticator, "/help?from=there");
  assert.equal(answered.headers.get("location"), "/help?from=there");
  assert.equal(other.client, client);
  assert.equal((await templates(client)).at(-1), "new_device_signed_in");
});

test("of two links for one address that are followed at once, one opens an account", async () => {
  for (let round = 0; round < 3; round += 1) {
    const sent: (() => Promise<Response>)[] = [];
    for (const browser of [new TestBrowser(site), new TestBrowser(site)]) {
      const path = await browser.askForAccount(`twice-${round}@example.net`);
      const answer = new TestAuthenticator().register(await browser.options(path));
      sent.push(() => browser.post(path, { answer: JSON.stringify(answer), name: "" }));
    }
    const answered = await Promise.all(sent.map((send) => send()));
    assert.deepEqual(answered.map(({ status }) => status).sort(), [303, 404]);
  }
});

test("who has an account is answered like everybody, and told by mail alone [ASVS 6.3.8] [Must 5]", async () => {
  const owner = new TestBrowser(site);
  const client = await owner.signUp("bea@example.net", new TestAuthenticator());
  const before = await countRows("clients");
  const asks = async (email: string) => {
    const browser = new TestBrowser(site);
    const answered = await browser.post("/sign-up", { email });
    const said = await browser.get("/sign-up/sent");
    const headers = [...answered.headers].filter(([name]) => name !== "x-request-id");
    return { status: answered.status, headers, text: await said.text() };
  };
  const [known, unknown] = [await asks("Bea@example.net"), await asks("nobody@example.net")];
  assert.deepEqual(known, unknown);
  await site.accounts.underWay.settled();
  assert.equal((await templates(client)).at(-1), "account_exists");
  assert.equal(await countRows("clients"), before + 1);
});

test("opening the link does nothing, and it opens one account, in time [ASVS 6.4.1]", async () => {
  const browser = new TestBrowser(site);
  const path = await browser.askForAccount("cleo@example.net");
  const before = await countRows("devices");
  for (let count = 0; count < 2; count++) assert.equal((await browser.get(path)).status, 200);
  assert.equal(await countRows("devices"), before);
  assert.equal(browser.client, undefined);
  const late = await browser.askForAccount("dora@example.net");
  site.time.now = new Date(site.time.now.getTime() + 2 * 3_600_000);
  assert.equal((await browser.get(late)).status, 404);
  assert.equal((await browser.get(path)).status, 404);
  const emails = await countRows("emails");
  const tomorrow = new Date(site.time.now.getTime() + 86_400_000);
  await forgetLapsed(site.opened.database, tomorrow);
  assert.ok((await countRows("emails")) <= emails - 2);
  await new TestBrowser(site).signUp("dora@example.net", new TestAuthenticator());
});

test("an address that two people asked for is the first's who opens the link", async () => {
  const [first, second] = [new TestBrowser(site), new TestBrowser(site)];
  const [one, two] = [
    await first.askForAccount("eve@example.net"),
    await second.askForAccount("eve@example.net"),
  ];
  const choose = async (browser: TestBrowser, path: string) => {
    const answer = new TestAuthenticator().register(await browser.options(path));
    return await browser.post(path, { answer: JSON.stringify(answer) });
  };
  assert.equal((await choose(first, one)).status, 303);
  assert.equal((await choose(second, two)).status, 404);
  assert.equal((await choose(first, two).catch(() => ({ status: 404 }))).status, 404);
  assert.equal(second.client, undefined);
});

test("the first passkey must not hang on one device", async () => {
  const browser = new TestBrowser(site);
  const path = await browser.askForAccount("fay@example.net");
  const laptop = new TestAuthenticator({ attachment: "platform", isSynced: false });
  const answer = laptop.register(await browser.options(path));
  const refused = await browser.post(path, { answer: JSON.stringify(answer) });
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /can’t leave this device/);
  const key = new TestAuthenticator({ attachment: "cross-platform", isSynced: false });
  const carried = key.register(await browser.options(path));
  const opened = await browser.post(path, { answer: JSON.stringify(carried) });
  assert.equal(opened.status, 303);
  assert.equal((await browser.addPasskey(laptop)).status, 303);
});

test("what is no address, and more than an hour takes, is said in a sentence, and the address stays typed", async () => {
  const browser = new TestBrowser(site);
  const wrong = await browser.post("/sign-up", { email: "not an <address>" });
  assert.equal(wrong.status, 400);
  const said = await wrong.text();
  assert.match(said, /That is no e-mail address/);
  assert.match(said, /value="not an &lt;address&gt;"/);
  const statuses = new Set<number>();
  for (let count = 0; count < 7; count++) {
    statuses.add((await browser.post("/sign-up", { email: "gia@example.net" })).status);
  }
  await site.accounts.underWay.settled();
  assert.deepEqual([...statuses], [303, 429]);
});

test("an account that waits for its owner signs nobody in", async () => {
  const browser = new TestBrowser(site);
  await browser.askForAccount("hal@example.net");
  const { rows } = await site.opened.database.query<{ client: Id<"client"> }>(
    "select client from accounts.clients where activated_at is null order by opened_at desc limit 1",
  );
  const authenticator = new TestAuthenticator();
  const handle = Buffer.from(`${rows[0]?.client}`.replaceAll("-", ""), "hex").toString("base64url");
  const options = await browser.options("/sign-in/passkey");
  authenticator.register({ ...options, rp: { id: "localhost" }, user: { id: handle } });
  assert.equal((await browser.signIn(authenticator)).status, 403);
});
