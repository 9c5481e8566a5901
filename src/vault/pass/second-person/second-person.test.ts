import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, idFrom, isId, newId, uuidOf } from "#platform";
import {
  decideTestApproval,
  keepTestField,
  openTestContact,
  openTestSite,
  openTestStaff,
  proveTestStaff,
  TestAuthenticator,
  TestBrowser,
  type TestClient,
  type TestPerson,
  type TestSite,
} from "#test";
import type { Look } from "../../reveal/index.ts";

const purpose = "documents_help";
const idNumber = "NX1234567";
const reason = "The document that was sent shows another number.";

suite("a restricted field", () => {
  let site: TestSite;
  let stranger: TestPerson;
  before(async () => {
    site = await openTestSite();
    const other = { roles: ["approver"], team: "Risk", employer: "Trustwell" };
    stranger = await openTestStaff(site, other);
  });
  after(() => site[Symbol.asyncDispose]());

  test("takes the client's passkey and a second person: each alone opens nothing, both do, for minutes", async () => {
    const { agent, browser, authenticator, client, ticket } = await contact();
    const { database } = site.opened;
    const look = lookOf(agent, client, ticket);
    assert.equal((await ask(agent, ticket)).status, 409, "the client hasn't approved it");
    await refused(look, "restricted_needs_second_person", "sensitive_needs_passkey");
    await approveAsClient(agent, browser, authenticator, ticket);
    await refused(look, "restricted_needs_second_person");
    const page = await site.get(`/staff/tickets/${ticket}`, { cookie: agent.cookie });
    assert.match(await page.text(), /Have a second person agree: Identity number/);
    const json = { accept: "application/json" };
    const asks = await Promise.all([1, 2, 3, 4].map(() => ask(agent, ticket, json)));
    const taken = asks.filter(({ status }) => status === 200);
    assert.equal(taken.length, 1, "of many at once one asks: nobody draws several people");
    assert.match((await taken[0]?.text()) ?? "", /was asked/);
    assert.equal((await ask(agent, ticket, json)).status, 409, "once at a time");
    const seen = await site.get("/staff/approvals", await proveTestStaff(site, stranger));
    assert.match(await seen.text(), /See a restricted field in ticket[\s\S]*Identity number/);
    assert.notEqual((await decideTestApproval(site, agent)).status, 303);
    assert.equal((await decideTestApproval(site, stranger)).status, 303);
    const shown = await site.vault.revealing.look(look);
    assert.equal(shown.is === "value" && shown.value, idNumber);
    const { rows } = await database.query<{ details: string }>(
      "select details from ledger.events where client = $1 and kind = 'vault.pass_given'",
      [uuidOf(client)],
    );
    assert.equal(JSON.parse(rows[0]?.details ?? "{}").approver, stranger.staff);
    site.time.now = new Date(now().getTime() + 15 * 60_000);
    await refused(look, "restricted_needs_second_person");
  });

  test("a row that a DBA inserts is no second person, and another contact's is none here", async () => {
    const { agent, browser, authenticator, client, ticket } = await contact();
    await approveAsClient(agent, browser, authenticator, ticket);
    const { database } = site.opened;
    const look = lookOf(agent, client, ticket);
    await database.query(
      `insert into vault.passes (client, id, kind, staff, approver, approval, ticket, purpose, fields, given_at, until,
         statement, signature)
       select $1, $2, kind, $3, approver, $2, $4, purpose, fields, $5::timestamptz, $5::timestamptz + interval '1 hour',
         statement, signature
       from vault.passes where kind = 'restricted' limit 1`,
      [
        ...[uuidOf(client), uuidOf(newId("grant", now())), uuidOf(agent.staff), uuidOf(ticket)],
        now(),
      ],
    );
    await assert.rejects(site.vault.revealing.look(look), { code: "grant_refused" });
    await database.query("update vault.passes set statement = statement || ' ' where ticket = $1", [
      uuidOf(ticket),
    ]);
    await assert.rejects(site.vault.revealing.look(look), { code: "evidence_refused" });
  });

  const now = () => site.time.now;
  let made = 0;

  /** A client with a passkey that can really be asked, who opened a ticket. */
  async function contact() {
    const browser = new TestBrowser(site);
    const authenticator = new TestAuthenticator();
    const client = await browser.signUp(`restricted-${++made}@example.net`, authenticator);
    const [, session = ""] = (browser.cookies.get("session") ?? "").split(".");
    assert.ok(isId("session", session));
    const own = { client, session } as TestClient;
    const { agent, ticket } = await openTestContact(site, { topic: "documents", client: own });
    await keepTestField(site, client, "id_number", idNumber);
    return { agent, browser, authenticator, client, ticket };
  }

  async function approveAsClient(
    agent: TestPerson,
    browser: TestBrowser,
    authenticator: TestAuthenticator,
    ticket: Id<"ticket">,
  ): Promise<void> {
    const path = `/staff/tickets/${ticket}/card/ask`;
    const cookie = await proveTestStaff(site, agent);
    const asked = await site.post(path, { purpose, field: "id_number" }, cookie);
    assert.equal(asked.status, 303, await asked.text());
    const { rows } = await site.opened.database.query<{ id: string }>(
      "select id from vault.requests where ticket = $1",
      [uuidOf(ticket)],
    );
    const to = `/account/requests/${idFrom("grant", rows[0]?.id ?? "")}/approve`;
    const answer = JSON.stringify(authenticator.authenticate(await browser.options(to)));
    assert.equal((await browser.post(to, { answer })).status, 303);
  }

  async function ask(
    agent: TestPerson,
    ticket: Id<"ticket">,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const path = `/staff/tickets/${ticket}/card/id_number/second-person`;
    return await site.post(
      path,
      { reason },
      { ...(await proveTestStaff(site, agent)), ...headers },
    );
  }

  function lookOf(by: TestPerson, client: Id<"client">, ticket: Id<"ticket">): Look {
    const viewer = { staff: by.staff, session: by.session, employer: "firm" as const };
    return {
      by: { ...viewer, offShift: false, stepUp: true },
      ...{ client, ticket, field: "id_number", purpose, action: "reveal" },
      reason: Buffer.from("as the keykeeper encrypted it"),
    };
  }

  async function refused(look: Look, ...rules: string[]) {
    await assert.rejects(site.vault.revealing.look(look), (error: { rules?: string[] }) => {
      assert.deepEqual(error.rules, rules);
      return true;
    });
  }
});
