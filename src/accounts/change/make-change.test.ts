import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { type Id, newId, transaction, uuidOf } from "#platform";
import { openTestClient, openTestSite, sentTo, type TestClient, type TestSite } from "#test";
import { endFactor, factorsOf, insertFactor } from "../factor/index.ts";
import {
  approveDevice,
  type ClientSession,
  devicesOf,
  type Holder,
  hashOf,
  insertDevice,
  openSessions,
} from "../session/index.ts";
import { type By, changesOf, makeChange } from "./index.ts";
import { reviveEnded, undoFrom } from "./store.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

async function signedIn({ client, session }: TestClient): Promise<By> {
  const holder: Holder = { is: "client", id: client };
  const sessions = await openSessions(site.opened.database, holder, site.time.now);
  const found = sessions.find(({ id }) => id === session);
  assert.ok(found);
  return { is: "session", session: { ...found, holder } satisfies ClientSession };
}

const notice = {
  template: "passkey_added",
  values: { when: new Date(), device: "Firefox on Linux" },
};

async function addPasskey(one: TestClient, name = "Another"): Promise<Id<"change">> {
  const by = await signedIn(one);
  return await makeChange(
    site.accounts.desk,
    by,
    "passkey_added",
    site.time.now,
    async ({ joining, change, now }) => {
      const factor = { id: newId("factor", now), kind: "passkey", name, addedAt: now } as const;
      await insertFactor(joining, one.client, factor, change);
      return { result: change, notice };
    },
  );
}

const names = async ({ client }: TestClient) =>
  (await factorsOf(site.opened.database, client)).map(({ name }) => name);

test("a change is written down with its event, and told with a link that says it was somebody else", async () => {
  const one = await openTestClient(site);
  const change = await addPasskey(one);
  const { rows } = await site.opened.database.query<{ kind: string; details: string }>(
    "select kind, details from ledger.events where client = $1 and kind like 'accounts.%'",
    [uuidOf(one.client)],
  );
  assert.deepEqual(rows, [{ kind: "accounts.passkey_added", details: JSON.stringify({ change }) }]);
  const [sent] = await sentTo(site, one.client);
  assert.equal(sent?.template, "passkey_added");
  assert.ok(sent.tokens.not_me);
});

test("a change that fails in its work leaves nothing: no change, no event, no message", async () => {
  const one = await openTestClient(site);
  const failing = makeChange(
    site.accounts.desk,
    await signedIn(one),
    "passkey_added",
    site.time.now,
    async () => {
      throw new Error("no");
    },
  );
  await assert.rejects(failing, /no/);
  assert.deepEqual(await changesOf(site.opened.database, one.client, 10), []);
  assert.deepEqual(await sentTo(site, one.client), []);
});

test("a session in which only the password was proven changes nothing, nor does a proof of some time ago", async () => {
  const one = await openTestClient(site, ["passkey", "password"], ["password"]);
  await assert.rejects(addPasskey(one), { code: "step_up_needed", proof: "passkey" });
  const alone = await openTestClient(site, ["password"]);
  await assert.rejects(addPasskey(alone), { code: "step_up_needed" });
  const late = await openTestClient(site);
  site.time.now = new Date(site.time.now.getTime() + 300_000);
  await assert.rejects(addPasskey(late), { code: "step_up_needed" });
});

test("changes are taken back: what was added ends, what came before stays, and a passkey that was ended waits for a proof", async () => {
  const one = await openTestClient(site);
  const { database } = site.opened;
  await addPasskey(one, "Mine too");
  site.time.now = new Date(site.time.now.getTime() + 1_000);
  const theirs = await addPasskey(one, "Theirs");
  site.time.now = new Date(site.time.now.getTime() + 1_000);
  const first = one.factors.passkey;
  assert.ok(first);
  await makeChange(
    site.accounts.desk,
    await signedIn(one),
    "passkey_removed",
    site.time.now,
    async ({ joining, change, now }) => {
      await endFactor(joining, one.client, first, change, now);
      return { result: undefined };
    },
  );
  assert.deepEqual(await names(one), ["Mine too", "Theirs"]);
  const by: By = { is: "link", client: one.client };
  const undone = await makeChange(
    site.accounts.desk,
    by,
    "change_undone",
    site.time.now,
    async ({ joining, change, now }) => ({
      result: await undoFrom(joining, one.client, theirs, change, now),
    }),
  );
  assert.equal(undone.length, 2);
  assert.deepEqual(await names(one), ["Mine too"]);
  const { now } = site.time;
  await transaction(database, (joining) =>
    reviveEnded(joining, one.client, { since: now, at: now }),
  );
  assert.deepEqual((await names(one)).sort(), ["Mine too", "My passkey"]);
  assert.equal((await changesOf(database, one.client, 10)).filter((c) => c.undoneAt).length, 2);
});

