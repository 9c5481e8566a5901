import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  openTestSite,
  PasswordClient,
  sentTo,
  TestAuthenticator,
  TestBrowser,
  type TestSite,
} from "#test";
import { closeDue } from "../closing/index.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const later = (seconds: number) => {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
};
const placeOf = (answer: Response) => answer.headers.get("location");

/** Somebody with two passkeys, the second of which is on a phone, and recovery codes of some days ago. */
async function openOwner(email: string) {
  const [key, phone] = [new TestAuthenticator(), new TestAuthenticator()];
  const browser = new TestBrowser(site);
  const client = await browser.signUp(email, key);
  later(1);
  await browser.addPasskey(phone, "Phone");
  const codes = await codesOf(browser);
  later(3 * 86_400);
  await browser.signIn(key);
  const page = await (await browser.get("/account/passkeys")).text();
  const removals = [...page.matchAll(/\/account\/passkeys\/factor_\w+\/remove/g)].map(([at]) => at);
  return { email, key, phone, browser, client, codes, removals };
}

type Owner = Awaited<ReturnType<typeof openOwner>>;

async function codesOf(browser: TestBrowser): Promise<string[]> {
  const html = await (await browser.post("/account/recovery-codes")).text();
  const found = [...html.matchAll(/<samp>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){5})<\/samp>/g)];
  return found.map(([, code]) => code ?? "");
}

/** Whoever reads the mailbox presses "not me" in the newest notice of a kind. */
async function pressNotMe({ client }: Pick<Owner, "client">, template: string): Promise<void> {
  await site.accounts.underWay.settled();
  const sent = (await sentTo(site, client)).findLast((one) => one.template === template);
  const led = await site.get(`/links/${sent?.tokens.not_me}`);
  assert.equal((await site.post(placeOf(led) ?? "", {})).status, 200);
  later(60);
}

const unlock = async (browser: TestBrowser) =>
  placeOf(await browser.post("/account/locked/unlock"));
const unlocked = "/account?done=unlocked";

test("a passkey that its owner removed doesn't live again by a link in the mail: who stole the phone signs in with it no more [ASVS 6.3.6]", async () => {
  const owner = await openOwner("ida@example.net");
  const [, phone = ""] = owner.removals;
  assert.equal(placeOf(await owner.browser.post(phone)), "/account/passkeys?done=removed");
  await pressNotMe(owner, "passkey_removed");
  const thief = new TestBrowser(site);
  assert.notEqual((await thief.signIn(owner.phone)).status, 303);
  assert.equal(thief.client, undefined);
  await owner.browser.signIn(owner.key);
  assert.equal(await unlock(owner.browser), unlocked);
  assert.notEqual((await thief.signIn(owner.phone)).status, 303);
});

test("a passkey that a thief removed works again with a recovery code that nobody replaced, and unlocks", async () => {
  const owner = await openOwner("jon@example.net");
  const [theirs, thief] = [new TestAuthenticator(), new TestBrowser(site)];
  await thief.signIn(owner.phone);
  await thief.addPasskey(theirs, "Theirs");
  for (const removal of owner.removals) {
    later(1);
    assert.equal((await thief.post(removal)).status, 303);
    if (removal === owner.removals[0]) await thief.signIn(theirs);
  }
  await pressNotMe(owner, "passkey_added");
  assert.notEqual((await thief.signIn(theirs)).status, 303);
  assert.notEqual((await owner.browser.signIn(owner.key)).status, 303);
  const { email } = owner;
  const begun = await new TestBrowser(site).post("/recover", { email, code: owner.codes[0] ?? "" });
  assert.equal(begun.status, 200);
  assert.equal((await owner.browser.signIn(owner.key)).status, 303);
  assert.equal((await sentTo(site, owner.client)).at(-1)?.template, "recovery_cancelled");
  assert.equal(await unlock(owner.browser), unlocked);
  assert.notEqual((await thief.signIn(theirs)).status, 303);
});

