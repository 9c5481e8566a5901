import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, isId, newId, transaction, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import {
  assignTestTicket,
  keepTestField,
  openTestClient,
  openTestContact,
  openTestSite,
  openTestStaff,
  sentTo,
  somebodyWaits,
  TestAuthenticator,
  TestBrowser,
  type TestClient,
  type TestPerson,
  type TestSite,
} from "#test";
import type { Look, Viewer } from "../reveal/index.ts";
import { askClient } from "./asking.ts";

const purpose = "documents_help";
const born = "1984-05-28";

suite("an agent asks a client", () => {
  let site: TestSite;
  let asked = 0;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("what the client approves by passkey is shown, in that ticket, for that purpose, for an hour, and no more", async () => {
    const { agent, browser, authenticator, client, ticket } = await signedUpContact();
    const look = reveal(agent, client, ticket);
    await denied(look, "sensitive_needs_passkey");
    const grant = await ask(agent, ticket, ["date_of_birth"]);
    const [notice] = (await sentTo(site, client)).filter((one) => one.template === "access_asked");
    assert.doesNotMatch(notice?.text ?? "", /birth|Person|Larkmoor support/);
    await denied(look, "sensitive_needs_passkey");
    const page = await (await browser.get("/account/requests")).text();
    assert.match(page, /date of birth/);
    assert.match(page, /compare your documents/);
    assert.doesNotMatch(page, /Person \d/, "not by name");
    const revision = await revisionOf(ticket);
    assert.equal((await approve(browser, authenticator, grant)).status, 303);
    assert.equal(await revisionOf(ticket), revision + 1, "open pages are told");
    const allowed = await (await browser.get("/account/requests")).text();
    assert.match(allowed, />You let support see: date of birth</);
    assert.equal(await seen(look), born);
    assert.deepEqual(await eventsOf(client), [
      ...["vault.revealed deny", "vault.access_asked", "vault.revealed deny"],
      ...["vault.access_approved", "vault.revealed allow"],
    ]);
    await denied({ ...look, purpose: "account_help" }, "purpose_does_not_cover");
    await denied(reveal(agent, client, ticket, "address"), "sensitive_needs_passkey");
    const next = await openTestStaff(site);
    await assignTestTicket(site, ticket, next.staff);
    await denied(reveal(next, client, ticket), "sensitive_needs_passkey");
    await assignTestTicket(site, ticket, agent.staff);
    later(3_600);
    await denied(look, "sensitive_needs_passkey");
  });

  test("no row makes an approval of it: not another's, not for longer, not for more", async () => {
    const { agent, browser, authenticator, client, ticket } = await signedUpContact();
    const other = await openTestContact(site, { topic: "documents", agent, client: own(browser) });
    const grant = await ask(agent, ticket, ["date_of_birth"]);
    await approve(browser, authenticator, grant);
    const look = reveal(agent, client, ticket);
    await changed(grant, "statement = replace(statement, 'date_of_birth', 'address')");
    await refused(look, "evidence_refused");
    await changed(grant, "statement = replace(statement, 'address', 'date_of_birth')");
    await changed(grant, "ticket = $2", uuidOf(other.ticket));
    await refused(reveal(agent, client, other.ticket), "grant_refused");
    await changed(grant, "ticket = $2", uuidOf(ticket));
    await changed(grant, "fields = '{address}'");
    await refused(reveal(agent, client, ticket, "address"), "grant_refused");
    await changed(grant, "fields = '{date_of_birth}', purpose = 'other_help'");
    await refused({ ...look, purpose: "other_help" }, "grant_refused");
    await changed(grant, `purpose = '${purpose}', until = until + interval '1 day'`);
    assert.equal(await seen(look), born);
    later(3_601);
    await refused(look, "grant_refused");
  });

  test("what is taken back or declined is shown no more, and isn't asked again at once", async () => {
    const { agent, browser, authenticator, client, ticket } = await signedUpContact();
    const grant = await ask(agent, ticket, ["date_of_birth"]);
    await approve(browser, authenticator, grant);
    assert.equal((await browser.post(`/account/requests/${grant}/withdraw`)).status, 303);
    await denied(reveal(agent, client, ticket), "sensitive_needs_passkey");
    await assert.rejects(changed(grant, "withdrawn_at = null"), "nothing proves it any more");
    const again = await ask(agent, ticket, ["date_of_birth"]);
    await assert.rejects(ask(agent, ticket, ["date_of_birth"]), { code: "asked_already" });
    const answer = await signed(browser, authenticator, again);
    assert.equal((await browser.post(`/account/requests/${again}/decline`)).status, 303);
    const late = await browser.post(`/account/requests/${again}/approve`, { answer });
    assert.equal(late.status, 409);
    await denied(reveal(agent, client, ticket), "sensitive_needs_passkey");
    await assert.rejects(ask(agent, ticket, ["date_of_birth"]), { code: "asked_already" });
    assert.equal(
      (await browser.post(`/account/requests/${newId("grant", site.time.now)}/decline`)).status,
      404,
    );
  });

  test("nothing is shown behind a taking back, not even to a look that waits meanwhile", async () => {
    const { agent, browser, authenticator, client, ticket } = await signedUpContact();
    const grant = await ask(agent, ticket, ["date_of_birth"]);
    await approve(browser, authenticator, grant);
    assert.equal(await seen(reveal(agent, client, ticket)), born);
    const { database } = site.opened;
    const [look, taken] = await transaction(database, async (joining) => {
      await joining.query("select from vault.counts where staff = $1 for update", [
        uuidOf(agent.staff),
      ]);
      const look = seen(reveal(agent, client, ticket));
      await somebodyWaits(database);
      const taken = browser.post(`/account/requests/${grant}/withdraw`);
      await Promise.race([somebodyWaits(database, 2), taken]);
      return [look, taken];
    });
    assert.equal((await taken).status, 303);
    assert.equal(await look, born, "it had begun before");
    const { rows } = await database.query<{ kind: string }>(
      `select kind from ledger.events where client = $1 and (kind = 'vault.access_withdrawn'
         or kind = 'vault.revealed' and decision = 'allow') order by client_seq`,
      [uuidOf(client)],
    );
    assert.equal(rows.at(-1)?.kind, "vault.access_withdrawn");
  });

  test("an answer of an authenticator counts for one approval, once, soon, in its session, and nothing goes without", async () => {
    const { agent, browser, authenticator, client, ticket } = await signedUpContact();
    const birth = await ask(agent, ticket, ["date_of_birth"]);
    const address = await ask(agent, ticket, ["address", "name"]);
    const post = (grant: Id<"grant">, answer = "") =>
      browser.post(`/account/requests/${grant}/approve`, answer === "" ? {} : { answer });
    assert.equal((await post(birth)).status, 403, "with the passkey");
    const ofBirth = await signed(browser, authenticator, birth);
    await signed(browser, authenticator, address);
    assert.equal((await post(address, ofBirth)).status, 403, "it signed something else");
    assert.equal((await post(birth, ofBirth)).status, 403, "it was used");
    const slow = await signed(browser, authenticator, birth);
    later(56);
    assert.equal((await post(birth, slow)).status, 403, "it is too late");
    const lock = newId("lock", site.time.now);
    await site.opened.database.query(
      `insert into accounts.account_locks (client, id, locked_at, locked_by) values ($1, $2, $3, $2)`,
      [uuidOf(client), uuidOf(lock), site.time.now],
    );
    const locked = await browser.post(`/account/requests/${birth}/approve/options`, {});
    assert.equal(locked.status, 403, "nobody agrees to anything in a locked account");
    await site.opened.database.query(
      "update accounts.account_locks set lifted_at = $2, lifted_by = id where id = $1",
      [uuidOf(lock), site.time.now],
    );
    const stranger = new TestAuthenticator();
    const somebody = new TestBrowser(site);
    await somebody.signUp(`asked-${++asked}@example.net`, stranger);
    assert.equal((await somebody.post(`/account/requests/${birth}/decline`)).status, 404);
    await denied(reveal(agent, client, ticket), "sensitive_needs_passkey");
    assert.equal((await post(birth, await signed(browser, authenticator, birth))).status, 303);
    assert.equal(await seen(reveal(agent, client, ticket)), born);
  });

  test("who has no passkey lets a personal field be seen, and of a sensitive one yes or no be asked", async () => {
    const owner = await openTestClient(site, ["password"]);
    const { agent, ticket, client } = await openTestContact(site, {
      topic: "documents",
      client: owner,
    });
    await site.opened.database.query(
      "update tickets.tickets set ended_at = opened_at - interval '1 second' where id = $1",
      [uuidOf(ticket)],
    );
    await keepTestField(site, client.client, "name", "Noor Example");
    await keepTestField(site, client.client, "date_of_birth", born);
    await denied(reveal(agent, client.client, ticket, "name"), "nothing_permits");
    const grant = await ask(agent, ticket, ["name", "date_of_birth"]);
    const page = await site.get("/account/requests", { cookie: owner.cookie });
    assert.match(await page.text(), /Allow yes-or-no questions/);
    const done = await site.post(
      `/account/requests/${grant}/approve`,
      {},
      { cookie: owner.cookie },
    );
    assert.equal(done.status, 303);
    const told = (path: string) => site.get(path, { cookie: owner.cookie });
    const allowed = await (await told("/account/requests")).text();
    assert.match(
      allowed,
      />You let support see: name\. You let support ask yes or no about: date of birth</,
    );
    const asking = await (await told(`/account/tickets/${ticket}`)).text();
    assert.match(asking, /Support may see until [\d:]+ UTC: name\./);
    assert.match(asking, /Support may ask yes or no until [\d:]+ UTC about: date of birth\./);
    assert.equal(await seen(reveal(agent, client.client, ticket, "name")), "Noor Example");
    const value = reveal(agent, client.client, ticket);
    await denied(value, "sensitive_needs_passkey");
    const equals = { is: "equals", value: born } as const;
    const asked = await site.vault.revealing.look({ ...value, action: "test", test: equals });
    assert.equal(asked.is === "answer" && asked.answer, true);
    for (const status of ["solved", "open"]) {
      const path = `/staff/tickets/${ticket}/status`;
      const set = await site.post(path, { status, priority: "normal" }, { cookie: agent.cookie });
      assert.equal(set.status, 303, await set.text());
    }
    await denied(reveal(agent, client.client, ticket, "name"), "nothing_permits");
    const card = await site.get(`/staff/tickets/${ticket}`, { cookie: agent.cookie });
    assert.doesNotMatch(await card.text(), /N•••|Show: Name/);
  });

  test("only who answers the client asks, for what the topic needs, a few times a day, and not when frozen or out of hours", async () => {
    const { agent, client, ticket } = await openTestContact(site, { topic: "documents" });
    const { database } = site.opened;
    const rules = (named: string) => (error: { rules?: string[] }) =>
      error.rules?.includes(named) === true;
    await assert.rejects(ask(agent, ticket, ["balance"]), rules("purpose_does_not_cover"));
    await assert.rejects(
      ask(await openTestStaff(site), ticket, ["name"]),
      rules("nothing_permits"),
    );
    await assert.rejects(ask(agent, newId("ticket", site.time.now), ["name"]), {
      code: "no_client_contact",
    });
    await assert.rejects(ask(agent, ticket, ["name"], { offShift: true }), rules("off_shift"));
    const freeze = [
      uuidOf(newId("freeze", site.time.now)),
      uuidOf(agent.staff),
      uuidOf(client.client),
    ];
    await database.query(
      "insert into vault.freezes (id, staff, client, because, since) values ($1, $2, $3, 'doubt', now())",
      freeze,
    );
    await assert.rejects(ask(agent, ticket, ["name"]), rules("frozen"));
    await database.query("update vault.freezes set lifted_at = now() where id = $1", [freeze[0]]);
    const once = await Promise.allSettled([1, 2, 3].map(() => ask(agent, ticket, ["address"])));
    assert.equal(once.filter(({ status }) => status === "fulfilled").length, 1);
    await database.query("update vault.requests set answer_until = asked_at where client = $1", [
      uuidOf(client.client),
    ]);
    for (let count = 1; count < 6; count++) {
      await ask(agent, ticket, ["address"]);
      await database.query("update vault.requests set answer_until = asked_at where client = $1", [
        uuidOf(client.client),
      ]);
    }
    await assert.rejects(ask(agent, ticket, ["address"]), { code: "asked_often" });
  });

  /** A client with a passkey that can really be asked, who opened a ticket. */
  async function signedUpContact() {
    const browser = new TestBrowser(site);
    const authenticator = new TestAuthenticator();
    const client = await browser.signUp(`asked-${++asked}@example.net`, authenticator);
    const { agent, ticket } = await openTestContact(site, {
      topic: "documents",
      client: own(browser),
    });
    await keepTestField(site, client, "date_of_birth", born);
    await keepTestField(site, client, "address", "1 Example Street");
    return { agent, browser, authenticator, client, ticket };
  }

  function own(browser: TestBrowser): TestClient {
    const [client = "", session = ""] = (browser.cookies.get("session") ?? "").split(".");
    assert.ok(isId("client", client) && isId("session", session));
    return { client, session } as TestClient;
  }

  function viewerFor({ staff, session }: TestPerson): Viewer {
    return { staff, session, employer: "firm", offShift: false, stepUp: false };
  }

  async function ask(
    person: TestPerson,
    ticket: Id<"ticket">,
    fields: FieldName[],
    twist: Partial<Viewer> = {},
  ): Promise<Id<"grant">> {
    const member = { team: "support", employer: "Larkmoor" } as Parameters<
      typeof askClient
    >[1]["member"];
    const viewer = { ...viewerFor(person), ...twist };
    return await askClient(
      site.vault,
      { viewer, member },
      { ticket, purpose, fields },
      site.time.now,
    );
  }

  function reveal(
    by: TestPerson,
    client: Id<"client">,
    ticket: Id<"ticket">,
    field: FieldName = "date_of_birth",
  ): Look {
    const reason = Buffer.from("as the keykeeper encrypted it");
    return { by: viewerFor(by), client, ticket, field, purpose, reason, action: "reveal" };
  }

  async function signed(
    browser: TestBrowser,
    authenticator: TestAuthenticator,
    grant: Id<"grant">,
  ) {
    const options = await browser.options(`/account/requests/${grant}/approve`);
    return JSON.stringify(authenticator.authenticate(options));
  }

  async function approve(
    browser: TestBrowser,
    authenticator: TestAuthenticator,
    grant: Id<"grant">,
  ) {
    const answer = await signed(browser, authenticator, grant);
    return await browser.post(`/account/requests/${grant}/approve`, { answer });
  }

  async function seen(look: Look) {
    const shown = await site.vault.revealing.look(look);
    return shown.is === "value" && shown.value;
  }

  async function denied(look: Look, rule: string) {
    await assert.rejects(site.vault.revealing.look(look), (error: { rules?: string[] }) => {
      assert.ok(error.rules?.includes(rule), `${error} has no ${rule}`);
      return true;
    });
  }

  async function refused(look: Look, code: string) {
    await assert.rejects(site.vault.revealing.look(look), { code });
  }

  async function changed(grant: Id<"grant">, set: string, ...values: string[]) {
    await site.opened.database.query(`update vault.requests set ${set} where id = $1`, [
      uuidOf(grant),
      ...values,
    ]);
  }

  async function revisionOf(ticket: Id<"ticket">): Promise<number> {
    const { rows } = await site.opened.database.query<{ revision: number }>(
      "select revision from tickets.tickets where id = $1",
      [uuidOf(ticket)],
    );
    return rows[0]?.revision ?? 0;
  }

  async function eventsOf(client: Id<"client">) {
    const { rows } = await site.opened.database.query<{ kind: string; decision: string | null }>(
      "select kind, decision from ledger.events where client = $1 and kind like 'vault.%' order by client_seq",
      [uuidOf(client)],
    );
    return rows.map(({ kind, decision }) => [kind, decision].filter(Boolean).join(" "));
  }

  function later(seconds: number) {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  }
});
