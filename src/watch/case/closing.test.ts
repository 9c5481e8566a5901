import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  assignTestTicket,
  keepTestField,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestClient,
  type TestContact,
  type TestPerson,
  type TestSite,
} from "#test";
import type { Case, Finding } from "./case.ts";
import { look } from "./joining.ts";
import { openCases } from "./store.ts";

const reason = "Spoke with the client, who had forgotten the ticket.";

suite("closing a case", () => {
  let site: TestSite;
  let lead: TestPerson;
  let second: TestPerson;
  before(async () => {
    site = await openTestSite();
    lead = await openTestStaff(site, { roles: ["lead"] });
    second = await openTestStaff(site, { roles: ["lead"] });
  });
  after(() => site[Symbol.asyncDispose]());

  test("one lead's explanation frees nobody: what clients' doubts stopped stays until a second person agrees", async () => {
    const contacts = await doubtedByTwo();
    const of = await caseOf(contacts[0].agent);
    await close(of, lead, await readAt(of, lead));
    for (const contact of contacts) await assert.rejects(see(contact), { code: "access_denied" });
    const page = await (await site.get(path(of), { cookie: second.cookie })).text();
    assert.match(page, /When you agree, that ends for the clients of this case/);
    assert.equal(await lookAt(of, second, "agree"), 303);
    for (const contact of contacts) await see(contact);
  });

  test("who doesn't agree leaves them stopped, and an explanation that didn't stand counts for no client", async () => {
    const contacts = await doubtedByTwo();
    const of = await caseOf(contacts[0].agent);
    await close(of, lead, await readAt(of, lead));
    assert.equal(await lookAt(of, second, "reopen"), 303);
    await look(site.watch.desk, later(5));
    for (const contact of contacts) await assert.rejects(see(contact), { code: "access_denied" });
    const [one, other] = contacts;
    for (const contact of contacts) await takeBack(contact);
    await see(one);
    await no(one);
    await no(other);
    const third = await looked(one.agent, { sees: false });
    await assert.rejects(see(third), { code: "access_denied" }, "two doubt, and nobody explained");
  });

  test("a closing that somebody didn't agree to, and whose case goes on in another one, is looked at no third time", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    await no(one);
    await look(site.watch.desk, later(5));
    const of = await caseOf(one.agent);
    await close(of, lead, await readAt(of, lead));
    later(5);
    await no(other);
    await look(site.watch.desk, later(5));
    const now = await openCases(site.opened.database);
    const open = now.find(({ staff }) => staff === one.agent.staff);
    assert.ok(open && open.id !== of.id);
    assert.equal(await lookAt(of, second, "reopen"), 303);
    assert.equal(await lookAt(of, lead, "agree"), 409);
    await assert.rejects(see(one), { code: "access_denied" });
    const page = await (await site.get(path(of), { cookie: lead.cookie })).text();
    assert.match(page, /doesn’t agree: it goes on in this person’s open case/);
  });

  test("a second person frees for the clients of that case alone: not for one whose case waits, or was confirmed", async () => {
    for (const finding of ["explained", "confirmed"] as const) {
      const one = await looked();
      const other = await looked(one.agent);
      const again = await looked(one.agent, { client: one.client });
      await no(one);
      await look(site.watch.desk, later(5));
      const first = await caseOf(one.agent);
      await close(first, lead, await readAt(first, lead), { finding });
      if (finding === "confirmed") assert.equal(await lookAt(first, second, "agree"), 303);
      later(5);
      await no(other);
      await no(again);
      await look(site.watch.desk, later(5));
      const then = await caseOf(one.agent);
      await close(then, lead, await readAt(then, lead));
      assert.equal(await lookAt(then, second, "agree"), 303);
      await assert.rejects(see(one), { code: "access_denied" }, finding);
      await see(other);
      if (finding === "confirmed") continue;
      assert.equal(await lookAt(first, second, "agree"), 303);
      await see(one);
    }
  });

  test("a no about two who looked for one contact is one doubt of each, and explained of each", async () => {
    const contact = await looked();
    const agent = await openTestStaff(site);
    await assignTestTicket(site, contact.ticket, agent.staff);
    await see({ ...contact, agent });
    await no(contact);
    await look(site.watch.desk, later(5));
    const first = await caseOf(contact.agent);
    const then = await caseOf(agent);
    for (const one of [first, then]) await close(one, lead, await readAt(one, lead));
    await lookAt(then, second, "agree");
    await see({ ...contact, agent });
    await lookAt(first, second, "agree");
    await assignTestTicket(site, contact.ticket, contact.agent.staff);
    await see(contact);
  });

  test("what came after the page was shown is closed with nothing: the lead reads it first, and has typed nothing in vain", async () => {
    const one = await looked();
    await no(one);
    await look(site.watch.desk, later(5));
    const of = await caseOf(one.agent);
    const read = await readAt(of, lead);
    const other = await looked(one.agent);
    later(5);
    await no(other);
    await look(site.watch.desk, site.time.now);
    const refused = await close(of, lead, read, { status: 409 });
    assert.match(refused, /The case stays open: something came/);
    assert.match(refused, /2 clients say of a look by this person/);
    assert.ok(refused.includes(reason), "the typed words are there");
    assert.equal((await caseOf(one.agent)).state.is, "raised");
    await close(of, lead, readIn(refused));
    await lookAt(of, second, "agree");
    await see(other);
  });

  test("what a second look brought into an open case is read before that is closed", async () => {
    const one = await looked();
    const other = await looked(one.agent);
    await no(one);
    await look(site.watch.desk, later(5));
    const first = await caseOf(one.agent);
    await close(first, lead, await readAt(first, lead));
    later(5);
    await no(other);
    await look(site.watch.desk, later(5));
    const open = await caseOf(one.agent);
    const read = await readAt(open, lead);
    later(5);
    assert.equal(await lookAt(first, second, "reopen"), 303);
    const shown = await close(open, lead, read, { status: 409 });
    await close(open, lead, readIn(shown));
  });

  test("no form says that its sender had read more than its page showed", async () => {
    const [one] = await doubtedByTwo();
    const of = await caseOf(one.agent);
    await close(of, lead, new Date(of.changedAt.getTime() + 1).toISOString(), { status: 409 });
    await close(of, lead, "", { status: 409 });
    await close(of, lead, of.changedAt.toISOString());
  });

  async function doubtedByTwo(): Promise<[TestContact, TestContact]> {
    const one = await looked();
    const other = await looked(one.agent);
    await no(one);
    await no(other);
    await look(site.watch.desk, later(5));
    return [one, other];
  }

  async function looked(
    agent?: TestPerson,
    { client, sees = true }: { client?: TestClient; sees?: boolean } = {},
  ): Promise<TestContact> {
    const given = { ...(agent && { agent }), ...(client && { client }) };
    const contact = await openTestContact(site, given);
    if (!client) await keepTestField(site, contact.client.client, "name", "Noor Example");
    if (sees) await see(contact);
    return contact;
  }

  async function see({ agent, client, ticket }: TestContact) {
    const by = { ...agent, employer: "firm", offShift: false, stepUp: false } as const;
    return await site.vault.revealing.look({
      ...{ by, client: client.client, ticket, field: "name", purpose: "account_help" },
      action: "reveal",
    });
  }

  async function no({ client, ticket }: TestContact) {
    const about = { is: "ticket", id: ticket } as const;
    await site.vault.doubts.say(client.client, about, "no", site.time.now);
    await site.vault.alarms.settled();
  }

  function takeBack({ client, ticket }: TestContact) {
    const about = { is: "ticket", id: ticket } as const;
    return site.vault.doubts.takeBack(client.client, about, site.time.now);
  }

  async function caseOf({ staff }: TestPerson): Promise<Case> {
    const found = (await openCases(site.opened.database)).find((one) => one.staff === staff);
    assert.ok(found);
    return found;
  }

  async function readAt(of: Case, { cookie }: TestPerson): Promise<string> {
    return readIn(await (await site.get(path(of), { cookie })).text());
  }

  async function close(
    of: Case,
    { cookie }: TestPerson,
    read: string,
    { status = 303, finding = "explained" }: { status?: number; finding?: Finding } = {},
  ) {
    const asked = { finding, reason, read };
    const answer = await site.post(`${path(of)}/close`, asked, { cookie });
    assert.equal(answer.status, status);
    return await answer.text();
  }

  async function lookAt(of: Case, { cookie }: TestPerson, said: "agree" | "reopen") {
    return (await site.post(`${path(of)}/look`, { look: said }, { cookie })).status;
  }

  function later(seconds: number): Date {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
    return site.time.now;
  }
});

function path({ id }: Case): string {
  return `/staff/watch/${id}`;
}

/** What the form says of how far its page shows the case. */
function readIn(page: string): string {
  const [, read] = page.match(/name="read" value="([^"]+)"/) ?? [];
  assert.ok(read);
  return read;
}
