import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { dayMs, type Id, idFrom, uuidOf } from "#platform";
import {
  askTestBreakGlass,
  assignTestTicket,
  decideTestApproval,
  keepTestField,
  openTestApiKey,
  openTestCanaries,
  openTestClient,
  openTestContact,
  openTestSite,
  openTestStaff,
  reportTestDecoy,
  type TestPerson,
  type TestSite,
} from "#test";

const canary = {
  fields: { name: "Juniper Copper", phone: "+31 20 794 0001" },
  decoys: { phone: ["+31 20 794 0002", "+31 20 794 0003", "+31 20 794 0004"] },
  ...{ name: "Juniper", questions: [{ topic: "sign_in", text: "My code doesn't come." }] },
  language: "en",
};

/** Insiders who have what they need: a queue of honest clients, or each other. */
suite("insiders with a reason to be there", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("a bribed agent with an honest queue: what leaks is what the queue brought, and a decoy and two clients name who it was", async () => {
    const decoyed = await canaryWritesIn();
    const agent = await openTestStaff(site, { name: "Ben Banker" });
    const lead = await openLead();
    await decoyed.given(agent);
    const queue = [];
    for (let place = 0; place < 4; place++) {
      const contact = await openTestContact(site, { agent, topic: "sign_in" });
      await keepTestField(site, contact.client.client, "phone", `+3161234567${place}`);
      await keepTestField(site, contact.client.client, "balance", "250000.00 EUR");
      queue.push(contact);
    }
    const films: (string | undefined)[] = [];
    for (const { ticket } of [...queue, decoyed]) {
      films.push(await reveal(agent, ticket, "phone"));
      assert.equal(await reveal(agent, ticket, "balance"), undefined, "no act of the client's");
    }
    const decoy = films.at(-1) ?? "";
    assert.ok(films.every(Boolean) && decoy !== canary.fields.phone);
    const leftAt = site.time.now;

    // The film is sold, and somebody phones the numbers as "support".
    site.time.now = new Date(leftAt.getTime() + 600_000);
    const key = await openTestApiKey(site, "decoys:report");
    const touched = await reportTestDecoy(site, key, { value: decoy, by: "call" });
    assert.deepEqual(await touched.json(), { known: true });
    await site.vault.alarms.settled();
    const page = await (await site.get("/staff/watch", { cookie: lead.cookie })).text();
    assert.match(page, /Ben Banker/);
    const { rows } = await site.opened.database.query<{ details: string }>(
      "select details from ledger.events where kind = 'vault.decoy_touched'",
    );
    const { staff, seenAt } = JSON.parse(rows[0]?.details ?? "{}");
    assert.deepEqual([staff, seenAt], [agent.staff, leftAt.toISOString()]);

    // Two of the clients were phoned too, and say that the look wasn't what they asked for. Then it is over at once.
    const [first, second, third] = queue;
    assert.ok(first && second && third);
    for (const { client, ticket } of [first, second]) {
      const said = await site.post(
        "/account/looks/answers",
        { about: ticket, said: "no" },
        { cookie: client.cookie },
      );
      assert.equal(said.status, 303);
    }
    assert.equal(await reveal(agent, third.ticket, "phone"), undefined);
    assert.deepEqual((await lastLook(third.client.client)).rules, ["frozen"]);
  });

  test("two who collude at break-glass: the friend isn't drawn, who is drawn again and again shows, and the client is told", async () => {
    const lead = await openLead();
    const asker = await openTestStaff(site, { name: "Cleo Clerk" });
    const friend = await openTestStaff(site, { roles: ["approver"], name: "Fred Friend" });
    const stranger = await openTestStaff(site, {
      ...{ roles: ["approver"], team: "Night", employer: "Trustwell", name: "Sam Stranger" },
    });
    for (let round = 0; round < 3; round++) {
      const client = await openTestClient(site);
      await keepTestField(site, client.client, "phone", `+3161234568${round}`);
      await keepTestField(site, client.client, "email", client.email);
      const asked = await askTestBreakGlass(site, asker, { identifier: client.email });
      const grant = /grant_\w+/.exec(asked.headers.get("location") ?? "")?.[0] as Id<"grant">;
      assert.notEqual((await decideTestApproval(site, friend, { grant })).status, 303);
      assert.equal((await decideTestApproval(site, stranger, { grant })).status, 303);
      const shown = await site.post(
        `/staff/break-glass/${grant}/show`,
        { field: "phone" },
        { cookie: asker.cookie, accept: "application/json" },
      );
      assert.equal(shown.status, 200);
      const looks = await (await site.get("/account/looks", { cookie: client.cookie })).text();
      assert.match(looks, /Phone number/);
      assert.ok(!looks.includes("Cleo") && !looks.includes("Stranger"));
    }
    site.vault.alarms.raise(site.time.now);
    await site.vault.alarms.settled();
    const page = await (await site.get("/staff/watch", { cookie: lead.cookie })).text();
    assert.match(page, /Cleo Clerk/);
    assert.match(page, /3 times/);
    for (const person of [asker, stranger]) {
      const { cookie } = person;
      const reviews = await site.get("/staff/reviews", { cookie });
      assert.ok(reviews.status !== 200 || !(await reviews.text()).includes('value="right"'));
    }
  });

  const openLead = () =>
    openTestStaff(site, { roles: ["lead"], team: "Risk", employer: "Trustwell" });

  /** A client who doesn't exist asks a question, some days after it was placed. */
  async function canaryWritesIn() {
    const canaries = openTestCanaries(site);
    const { client } = JSON.parse((await canaries.place(canary)).stdout);
    site.time.now = new Date(site.time.now.getTime() + 8 * dayMs);
    await canaries.work();
    const { rows } = await site.opened.database.query<{ id: string }>(
      "select id from tickets.tickets where client = $1",
      [uuidOf(client)],
    );
    assert.ok(rows[0], "the canary didn't write in");
    const ticket = idFrom("ticket", rows[0].id);
    return {
      ticket,
      given: async ({ staff }: TestPerson) => {
        await canaries.work(); // who joined since sees values that nobody else does
        await assignTestTicket(site, ticket, staff);
      },
    };
  }

  async function reveal(
    { cookie }: TestPerson,
    ticket: Id<"ticket">,
    field: string,
  ): Promise<string | undefined> {
    const answer = await site.post(
      `/staff/tickets/${ticket}/card/${field}/reveal`,
      { purpose: "sign_in_help", reason: "The client asked about it." },
      { cookie, accept: "application/json" },
    );
    return (await answer.json()).value;
  }

  async function lastLook(client: Id<"client">): Promise<{ rules: string[] }> {
    const { rows } = await site.opened.database.query<{ details: string }>(
      `select details from ledger.events where client = $1 and kind = 'vault.revealed'
       order by client_seq desc limit 1`,
      [uuidOf(client)],
    );
    return JSON.parse(rows[0]?.details ?? "{}");
  }
});
