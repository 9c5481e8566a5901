import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  openTestClient,
  openTestSite,
  PasswordClient,
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

const hoursLater = (hours: number) => {
  site.time.now = new Date(site.time.now.getTime() + hours * 3_600_000);
};
const next = "another four quiet words";
const leadsTo = (answered: Response) => answered.headers.get("location");

test("a session of a password alone changes nothing, and is led to prove more [ASVS 7.5.1] [Must 1]", async () => {
  const half = await openTestClient(site, ["password", "authenticator"], ["password"]);
  const headers = { cookie: half.cookie };
  for (const path of ["password", "authenticator", "recovery-codes", "email", "close"]) {
    const shown = await site.get(`/account/${path}`, headers);
    assert.match(leadsTo(shown) ?? "", /^\/step-up\?/, path);
    const fields = { email: "new@example.net", password: next, understood: "yes" };
    const posted = await site.post(`/account/${path}`, fields, headers);
    assert.notEqual(posted.status, 200, path);
  }
  const { factors } = half;
  const removed = await site.post(
    `/account/authenticator/${factors.authenticator}/remove`,
    {},
    headers,
  );
  assert.match(leadsTo(removed) ?? "", /^\/step-up\?/);
});

test("a password is changed by the one in use, and every other browser is signed out [ASVS 6.2.2, 6.2.3, 7.4.3]", async () => {
  const ada = await PasswordClient.open(site, "ada@example.net");
  const other = new TestBrowser(site);
  for (const [name, value] of ada.browser.cookies) {
    if (name === "device") other.cookies.set(name, value);
  }
  await ada.signIn(other);
  const change = (current: string, password: string) =>
    other.post("/account/password", { email: ada.email, current, password });
  assert.match(await (await change("wrong", next)).text(), /isn’t the password that you use now/);
  const guessable = await (await change(ada.password, "ada ada ada larkmoor")).text();
  assert.match(guessable, /your address or our name/);
  assert.ok(guessable.includes(ada.email) && !guessable.includes("ada ada"));
  assert.equal(leadsTo(await change(ada.password, next)), "/account/password?done");
  assert.match(leadsTo(await ada.browser.get("/inbox")) ?? "", /^\/sign-in/);
  assert.equal((await other.get("/inbox")).status, 200);
  ada.password = next;
  assert.equal(leadsTo(await ada.signIn(ada.browser)), "/account");
});

test("an authenticator is replaced by one that proves itself, and never removed as the last way in", async () => {
  const bea = await PasswordClient.open(site, "bea@example.net");
  const { browser } = bea;
  const before = bea.key;
  const html = await (await browser.get("/account/authenticator")).text();
  const factor = /name="replaces" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const removed = await browser.post(`/account/authenticator/${factor}/remove`);
  assert.equal(removed.status, 409);
  const setUp = await bea.setUp("/account/authenticator");
  const post = (fields: Record<string, string>) =>
    browser.post("/account/authenticator", { ...setUp, code: bea.code(), ...fields });
  assert.match(await (await post({})).text(), /as many authenticator apps as there can be/);
  assert.match(await (await post({ replaces: factor, code: bea.code(-8) })).text(), /minutes slow/);
  assert.match(
    await (await post({ replaces: factor, sealed: "AAAA" })).text(),
    /open for too long/,
  );
  const added = await Promise.all([1, 2].map(() => post({ replaces: factor })));
  assert.deepEqual(added.map(({ status }) => status).sort(), [303, 404]);
  assert.equal((await bea.templates()).at(-1), "authenticator_added");
  bea.key = before;
  await bea.typePassword(browser);
  assert.equal((await browser.post("/sign-in/code", { code: bea.nextCode() })).status, 403);
});

test("where a passkey stays, the authenticator goes, and the password with it", async () => {
  const both = await openTestClient(site, ["passkey", "authenticator", "password"]);
  const headers = { cookie: both.cookie };
  const path = `/account/authenticator/${both.factors.authenticator}/remove`;
  assert.equal(leadsTo(await site.post(path, {}, headers)), "/account/authenticator?done=removed");
  const { rows } = await site.opened.database.query(
    `select kind from accounts.factors where ended_at is null
       and client = (select client from accounts.factors where ended_at is not null
         order by added_at desc limit 1)`,
  );
  assert.deepEqual(rows, [{ kind: "passkey" }]);
});

test("an authenticator that was removed isn't added again by its old form: there is a new key", async () => {
  const browser = new TestBrowser(site);
  await browser.signUp("once@example.net", new TestAuthenticator());
  const app = await PasswordClient.open(site, "app@example.net");
  const path = "/account/authenticator";
  const setUp = await app.setUp(path, browser);
  const post = () => browser.post(path, { ...setUp, code: app.code() });
  assert.equal((await post()).status, 303);
  assert.equal((await browser.post(`${path}/${setUp.factor}/remove`)).status, 303);
  const again = await post();
  assert.equal(again.status, 400);
  const html = await again.text();
  assert.match(html, /used before/);
  assert.ok(!html.includes(setUp.factor));
});

