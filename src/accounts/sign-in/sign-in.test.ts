import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { newId, uuidOf } from "#platform";
import { openTestSite, sentTo, TestAuthenticator, TestBrowser, type TestSite } from "#test";
import { openSessions } from "../session/index.ts";
import { backPath } from "./back.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());
beforeEach(() => {
  site.time.now = new Date(site.time.now.getTime() + 60_000); // the limits of a minute begin anew
});

let made = 0;
async function openOwner(traits = {}) {
  const authenticator = new TestAuthenticator(traits);
  const browser = new TestBrowser(site);
  const client = await browser.signUp(`owner-${made++}@example.net`, authenticator);
  return { authenticator, browser, client };
}

const sessionsOf = async (client: `client_${string}`) =>
  await openSessions(site.opened.database, { is: "client", id: client }, site.time.now);

test("what an authenticator answered is good once, in the browser that asked, for five minutes [ASVS 6.6.2] [Must 2, 3]", async () => {
  const { authenticator, client } = await openOwner();
  const browser = new TestBrowser(site);
  const answer = authenticator.authenticate(await browser.options("/sign-in/passkey"));
  const fields = { answer: JSON.stringify(answer) };
  const elsewhere = await new TestBrowser(site).post("/sign-in/passkey", fields);
  assert.equal(elsewhere.status, 403);
  assert.match(await elsewhere.text(), /longer than five minutes, or was sent twice/);
  assert.equal((await browser.post("/sign-in/passkey", fields)).status, 303);
  const again = await browser.post("/sign-in/passkey", fields);
  assert.equal(again.status, 403);
  const late = authenticator.authenticate(await browser.options("/sign-in/passkey"));
  site.time.now = new Date(site.time.now.getTime() + 300_000);
  const lateFields = { answer: JSON.stringify(late) };
  assert.equal((await browser.post("/sign-in/passkey", lateFields)).status, 403);
  assert.equal(browser.client, client);
});

test("who does something in a session that ended is told that nothing was done, and comes back to it", async () => {
  const { browser } = await openOwner();
  await browser.post("/sign-out");
  const told = /nothing was done just now, and what was done before stays\./;
  const read = await browser.get("/account/sessions");
  assert.doesNotMatch(await (await browser.get(read.headers.get("location") ?? "")).text(), told);
  const done = await browser.post("/account/sessions/end-others");
  assert.equal(done.status, 303);
  const page = await (await browser.get(done.headers.get("location") ?? "")).text();
  assert.match(page, told);
});

test("an answer for one purpose is good for no other [ASVS 6.6.2] [Must 3]", async () => {
  const { authenticator, browser } = await openOwner();
  const forSignIn = authenticator.authenticate(await browser.options("/sign-in/passkey"));
  const refused = await browser.post("/step-up/passkey", { answer: JSON.stringify(forSignIn) });
  assert.equal(refused.status, 403);
});

test("forged answers are refused, all with one sentence: another site's, unverified, a stranger's, changed [ASVS 6.3.3, 6.3.8]", async () => {
  const { authenticator, client } = await openOwner({ isSynced: false });
  const stranger = await openOwner();
  const handleOf = (id: `client_${string}`) =>
    Buffer.from(uuidOf(id).replaceAll("-", ""), "hex").toString("base64url");
  const texts = new Set<string>();
  const attempts = [
    { origin: "https://larkmoor-login.example" },
    { rpId: "larkmoor-login.example" },
    { verifiesUser: false },
    { counter: 0 },
    { userHandle: handleOf(stranger.client) },
    { userHandle: handleOf(newId("client", site.time.now)) },
    { userHandle: "" },
  ];
  await new TestBrowser(site).signIn(authenticator);
  for (const twist of attempts) {
    const browser = new TestBrowser(site);
    const refused = await browser.signIn(authenticator, "", twist);
    assert.equal(refused.status, 403, JSON.stringify(twist));
    texts.add(await refused.text());
    assert.equal(browser.client, undefined);
  }
  const unknown = new TestAuthenticator();
  const browser = new TestBrowser(site);
  const options = await browser.options("/sign-in/passkey");
  unknown.register({ ...options, rp: { id: "localhost" }, user: { id: handleOf(client) } });
  texts.add(await (await browser.signIn(unknown)).text());
  for (const answer of ["", "{}", "[]", "null", '{"id":"x"}', "a".repeat(5_000)]) {
    const refused = await new TestBrowser(site).post("/sign-in/passkey", { answer });
    assert.equal(refused.status, 403);
    texts.add(await refused.text());
  }
  assert.equal(texts.size, 1);
});

