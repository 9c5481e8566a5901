import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { uuidOf } from "#platform";
import {
  openTestSite,
  PasswordClient,
  sentTo,
  TestAuthenticator,
  TestBrowser,
  type TestSite,
} from "#test";
import { tellDueRecoveries } from "../recovery/index.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const days = (count: number) => {
  site.time.now = new Date(site.time.now.getTime() + count * 86_400_000);
};
const codesIn = (html: string) =>
  [...html.matchAll(/<samp>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){5})<\/samp>/g)].map(
    ([, code]) => code ?? "",
  );

/** Somebody with ten codes on paper. */
async function openWithCodes(email: string) {
  const client = await PasswordClient.open(site, email);
  const made = await client.browser.post("/account/recovery-codes");
  const html = await made.text();
  assert.equal(made.status, 200, html);
  return { client, codes: codesIn(html), html };
}

function begin(email: string, code: string | undefined): Promise<Response> {
  return new TestBrowser(site).post("/recover", { email, code: code ?? "" });
}

async function due(client: PasswordClient): Promise<string> {
  days(7);
  await tellDueRecoveries(site.accounts.desk, site.time.now);
  return await client.link("recovery_ready");
}

test("ten codes are shown once, to print and to save, and the database has none of them [ASVS 6.5.2, 6.5.4]", async () => {
  const { client, codes, html } = await openWithCodes("ada@example.net");
  assert.equal(new Set(codes).size, 10);
  assert.match(html, /download="recovery-codes.txt"/);
  assert.ok(html.includes(encodeURIComponent(codes[9] ?? "")));
  assert.doesNotMatch(await (await client.browser.get("/account/recovery-codes")).text(), /<samp>/);
  const { rows } = await site.opened.database.query(
    "select row_to_json(c)::text as row from accounts.recovery_codes c",
  );
  for (const code of codes) assert.ok(!JSON.stringify(rows).includes(code.replaceAll("-", "")));
  assert.equal((await client.templates()).at(-1), "recovery_codes_made");
});

test("a recovery code stands in for the authenticator once, and its owner is told [ASVS 6.5.1] [Must 2, 12]", async () => {
  const { client, codes } = await openWithCodes("bea@example.net");
  const code = codes[0]?.toLowerCase().replaceAll("-", " ") ?? "";
  const use = async () => {
    await client.browser.post("/sign-out");
    await client.typePassword(client.browser);
    return await client.browser.post("/sign-in/recovery-code", { recovery_code: code });
  };
  assert.equal((await use()).headers.get("location"), "/account");
  assert.equal((await client.templates()).at(-1), "recovery_code_used");
  assert.match(await (await use()).text(), /isn’t one of your recovery codes/);
  const again = await Promise.all(
    [1, 2, 3].map(async () => {
      const browser = new TestBrowser(site);
      await client.typePassword(browser);
      const fields = { recovery_code: codes[1] ?? "" };
      return (await browser.post("/sign-in/recovery-code", fields)).status;
    }),
  );
  assert.deepEqual(again.sort(), [303, 403, 403]);
});

test("everything lost: a code begins a delay, and after it a link puts new factors in the place of the old [ASVS 6.4.4]", async () => {
  const { client, codes } = await openWithCodes("cleo@example.net");
  const begun = await begin(client.email, codes[0]);
  assert.match(await begun.text(), /Your recovery has begun/);
  assert.equal((await client.templates()).at(-1), "recovery_begun");
  assert.match(await (await begin(client.email, codes[1])).text(), /under way already/);
  days(6);
  await tellDueRecoveries(site.accounts.desk, site.time.now);
  assert.equal((await client.templates()).at(-1), "recovery_begun");
  days(1);
  for (let count = 0; count < 2; count++) {
    await tellDueRecoveries(site.accounts.desk, site.time.now);
  }
  const told = (await client.templates()).filter((template) => template === "recovery_ready");
  assert.equal(told.length, 1);
  const path = await client.link("recovery_ready");
  const authenticator = new TestAuthenticator();
  const browser = new TestBrowser(site);
  assert.equal((await browser.get(path)).status, 200);
  const answer = authenticator.register(await browser.options(`${path}/passkey`));
  const fields = { answer: JSON.stringify(answer), name: "New phone" };
  const done = await browser.post(`${path}/passkey`, fields);
  assert.equal(codesIn(await done.text()).length, 10);
  assert.equal((await new TestBrowser(site).get(path)).status, 404);
  assert.equal((await client.templates()).at(-1), "recovery_done");
  await new TestBrowser(site).signIn(authenticator);
  assert.equal((await client.templates()).at(-1), "new_device_signed_in");
  const byOld = { email: client.email, password: client.password };
  assert.equal((await new TestBrowser(site).post("/sign-in/password", byOld)).status, 403);
  const byOldCode = await begin(client.email, codes[2]);
  assert.match(await byOldCode.text(), /don’t belong together/);
});