test("an address changes when its owner confirms it, and the old one takes it back", async () => {
  const cleo = await PasswordClient.open(site, "cleo@example.net");
  const asked = await cleo.browser.post("/account/email", { email: "New@example.net" });
  assert.equal(leadsTo(asked), "/account/email?sent");
  const inbox = await (await cleo.browser.get("/inbox")).text();
  const message = /\/inbox\/(notice_\w+)"[^>]*>Confirm your new e-mail address/.exec(inbox)?.[1];
  const shown = await (await cleo.browser.get(`/inbox/${message}`)).text();
  assert.match(shown, /stands in the mail alone/);
  assert.doesNotMatch(shown, /\/links\//);
  const path = await cleo.link("email_change_confirm");
  const pressed = await Promise.all([1, 2].map(() => new TestBrowser(site).post(path)));
  assert.deepEqual(pressed.map(({ status }) => status).sort(), [200, 404]);
  const templates = await cleo.templates();
  assert.equal(templates.filter((template) => template === "email_changed").length, 2);
  const signIn = async (email: string) =>
    (await new TestBrowser(site).post("/sign-in/password", { email, password: cleo.password }))
      .status;
  assert.deepEqual([await signIn("new@example.net"), await signIn(cleo.email)], [303, 403]);
  await new TestBrowser(site).post(await cleo.link("email_changed", "not_me"));
  assert.deepEqual([await signIn("new@example.net"), await signIn(cleo.email)], [403, 303]);
});

test("an address that is taken is answered alike, and gets no link", async () => {
  const dora = await PasswordClient.open(site, "dora@example.net");
  const other = await PasswordClient.open(site, "emma@example.net");
  await dora.browser.post("/account/email", { email: other.email });
  const html = await (await dora.browser.get("/account/email?sent")).text();
  assert.match(html, /If the new address can be used/);
  const { rows } = await site.opened.database.query(
    `select count(*)::integer as count from outbox.deliveries d
       join outbox.messages m on m.id = d.message
       join outbox.templates t on t.hash = m.template where t.name = 'email_change_confirm'`,
  );
  assert.equal(rows[0].count, 1);
  const taken = await new TestBrowser(site).post(await dora.link("email_change_confirm"));
  assert.equal(taken.status, 409);
  assert.equal((await dora.browser.post("/account/email", { email: "nothing" })).status, 400);
  const late = await dora.browser.post("/account/email", { email: "late@example.net" });
  assert.equal(late.status, 303);
  const path = await dora.link("email_change_confirm");
  hoursLater(24);
  assert.equal((await new TestBrowser(site).get(path)).status, 404);
});

test("closing signs everybody out, can be taken back for a day, and then is for good", async () => {
  const fay = await PasswordClient.open(site, "fay@example.net");
  const { browser } = fay;
  assert.equal((await browser.post("/account/close")).status, 400);
  const close = () => browser.post("/account/close", { understood: "yes" });
  assert.match(await (await close()).text(), /about to be closed/);
  assert.equal(browser.client, undefined);
  assert.equal(leadsTo(await fay.signIn(browser)), "/account");
  assert.match(await (await browser.get("/account/close")).text(), /Keep my account/);
  assert.equal(leadsTo(await browser.post("/account/close/keep")), "/account/close?kept");
  hoursLater(25);
  await closeDue(site.accounts.desk, site.time.now);
  assert.equal(leadsTo(await fay.signIn(browser)), "/account");
  await close();
  hoursLater(24);
  await closeDue(site.accounts.desk, site.time.now);
  assert.equal((await fay.templates()).at(-1), "account_closed");
  const over = { email: fay.email, password: fay.password };
  assert.equal((await new TestBrowser(site).post("/sign-in/password", over)).status, 403);
  const again = await PasswordClient.open(site, "fay@example.net");
  assert.notEqual(again.client, fay.client);
});

test("of two clients who confirm the same new address at once, one gets it", async () => {
  const paths: string[] = [];
  for (const name of ["left", "right"]) {
    const owner = await PasswordClient.open(site, `${name}@example.net`);
    await owner.browser.post("/account/email", { email: "shared@example.net" });
    paths.push(await owner.link("email_change_confirm"));
  }
  const answered = await Promise.all(paths.map((path) => new TestBrowser(site).post(path)));
  assert.deepEqual(answered.map(({ status }) => status).sort(), [200, 409]);
});