test("of two uses with the same count one signs in, however they meet", async () => {
  const { authenticator } = await openOwner({ isSynced: false });
  const browsers = [new TestBrowser(site), new TestBrowser(site), new TestBrowser(site)];
  const answers = await Promise.all(
    browsers.map(async (browser) => {
      const options = await browser.options("/sign-in/passkey");
      return authenticator.authenticate(options, { counter: 5 });
    }),
  );
  const statuses = await Promise.all(
    browsers.map(async (browser, at) => {
      const fields = { answer: JSON.stringify(answers[at]) };
      return (await browser.post("/sign-in/passkey", fields)).status;
    }),
  );
  assert.deepEqual(statuses.sort(), [303, 403, 403]);
});

test("a session that was planted before signing in is no session after it [ASVS 7.2.4] [Must 7]", async () => {
  const { authenticator, client } = await openOwner();
  const thief = await openOwner();
  const planted = thief.browser.cookies.get("session") ?? "";
  const browser = new TestBrowser(site);
  browser.cookies.set("session", planted);
  await browser.signIn(authenticator);
  assert.equal(browser.client, client);
  assert.notEqual(browser.cookies.get("session"), planted);
  assert.equal((await thief.browser.get("/account/sessions")).status, 303);
});

test("a fresh proof changes the token, and the old one is over [ASVS 7.2.4] [Must 7]", async () => {
  const { authenticator, browser, client } = await openOwner();
  const old = new TestBrowser(site);
  for (const [name, value] of browser.cookies) old.cookies.set(name, value);
  assert.equal((await browser.stepUp(authenticator, "/account/passkeys")).status, 303);
  assert.equal((await old.get("/account/passkeys")).status, 303);
  assert.equal((await browser.get("/account/passkeys")).status, 200);
  assert.equal((await sessionsOf(client)).length, 1);
});

test("nobody else's passkey is a fresh proof", async () => {
  const { browser } = await openOwner();
  const other = await openOwner();
  const options = await browser.options("/step-up/passkey");
  const answer = other.authenticator.authenticate({ ...options, allowCredentials: [] });
  const fields = { answer: JSON.stringify(answer), back: "/account/passkeys" };
  assert.equal((await browser.post("/step-up/passkey", fields)).status, 403);
});

test("a form of another site signs nobody in or out [Must 8]", async () => {
  const { authenticator, browser, client } = await openOwner();
  const foreign = { origin: "https://larkmoor-login.example", "sec-fetch-site": "cross-site" };
  assert.equal((await browser.post("/sign-out", {}, foreign)).status, 403);
  assert.equal((await sessionsOf(client)).length, 1);
  const answer = authenticator.authenticate(await browser.options("/sign-in/passkey"));
  const fields = { answer: JSON.stringify(answer) };
  assert.equal((await browser.post("/sign-in/passkey", fields, foreign)).status, 403);
  assert.equal((await browser.post("/sign-out")).headers.get("location"), "/");
  assert.deepEqual(await sessionsOf(client), []);
  assert.equal(browser.client, undefined);
});

test("signing in leads on within the site alone [Must 9]", () => {
  const paths = [
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/account\r\nset-cookie: a=b",
    "/.//evil.example",
    "/x/..//evil.example",
    "",
    "account",
    "/sign-out",
    "/sign-in?back=/x",
    "/step-up",
  ];
  for (const path of paths) assert.equal(backPath(path), "/account", path);
  for (const path of ["/", "/account/passkeys", "/help?q=a%20b", "/sign-ins"]) {
    assert.equal(backPath(path), path);
  }
});