for (const withApp of [false, true]) {
  const beside = withApp ? ", though an app without a password is left" : "";
  test(`who changed phones without recovery codes gets in with the old passkey when the change is taken back, the new one not${beside}`, async () => {
    const [old, fresh] = [new TestAuthenticator(), new TestAuthenticator()];
    const browser = new TestBrowser(site);
    const client = await browser.signUp(`ola-${withApp}@example.net`, old);
    if (withApp) {
      const app = await PasswordClient.open(site, "app-of-ola@example.net");
      const setUp = await app.setUp("/account/authenticator", browser);
      const fields = { ...setUp, code: app.code() };
      assert.equal((await browser.post("/account/authenticator", fields)).status, 303);
    }
    later(3 * 86_400);
    await browser.signIn(old);
    await browser.addPasskey(fresh, "New phone");
    later(60);
    await browser.signIn(fresh);
    const page = await (await browser.get("/account/passkeys")).text();
    const [first = ""] = /\/account\/passkeys\/factor_\w+\/remove/.exec(page) ?? [];
    assert.equal(placeOf(await browser.post(first)), "/account/passkeys?done=removed");
    // The removal alone leaves the new one; its owner unlocks with it, and the old one stays ended.
    await pressNotMe({ client }, "passkey_removed");
    assert.notEqual((await new TestBrowser(site).signIn(old)).status, 303);
    await browser.signIn(fresh);
    assert.equal(await unlock(browser), unlocked);
    await pressNotMe({ client }, "passkey_added");
    assert.notEqual((await new TestBrowser(site).signIn(fresh)).status, 303);
    const back = new TestBrowser(site);
    assert.equal((await back.signIn(old)).status, 303);
    assert.equal(await unlock(back), unlocked);
  });
}

for (const withCodes of [true, false]) {
  const proof = withCodes ? "a recovery code beside the password" : "nothing more, without codes";
  test(`the authenticator app that was replaced unlocks after ${proof}`, async () => {
    const owner = await PasswordClient.open(site, `pia-${withCodes}@example.net`);
    const codes = withCodes ? await codesOf(owner.browser) : [];
    later(30 * 86_400);
    await owner.signIn(owner.browser);
    const oldKey = owner.key;
    const page = await (await owner.browser.get("/account/authenticator")).text();
    const [, replaces = ""] = /name="replaces" value="(factor_\w+)"/.exec(page) ?? [];
    const setUp = await owner.setUp("/account/authenticator");
    const fields = { ...setUp, replaces, code: owner.code() };
    assert.equal((await owner.browser.post("/account/authenticator", fields)).status, 303);
    later(60);
    await pressNotMe(owner, "authenticator_added");
    owner.key = oldKey;
    const { browser } = owner;
    await owner.typePassword(browser);
    const byApp = await browser.post("/sign-in/code", { code: owner.nextCode() });
    assert.equal(byApp.status, withCodes ? 403 : 303);
    if (withCodes) {
      const byCode = { recovery_code: codes[0] ?? "" };
      assert.equal((await browser.post("/sign-in/recovery-code", byCode)).status, 303);
    }
    assert.equal((await browser.post(await owner.link("new_device_approve"))).status, 200);
    assert.equal((await browser.get("/sign-in/waiting")).status, 303);
    assert.equal(await unlock(browser), unlocked);
    const byOld = await owner.signIn(browser);
    assert.equal(byOld.status, 303);
  });
}

test("what was removed, and taken back under a lock that is over, no recovery code brings back under a later one", async () => {
  const owner = await openOwner("quin@example.net");
  const [, phone = ""] = owner.removals;
  assert.equal(placeOf(await owner.browser.post(phone)), "/account/passkeys?done=removed");
  await pressNotMe(owner, "passkey_removed");
  await owner.browser.signIn(owner.key);
  assert.equal(await unlock(owner.browser), unlocked);
  later(3_600);
  await owner.browser.signIn(owner.key);
  assert.equal((await owner.browser.post("/account/locked")).status, 200);
  later(60);
  const { email } = owner;
  const begun = await new TestBrowser(site).post("/recover", { email, code: owner.codes[0] ?? "" });
  assert.equal(begun.status, 200);
  assert.notEqual((await new TestBrowser(site).signIn(owner.phone)).status, 303);
});

