import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { isId, transaction } from "#platform";
import { openTestSite, openTestStaff, TestAuthenticator, TestBrowser, type TestSite } from "#test";
import { type Joined, joinerSchema, joinFirst } from "../staff/index.ts";
import { AdministratorKnown } from "../staff/refusals.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());
beforeEach(() => later(60));

const first = { name: "Kim Ito", email: "kim@larkmoor.example", team: "it", employer: "Larkmoor" };
const authenticator = new TestAuthenticator();

function later(seconds: number): void {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
}

async function makeFirst(): Promise<Joined> {
  const { roles: _none, ...joiner } = joinerSchema.parse({ ...first, roles: [] });
  return await joinFirst(site.accounts.desk, joiner, true, site.time.now);
}

async function register(browser: TestBrowser, token = "", key = authenticator): Promise<Response> {
  const path = `/staff/register/${token}`;
  const answer = key.register(await browser.options(path));
  return await browser.post(path, { answer: JSON.stringify(answer), name: "Work phone" });
}

test("who does something in a session of staff that ended is told at their door that nothing was done", async () => {
  const browser = new TestBrowser(site);
  const referer = "http://localhost:8080/staff";
  const done = await browser.post("/staff/passkeys/any/remove", {}, { referer });
  assert.match(done.headers.get("location") ?? "", /^\/staff\/sign-in\?/);
  const page = await (await browser.get(done.headers.get("location") ?? "")).text();
  assert.match(page, /nothing was done just now, and what was done before stays\./);
});

test("the first administrator is made once; a link that nobody used in time is made again", async () => {
  const early = await makeFirst();
  later(3_601);
  assert.equal((await site.get(`/staff/register/${early.token}`)).status, 404);
  const { token, staff } = await makeFirst();
  assert.equal(staff, early.staff);
  const browser = new TestBrowser(site);
  const page = await (await browser.get(`/staff/register/${token}`)).text();
  assert.match(page, /Kim Ito, this makes the passkey/);
  assert.equal((await register(browser, token)).headers.get("location"), "/staff");
  const home = await (await browser.get("/staff")).text();
  assert.match(home, /Larkmoor staff[\s\S]*Hello, Kim Ito[\s\S]*admin/);
  assert.doesNotMatch(home, /href="\/(?:check|help|phone|contacts)"/, "what clients are told");
  await assert.rejects(makeFirst(), AdministratorKnown);
  assert.equal((await site.get(`/staff/register/${token}`)).status, 404, "used");
});

test("staff sign in with a passkey, sign out, and are nobody's client", async () => {
  const browser = new TestBrowser(site);
  const signedIn = await browser.prove("/staff/sign-in/passkey", authenticator, "/staff/people");
  assert.equal(signedIn.headers.get("location"), "/staff/people");
  assert.ok(isId("staff", (browser.cookies.get("session") ?? "").split(".")[0] ?? ""));
  assert.equal((await browser.get("/account")).status === 200, false);
  const [, way = ""] =
    /class="sign-out" method="post" action="([^"]+)"/.exec(
      await (await browser.get("/staff")).text(),
    ) ?? [];
  assert.equal((await browser.post(way)).headers.get("location"), "/staff/sign-in");
  assert.equal(
    (await browser.get("/staff")).headers.get("location"),
    "/staff/sign-in?back=%2Fstaff",
  );
});

test("whose access is on hold loses the session, reads so at sign-in, and comes back when it ends", async () => {
  const browser = new TestBrowser(site);
  await browser.prove("/staff/sign-in/passkey", authenticator);
  const [id = ""] = (browser.cookies.get("session") ?? "").split(".");
  assert.ok(isId("staff", id));
  const { staff: lead } = await openTestStaff(site, { roles: ["lead"] });
  const { desk, leaving } = site.accounts;
  const now = site.time.now;
  await transaction(desk.database, (joining) => leaving.hold(joining, id, lead, now));
  assert.equal((await browser.get("/staff")).status, 303);
  const held = await browser.prove("/staff/sign-in/passkey", authenticator);
  assert.equal(held.status, 403);
  assert.match(await held.text(), /Your access to the desk is on hold/);
  assert.equal((await browser.get("/staff")).status, 303);
  await assert.rejects(
    transaction(desk.database, (joining) => leaving.release(joining, id, id, now)),
    { code: "own_row" },
  );
  await transaction(desk.database, (joining) => leaving.release(joining, id, lead, now));
  later(60);
  const back = await browser.prove("/staff/sign-in/passkey", authenticator);
  assert.equal(back.headers.get("location"), "/staff");
});

test("a client's passkey opens no staff page, and a staff passkey no account [ASVS 8.2.1]", async () => {
  const own = new TestAuthenticator();
  const client = new TestBrowser(site);
  await client.signUp("somebody@example.net", own);
  assert.equal((await client.get("/staff")).status, 303);
  const asStaff = await new TestBrowser(site).prove("/staff/sign-in/passkey", own);
  assert.equal(asStaff.status, 403);
  const asClient = await new TestBrowser(site).signIn(authenticator);
  assert.equal(asClient.status, 403);
});

