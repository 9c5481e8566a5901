import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  openTestClient,
  openTestSite,
  PasswordClient,
  sentTo,
  TestAuthenticator,
  TestBrowser,
  type TestSite,
} from "#test";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const later = (seconds: number) => {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
};
const placeOf = (answered: Response) => answered.headers.get("location") ?? "";

test("attempts at codes, resets and recoveries are limited across two sites on one database [Must 4, 12]", async () => {
  const again = await site.another();
  const owner = await PasswordClient.open(site, "two-sites@example.net");
  later(3_600);
  const at = (count: number) => new TestBrowser(count % 2 === 0 ? site : again);
  const reset = await Promise.all(
    Array.from(
      { length: 6 },
      async (_, count) => (await at(count).post("/reset-password", { email: owner.email })).status,
    ),
  );
  assert.deepEqual(reset.sort(), [303, 303, 303, 429, 429, 429]);
  const recover = await Promise.all(
    Array.from(
      { length: 8 },
      async (_, count) =>
        (await at(count).post("/recover", { email: owner.email, code: "x" })).status,
    ),
  );
  assert.deepEqual(recover.sort(), [403, 403, 403, 403, 403, 429, 429, 429]);
  await owner.typePassword(owner.browser);
  const code = "000000";
  const codes = await Promise.all(
    Array.from({ length: 20 }, async (_, count) => {
      const browser = at(count);
      for (const [name, value] of owner.browser.cookies) browser.cookies.set(name, value);
      return await (await browser.post("/sign-in/code", { code })).text();
    }),
  );
  assert.equal(codes.filter((text) => /This code isn’t right/.test(text)).length, 5);
});

test("a wrong recovery code and a wrong password take the same statements, whether the address is known or not [Must 6]", async () => {
  const owner = await PasswordClient.open(site, "work@example.net");
  later(3_600);
  const statementsOf = async (path: string, email: string) => {
    const { database } = site.opened;
    const { query, connect } = database;
    const seen: string[] = [];
    database.query = ((...words: Parameters<typeof query>) => {
      seen.push(String(words[0]));
      return query.apply(database, words);
    }) as typeof query;
    database.connect = ((...words: Parameters<typeof connect>) => {
      if (words[0] === undefined) seen.push("a transaction of accounts.");
      return connect.apply(database, words);
    }) as typeof connect;
    try {
      const fields = { email, code: "0000-0000-0000-0000-0000-0000", password: "x" };
      await new TestBrowser(site).post(path, fields);
      return seen.filter((one) => /accounts\.|request_counts/.test(one)).sort();
    } finally {
      Object.assign(database, { query, connect });
      await site.accounts.underWay.settled();
    }
  };
  for (const path of ["/recover", "/sign-in/password"]) {
    const unknown = await statementsOf(path, "nobody-at-all@example.net");
    assert.ok(unknown.length > 3);
    assert.deepEqual(await statementsOf(path, owner.email), unknown, path);
  }
});

test("no page of accounts is framed, and no form of it leads elsewhere [Must 10]", async () => {
  const { cookie } = await openTestClient(site);
  for (const path of [
    "/sign-in",
    "/sign-up",
    "/account",
    "/account/locked",
    "/step-up",
    "/staff/sign-in",
  ]) {
    const page = await site.get(path, { cookie });
    const policy = page.headers.get("content-security-policy") ?? "";
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.match(policy, /form-action 'self'/, path);
    assert.equal(page.headers.get("x-frame-options"), "DENY", path);
  }
});

test("no form of another site changes anything of an account, whatever it says of itself [Must 8]", async () => {
  const owner = await openTestClient(site);
  for (const headers of [
    { origin: "https://larkmoor-login.example" },
    { origin: "null" },
    { origin: "https://larkmoor-login.example", "sec-fetch-site": "same-site" },
    { origin: "https://larkmoor-login.example", "x-forwarded-host": "larkmoor-login.example" },
    { origin: "https://larkmoor-login.example", "content-type": "text/plain" },
  ]) {
    const sent = await site.post("/account/locked", {}, { cookie: owner.cookie, ...headers });
    assert.equal(sent.status, 403, JSON.stringify(headers));
  }
  assert.equal((await site.get("/account", { cookie: owner.cookie })).status, 200);
});

test("`not me` locks and takes back, though the address was taken by another account meanwhile [Must 15]", async () => {
  const owner = await PasswordClient.open(site, "wanted@example.net");
  const address = { email: "thief@example.net" };
  assert.equal(placeOf(await owner.browser.post("/account/email", address)), "/account/email?sent");
  const thief = new TestBrowser(site);
  await thief.post(await owner.link("email_change_confirm"));
  const squatter = new TestBrowser(site);
  const path = await squatter.askForAccount(owner.email);
  const answer = JSON.stringify(new TestAuthenticator().register(await squatter.options(path)));
  assert.equal((await squatter.post(path, { answer, name: "" })).status, 404);
  assert.equal(
    (await new TestBrowser(site).post(await owner.link("email_changed", "not_me"))).status,
    200,
  );
  assert.equal((await owner.templates()).at(-1), "account_locked");
  assert.equal(placeOf(await owner.signIn(owner.browser)).startsWith("/sign-in/waiting"), true);
});

test("a stranger who knows an address uses up nobody's attempts [Must 16]", async () => {
  const owner = await PasswordClient.open(site, "known@example.net");
  later(3_600);
  const statuses: number[] = [];
  for (let count = 0; count < 12; count++) {
    const fields = { email: owner.email, password: "a guess of a stranger" };
    statuses.push((await new TestBrowser(site).post("/sign-in/password", fields)).status);
  }
  assert.deepEqual(statuses.slice(9), [403, 429, 429]);
  assert.equal(placeOf(await owner.signIn(owner.browser)), "/account");
});

test("links in a mailbox that was left behind open nothing any more [Must 17]", async () => {
  const owner = await PasswordClient.open(site, "left@example.net");
  await new TestBrowser(site).post("/reset-password", { email: owner.email });
  const reset = await owner.link("password_reset");
  assert.equal((await site.get(reset)).status, 200);
  await owner.browser.post("/account/email", { email: "right@example.net" });
  await new TestBrowser(site).post(await owner.link("email_change_confirm"));
  assert.equal((await site.get(reset)).status, 404);
  const told = (await sentTo(site, owner.client)).filter(
    ({ template }) => template === "email_changed",
  );
  assert.equal(told.length, 2);
});
