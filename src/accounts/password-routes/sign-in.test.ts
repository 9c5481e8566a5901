import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId, uuidOf } from "#platform";
import { openTestClient, openTestSite, PasswordClient, TestBrowser, type TestSite } from "#test";
import { PasswordHasher, passwordOf } from "../password/index.ts";
import { insertSignIn } from "../password-sign-in/store.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const minutesLater = (minutes: number) => {
  site.time.now = new Date(site.time.now.getTime() + minutes * 60_000);
};
const elsewhere = { "x-forwarded-for": "198.51.100.7" };

test("a password and a code open an account together, and sign in where they were set up", async () => {
  const ada = await PasswordClient.open(site, "ada@example.net");
  assert.deepEqual(await ada.templates(), ["activate_account", "welcome"]);
  await ada.browser.post("/sign-out");
  assert.equal(ada.browser.client, undefined);
  await ada.typePassword(ada.browser);
  assert.equal(ada.browser.client, undefined);
  const second = await ada.browser.post("/sign-in/code", { code: ada.nextCode(), back: "/help" });
  assert.equal(second.headers.get("location"), "/help");
  assert.equal(ada.browser.client, ada.client);
});

test("a new browser waits for its owner's approval, and goes on by itself", async () => {
  const bea = await PasswordClient.open(site, "bea@example.net");
  const other = new TestBrowser(site);
  const answered = await bea.signIn(other);
  assert.match(answered.headers.get("location") ?? "", /^\/sign-in\/waiting/);
  const waiting = await other.get("/sign-in/waiting");
  assert.match(waiting.headers.get("refresh") ?? "", /^4; url=\/sign-in\/waiting/);
  assert.equal(other.client, undefined);
  const path = await bea.link("new_device_approve");
  const shown = await (await new TestBrowser(site).get(path)).text();
  assert.match(shown, /Firefox on Linux/);
  assert.match(shown, /192\.0\.2\.10/);
  assert.equal((await other.get("/sign-in/waiting")).status, 200);
  assert.equal((await new TestBrowser(site).post(path)).status, 200);
  assert.equal((await new TestBrowser(site).post(path)).status, 404);
  const gone = await other.get("/sign-in/waiting?back=%2Fhelp");
  assert.equal(gone.headers.get("location"), "/help");
  assert.equal(other.client, bea.client);
  assert.equal((await bea.templates()).at(-1), "new_device_signed_in");
});

test("the link to approve works once however many press, on the same network, for its minutes [ASVS 6.5.5, 6.6.2] [Must 2, 12]", async () => {
  await using proxied = await openTestSite({ TRUSTED_PROXIES: "1" });
  const cleo = await PasswordClient.open(proxied, "cleo@example.net");
  await cleo.signIn(new TestBrowser(proxied));
  const path = await cleo.link("new_device_approve");
  const away = new TestBrowser(proxied);
  assert.match(await (await away.get(path, elsewhere)).text(), /another network/);
  assert.equal((await away.post(path, {}, elsewhere)).status, 403);
  const pressed = await Promise.all([1, 2, 3].map(() => new TestBrowser(proxied).post(path)));
  assert.deepEqual(pressed.map(({ status }) => status).sort(), [200, 404, 404]);
  await cleo.signIn(new TestBrowser(proxied));
  const late = await cleo.link("new_device_approve");
  proxied.time.now = new Date(proxied.time.now.getTime() + 20 * 60_000);
  assert.equal((await away.get(late)).status, 404);
});

test("`this was not me` shuts everybody out and locks the account", async () => {
  const dora = await PasswordClient.open(site, "dora@example.net");
  const thief = new TestBrowser(site);
  await dora.signIn(thief);
  const path = await dora.link("new_device_approve");
  assert.equal((await new TestBrowser(site).post(`${path}/refuse`, {}, elsewhere)).status, 200);
  assert.equal((await dora.templates()).at(-1), "account_locked");
  assert.equal(
    (await thief.get("/sign-in/waiting")).headers.get("location")?.slice(0, 8),
    "/sign-in",
  );
  assert.equal((await new TestBrowser(site).post(path)).status, 404);
  const own = await dora.browser.get("/account/password");
  assert.match(own.headers.get("location") ?? "", /^\/sign-in/);
});

