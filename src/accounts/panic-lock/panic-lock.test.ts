import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, newId } from "#platform";
import { openTestClient, openTestSite, sentTo, type TestClient } from "#test";
import { makeChange } from "../change/index.ts";
import { factorsOf, insertFactor } from "../factor/index.ts";
import { protectionOf } from "../lock/index.ts";
import { isMasterKey, keepMasterKey, newMasterKey } from "../master-key/index.ts";
import { type ClientSession, openSessions } from "../session/index.ts";
import { beginUnlock, lockSettings, unlockByMasterKey } from "../settings-lock/index.ts";
import { addAddress, addressesOf } from "../withdrawal-address/index.ts";
import { lockAccount, unlockAccount } from "./index.ts";

const site = await openTestSite();
const { desk } = site.accounts;
const { database } = site.opened;
const start = site.time.now;
after(() => site[Symbol.asyncDispose]());

const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const refused = (code: string) => (error: { code?: string }) => error.code === code;

async function sessionOf({ client }: TestClient, proven?: Date): Promise<ClientSession> {
  const [session] = await openSessions(database, { is: "client", id: client }, start);
  const holder = { is: "client", id: client } as const;
  if (!session) throw new Error("nobody is signed in");
  return { ...session, holder, ...(proven && { provenAt: { passkey: proven } }) };
}

/** Adds a passkey, as the browser of the session would. */
async function addPasskey(session: ClientSession, now: Date): Promise<Id<"factor">> {
  const by = { is: "session", session } as const;
  return await makeChange(desk, by, "passkey_added", now, async ({ joining, change }) => {
    const id = newId("factor", now);
    const { id: client } = session.holder;
    await insertFactor(joining, client, { id, kind: "passkey", name: "New", addedAt: now }, change);
    const values = { when: now, device: session.browser };
    return { result: id, notice: { template: "passkey_added", values } };
  });
}

/** What the link of a notice locks with, as somebody who follows it does. */
async function notMe(owner: TestClient, template: string): Promise<string> {
  const sent = (await sentTo(site, owner.client)).findLast((one) => one.template === template);
  return `/not-me/${sent?.tokens.not_me}`;
}

test("the link of a notice locks, signs everybody out and takes back that change and the later ones", async () => {
  const owner = await openTestClient(site);
  const first = await sessionOf(owner);
  await addAddress(
    desk,
    first,
    { network: "ethereum", address: `0x${"a1".repeat(20)}`, label: "Mine" },
    start,
  );
  site.time.now = later(10);
  await addPasskey(first, later(10));
  await keepMasterKey(desk, first, newMasterKey(), later(20));
  site.time.now = later(30);
  const path = await notMe(owner, "passkey_added");

  const asked = await site.get(path);
  assert.equal(asked.status, 200);
  assert.equal((await protectionOf(database, owner.client, later(30))).account.is, "none");

  const both = await Promise.all([site.post(path, {}), site.post(path, {})]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 404]);
  assert.equal((await protectionOf(database, owner.client, later(30))).account.is, "locked");
  assert.deepEqual(
    (await factorsOf(database, owner.client)).map(({ name }) => name),
    ["My passkey"],
  );
  const { rows } = await database.query(
    "select 1 from accounts.master_keys where ended_at is null and client = (select client from accounts.changes where undone_at is not null limit 1)",
  );
  assert.equal(rows.length, 0);
  assert.equal((await addressesOf(database, owner.client)).length, 1);
  assert.deepEqual(await openSessions(database, { is: "client", id: owner.client }, start), []);
  const told = (await sentTo(site, owner.client)).at(-1);
  assert.equal(told?.template, "account_locked");
  assert.match(told?.text ?? "", /last 2 changes were taken back/);
  site.time.now = start;
});

test("a locked account loosens nothing, also by the master key, until a passkey of before lifts it", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  const masterKey = newMasterKey();
  await keepMasterKey(desk, session, masterKey, start);
  await lockSettings(desk, session, 1, start);
  await lockAccount(desk, { is: "session", session }, start);
  await assert.rejects(addPasskey(session, start), refused("account_locked"));
  await assert.rejects(beginUnlock(desk, session, start), refused("account_locked"));
  await assert.rejects(
    unlockByMasterKey(desk, session, masterKey, start),
    refused("account_locked"),
  );
  const stale = { ...session, provenAt: {} };
  await assert.rejects(unlockAccount(desk, stale, start), refused("step_up_needed"));
  const unlocks = await Promise.allSettled([
    unlockAccount(desk, session, start),
    unlockAccount(desk, session, start),
  ]);
  assert.deepEqual(unlocks.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.equal((await protectionOf(database, owner.client, start)).account.is, "none");
});

