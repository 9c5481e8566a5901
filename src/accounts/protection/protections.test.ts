import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "#fast-check";
import { newId, system } from "#platform";
import { openTestClient, openTestSite, sentTo, type TestClient } from "#test";
import { type Direction, decide, type Protection } from "../lock/index.ts";
import { endApiKey, makeApiKey } from "../machine/index.ts";
import { keepMasterKey, newMasterKey } from "../master-key/index.ts";
import { lockAccount } from "../panic-lock/index.ts";
import { type ClientSession, openSessions } from "../session/index.ts";
import { lockSettings } from "../settings-lock/index.ts";
import { type AddressStanding, addAddress } from "../withdrawal-address/index.ts";
import { answerFor, type ProtectedChange, protectedChangeNames } from "./protected-change.ts";

const site = await openTestSite();
const { desk } = site.accounts;
const start = site.time.now;
after(() => site[Symbol.asyncDispose]());

const both = { name: "Exchange", scopes: ["protections:decide", "protections:announce"] };
const { token } = await makeApiKey(desk, system, both, start);

async function post(
  path: string,
  body: object,
  key = token,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers = { ...more, "content-type": "application/json", authorization: `Bearer ${key}` };
  const request = { method: "POST", body: JSON.stringify(body), headers };
  return await site.app.fetch(new Request(`http://localhost:8080${path}`, request), {
    incoming: { socket: { remoteAddress: "192.0.2.10" } },
  });
}

async function decisionOn(body: object): Promise<Record<string, unknown>> {
  const answer = await post("/v1/protections/decisions", body);
  assert.equal(answer.status, 200);
  return (await answer.json()) as Record<string, unknown>;
}

async function sessionOf({ client }: TestClient): Promise<ClientSession> {
  const holder = { is: "client", id: client } as const;
  const [session] = await openSessions(site.opened.database, holder, start);
  if (!session) throw new Error("nobody is signed in");
  return { ...session, holder };
}

const lock = { id: newId("lock", start), since: start, days: 3 };
const protections: fc.Arbitrary<Protection> = fc.record({
  settings: fc.constantFrom(
    { is: "open" as const },
    { is: "locked" as const, ...lock },
    { is: "opening" as const, ...lock, until: start },
  ),
  account: fc.constantFrom(
    { is: "none" as const },
    { is: "locked" as const, id: lock.id, since: start },
  ),
});

test("what loosens is allowed only where nothing is locked; what tightens always", () => {
  const directions = fc.constantFrom<Direction>("loosening", "tightening", "unlocking", "always");
  fc.assert(
    fc.property(directions, protections, (direction, protection) => {
      const { decision } = decide(direction, protection);
      const { settings, account } = protection;
      if (direction === "tightening" || direction === "always") assert.equal(decision, "allow");
      else if (account.is === "locked") assert.equal(decision, "deny");
      else if (direction === "unlocking" || settings.is === "open") assert.equal(decision, "allow");
      else assert.equal(decision, settings.is === "opening" ? "wait" : "deny");
    }),
  );
});

test("nothing is allowed to an account that isn't active, and no sending to what isn't a usable address", () => {
  const standings = fc.constantFrom(
    undefined,
    { is: "pending" as const },
    { is: "active" as const, since: start },
    { is: "closed" as const, at: start },
  );
  const addresses = fc.constantFrom<AddressStanding | undefined>(
    undefined,
    { is: "to_confirm" },
    { is: "held", until: start },
    { is: "usable" },
  );
  const names = fc.constantFrom<ProtectedChange>(...protectedChangeNames);
  fc.assert(
    fc.property(
      names,
      standings,
      protections,
      addresses,
      (change, standing, protection, address) => {
        const exemptions = ["open_ticket" as const];
        const { decision } = answerFor(change, { standing, protection, exemptions, address });
        if (standing?.is !== "active") return assert.equal(decision, "deny");
        if (change === "open_ticket") return assert.equal(decision, "allow");
        if (protection.account.is === "locked") return assert.equal(decision, "deny");
        if (change === "withdraw_to_address") {
          assert.equal(decision === "allow", address?.is === "usable");
        } else assert.equal(decision === "allow", protection.settings.is === "open");
      },
    ),
  );
});

test("other systems hear of the locks before they act, by client id and by public id, and denials are events", async () => {
  const owner = await openTestClient(site);
  const session = await sessionOf(owner);
  const ask = (account: string, change: string) => decisionOn({ account, change });
  assert.deepEqual(await ask(owner.client, "change_email"), { decision: "allow", reasons: [] });
  await keepMasterKey(desk, session, newMasterKey(), start);
  await lockSettings(desk, session, 3, start);
  const locked = { decision: "deny", reasons: ["settings_locked"] };
  assert.deepEqual(await ask(owner.publicId, "add_bank_account"), locked);
  for (const exempt of ["upload_documents", "open_ticket", "tighten_security"]) {
    assert.deepEqual(await ask(owner.publicId, exempt), { decision: "allow", reasons: [] });
  }
  await lockAccount(desk, { is: "session", session }, start);
  assert.deepEqual((await ask(owner.publicId, "raise_limits")).reasons, ["account_locked"]);
  assert.deepEqual((await ask(newId("client", start), "raise_limits")).reasons, [
    "unknown_account",
  ]);
  const { rows } = await site.opened.database.query(
    "select details from ledger.events where kind = 'accounts.change_refused' order by client_seq",
  );
  assert.deepEqual(
    rows.map(({ details }) => JSON.parse(details).reasons),
    [["settings_locked"], ["account_locked"]],
  );
});

