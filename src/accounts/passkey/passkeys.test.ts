import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { type Id, newId, uuidOf } from "#platform";
import {
  openTestClient,
  openTestSite,
  sentTo,
  TestAuthenticator,
  TestBrowser,
  type TestSite,
} from "#test";
import { type Asker, newChallenge, useChallenge } from "./challenge.ts";
import { relyingParty } from "./relying-party.ts";
import { passkeysOf } from "./store.ts";

const path = "/account/passkeys";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());
beforeEach(() => {
  site.time.now = new Date(site.time.now.getTime() + 60_000); // the limits of a minute begin anew
});

let made = 0;
async function openOwner() {
  const authenticator = new TestAuthenticator();
  const browser = new TestBrowser(site);
  const client = await browser.signUp(`keeper-${made++}@example.net`, authenticator);
  return { authenticator, browser, client };
}

const named = async (client: Id<"client">) =>
  (await passkeysOf(site.opened.database, client)).map(({ name }) => name);

const later = (seconds: number) => {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
};

/** What another browser would need, for a session that is there already. */
function browserWith(cookie: string): TestBrowser {
  const browser = new TestBrowser(site);
  const at = cookie.indexOf("=");
  browser.cookies.set(cookie.slice(0, at), cookie.slice(at + 1));
  return browser;
}

test("a passkey is added, named, renamed and removed; each loosening is told [ASVS 6.3.7]", async () => {
  const { browser, client } = await openOwner();
  const key = new TestAuthenticator({ isSynced: false });
  later(1);
  const added = await browser.addPasskey(key, "  Blue\u0000   key ");
  assert.equal(added.headers.get("location"), `${path}?done=added`);
  assert.deepEqual(await named(client), ["My phone", "Blue key"]);
  const [, second] = await passkeysOf(site.opened.database, client);
  const renamed = await browser.post(`${path}/${second?.factor}/name`, { name: "<b>Green</b>" });
  assert.equal(renamed.status, 303);
  const page = await (await browser.get(`${path}?done=renamed`)).text();
  assert.match(page, /&lt;b&gt;Green&lt;\/b&gt;/);
  assert.match(page, /The passkey has its new name/);
  assert.match(page, /On one security key or phone/);
  const removed = await browser.post(`${path}/${second?.factor}/remove`);
  assert.equal(removed.headers.get("location"), `${path}?done=removed`);
  assert.deepEqual(await named(client), ["My phone"]);
  const told = (await sentTo(site, client)).map(({ template }) => template).slice(-2);
  assert.deepEqual(told, ["passkey_added", "passkey_removed"]);
  assert.equal((await new TestBrowser(site).signIn(key)).status, 403);
});

test("the last passkey stays; what is one way only together doesn't replace it half", async () => {
  const { browser, client, authenticator } = await openOwner();
  const [only] = await passkeysOf(site.opened.database, client);
  const remove = () => browser.post(`${path}/${only?.factor}/remove`);
  const addFactor = async (kind: "password" | "authenticator") =>
    await site.opened.database.query(
      `insert into accounts.factors (client, id, kind, name, added_at, added_by)
       values ($1, gen_random_uuid(), $2, $2, $3, gen_random_uuid())`,
      [uuidOf(client), kind, site.time.now],
    );
  assert.equal((await remove()).status, 409);
  await addFactor("password");
  const refused = await remove();
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /your last way to sign in, so it stays/);
  assert.equal((await new TestBrowser(site).signIn(authenticator)).status, 303);
  await addFactor("authenticator");
  assert.equal((await remove()).status, 303);
});

test("of two passkeys that are removed at once, one stays", async () => {
  const { browser, client } = await openOwner();
  await browser.addPasskey(new TestAuthenticator());
  const passkeys = await passkeysOf(site.opened.database, client);
  const statuses = await Promise.all(
    passkeys.map(async ({ factor }) => (await browser.post(`${path}/${factor}/remove`)).status),
  );
  assert.deepEqual(statuses.sort(), [303, 409]);
});

test("five passkeys at most, though ten are added at once [Must 12]", async () => {
  const { browser, client } = await openOwner();
  const answers: string[] = [];
  for (let count = 0; count < 10; count++) {
    answers.push(JSON.stringify(new TestAuthenticator().register(await browser.options(path))));
  }
  const statuses = await Promise.all(
    answers.map(async (answer) => (await browser.post(path, { answer, name: "x" })).status),
  );
  assert.equal(statuses.filter((status) => status === 303).length, 4);
  assert.equal((await named(client)).length, 5);
  assert.match(await (await browser.get(path)).text(), /as many as an account can have/);
});

test("an authenticator that has a passkey for the account is not asked for another", async () => {
  const { browser, authenticator } = await openOwner();
  await assert.rejects(browser.addPasskey(authenticator), /InvalidStateError/);
});

test("one credential opens one account", async () => {
  const first = await openOwner();
  const second = await openOwner();
  const answer = new TestAuthenticator();
  const options = await first.browser.options(path);
  const made = answer.register(options);
  await first.browser.post(path, { answer: JSON.stringify(made) });
  const asked = await second.browser.options(path);
  const clientData = { type: "webauthn.create", challenge: asked.challenge, origin };
  const copied = Buffer.from(JSON.stringify(clientData)).toString("base64url");
  const again = { ...made, response: { ...made.response, clientDataJSON: copied } };
  const refused = await second.browser.post(path, { answer: JSON.stringify(again) });
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /was added before/);
});

const origin = "http://localhost:8080";