test("who follows the link about an unlocking has the settings locked as before, also when they are open by now", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  await keepMasterKey(desk, session, newMasterKey(), start);
  await lockSettings(desk, session, 1, start);
  await beginUnlock(desk, session, start);
  const path = await notMe(owner, "settings_unlock_begun");
  site.time.now = later(86_400 + 60);
  assert.equal((await protectionOf(database, owner.client, site.time.now)).settings.is, "open");
  assert.equal((await site.post(path, {})).status, 200);
  const { settings, account } = await protectionOf(database, owner.client, site.time.now);
  assert.deepEqual([settings.is, account.is], ["locked", "locked"]);
  site.time.now = start;
});

test("who stole the master key opens the settings, and the link shuts them again", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  const masterKey = newMasterKey();
  await keepMasterKey(desk, session, masterKey, start);
  await lockSettings(desk, session, 30, start);
  await unlockByMasterKey(desk, session, masterKey, later(5));
  assert.equal((await site.post(await notMe(owner, "settings_unlocked"), {})).status, 200);
  const { settings } = await protectionOf(database, owner.client, later(5));
  assert.equal(settings.is, "locked");
});

test("a master key that its owner replaced isn't one again by the link", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  const [stolen, mine] = [newMasterKey(), newMasterKey()];
  await keepMasterKey(desk, session, stolen, start);
  await keepMasterKey(desk, session, mine, later(5));
  assert.equal((await site.post(await notMe(owner, "master_key_made"), {})).status, 200);
  for (const typed of [stolen, mine]) {
    assert.equal(await isMasterKey(desk, database, owner.client, typed), false);
  }
});

test("who unlocks, locks for less and unlocks again doesn't get around the link: the longest lock is shut [Must 15]", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  const masterKey = newMasterKey();
  await keepMasterKey(desk, session, masterKey, start);
  await lockSettings(desk, session, 30, start);
  await unlockByMasterKey(desk, session, masterKey, later(5));
  const first = await notMe(owner, "settings_unlocked");
  await lockSettings(desk, session, 1, later(10));
  await unlockByMasterKey(desk, session, masterKey, later(15));
  assert.equal((await site.post(first, {})).status, 200);
  const { settings } = await protectionOf(database, owner.client, later(20));
  assert.ok(settings.is === "locked" && settings.days === 30);
});

test("the link that stops an unlocking stops it and locks nothing else; nothing happens by opening it", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  await keepMasterKey(desk, session, newMasterKey(), start);
  await lockSettings(desk, session, 3, start);
  await beginUnlock(desk, session, start);
  const sent = (await sentTo(site, owner.client)).at(-1);
  const path = `/stop-unlock/${sent?.tokens.stop}`;
  assert.equal((await site.get(path)).status, 200);
  assert.equal((await protectionOf(database, owner.client, start)).settings.is, "opening");
  assert.equal((await site.post(path, {})).status, 200);
  const { settings, account } = await protectionOf(database, owner.client, start);
  assert.deepEqual([settings.is, account.is], ["locked", "none"]);
  assert.equal((await site.post(path, {})).status, 404);
});

test("a link of one purpose opens no page of another, and wrong, old and used ones look the same", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  await addPasskey(session, start);
  const path = await notMe(owner, "passkey_added");
  const token = path.slice("/not-me/".length);
  const wrong = `${token.slice(0, 5)}${token[5] === "A" ? "B" : "A"}${token.slice(6)}`;
  const answers = [
    await site.get(`/stop-unlock/${token}`),
    await site.get(`/not-me/${wrong}`),
    await site.get("/not-me/x"),
  ];
  site.time.now = later(86_400);
  answers.push(await site.get(path));
  site.time.now = start;
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404, 404],
  );
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  const withoutIds = texts.map((text) =>
    text.replace(/req_\w+/g, "").replace(/path=[^"]*|value="\/[^"]*"/g, ""),
  );
  assert.equal(new Set(withoutIds).size, 1);
});