const newPassword = "another gentle purple horizon";
const endings: Readonly<Record<string, (owner: PasswordClient) => Promise<Response>>> = {
  changed: ({ browser, email, password }) =>
    browser.post("/account/password", { current: password, password: newPassword, email }),
  async reset(owner) {
    const { email } = owner;
    await new TestBrowser(site).post("/reset-password", { email });
    const fields = { password: newPassword, email, code: owner.nextCode() };
    return await new TestBrowser(site).post(await owner.link("password_reset"), fields);
  },
  locked: ({ browser }) => browser.post("/account/locked"),
};

for (const [how, end] of Object.entries(endings)) {
  test(`who typed the password before it was ${how} gets in no more by a code [ASVS 7.4.3]`, async () => {
    const owner = await PasswordClient.open(site, `${how}@example.net`);
    const thief = new TestBrowser(site);
    thief.cookies.set("device", owner.browser.cookies.get("device") ?? "");
    await owner.typePassword(thief);
    assert.ok((await end(owner)).status < 400);
    assert.equal((await thief.post("/sign-in/code", { code: owner.nextCode() })).status, 403);
    assert.equal(thief.client, undefined);
  });
}

test("a password that was changed while it was compared begins no sign-in", async () => {
  const owner = await PasswordClient.open(site, "compared@example.net");
  const { database } = site.opened;
  const { factor } = (await passwordOf(database, owner.client)) ?? assert.fail();
  const changed = { current: owner.password, password: newPassword, email: owner.email };
  const { status } = await owner.browser.post("/account/password", changed);
  assert.equal(status, 303);
  const now = site.time.now;
  const who = { browser: "Firefox on Linux", network: "192.0.2.10", beganAt: now, endsAt: now };
  const signIn = { client: owner.client, id: newId("signin", now), ...who };
  assert.equal(await insertSignIn(database, signIn, factor, Buffer.alloc(32)), false);
});

test("nobody learns from an answer whether an address is known [ASVS 6.3.8] [Must 5, 6]", async () => {
  const emma = await PasswordClient.open(site, "emma@example.net");
  const byPasskey = await openTestClient(site, ["passkey"]);
  const ask = async (email: string) => {
    const before = site.accounts.hasher.hashed;
    const answered = await new TestBrowser(site).post("/sign-in/password", {
      email,
      password: "not the right one at all",
    });
    const headers = [...answered.headers].filter(([name]) => name !== "x-request-id");
    const text = (await answered.text()).replaceAll(email, "EMAIL");
    const hashes = site.accounts.hasher.hashed - before;
    return { status: answered.status, headers, text, hashes };
  };
  const known = await ask(emma.email);
  assert.equal(known.status, 403);
  assert.equal(known.hashes, 1);
  for (const email of ["nobody@example.net", byPasskey.email, "no address"]) {
    assert.deepEqual(await ask(email), known, email);
  }
});

test("a code counts once, of many at the same moment too [ASVS 6.5.1] [Must 2, 12, 14]", async () => {
  const fay = await PasswordClient.open(site, "fay@example.net");
  const browsers = [fay.browser, new TestBrowser(site), new TestBrowser(site)];
  for (const [name, value] of fay.browser.cookies) {
    if (name === "device") for (const other of browsers) other.cookies.set(name, value);
  }
  for (const browser of browsers) {
    await browser.post("/sign-out");
    await fay.typePassword(browser);
  }
  const code = fay.nextCode();
  const answered = await Promise.all(
    browsers.map((browser) => browser.post("/sign-in/code", { code })),
  );
  assert.deepEqual(answered.map(({ status }) => status).sort(), [303, 403, 403]);
});

