import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestClient, openTestSite, PasswordClient, TestBrowser, type TestSite } from "#test";
import { keepMasterKey, newMasterKey } from "../master-key/index.ts";
import { openSessions } from "../session/index.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const secondsLater = (seconds: number) => {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
};
const next = "another four quiet words";

async function ask(email: string): Promise<Response> {
  const answered = await new TestBrowser(site).post("/reset-password", { email });
  await site.accounts.underWay.settled();
  return answered;
}

async function openReset(client: PasswordClient): Promise<string> {
  await ask(client.email);
  return await client.link("password_reset");
}

test("a link and a code set a new password once, and sign everybody out [ASVS 6.4.3, 7.4.3] [Must 12]", async () => {
  const ada = await PasswordClient.open(site, "ada@example.net");
  const path = await openReset(ada);
  assert.equal((await new TestBrowser(site).get(path)).status, 200);
  const weak = await new TestBrowser(site).post(path, { password: "short", code: ada.nextCode() });
  assert.match(await weak.text(), /too short/);
  const fields = { password: next, email: ada.email, code: ada.code() };
  const saved = await Promise.all([1, 2].map(() => new TestBrowser(site).post(path, fields)));
  const statuses = saved.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 1, `${statuses}`);
  assert.match((await ada.browser.get("/inbox")).headers.get("location") ?? "", /^\/sign-in/);
  const before = await new TestBrowser(site).post("/sign-in/password", {
    email: ada.email,
    password: ada.password,
  });
  assert.equal(before.status, 403);
  ada.password = next;
  assert.equal((await ada.signIn(ada.browser)).headers.get("location"), "/account");
  assert.ok((await ada.templates()).includes("password_was_reset"));
});

test("the answer is the same for everybody, and only who has a password gets a link [ASVS 6.3.8] [Must 5]", async () => {
  const bea = await PasswordClient.open(site, "bea@example.net");
  const byPasskey = await openTestClient(site, ["passkey"]);
  const told = async (email: string) => {
    const answered = await ask(email);
    const headers = [...answered.headers].filter(([name]) => name !== "x-request-id");
    return { status: answered.status, headers };
  };
  const known = await told(bea.email);
  assert.deepEqual(await told("nobody@example.net"), known);
  assert.deepEqual(await told(byPasskey.email), known);
  assert.equal((await bea.templates()).at(-1), "password_reset");
  const { rows } = await site.opened.database.query(
    "select count(*)::integer as count from accounts.links where purpose = 'reset_password' and used_at is null",
  );
  assert.equal(rows[0].count, 1);
});

test("the link ends with its two hours, and with the next one", async () => {
  const cleo = await PasswordClient.open(site, "cleo@example.net");
  const first = await openReset(cleo);
  const second = await openReset(cleo);
  assert.equal((await new TestBrowser(site).get(first)).status, 404);
  secondsLater(7_200);
  assert.equal((await new TestBrowser(site).get(second)).status, 404);
});

test("after three wrong codes the link is used up, its owner told, and the next comes after hours", async () => {
  const dora = await PasswordClient.open(site, "dora@example.net");
  const path = await openReset(dora);
  const wrong = { password: next, email: dora.email, code: "000000" };
  const texts: string[] = [];
  for (let count = 0; count < 3; count++) {
    texts.push(await (await new TestBrowser(site).post(path, wrong)).text());
  }
  assert.match(texts[1] ?? "", /This code isn’t right/);
  assert.match(texts[2] ?? "", /this link is used up/);
  assert.equal((await new TestBrowser(site).get(path)).status, 404);
  assert.equal((await dora.templates()).at(-1), "password_reset_failed");
  await ask(dora.email);
  assert.equal((await dora.templates()).at(-1), "password_reset_failed");
  secondsLater(28_800);
  await ask(dora.email);
  assert.equal((await dora.templates()).at(-1), "password_reset");
});

test("where there is a master key, it is needed and a code isn't enough", async () => {
  const emma = await PasswordClient.open(site, "emma@example.net");
  const key = newMasterKey();
  await keepMasterKey(site.accounts.desk, await ownSession(emma), key, site.time.now);
  const path = await openReset(emma);
  assert.match(await (await new TestBrowser(site).get(path)).text(), /name="master_key"/);
  const byCode = { password: next, email: emma.email, code: emma.nextCode(), master_key: "" };
  assert.match(
    await (await new TestBrowser(site).post(path, byCode)).text(),
    /isn’t the master key/,
  );
  const byKey = { password: next, email: emma.email, master_key: key.toLowerCase() };
  assert.equal((await new TestBrowser(site).post(path, byKey)).status, 200);
});

async function ownSession({ client }: PasswordClient) {
  const [session] = await openSessions(
    site.opened.database,
    { is: "client", id: client },
    site.time.now,
  );
  assert.ok(session);
  return { ...session, holder: { is: "client", id: client } as const };
}