test("what was not made here, just now, in this session, or without a PIN or finger is added nowhere", async () => {
  const { browser, client, authenticator } = await openOwner();
  const forged = [
    { origin: "https://larkmoor-login.example" },
    { rpId: "larkmoor-login.example" },
    { verifiesUser: false },
  ];
  for (const twist of forged) {
    const refused = await browser.addPasskey(new TestAuthenticator(), "", twist);
    assert.equal(refused.status, 403, JSON.stringify(twist));
  }
  const answer = JSON.stringify(new TestAuthenticator().register(await browser.options(path)));
  const elsewhere = new TestBrowser(site);
  await elsewhere.signIn(authenticator);
  assert.equal((await elsewhere.post(path, { answer })).status, 403);
  assert.equal((await browser.post(path, { answer })).status, 303);
  assert.equal((await browser.post(path, { answer })).status, 403);
  assert.equal((await named(client)).length, 2);
});

test("without a fresh proof nothing changes, and the page offers to give one [ASVS 7.5.1]", async () => {
  const { browser, client, authenticator } = await openOwner();
  const [only] = await passkeysOf(site.opened.database, client);
  const answer = JSON.stringify(new TestAuthenticator().register(await browser.options(path)));
  later(299);
  const json = { accept: "application/json", "content-type": "application/json" };
  assert.equal((await browser.post(`${path}/options`, {}, json)).status, 200);
  later(1);
  assert.equal((await browser.post(`${path}/options`, {}, json)).status, 403);
  const referer = `${origin}${path}`;
  const posts = { [path]: { answer }, [`${path}/${only?.factor}/name`]: { name: "Mine" } };
  for (const [to, fields] of Object.entries(posts)) {
    const led = await browser.post(to, fields, { referer });
    assert.equal(led.headers.get("location"), "/step-up?back=%2Faccount%2Fpasskeys");
  }
  const page = await (await browser.get(path)).text();
  assert.match(page, /href="\/step-up\?back=%2Faccount%2Fpasskeys"/);
  assert.doesNotMatch(page, /\/remove"/);
  assert.equal((await browser.stepUp(authenticator, path)).headers.get("location"), path);
  assert.match(await (await browser.get(path)).text(), /\/remove"/);
});

test("a session in which only a password was proven adds, renames and removes nothing [ASVS 8.3.1] [Must 1]", async () => {
  const one = await openTestClient(site, ["passkey", "password", "authenticator"], ["password"]);
  const browser = browserWith(one.cookie);
  const factor = one.factors.passkey;
  for (const to of [`${path}/${factor}/remove`, `${path}/${factor}/name`, path]) {
    const led = await browser.post(to, { name: "Mine" });
    assert.ok([303, 403].includes(led.status), `${to} ${led.status}`);
    assert.doesNotMatch(led.headers.get("location") ?? "", /done=/);
  }
  const { rows } = await site.opened.database.query<{ name: string; ended_at: Date | null }>(
    "select name, ended_at from accounts.factors where client = $1 and kind = 'passkey'",
    [uuidOf(one.client)],
  );
  assert.deepEqual(rows, [{ name: "My passkey", ended_at: null }]);
});

test("a passkey of another client is none of one's own [ASVS 8.2.2]", async () => {
  const { browser } = await openOwner();
  const other = await openOwner();
  await other.browser.addPasskey(new TestAuthenticator());
  const [theirs] = await passkeysOf(site.opened.database, other.client);
  const missing = await browser.post(`${path}/${theirs?.factor}/remove`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /not on your account any more/);
  assert.equal((await browser.post(`${path}/factor_x/remove`)).status, 404);
  assert.equal((await named(other.client)).length, 2);
});

test("under the settings lock passkeys are shown, and neither added nor removed", async () => {
  const { browser, client } = await openOwner();
  await browser.addPasskey(new TestAuthenticator());
  const [first] = await passkeysOf(site.opened.database, client);
  await site.opened.database.query(
    `insert into accounts.settings_locks (client, id, locked_at, locked_by, days)
     values ($1, gen_random_uuid(), $2, gen_random_uuid(), 7)`,
    [uuidOf(client), site.time.now],
  );
  const page = await (await browser.get(path)).text();
  assert.match(page, /Your settings are locked/);
  assert.match(page, /My phone/);
  assert.equal((await browser.post(`${path}/${first?.factor}/remove`)).status, 403);
  assert.equal((await named(client)).length, 2);
});

test("passkeys are made for the public address, and without one for localhost, whatever a request says", () => {
  const [own, evil] = ["https://help.larkmoor.example:8443/", "http://evil.example:9090/sign-in"];
  const known = { id: "help.larkmoor.example", origin: "https://help.larkmoor.example:8443" };
  assert.deepEqual(relyingParty(own, evil, "Larkmoor"), { ...known, name: "Larkmoor" });
  const local = { id: "localhost", origin: "http://localhost:9090" };
  assert.deepEqual(relyingParty(undefined, evil, "Larkmoor"), { ...local, name: "Larkmoor" });
});

test("a challenge is good for the purpose that it was made for, and failing uses it up for nobody else", async () => {
  const { database } = site.opened;
  const asker: Asker = { is: "session", id: newId("session", site.time.now) };
  const challenge = await newChallenge(database, "step_up", asker, site.time.now);
  const used = (purpose: "add" | "step_up") =>
    useChallenge(database, challenge, purpose, asker, site.time.now);
  await assert.rejects(used("add"), { code: "passkey_too_late" });
  await used("step_up");
  await assert.rejects(used("step_up"), { code: "passkey_too_late" });
});