test("a sign-in is over after five wrong codes, and what it has isn't a session [ASVS 6.3.3, 6.6.3]", async () => {
  const gia = await PasswordClient.open(site, "gia@example.net");
  const browser = new TestBrowser(site);
  await gia.typePassword(browser);
  for (const path of ["/account/password", "/inbox"]) {
    assert.match((await browser.get(path)).headers.get("location") ?? "", /^\/sign-in\?/);
  }
  for (let count = 0; count < 5; count++) {
    const wrong = await browser.post("/sign-in/code", { code: "000000" });
    assert.match(await wrong.text(), /This code isn’t right/);
  }
  const over = await browser.post("/sign-in/code", { code: gia.nextCode() });
  assert.match(await over.text(), /This sign-in is over/);
  assert.equal(browser.client, undefined);
});

test("a sign-in can't be taken over by whoever set its cookie, and a session is never an earlier one [ASVS 6.6.2, 7.2.4] [Must 3, 7]", async () => {
  const hope = await PasswordClient.open(site, "hope@example.net");
  const session = hope.browser.cookies.get("session");
  await hope.typePassword(hope.browser);
  const [, id] = (hope.browser.cookies.get("sign-in") ?? "").split(".");
  const forged = new TestBrowser(site);
  forged.cookies.set("sign-in", `${hope.client}.${id}.${Buffer.alloc(32).toString("base64url")}`);
  assert.match((await forged.get("/sign-in/code")).headers.get("location") ?? "", /^\/sign-in\?/);
  await hope.browser.post("/sign-in/code", { code: hope.nextCode() });
  assert.notEqual(hope.browser.cookies.get("session"), session);
  const old = new TestBrowser(site);
  old.cookies.set("session", session ?? "");
  assert.match((await old.get("/inbox")).headers.get("location") ?? "", /^\/sign-in/);
});

test("attempts are limited by account across two sites on one database, and the wait is told [ASVS 6.3.1] [Must 4]", async () => {
  const iris = await PasswordClient.open(site, "iris@example.net");
  minutesLater(61);
  const again = await site.another();
  const answered: number[] = [];
  for (let count = 0; count < 11; count++) {
    const at = count % 2 === 0 ? site : again;
    const { status } = await new TestBrowser(at).post("/sign-in/password", {
      email: iris.email,
      password: "wrong, and long enough",
    });
    answered.push(status);
  }
  assert.deepEqual(answered, [...Array(10).fill(403), 429]);
  const right = await new TestBrowser(site).post("/sign-in/password", {
    email: iris.email,
    password: iris.password,
  });
  assert.equal(right.status, 429);
  assert.ok(Number(right.headers.get("retry-after")) > 0);
  assert.match(await right.text(), /With a passkey you can sign in now/);
});

test("a step-up by code is for who has no passkey", async () => {
  const june = await PasswordClient.open(site, "june@example.net");
  minutesLater(10);
  const asked = await june.browser.get("/account/authenticator");
  assert.match(asked.headers.get("location") ?? "", /^\/step-up\?/);
  assert.match(await (await june.browser.get("/step-up")).text(), /action="\/step-up\/code"/);
  assert.equal((await june.browser.post("/step-up/code", { code: "000000" })).status, 403);
  const code = june.nextCode();
  const proven = await june.browser.post("/step-up/code", { code, back: "/account/authenticator" });
  assert.equal(proven.headers.get("location"), "/account/authenticator");
  assert.equal((await june.browser.post("/step-up/code", { code })).status, 403);
  assert.equal((await june.browser.get("/account/authenticator")).status, 200);
  const both = await openTestClient(site, ["passkey", "authenticator", "password"], []);
  const refused = await site.post("/step-up/code", { code: "000000" }, { cookie: both.cookie });
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /passkey/);
});

test("a sign-in hashes anew what was hashed with less", async () => {
  const kim = await PasswordClient.open(site, "kim@example.net");
  const small = { memory: 64, passes: 1, parallelism: 1 };
  const hash = await new PasswordHasher(site.accounts.desk.key, small).hash(kim.password);
  const { database } = site.opened;
  const client = uuidOf(kim.client);
  await database.query("update accounts.passwords set hash = $2 where client = $1", [client, hash]);
  for (let count = 0; count < 2; count++) await kim.typePassword(kim.browser);
  const { rows } = await database.query("select hash from accounts.passwords where client = $1", [
    client,
  ]);
  assert.match(rows[0].hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1,/);
});
