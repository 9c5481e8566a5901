import assert from "node:assert/strict";
import { after, test } from "node:test";
import { uuidOf } from "#platform";
import { openTestClient, openTestSite, type TestClient } from "#test";
import { keepMasterKey, newMasterKey } from "../master-key/index.ts";
import { type ClientSession, openSessions } from "../session/index.ts";
import { lockSettings } from "../settings-lock/index.ts";
import { removeAddress } from "./address-changes.ts";
import { addAddress, addressesOf } from "./index.ts";

const site = await openTestSite();
const { desk } = site.accounts;
const { database } = site.opened;
const now = site.time.now;
after(() => site[Symbol.asyncDispose]());

const refused = (code: string) => (error: { code?: string }) => error.code === code;
const bitcoin = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
const typed = { network: "bitcoin", address: bitcoin, label: "Cold wallet" };

async function sessionOf({ client }: TestClient): Promise<ClientSession> {
  const holder = { is: "client", id: client } as const;
  const [session] = await openSessions(database, holder, now);
  if (!session) throw new Error("nobody is signed in");
  return { ...session, holder };
}

test("an address has the form of its network and a name of its own, and stands once in the list", async () => {
  const session = await sessionOf(await openTestClient(site));
  const add = (differs: Partial<typeof typed>) =>
    addAddress(desk, session, { ...typed, ...differs }, now);
  await assert.rejects(add({ network: "ethereum" }), refused("wrong_address"));
  await assert.rejects(add({ network: "toString" }), refused("unknown_network"));
  for (const label of ["", " ", "x".repeat(41), "a\u202Eb", "a\nb\u0000"]) {
    await assert.rejects(add({ label }), refused("wrong_label"), JSON.stringify(label));
  }
  await add({});
  await assert.rejects(
    add({ label: "COLD  wallet", address: "1BoatSLRHtKNngkdXEeobR76b53LETtpyT" }),
    refused("label_taken"),
  );
  await assert.rejects(add({ label: "Other", address: ` ${bitcoin} ` }), refused("address_taken"));
});

test("of two who add the same address at once one does", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  const add = () => addAddress(desk, session, typed, now);
  const both = await Promise.allSettled([add(), add()]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.equal((await addressesOf(database, owner.client)).length, 1);
});

test("an address is removed at once under a lock, and nothing of it is kept in the clear", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  const id = await addAddress(desk, session, typed, now);
  const { rows } = await database.query<{ whole: string }>(
    "select a::text as whole from accounts.withdrawal_addresses a where client = $1",
    [uuidOf(owner.client)],
  );
  const hex = Buffer.from(bitcoin).toString("hex");
  assert.ok(rows[0] && !rows[0].whole.includes(bitcoin) && !rows[0].whole.includes(hex));
  await keepMasterKey(desk, session, newMasterKey(), now);
  await lockSettings(desk, session, 3, now);
  await removeAddress(desk, session, id, now);
  assert.deepEqual(await addressesOf(database, owner.client), []);
  await assert.rejects(removeAddress(desk, session, id, now), refused("no_such_address"));
  const stranger = await sessionOf(await openTestClient(site));
  await assert.rejects(removeAddress(desk, stranger, id, now), refused("no_such_address"));
});

test("a form that was refused keeps what was typed, and says why", async () => {
  const { cookie } = await openTestClient(site);
  const answer = await site.post(
    "/account/addresses",
    { network: "ethereum", address: bitcoin, label: "Cold <wallet>" },
    { cookie },
  );
  const html = await answer.text();
  assert.equal(answer.status, 400);
  assert.match(html, /isn(?:'|&#39;)t an address of this network/);
  assert.match(html, /value="Cold &lt;wallet&gt;"/);
  assert.match(html, /<option value="ethereum" selected/);
  assert.ok(html.includes(bitcoin));
});