test("another origin, an unverified user, a replay and another browser's question are refused", async () => {
  const path = "/staff/sign-in/passkey";
  for (const twist of [{ origin: "https://larkmoor-staff.example" }, { verifiesUser: false }]) {
    assert.equal((await new TestBrowser(site).prove(path, authenticator, "", twist)).status, 403);
  }
  const browser = new TestBrowser(site);
  const answer = JSON.stringify(authenticator.authenticate(await browser.options(path)));
  assert.equal((await new TestBrowser(site).post(path, { answer })).status, 403, "another browser");
  const again = JSON.stringify(authenticator.authenticate(await browser.options(path)));
  assert.equal((await browser.post(path, { answer: again })).status, 303);
  assert.equal((await browser.post(path, { answer: again })).status, 403, "replayed");
});

test("a step-up needs one's own passkey, and a new passkey needs a step-up", async () => {
  const browser = new TestBrowser(site);
  await browser.prove("/staff/sign-in/passkey", authenticator);
  later(301);
  const add = "/staff/passkeys/add";
  const led = await browser.get(add);
  assert.equal(led.headers.get("location"), `/staff/step-up?back=${encodeURIComponent(add)}`);
  const other = await openTestStaff(site);
  const otherBrowser = new TestBrowser(site);
  otherBrowser.cookies.set("session", other.cookie.slice("session=".length));
  const otherKey = await otherBrowser.prove("/staff/step-up", authenticator);
  assert.equal(otherKey.status, 403, "somebody else's passkey");
  const proven = await browser.prove("/staff/step-up", authenticator, add);
  assert.equal(proven.headers.get("location"), add);
  const key = new TestAuthenticator({ isSynced: false });
  const answer = JSON.stringify(key.register(await browser.options(add)));
  assert.equal(
    (await browser.post(add, { answer, name: "Key" })).headers.get("location"),
    "/staff",
  );
  assert.match(await (await browser.get("/staff")).text(), /Work phone[\s\S]*Key/);
});

test("a stolen passkey is ended by its owner, with its sessions and a notice, and the last one stays", async () => {
  const [here, thief] = [new TestBrowser(site), new TestBrowser(site)];
  const signIn = "/staff/sign-in/passkey";
  await here.prove(signIn, authenticator);
  const add = "/staff/passkeys/add";
  const stolen = new TestAuthenticator();
  const answer = JSON.stringify(stolen.register(await here.options(add)));
  await here.post(add, { answer, name: "Stolen phone" });
  assert.equal((await thief.prove(signIn, stolen)).status, 303);
  await here.prove("/staff/step-up", authenticator);
  const page = await (await here.get("/staff")).text();
  const removals = [...page.matchAll(/\/staff\/passkeys\/passkey_\w+\/remove/g)].map(([at]) => at);
  later(301);
  const led = await here.post(removals.at(-1) ?? "");
  assert.equal(led.headers.get("location"), "/staff/step-up?back=%2Fstaff");
  await here.prove("/staff/step-up", authenticator);
  const removed = await here.post(removals.at(-1) ?? "");
  assert.equal(removed.headers.get("location"), "/staff?done=passkey_removed");
  assert.equal((await thief.get("/staff")).status, 303);
  assert.equal((await new TestBrowser(site).prove(signIn, stolen)).status, 403);
  assert.match(await (await here.get("/inbox")).text(), /A passkey of yours was removed/);
  const [last = "", key = ""] = removals;
  assert.equal((await here.post(key)).status, 303);
  assert.doesNotMatch(await (await here.get("/staff")).text(), /\/remove"/);
  assert.equal((await here.post(last)).status, 409);
});

test("where one goes on after signing in is a page of the staff [Must 9]", async () => {
  for (const back of [
    "https://evil.example/",
    "//evil.example/staff",
    "/staff/../../x",
    "/account",
    "/staff/sign-out",
  ]) {
    const browser = new TestBrowser(site);
    const signedIn = await browser.prove("/staff/sign-in/passkey", authenticator, back);
    assert.equal(signedIn.headers.get("location"), "/staff", back);
  }
});

test("sessions are listed and ended", async () => {
  const [here, there] = [new TestBrowser(site), new TestBrowser(site)];
  for (const browser of [here, there]) await browser.prove("/staff/sign-in/passkey", authenticator);
  assert.match(await (await here.get("/staff/sessions")).text(), /End all but this one/);
  await here.post("/staff/sessions");
  assert.equal((await there.get("/staff")).status, 303);
  assert.equal((await here.get("/staff")).status, 200);
  later(1_801);
  await here.prove("/staff/sign-in/passkey", authenticator);
  assert.doesNotMatch(await (await here.get("/staff/sessions")).text(), /End all but this one/);
});