test("who isn't signed in is led to the door and back, from a page and from a form", async () => {
  const browser = new TestBrowser(site);
  const page = await browser.get("/account/sessions?done=ended");
  assert.equal(page.status, 303);
  const door = "/sign-in?back=%2Faccount%2Fsessions%3Fdone%3Dended";
  assert.equal(page.headers.get("location"), door);
  assert.match(await (await browser.get(door)).text(), /value="\/account\/sessions\?done=ended"/);
  const referer = "http://localhost:8080/account/passkeys";
  const form = await browser.post("/account/passkeys", {}, { referer });
  assert.equal(form.headers.get("location"), "/sign-in?back=%2Faccount%2Fpasskeys&undone");
  const foreign = { referer: "https://evil.example/account/passkeys" };
  const other = await browser.post("/account/passkeys", {}, foreign);
  assert.equal(other.headers.get("location"), "/sign-in?back=%2Faccount&undone");
});

test("a browser that was removed counts as new, and its session is over", async () => {
  const { authenticator, browser, client } = await openOwner();
  const phone = new TestBrowser(site);
  await phone.signIn(authenticator);
  const device = (await sessionsOf(client)).find(({ id }) =>
    phone.cookies.get("session")?.includes(id),
  )?.device;
  const removed = await browser.post(`/account/devices/${device}/remove`);
  assert.equal(removed.headers.get("location"), "/account/sessions?done=removed");
  assert.equal((await phone.get("/account/sessions")).status, 303);
  await phone.signIn(authenticator);
  const sent = (await sentTo(site, client)).map(({ template }) => template);
  assert.equal(sent.filter((template) => template === "new_device_signed_in").length, 2);
  await phone.signIn(authenticator);
  assert.equal((await sentTo(site, client)).length, sent.length);
});

test("one's own sessions are ended, one or all the others, and nobody else's", async () => {
  const { authenticator, browser, client } = await openOwner();
  const stranger = await openOwner();
  const others = [new TestBrowser(site), new TestBrowser(site), new TestBrowser(site)];
  for (const other of others) await other.signIn(authenticator);
  const page = await (await browser.get("/account/sessions")).text();
  assert.equal(page.split("Firefox on Linux").length > 4, true);
  assert.match(page, /192\.0\.2\.10/);
  const [strange] = await sessionsOf(stranger.client);
  const path = `/account/sessions/${strange?.id}/end`;
  assert.equal((await browser.post(path)).status, 404);
  assert.equal((await sessionsOf(stranger.client)).length, 1);
  const one = others[0]?.cookies.get("session")?.split(".")[1];
  assert.equal((await browser.post(`/account/sessions/${one}/end`)).status, 303);
  assert.equal((await others[0]?.get("/account/sessions"))?.status, 303);
  await browser.post("/account/sessions/end-others");
  assert.equal((await sessionsOf(client)).length, 1);
  assert.equal((await browser.get("/account/sessions?done=others_ended")).status, 200);
  assert.equal((await sentTo(site, client)).at(-1)?.template, "other_sessions_ended");
});

test("a session that is over by silence isn't listed as one", async () => {
  const { authenticator, browser } = await openOwner();
  const listed = async (one: TestBrowser) =>
    (await (await one.get("/account/sessions")).text()).match(
      /\/account\/sessions\/session_\w+\/end/g,
    ) ?? [];
  const other = new TestBrowser(site);
  await other.signIn(authenticator);
  assert.equal((await listed(other)).length, 1);
  site.time.now = new Date(site.time.now.getTime() + 13 * 3_600_000);
  const later = new TestBrowser(site);
  await later.signIn(authenticator);
  assert.equal((await listed(later)).length, 0);
  assert.equal((await browser.get("/account/sessions")).status, 303);
});

test("public pages are the same for everybody but the links to the account and the status of calls", async () => {
  const { browser } = await openOwner();
  const [out, own] = [
    await (await new TestBrowser(site).get("/contacts")).text(),
    await (await browser.get("/contacts")).text(),
  ];
  const links = /<div class="account-links">.*?<\/div>|<form class="sign-out".*?<\/form>/gs;
  assert.match(out, /href="\/sign-in"/);
  assert.match(own, /action="\/sign-out"/);
  const status = /<section id="call-status".*?<\/section><script [^>]*><\/script>/s;
  assert.equal(out.replace(links, ""), own.replace(links, "").replace(status, ""));
});
