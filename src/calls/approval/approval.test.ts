import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { isId, newId, openLog, uuidOf } from "#platform";
import { fieldNames } from "#policy";
import {
  keepTestField,
  openTestApiKey,
  openTestCall,
  openTestSite,
  sentTo,
  TestAuthenticator,
  TestBrowser,
  type TestCall,
  type TestClient,
  TestProvider,
  type TestSite,
} from "#test";
import { callById } from "../call/index.ts";
import { liveLegOf } from "../leg/index.ts";
import { dial } from "../phone/index.ts";
import { Provider } from "../provider/index.ts";

suite("a phone call that is up", () => {
  let site: TestSite;
  const provider = new TestProvider(() => site.time.now);
  before(async () => {
    site = await openTestSite(provider.environment);
    const { secret, from, send } = provider;
    const [url, callback] = ["http://127.0.0.1", "http://localhost:8080/v1/calls/events"];
    const clock = () => site.time.now;
    const log = openLog("silent");
    site.calls.desk.provider = new Provider({ url, secret, from, callback, send, clock, log });
  });
  after(() => site[Symbol.asyncDispose]());

  type Phoned = TestCall & { browser: TestBrowser; authenticator: TestAuthenticator; path: string };

  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  };
  /** Somebody with a passkey and a number that has stood long enough. */
  async function signedUp() {
    const browser = new TestBrowser(site);
    const authenticator = new TestAuthenticator();
    await browser.signUp(`${newId("client", site.time.now)}@example.net`, authenticator);
    const { client } = own(browser);
    for (const field of fieldNames) await keepTestField(site, client, field, exampleOf(field));
    return { browser, authenticator };
  }
  /** An agent calls them. */
  async function phoned(...people: Awaited<ReturnType<typeof signedUp>>[]): Promise<Phoned[]> {
    pass(8 * 86_400);
    const all: Phoned[] = [];
    for (const { browser, authenticator } of people) {
      await browser.signIn(authenticator);
      const made = await openTestCall(site, { client: own(browser), channel: "phone" });
      await dial(site.calls.desk, made.agent.staff, made.call.id, site.time.now);
      const path = `/account/calls/${made.call.id}/approve`;
      all.push({ ...made, browser, authenticator, path });
    }
    return all;
  }
  const answer = async ({ client }: TestCall, status = "in-progress") => {
    const leg = await liveLegOf(site.opened.database, client.client);
    assert.ok(leg);
    return await provider.tellStatus(site, leg.id, status);
  };
  const signed = async ({ browser, authenticator, path }: Phoned) =>
    JSON.stringify(authenticator.authenticate(await browser.options(path)));
  const approve = async (made: Phoned, typed?: string) =>
    await made.browser.post(made.path, { answer: typed ?? (await signed(made)) });
  const ticketOf = async ({ call }: TestCall) =>
    (await callById(site.opened.database, call.id))?.ticket;

  test("opens nothing until its client approves it, signed in, by a passkey just now", async () => {
    const [made] = await phoned(await signedUp());
    assert.ok(made);
    assert.match(await (await made.browser.get(made.path)).text(), /Your phone rings/);
    assert.equal((await made.browser.post(`${made.path}/options`, {})).status, 409);
    await answer(made);
    const before = await sentTo(site, made.client.client);
    const shown = await (await made.browser.get(made.path)).text();
    assert.match(shown, /We called you\. Approve only if you are talking to us right now/);
    assert.doesNotMatch(shown, /1234|Person \d/);
    assert.equal(await seenFields(made), 0);
    assert.equal((await approve(made, "")).status, 403);
    assert.equal(await ticketOf(made), undefined);
    assert.equal((await approve(made)).status, 303);
    const ticket = await ticketOf(made);
    assert.ok(ticket);
    const opened = await site.tickets.tickets.findFor(made.client.client, ticket);
    assert.deepEqual([opened.opening.via, opened.assignee?.staff], ["call", made.agent.staff]);
    assert.match(await (await made.browser.get(made.path)).text(), /You approved this call/);
    const { length } = await sentTo(site, made.client.client);
    assert.equal(length, before.length, "no notice goes out while a call is up");
  });

  test("isn't approved when it is over, by another client, for another call, or in another session", async () => {
    const [made, other] = await phoned(await signedUp(), await signedUp());
    assert.ok(made && other);
    for (const one of [made, other]) await answer(one);
    const stranger = await made.browser.get(other.path);
    assert.equal(stranger.status, 404);
    const forThis = await signed(made);
    const elsewhere = new TestBrowser(site);
    await elsewhere.signIn(made.authenticator);
    const copied = { ...made, browser: elsewhere };
    assert.equal((await approve(copied, forThis)).status, 403);
    const former = await signed(made);
    await answer(made, "failed");
    await dial(site.calls.desk, made.agent.staff, made.call.id, site.time.now);
    await answer(made);
    assert.equal((await approve(made, former)).status, 409, "signed for the try before");
    const late = await signed(made);
    pass(20);
    const refused = await approve(made, late);
    assert.equal(refused.status, 409);
    assert.match(
      await refused.text(),
      /Nothing was approved[\s\S]*We are not on the phone with you/,
    );
    assert.equal(await ticketOf(made), undefined);
  });

  test("says so to the firm's own app, and every doubt is a no", async () => {
    const key = await openTestApiKey(site, "calls:ask");
    const ask = async (account: string, number = provider.from, bearer = key) => {
      const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
      const body = JSON.stringify({ account, number });
      return await site.app.request("/v1/calls/in-progress", { method: "POST", headers, body });
    };
    const [made] = await phoned(await signedUp());
    assert.ok(made);
    const { rows } = await site.opened.database.query<{ public_id: string }>(
      "select public_id from accounts.clients where client = $1",
      [uuidOf(made.client.client)],
    );
    const account = rows[0]?.public_id ?? "";
    const says = async (...asked: Parameters<typeof ask>) => {
      const answered = await ask(...asked);
      assert.deepEqual([answered.status, answered.headers.get("cache-control")], [200, "no-store"]);
      return (await answered.json()).in_progress;
    };
    assert.equal(await says(account), false, "nothing rings yet");
    await answer(made, "ringing");
    assert.equal(await says(account), true);
    assert.equal(await says(account, "+1 (202) 555-0100"), true);
    for (const number of ["+12025550101", "12025550100", "withheld"])
      assert.equal(await says(account, number), false, number);
    for (const nobody of ["0000-0000-0000", "nobody"]) assert.equal(await says(nobody), false);
    pass(15);
    assert.equal(await says(account), false);
    assert.equal((await ask(account, "")).status, 400);
    const other = await openTestApiKey(site, "tickets:read");
    assert.equal((await ask(account, provider.from, other)).status, 403);
    const asked = await site.opened.database.query<{ details: string }>(
      "select details from ledger.events where kind = 'calls.progress_asked'",
    );
    assert.equal(asked.rowCount, 9);
    assert.ok(asked.rows.every(({ details }) => !details.includes("+1")));
  });

  /** How many fields of the client the agent gets to see, without an approved call or a ticket. */
  async function seenFields({ agent, client }: TestCall): Promise<number> {
    const { staff, session } = agent;
    const by = { staff, session, employer: "firm", offShift: false, stepUp: true } as const;
    const reason = Buffer.from("x");
    const looks = fieldNames.map((field) => {
      const look = { by, client: client.client, field, purpose: "account_help", reason } as const;
      return site.vault.revealing.look({ ...look, ticket: undefined, action: "reveal" });
    });
    const shown = await Promise.allSettled(looks);
    return shown.filter((one) => one.status === "fulfilled").length;
  }

  function own(browser: TestBrowser): TestClient {
    const [client = "", session = ""] = (browser.cookies.get("session") ?? "").split(".");
    assert.ok(isId("client", client) && isId("session", session));
    return { client, session } as TestClient;
  }

  function exampleOf(field: string): string {
    const typed: Record<string, string> = { phone: "+31 6 1234 5678", email: "a@example.net" };
    return { ...typed, date_of_birth: "1984-05-28", balance: "12.00 EUR" }[field] ?? "NX7QPLANT91";
  }
});