test("money goes only to an address that was confirmed and waited, also when it is asked for by its value", async () => {
  const owner = await openTestClient(site);
  const value = `0x${"Ab".repeat(20)}`;
  const typed = { network: "ethereum", address: value, label: "Mine" };
  const id = await addAddress(desk, await sessionOf(owner), typed, start);
  const ask = (address: object) =>
    decisionOn({ account: owner.publicId, change: "withdraw_to_address", address });
  assert.deepEqual((await ask({ id })).reasons, ["address_unconfirmed"]);
  const mail = (await sentTo(site, owner.client)).at(-1);
  const path = `/account/addresses/confirm/${mail?.tokens.confirm}`;
  assert.equal((await site.post(path, {})).headers.get("location")?.slice(0, 8), "/sign-in");
  const stranger = await openTestClient(site);
  assert.equal((await site.post(path, {}, { cookie: stranger.cookie })).status, 404);
  assert.equal((await site.post(path, {}, { cookie: owner.cookie })).status, 200);
  const held = await ask({ network: "ethereum", value: value.toUpperCase().replace("X", "x") });
  assert.deepEqual([held.decision, held.until], ["wait", "2026-11-21T00:00:00.000Z"]);
  assert.deepEqual((await ask({ network: "solana", value })).reasons, ["address_unknown"]);
  site.time.now = new Date("2026-11-21T00:00:00Z");
  assert.equal((await ask({ id })).decision, "allow");
  site.time.now = start;
});

test("who has only an authenticator waits longer for a new address", async () => {
  const owner = await openTestClient(site, ["password", "authenticator"]);
  const typed = { network: "ethereum", address: `0x${"cd".repeat(20)}`, label: "Mine" };
  await addAddress(desk, await sessionOf(owner), typed, start);
  const mail = (await sentTo(site, owner.client)).at(-1);
  const path = `/account/addresses/confirm/${mail?.tokens.confirm}`;
  assert.equal((await site.post(path, {}, { cookie: owner.cookie })).status, 200);
  const told = (await sentTo(site, owner.client)).at(-1);
  assert.match(told?.text ?? "", /November 21, 2026, 12:00 UTC/);
});

test("a key that is none, was revoked or lacks the scope asks nothing; a question that isn't whole is refused", async () => {
  const owner = await openTestClient(site);
  const question = { account: owner.publicId, change: "change_email" };
  const codeOf = async (key: string, body: object = question) => {
    const answer = await post("/v1/protections/decisions", body, key);
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };
  const other = await makeApiKey(
    desk,
    system,
    { name: "Mail", scopes: ["outbox:register"] },
    start,
  );
  assert.deepEqual(await codeOf(other.token), [403, "scope_missing"]);
  const gone = await makeApiKey(desk, system, both, start);
  assert.equal((await post("/v1/protections/decisions", question, gone.token)).status, 200);
  await endApiKey(desk, system, gone.key.id, start);
  const [, id, secret = ""] = /^(hf_.{26}_)(.+)$/.exec(token) ?? [];
  const changed = `${id}${secret.startsWith("A") ? "B" : "A"}${secret.slice(1)}`;
  for (const wrong of [gone.token, changed, "x"]) {
    assert.deepEqual(await codeOf(wrong), [403, "api_key_refused"]);
  }
  for (const wrong of [
    { account: owner.publicId, change: "disable_lock" },
    { account: owner.publicId, change: "withdraw_to_address" },
    { ...question, address: { id: newId("address", start) } },
  ]) {
    assert.deepEqual(await codeOf(token, wrong), [400, "invalid_input"]);
  }
});

test("an error denies", async () => {
  const owner = await openTestClient(site);
  const { keykeeper } = desk;
  const blindIndex = () => Promise.reject(new Error("the keykeeper is away"));
  Object.assign(desk, { keykeeper: { encrypt: keykeeper.encrypt, blindIndex } });
  const address = { network: "ethereum", value: `0x${"ef".repeat(20)}` };
  const question = { account: owner.publicId, change: "withdraw_to_address", address };
  const answer = await post("/v1/protections/decisions", question);
  Object.assign(desk, { keykeeper });
  assert.equal(answer.status, 503);
  assert.deepEqual(await answer.json(), { decision: "deny", reasons: ["error"] });
});

test("a change that was made elsewhere is told to its owner, whose link locks the account", async () => {
  const owner = await openTestClient(site);
  const body = { account: owner.publicId, change: "add_bank_account" };
  const announce = (change: string, name: string) =>
    post("/v1/protections/changes", { ...body, change }, token, { "idempotency-key": name });
  // More than a client may be told of in an hour: what was done already counts for nothing.
  for (let times = 0; times < 32; times++) {
    assert.equal((await announce("add_bank_account", "one")).status, 202);
  }
  assert.equal((await announce("change_phone", "one")).status, 422);
  assert.equal((await sentTo(site, owner.client)).length, 1);
  const told = (await sentTo(site, owner.client)).at(-1);
  assert.match(told?.text ?? "", /a bank account was added/);
  assert.equal((await site.post(`/not-me/${told?.tokens.not_me}`, {})).status, 200);
  const locked = (await sentTo(site, owner.client)).at(-1);
  assert.match(locked?.text ?? "", /No change was taken back/);
  const asked = await decisionOn({ account: owner.publicId, change: "add_bank_account" });
  assert.deepEqual(asked.reasons, ["account_locked"]);
});
