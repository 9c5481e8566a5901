import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, isId, transaction, uuidOf } from "#platform";
import {
  assignTestTicket,
  keepTestField,
  openTestContact,
  openTestSite,
  openTestStaff,
  TestAuthenticator,
  TestBrowser,
  type TestClient,
  type TestPerson,
  type TestSite,
} from "#test";
import { ticketsJobs } from "#tickets";
import { askClient } from "./asking.ts";

const purpose = "documents_help";
const born = "1984-05-28";

suite("what a client was asked, and approved", () => {
  let site: TestSite;
  let lead: TestPerson;
  let asked = 0;
  before(async () => {
    site = await openTestSite();
    lead = await openTestStaff(site, { roles: ["lead"], team: "Leads" });
  });
  after(() => site[Symbol.asyncDispose]());

  type Asked = { agent: TestPerson; ticket: Id<"ticket"> };
  const solve = ({ agent, ticket }: Asked) => post(ticket, "status", { status: "solved" }, agent);
  const giveOn = (ticket: Id<"ticket">, by: TestPerson, queue = "payments") =>
    post(ticket, "transfer", { queue, reason: "Because they know." }, by);

  /** Every way in which somebody loses a ticket: what goes before the client is asked, and what takes it. */
  const ways: Record<string, { first?(asked: Asked): Promise<void>; take(asked: Asked): unknown }> =
    {
      "it is solved": { take: solve },
      "it is given on": { take: ({ agent, ticket }) => giveOn(ticket, agent) },
      "a lead gives it on a second time": {
        first: async ({ agent, ticket }) => {
          await giveOn(ticket, lead);
          await assignTestTicket(site, ticket, agent.staff);
        },
        take: ({ ticket }) => giveOn(ticket, lead, "verification"),
      },
      "who has it is put on hold": { take: holdAndRelease },
      "who has it left, by a command that knows no desk": {
        take: ({ agent }) => lacking(agent, "accounts.staff", "left_at"),
      },
      "who has it is no agent for a while": {
        take: ({ agent }) => lacking(agent, "accounts.staff_roles", "ended_at"),
      },
    };

  for (const [way, { first, take }] of Object.entries(ways)) {
    test(`an approval ends when ${way}: no row brings it back, and the client reads so`, async () => {
      const { browser, authenticator, client, ...at } = await signedUpContact();
      await first?.(at);
      const { grant, look } = await ask(client, at);
      const answer = await signed(browser, authenticator, grant);
      await browser.post(`/account/requests/${grant}/approve`, { answer });
      assert.equal(await look(), born);
      await take(at);
      await asBefore(at);
      await assert.rejects(look(), isDenied);
      const page = await (await browser.get("/account/requests")).text();
      assert.match(page, /Allowed; it ended on/);
      assert.doesNotMatch(page, /You let support see/);
    });
  }

  test("what isn't answered when the ticket goes to others can't be any more", async () => {
    const { browser, authenticator, client, ...at } = await signedUpContact();
    const { grant, look } = await ask(client, at);
    const answer = await signed(browser, authenticator, grant);
    await giveOn(at.ticket, at.agent);
    await asBefore(at);
    const late = await browser.post(`/account/requests/${grant}/approve`, { answer });
    assert.equal(late.status, 409);
    await assert.rejects(look(), isDenied);
    assert.match(await (await browser.get("/account/requests")).text(), /Not answered/);
    assert.notEqual((await ask(client, at)).grant, grant, "it can be asked anew");
  });

  async function post(
    ticket: Id<"ticket">,
    path: string,
    form: Record<string, string>,
    { cookie }: TestPerson,
  ): Promise<void> {
    const { status } = await site.post(`/staff/tickets/${ticket}/${path}`, form, { cookie });
    assert.equal(status, 303);
  }

  async function holdAndRelease({ agent }: Asked): Promise<void> {
    const { leaving } = site.accounts;
    const { now } = site.time;
    for (const verb of ["hold", "release"] as const) {
      await transaction(site.opened.database, async (joining) => {
        await leaving[verb](joining, agent.staff, lead.staff, now);
      });
    }
  }

  /** The worker gives out the tickets of somebody who isn't there while it does. */
  async function lacking({ staff }: TestPerson, table: string, column: string): Promise<void> {
    const { database } = site.opened;
    const set = (to: Date | null) =>
      database.query(`update ${table} set ${column} = $2 where staff = $1`, [uuidOf(staff), to]);
    await set(site.time.now);
    const jobs = ticketsJobs(site.tickets.tickets.desk);
    const assigning = jobs.find(({ name }) => name === "tickets.assign_waiting");
    assert.ok(assigning);
    await assigning.run(site.time.now, new AbortController().signal);
    await set(null);
  }

  /** The ticket's row as if it had never gone. */
  async function asBefore({ agent, ticket }: Asked): Promise<void> {
    await site.opened.database.query(
      `update tickets.tickets set status = 'open', ended_at = null, given_away_by = '{}'::uuid[], queue = 'documents'
       where id = $1`,
      [uuidOf(ticket)],
    );
    await assignTestTicket(site, ticket, agent.staff);
  }

  /** A client with a passkey, who opened a ticket. */
  async function signedUpContact() {
    const browser = new TestBrowser(site);
    const authenticator = new TestAuthenticator();
    await browser.signUp(`ending-${++asked}@example.net`, authenticator);
    const [client = "", session = ""] = (browser.cookies.get("session") ?? "").split(".");
    assert.ok(isId("client", client) && isId("session", session));
    const owner = { client, session } as TestClient;
    const { agent, ticket } = await openTestContact(site, { topic: "documents", client: owner });
    await keepTestField(site, client, "date_of_birth", born);
    return { agent, ticket, browser, authenticator, client };
  }

  /** Asks for the date of birth. */
  async function ask(client: Id<"client">, { agent, ticket }: Asked) {
    const { staff, session } = agent;
    const viewer = { staff, session, employer: "firm", offShift: false, stepUp: false } as const;
    const member = { team: "support", employer: "Larkmoor" } as Parameters<
      typeof askClient
    >[1]["member"];
    const field = "date_of_birth" as const;
    const wanted = { ticket, purpose, fields: [field] };
    const grant = await askClient(site.vault, { viewer, member }, wanted, site.time.now);
    const reason = Buffer.from("as the keykeeper encrypted it");
    const looked = {
      by: viewer,
      client,
      ticket,
      field,
      purpose,
      reason,
      action: "reveal",
    } as const;
    const look = async () => {
      const shown = await site.vault.revealing.look(looked);
      return shown.is === "value" && shown.value;
    };
    return { grant, look };
  }

  async function signed(browser: TestBrowser, authenticator: TestAuthenticator, grant: string) {
    const options = await browser.options(`/account/requests/${grant}/approve`);
    return JSON.stringify(authenticator.authenticate(options));
  }

  function isDenied({ rules }: { rules?: string[] }): boolean {
    return rules?.includes("sensitive_needs_passkey") === true;
  }
});
