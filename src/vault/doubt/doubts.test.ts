import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, idFrom, transaction, uuidOf } from "#platform";
import {
  assignTestTicket,
  keepTestField,
  openTestContact,
  openTestSite,
  openTestStaff,
  somebodyWaits,
  type TestClient,
  type TestContact,
  type TestPerson,
  type TestSite,
} from "#test";
import { ticketsJobs } from "#tickets";
import { searched } from "../events.ts";
import { openFreezes } from "../freeze/index.ts";
import type { Doubt } from "./answer.ts";

suite("was this you?", () => {
  let site: TestSite;
  let lead: TestPerson;
  const heard: Doubt[] = [];
  before(async () => {
    site = await openTestSite();
    lead = await openTestStaff(site, { roles: ["lead"] });
    site.vault.doubts.onDoubt(async (_joining, doubt) => void heard.push(doubt));
  });
  after(() => site[Symbol.asyncDispose]());

  test("a no stops that agent for that client at once, tells every lead, and can be taken back", async () => {
    const contact = await looked();
    await readBy(contact, lead);
    const told = (await noticesOf(lead)).length;
    const before = await revisionOf(contact);
    await no(contact);
    assert.equal(await revisionOf(contact), before + 1, "open pages are told");
    await no(contact);
    assert.deepEqual(await frozen(contact.agent), [[contact.client.client, "doubt"]]);
    assert.deepEqual(await frozen(lead), [], "who only read the conversation isn't doubted");
    await assert.rejects(reveal(contact), { code: "access_denied" });
    assert.equal((await noticesOf(lead)).length, told + 1);
    assert.deepEqual(
      heard.splice(0).map(({ staff, ticket, isFrozenForAll }) => [staff, ticket, isFrozenForAll]),
      [[contact.agent.staff, contact.ticket, false]],
    );
    await takeBack(contact);
    await reveal(contact);
    assert.deepEqual(
      (await kindsOf(contact)).filter((kind) => kind.startsWith("vault.")),
      [
        ...["vault.revealed", "vault.frozen", "vault.doubted", "vault.revealed"],
        ...["vault.thawed", "vault.doubt_taken_back", "vault.revealed"],
      ],
    );
  });

  test("and each open page of that client is told, whatever the no is about", async () => {
    const one = await looked();
    const other = await looked(one.agent, one.client);
    const { client } = one.client;
    const { staff, session } = one.agent;
    const details = { by: "email", hits: 1, session, rules: [] };
    const search = { kind: searched, client, decision: "allow" as const, details };
    const by = { is: "staff", id: staff } as const;
    const { event } = await site.appender.append(by, search, site.time.now);
    const abouts = [
      { is: "ticket", id: one.ticket },
      { is: "alone", id: event },
    ] as const;
    for (const about of abouts) {
      const before = [await revisionOf(one), await revisionOf(other)];
      await site.vault.doubts.say(client, about, "no", site.time.now);
      const after = [await revisionOf(one), await revisionOf(other)];
      const told = before.map((revision) => revision + 1);
      assert.deepEqual(after, told, about.is);
    }
  });

  test("what takes a no back tells each open page too: the client, who says yes after all, or a lead's review", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    const saysYes = ({ client, ticket }: TestContact) =>
      site.vault.doubts.say(client.client, { is: "ticket", id: ticket }, "yes", site.time.now);
    const ways = [() => takeBack(one), () => saysYes(one), () => byLead(one.agent, "explained")];
    for (const way of ways) {
      await no(one);
      const before = [await revisionOf(one), await revisionOf(other)];
      await way();
      assert.deepEqual(await frozen(one.agent), []);
      const after = [await revisionOf(one), await revisionOf(other)];
      assert.deepEqual(after, [(before[0] ?? 0) + 1, before[1]], way.toString());
    }
  });

  test("from two clients it stops the agent altogether, until fewer doubt or a lead has reviewed it", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    const third = await looked(one.agent);
    await no(one);
    await no(other);
    const reasons = async () => (await frozen(one.agent)).map(([, because]) => because).sort();
    assert.deepEqual(await reasons(), ["doubt", "doubt", "two_doubts"]);
    await assert.rejects(reveal(third), { code: "access_denied" });
    await takeBack(other);
    assert.deepEqual(await reasons(), ["doubt"]);
    await no(other);
    await byLead(one.agent, "confirmed");
    await takeBack(other);
    await takeBack(one);
    assert.deepEqual(await reasons(), ["doubt", "doubt", "two_doubts"], "a lead kept them");
    await byLead(one.agent, "explained");
    assert.deepEqual(await reasons(), []);
    await reveal(third);
  });

  test("two accounts stop nobody twice: whose doubt was explained stops that person for that client alone", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    const third = await looked(one.agent);
    const reasons = async () => (await frozen(one.agent)).map(([, because]) => because).sort();
    for (const contact of [one, other]) await no(contact);
    await byLead(one.agent, "explained");
    for (const contact of [one, other]) {
      await takeBack(contact);
      await no(contact);
    }
    assert.deepEqual(await reasons(), ["doubt", "doubt"]);
    await assert.rejects(reveal(one), { code: "access_denied" });
    await reveal(third);
    await no(third);
    assert.deepEqual(await reasons(), ["doubt", "doubt", "doubt"], "one who is new isn't two");
    const fourth = await looked(one.agent);
    await no(fourth);
    assert.ok((await reasons()).includes("two_doubts"));
  });

  test("an explanation ends nothing that stands on another doubt too, and none of what somebody kept", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    const again = await looked(one.agent, one.client);
    await no(one);
    const first = await doubtsOf(one.agent);
    await byLead(one.agent, "confirmed", first);
    await takeBack(one);
    await no(again);
    await no(other);
    const later = (await doubtsOf(one.agent)).filter((answer) => !first.includes(answer));
    await byLead(one.agent, "explained", later);
    assert.deepEqual(await frozen(one.agent), [[one.client.client, "doubt"]]);
    await assert.rejects(reveal(one), { code: "access_denied" });
    await reveal(other);
    await byLead(one.agent, "explained", [...first, ...later]);
    assert.deepEqual(await frozen(one.agent), []);
  });

  test("who was stopped altogether when somebody confirmed a doubt stays so, whatever else is explained", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    await no(one);
    const confirmed = await doubtsOf(one.agent);
    await no(other);
    const both = await doubtsOf(one.agent);
    const explained = both.filter((answer) => !confirmed.includes(answer));
    await byLead(one.agent, "confirmed", confirmed);
    await byLead(one.agent, "explained", explained);
    const reasons = (await frozen(one.agent)).map(([, because]) => because).sort();
    assert.deepEqual(reasons, ["doubt", "two_doubts"]);
    await byLead(one.agent, "explained", both);
    assert.deepEqual(await frozen(one.agent), []);
  });

  test("who is stopped has nothing of the client's tickets: no word, no row of the list, and no new one", async () => {
    const contact = await looked();
    const other = await looked(contact.agent);
    const path = `/staff/tickets/${contact.ticket}`;
    const cookie = { cookie: contact.agent.cookie };
    const status = async (page: string, by: { cookie: string } = cookie) =>
      (await site.get(page, by)).status;
    assert.equal(await status(path), 200);
    await no(contact);
    assert.equal(await status(path), 404);
    assert.equal(await status(`/staff/tickets/${other.ticket}`), 200, "another client's");
    const answered = await site.post(`${path}/messages`, { text: "Hello", kind: "answer" }, cookie);
    assert.equal(answered.status, 404);
    const list = await (await site.get("/staff/tickets", cookie)).text();
    assert.ok(!list.includes(contact.ticket) && list.includes(other.ticket));
    await assert.rejects(readBy(contact, contact.agent), { code: "ticket_unknown" });
    const waiting = ticketsJobs(site.tickets.tickets.desk)[0];
    await waiting?.run(site.time.now, AbortSignal.timeout(10_000));
    assert.notEqual(await assigneeOf(contact), contact.agent.staff);
    assert.equal(await assigneeOf(other), other.agent.staff);
    const { client } = contact;
    const again = await openTestContact(site, { client, agent: lead });
    await writeOn(again, contact.agent);
    assert.notEqual(await assigneeOf(again), contact.agent.staff);
    await no(other);
    assert.equal(await status(`/staff/tickets/${other.ticket}`), 404);
    const third = await openTestContact(site, { agent: contact.agent });
    assert.equal(await status(`/staff/tickets/${third.ticket}`), 404, "stopped altogether");
  });

  test("a lead who is doubted doesn't read the conversation either, and finds it on no list", async () => {
    const contact = await openTestContact(site);
    const cookie = { cookie: lead.cookie };
    const path = `/staff/tickets/${contact.ticket}`;
    assert.equal((await site.get(path, cookie)).status, 200);
    await no(contact);
    assert.equal((await site.get(path, cookie)).status, 404);
    const list = await (await site.get("/staff/tickets", cookie)).text();
    assert.doesNotMatch(list, new RegExp(contact.ticket));
    await byLead(lead, "explained");
    assert.equal((await site.get(path, cookie)).status, 200);
  });

  test("two clients who say no at once are two", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    await Promise.all([no(one), no(other)]);
    const reasons = (await frozen(one.agent)).map(([, because]) => because).sort();
    assert.deepEqual(reasons, ["doubt", "doubt", "two_doubts"]);
  });

  test("what acts on a no is done with it or not at all; nobody answers about another's contact", async () => {
    const contact = await looked();
    const stranger = await looked();
    const about = { is: "ticket", id: contact.ticket } as const;
    await assert.rejects(
      site.vault.doubts.say(stranger.client.client, about, "no", site.time.now),
      { code: "nobody_looked" },
    );
    const cases = { are: "broken" };
    site.vault.doubts.onDoubt(async () => {
      if (cases.are === "broken") throw new Error("no case");
    });
    await assert.rejects(no(contact), /no case/);
    assert.deepEqual(await frozen(contact.agent), []);
    cases.are = "open";
    await Promise.all([no(contact), no(contact)]);
    assert.equal((await frozen(contact.agent)).length, 1);
  });

  test("no look is allowed behind a no, not even one that waits while the client says it", async () => {
    const contact = await looked();
    const { database } = site.opened;
    const [look, said] = await transaction(database, async (joining) => {
      await joining.query("select from vault.counts where staff = $1 for update", [
        uuidOf(contact.agent.staff),
      ]);
      const look = reveal(contact);
      await somebodyWaits(database);
      const said = no(contact);
      await Promise.race([somebodyWaits(database, 2), said]);
      return [look, said];
    });
    await Promise.allSettled([look, said]);
    await assert.rejects(reveal(contact), { code: "access_denied" });
    const kinds = (await kindsOf(contact)).filter((kind) => kind.startsWith("vault."));
    const before = kinds.indexOf("vault.frozen");
    assert.deepEqual(kinds.slice(0, before), ["vault.revealed", "vault.revealed"]);
  });

  async function revisionOf({ ticket }: TestContact): Promise<number> {
    const { rows } = await site.opened.database.query<{ revision: number }>(
      "select revision from tickets.tickets where id = $1",
      [uuidOf(ticket)],
    );
    return rows[0]?.revision ?? 0;
  }

  async function looked(agent?: TestPerson, client?: TestClient): Promise<TestContact> {
    const given = { ...(agent && { agent }), ...(client && { client }) };
    const contact = await openTestContact(site, given);
    if (!client) await keepTestField(site, contact.client.client, "name", "Noor Example");
    await reveal(contact);
    return contact;
  }

  async function reveal({ agent, client, ticket }: TestContact) {
    const by = { ...agent, employer: "firm", offShift: false, stepUp: false } as const;
    return await site.vault.revealing.look({
      ...{ by, client: client.client, ticket, field: "name", purpose: "account_help" },
      action: "reveal",
    });
  }

  /** A client writes on in a ticket that somebody has, or had. */
  async function writeOn({ client, ticket }: TestContact, { staff }: TestPerson) {
    await assignTestTicket(site, ticket, staff);
    const { tickets } = site.tickets;
    const { now } = site.time;
    const writing = await tickets.writing(client.client, ticket, now);
    await transaction(site.opened.database, (joining) =>
      tickets.write(joining, writing, { text: "Anybody there?" }, "page", now),
    );
  }

  async function assigneeOf({ ticket }: TestContact): Promise<Id<"staff"> | undefined> {
    const { rows } = await site.opened.database.query<{ assignee: string | null }>(
      "select assignee from tickets.tickets where id = $1",
      [uuidOf(ticket)],
    );
    return rows[0]?.assignee ? idFrom("staff", rows[0].assignee) : undefined;
  }

  async function readBy({ client, ticket }: TestContact, { staff }: TestPerson) {
    const { tickets } = site.tickets;
    const found = await tickets.findFor(client.client, ticket);
    await tickets.read({ is: "staff", id: staff }, found, site.time.now);
  }

  function no({ client, ticket }: TestContact) {
    const about = { is: "ticket", id: ticket } as const;
    return site.vault.doubts.say(client.client, about, "no", site.time.now);
  }

  function takeBack({ client, ticket }: TestContact) {
    const about = { is: "ticket", id: ticket } as const;
    return site.vault.doubts.takeBack(client.client, about, site.time.now);
  }

  async function byLead(
    agent: TestPerson,
    finding: "explained" | "confirmed",
    doubts?: readonly Id<"answer">[],
  ) {
    const { database } = site.opened;
    const answers = doubts ?? (await doubtsOf(agent));
    const reviewed = { staff: agent.staff, isExplained: finding === "explained", answers };
    const actor = { is: "staff", id: lead.staff } as const;
    await transaction(database, (joining) =>
      site.vault.freezes.review(joining, actor, reviewed, site.time.now),
    );
  }

  async function doubtsOf({ staff }: TestPerson): Promise<Id<"answer">[]> {
    const { rows } = await site.opened.database.query<{ id: string }>(
      "select id from vault.answers where staff = $1 and said = 'no'",
      [uuidOf(staff)],
    );
    return rows.map(({ id }) => idFrom("answer", id));
  }

  async function frozen({ staff }: TestPerson): Promise<(Id<"client"> | string | undefined)[][]> {
    const found = await openFreezes(site.opened.database, 100);
    return found
      .filter((one) => one.staff === staff)
      .map(({ client, because }) => [client, because]);
  }

  async function noticesOf({ staff }: TestPerson) {
    const { rows } = await site.opened.database.query(
      "select id from outbox.messages where addressee = $1",
      [uuidOf(staff)],
    );
    return rows;
  }

  async function kindsOf({ client }: TestContact): Promise<string[]> {
    const { rows } = await site.opened.database.query<{ kind: string }>(
      "select kind from ledger.events where client = $1 order by client_seq",
      [uuidOf(client.client)],
    );
    return rows.map(({ kind }) => kind);
  }
});
