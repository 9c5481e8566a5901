import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { dayMs, type Id, newId, uuidOf } from "#platform";
import {
  keepTestField,
  openTestClient,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestClient,
  type TestPerson,
  type TestSite,
} from "#test";

/** The founding cases, acted out again: what leaves, and when it is seen. */
suite("insiders", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  // 3,573 clients, 4.5 a day for 793 days; the first alert came after 595.
  test("Intesa: the first client who never asked is where it ends", async () => {
    const employee = await openTestStaff(site, { name: "Employee of Bari" });
    const victims = await clients(5);
    for (const { client, email } of victims) await keepTestField(site, client, "email", email);
    const start = site.time.now;
    for (const [day, victim] of victims.entries()) {
      site.time.now = new Date(start.getTime() + day * dayMs);
      await site.accounts.desk.database.query(
        "update accounts.sessions set seen_at = $2, ends_at = $3 where holder = $1",
        [uuidOf(employee.staff), site.time.now, new Date(site.time.now.getTime() + dayMs)],
      );
      const page = await search(employee, "email", victim.email);
      assert.match(page, /No client that you may see/);
      const shown = await reveal(employee, newId("ticket", site.time.now), "name");
      assert.equal(shown.value, undefined);
    }
    site.time.now = start;
    for (const victim of victims) {
      const looks = await looksAt(victim.client);
      assert.ok(looks.length > 0 && looks.every(({ decision }) => decision === "deny"));
    }
  });

  // One record, three ways to it, two of which were in no log that anybody read.
  test("Okta: three ways to one record give one kind of event", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "name", "Noor Example");
    const inPage = await reveal(agent, ticket, "name");
    assert.equal(inPage.value, "Noor Example");
    const withoutScript = await site.post(
      `/staff/tickets/${ticket}/card/name/reveal`,
      { purpose: "account_help" },
      { cookie: agent.cookie },
    );
    assert.match(await withoutScript.text(), /Noor Example/);
    const look = { client: client.client, ticket, field: "name", action: "reveal" } as const;
    const by = { ...agent, employer: "firm", offShift: false, stepUp: false } as const;
    await site.vault.revealing.look({ ...look, by, purpose: "account_help" });
    const looks = await looksAt(client.client);
    assert.equal(looks.length, 3);
    const facts = looks.map(({ kind, field, version, purpose, decision, actor }) =>
      JSON.stringify({ kind, field, version, purpose, decision, actor }),
    );
    assert.equal(new Set(facts).size, 1);
  });

  // One call to one person of the support: 5 million e-mail addresses, 2 million names.
  test("Robinhood: who has the seat of one tricked agent takes what that agent's own contacts opened, and no row more", async () => {
    const agent = await openTestStaff(site);
    const others = await Promise.all(
      (await clients(16)).map((client) => openTestContact(site, { client })),
    );
    for (const { client } of others)
      await keepTestField(site, client.client, "name", "Somebody Else");
    const own = await openTestContact(site, { agent });
    await keepTestField(site, own.client.client, "name", "Own Contact");
    const taken = new Set<string>();
    for (const { client, ticket } of others) {
      const seen = [
        await search(agent, "email", client.email),
        await search(agent, "account", client.publicId),
        JSON.stringify(await reveal(agent, ticket, "name")),
      ].join();
      if (/Somebody Else/.test(seen) || seen.includes(client.client)) taken.add(client.client);
    }
    assert.equal(taken.size, 0);
    assert.equal((await reveal(agent, own.ticket, "name")).value, "Own Contact");
    const { searches_per_hour: most } = (await site.vault.desk.access()).budgets;
    const { rows } = await site.opened.database.query<{ searches: number }>(
      "select hour_searches as searches from vault.counts where staff = $1",
      [uuidOf(agent.staff)],
    );
    assert.equal(rows[0]?.searches, most, "and the searching ended there");
  });

  async function clients(count: number): Promise<TestClient[]> {
    const made: TestClient[] = [];
    for (let number = 0; number < count; number++) made.push(await openTestClient(site));
    return made;
  }

  async function search({ cookie }: TestPerson, by: string, identifier: string): Promise<string> {
    const answer = await site.post("/staff/search", { by, identifier }, { cookie });
    return await answer.text();
  }

  async function reveal(
    { cookie }: TestPerson,
    ticket: Id<"ticket">,
    field: string,
  ): Promise<{ value?: string }> {
    const answer = await site.post(
      `/staff/tickets/${ticket}/card/${field}/reveal`,
      { purpose: "account_help" },
      { cookie, accept: "application/json" },
    );
    return await answer.json();
  }

  async function looksAt(client: Id<"client">) {
    const { rows } = await site.opened.database.query<{
      kind: string;
      field: string | null;
      version: number | null;
      purpose: string | null;
      decision: string;
      actor: string;
    }>(
      `select kind, field, version, purpose, decision, actor from ledger.events
       where client = $1 and kind in ('vault.revealed', 'vault.predicate_answered', 'vault.searched')
       order by client_seq`,
      [uuidOf(client)],
    );
    return rows;
  }
});