test("recovery codes that a link brought back begin a recovery with its delay, wake no passkey, and end with the lock", async () => {
  const owner = await openOwner("kim@example.net");
  const [, phone = ""] = owner.removals;
  const replacing = await codesOf(owner.browser);
  later(1);
  await owner.browser.post(phone);
  await pressNotMe(owner, "recovery_codes_made");
  const { email } = owner;
  const begin = async (code = "") =>
    (await new TestBrowser(site).post("/recover", { email, code })).status;
  assert.equal(await begin(replacing[0]), 403);
  assert.equal(await begin(owner.codes[0]), 200);
  assert.notEqual((await new TestBrowser(site).signIn(owner.phone)).status, 303);
  await owner.browser.signIn(owner.key);
  assert.equal(await unlock(owner.browser), unlocked);
  assert.equal(await begin(owner.codes[1]), 403);
});

test("beside a password no recovery code stands that a link brought back", async () => {
  const owner = await PasswordClient.open(site, "lea@example.net");
  const old = await codesOf(owner.browser);
  later(3 * 86_400);
  await owner.signIn(owner.browser);
  await codesOf(owner.browser);
  await pressNotMe(owner, "recovery_codes_made");
  const thief = new TestBrowser(site);
  thief.cookies.set("device", owner.browser.cookies.get("device") ?? "");
  await owner.typePassword(thief);
  const stood = await thief.post("/sign-in/recovery-code", { recovery_code: old[0] ?? "" });
  assert.equal(stood.status, 403);
  assert.equal((await thief.post("/sign-in/code", { code: owner.nextCode() })).status, 303);
});

test("a password that was changed by somebody else comes back: it opens nothing without a code", async () => {
  const owner = await PasswordClient.open(site, "mia@example.net");
  later(3 * 86_400);
  await owner.signIn(owner.browser);
  const fields = { current: owner.password, password: "seven violet anchors drift", email: "" };
  assert.equal((await owner.browser.post("/account/password", fields)).status, 303);
  await pressNotMe(owner, "password_changed");
  await owner.signIn(new TestBrowser(site));
  const waiting = await owner.link("new_device_approve").catch(() => undefined);
  assert.ok(waiting, "the old password and a code lead on");
});

test("a lock stops the closing that a thief began, and the account is open after it is lifted", async () => {
  const owner = await openOwner("noa@example.net");
  const thief = new TestBrowser(site);
  await thief.signIn(owner.phone);
  assert.equal((await thief.post("/account/close", { understood: "yes" })).status, 200);
  await owner.browser.signIn(owner.key);
  assert.match(await (await owner.browser.get("/account")).text(), /about to be closed/);
  assert.equal((await owner.browser.post("/account/locked")).status, 200);
  const told = (await sentTo(site, owner.client)).slice(-2).map(({ template }) => template);
  assert.deepEqual(told.sort(), ["account_locked", "change_undone"]);
  later(3 * 86_400);
  await closeDue(site.accounts.desk, site.time.now);
  await owner.browser.signIn(owner.key);
  assert.equal(await unlock(owner.browser), unlocked);
  await closeDue(site.accounts.desk, site.time.now);
  const page = await owner.browser.get("/account");
  assert.equal(page.status, 200);
  assert.doesNotMatch(await page.text(), /about to be closed/);
});

test("who locks the account and sends that again, signed out by it, isn't told that it wasn't done", async () => {
  const { browser } = await openOwner("rosa@example.net");
  assert.equal((await browser.post("/account/locked")).status, 200);
  const door = placeOf(await browser.post("/account/locked"));
  const page = await (await browser.get(door ?? "")).text();
  assert.match(page, /You are signed out: [^<]*what was done before stays/);
});