test("it can end with a password and an authenticator, without JavaScript, for one of many who follow the link", async () => {
  const { client, codes } = await openWithCodes("dora@example.net");
  await begin(client.email, codes[0]);
  const path = await due(client);
  const setUp = await client.setUp(path, new TestBrowser(site));
  client.password = "four more quiet words";
  const fields = { ...setUp, email: client.email, password: client.password, code: client.code() };
  const done = await Promise.all(
    [1, 2, 3].map(() => new TestBrowser(site).post(`${path}/password`, fields)),
  );
  assert.deepEqual(done.map(({ status }) => status).sort(), [200, 404, 404]);
  const signedIn = await client.signIn(new TestBrowser(site));
  assert.match(signedIn.headers.get("location") ?? "", /waiting/);
});

test("signing in stops a recovery, as do its link and a lock", async () => {
  const { client, codes } = await openWithCodes("emma@example.net");
  await begin(client.email, codes[0]);
  await client.signIn(client.browser);
  assert.equal((await client.templates()).at(-1), "recovery_cancelled");
  await begin(client.email, codes[1]);
  const cancel = await client.link("recovery_begun", "cancel");
  assert.match(await (await new TestBrowser(site).get(cancel)).text(), /Stop the recovery/);
  assert.equal((await new TestBrowser(site).post(cancel)).status, 200);
  assert.equal((await client.templates()).at(-1), "recovery_cancelled");
  await begin(client.email, codes[2]);
  const lock = await client.link("recovery_begun", "not_me");
  await new TestBrowser(site).post(lock);
  assert.ok((await client.templates()).includes("account_locked"));
  days(8);
  await tellDueRecoveries(site.accounts.desk, site.time.now);
  assert.ok(!(await client.templates()).includes("recovery_ready"));
});

/** Somebody with a passkey, recovery codes and a settings lock of 30 days. */
async function openLocked(email: string) {
  const [browser, passkey] = [new TestBrowser(site), new TestAuthenticator()];
  const client = await browser.signUp(email, passkey);
  const codes = codesIn(await (await browser.post("/account/recovery-codes")).text());
  const { rowCount } = await site.opened.database.query(
    `insert into accounts.settings_locks (client, id, locked_at, locked_by, days)
     values ($1, gen_random_uuid(), $2, gen_random_uuid(), 30)`,
    [uuidOf(client), site.time.now],
  );
  assert.equal(rowCount, 1);
  return { email, browser, passkey, client, codes };
}

test("under a settings lock a recovery takes as many days as the lock", async () => {
  const owner = await openLocked("ines@example.net");
  await begin(owner.email, owner.codes[0]);
  const isReady = async () => {
    await tellDueRecoveries(site.accounts.desk, site.time.now);
    const messages = await sentTo(site, owner.client);
    return messages.some(({ template }) => template === "recovery_ready");
  };
  days(29);
  assert.equal(await isReady(), false);
  days(1);
  assert.equal(await isReady(), true);
});

test("who hears that a recovery was begun makes the stolen codes worthless, under the settings lock too", async () => {
  const { email, browser, passkey, codes } = await openLocked("jana@example.net");
  const make = async () => await browser.post("/account/recovery-codes");
  assert.equal((await make()).status, 403);
  days(1);
  await begin(email, codes[0]);
  await browser.signIn(passkey);
  assert.equal((await browser.get("/account/recovery-codes")).status, 200);
  assert.equal(codesIn(await (await make()).text()).length, 10);
  assert.match(await (await begin(email, codes[1])).text(), /don’t belong together/);
  assert.equal((await make()).status, 403);
});

test("a recovery that nobody stopped is refused when its owner was there meanwhile", async () => {
  const { client, codes } = await openWithCodes("fay@example.net");
  await begin(client.email, codes[0]);
  const path = await due(client);
  assert.equal((await new TestBrowser(site).get(path)).status, 200);
  await site.opened.database.query(
    `insert into accounts.sessions (holder, id, holder_kind, secret_hash, browser, network, started_at, seen_at, ends_at)
     select holder, gen_random_uuid(), holder_kind, secret_hash, browser, network, $1, $1, $1
     from accounts.sessions where holder = $2 limit 1`,
    [site.time.now, uuidOf(client.client)],
  );
  assert.equal((await new TestBrowser(site).get(path)).status, 404);
});

test("a wrong address and a wrong code are answered alike, and attempts are limited [ASVS 6.3.8] [Must 5]", async () => {
  const { client } = await openWithCodes("gia@example.net");
  const ask = async (email: string) => {
    const answered = await begin(email, "0000-0000-0000-0000-0000-0000");
    const text = (await answered.text()).replaceAll(email, "EMAIL");
    return { status: answered.status, text };
  };
  const known = await ask(client.email);
  assert.equal(known.status, 403);
  assert.deepEqual(await ask("nobody@example.net"), known);
  assert.deepEqual(await ask("no address"), known);
  for (let count = 0; count < 4; count++) await ask(client.email);
  assert.equal((await ask(client.email)).status, 429);
});

test("a passkey that wasn't lost after all stops it, too", async () => {
  const browser = new TestBrowser(site);
  const authenticator = new TestAuthenticator();
  const client = await browser.signUp("hope@example.net", authenticator);
  const [code] = codesIn(await (await browser.post("/account/recovery-codes")).text());
  await begin("hope@example.net", code);
  await browser.signIn(authenticator);
  const templates = (await sentTo(site, client)).map(({ template }) => template);
  assert.deepEqual(templates.slice(-2), ["recovery_begun", "recovery_cancelled"]);
});