test("a device whose approval is taken back goes, with its sessions; one that was known before stays", async () => {
  const one = await openTestClient(site);
  const { database } = site.opened;
  const by: By = { is: "proof", client: one.client };
  const approve = async (id: Id<"device">) => {
    site.time.now = new Date(site.time.now.getTime() + 1_000);
    const { now } = site.time;
    return await makeChange(site.accounts.desk, by, "device_approved", now, async (changing) => {
      const { joining, change } = changing;
      const device = { id, browser: "Firefox on Linux", network: "192.0.2.10" };
      if (!(await devicesOf(joining, one.client)).some((known) => known.id === id)) {
        await insertDevice(
          joining,
          one.client,
          { ...device, firstSeenAt: now, seenAt: now },
          randomBytes(32),
        );
      }
      await approveDevice(joining, one.client, id, change, now);
      return { result: change };
    });
  };
  const [mine, theirs] = [newId("device", site.time.now), newId("device", site.time.now)];
  await approve(mine);
  const from = await approve(theirs);
  await approve(mine); // again, which adds nothing
  const { session } = await one.signIn();
  await database.query("update accounts.sessions set device = $2 where id = $1", [
    uuidOf(session),
    uuidOf(theirs),
  ]);
  await makeChange(site.accounts.desk, by, "change_undone", site.time.now, async (changing) => {
    const { joining, change, now } = changing;
    return { result: await undoFrom(joining, one.client, from, change, now) };
  });
  assert.deepEqual(
    (await devicesOf(database, one.client)).map(({ id }) => id),
    [mine],
  );
  const holder: Holder = { is: "client", id: one.client };
  const left = await openSessions(database, holder, site.time.now);
  assert.deepEqual(
    left.map(({ id }) => id),
    [one.session],
  );
});

test("a row that somebody writes signs nobody in, and none goes to another holder or proves more", async () => {
  const [one, other] = [await openTestClient(site), await openTestClient(site)];
  const { database } = site.opened;
  const statusOf = async (cookie: string) => (await site.get("/account", { cookie })).status;
  assert.equal(await statusOf(one.cookie), 200);
  const secret = one.cookie.split(".")[2] ?? "";
  await database.query(
    `insert into accounts.sessions (holder, id, holder_kind, secret_hash, browser, network, started_at, seen_at, ends_at,
       passkey_at)
     select $1, id, holder_kind, secret_hash, browser, network, started_at, seen_at, ends_at, passkey_at
     from accounts.sessions where id = $2`,
    [uuidOf(other.client), uuidOf(one.session)],
  );
  assert.equal(await statusOf(`session=${other.client}.${one.session}.${secret}`), 303);
  await database.query("update accounts.sessions set secret_hash = $2 where id = $1", [
    uuidOf(other.session),
    hashOf(Buffer.from(secret, "base64url")),
  ]);
  assert.equal(await statusOf(`session=${other.client}.${other.session}.${secret}`), 303);
  await database.query(
    "update accounts.sessions set passkey_at = passkey_at + interval '1 hour' where id = $1",
    [uuidOf(one.session)],
  );
  assert.equal(await statusOf(one.cookie), 303);
});

test("the secret of a session stands in the cookie alone", async () => {
  const one = await openTestClient(site);
  const secret = one.cookie.split(".")[2] ?? "";
  const { rows } = await site.opened.database.query<{ secret_hash: Buffer }>(
    "select secret_hash from accounts.sessions where id = $1",
    [uuidOf(one.session)],
  );
  const kept = rows[0]?.secret_hash ?? Buffer.alloc(0);
  const bytes = Buffer.from(secret, "base64url");
  assert.ok(kept.length === 32 && !kept.equals(bytes) && !kept.equals(hashOf(bytes)));
});
