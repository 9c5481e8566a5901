import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { stopLooks } from "#accounts";
import { idFrom, system, transaction, uuidOf } from "#platform";
import {
  assignTestTicket,
  keepTestField,
  openTestContact,
  openTestSite,
  openTestStaff,
  somebodyWaits,
  type TestContact,
  type TestPerson,
  type TestSite,
} from "#test";
import { searched } from "../events.ts";

suite("looks that are stopped", () => {
  let site: TestSite;
  let lead: TestPerson;
  before(async () => {
    site = await openTestSite();
    lead = await openTestStaff(site, { roles: ["lead"] });
  });
  after(() => site[Symbol.asyncDispose]());

  test("who leaves has no look that had begun written down behind that", async () => {
    const contact = await looked();
    const { staff } = contact.agent;
    const [look, left] = await besideLook(contact, () =>
      site.accounts.leaving.leave(staff, system, site.time.now),
    );
    await left;
    assert.ok(await look);
    await assert.rejects(reveal(contact), { code: "access_denied" });
  });

  test("on hold, and back, somebody's looks are waited for before any ticket or row is held", async () => {
    const contact = await looked();
    const { staff } = contact.agent;
    const { leaving } = site.accounts;
    for (const way of ["hold", "release"] as const) {
      const [look, done] = await besideLook(contact, () =>
        transaction<unknown>(site.opened.database, (joining) =>
          leaving[way](joining, staff, lead.staff, site.time.now),
        ),
      );
      await done;
      assert.equal(await look, way === "hold", "who is on hold has the ticket no more");
    }
  });

  test("of a client's answers at once each waits for the one before, whoever looked meanwhile", async () => {
    const { database } = site.opened;
    const [one, other] = [await openTestStaff(site), await openTestStaff(site)].sort((a, b) =>
      uuidOf(a.staff) < uuidOf(b.staff) ? 1 : -1,
    ) as [TestPerson, TestPerson];
    const contact = await looked(one);
    const { client } = contact.client;
    const about = { is: "ticket", id: contact.ticket } as const;
    const { doubts } = site.vault;
    await doubts.say(client, about, "no", site.time.now);
    await assignTestTicket(site, contact.ticket, other.staff);
    await reveal({ ...contact, agent: other });
    const answers = await transaction(database, async (joining) => {
      await stopLooks(joining, [one.staff]);
      const answering = [
        () => doubts.say(client, about, "no", site.time.now),
        () => doubts.takeBack(client, about, site.time.now),
        () => doubts.say(client, about, "yes", site.time.now),
      ];
      const begun: Promise<void>[] = [];
      for (const answer of answering) {
        begun.push(answer());
        await somebodyWaits(database, begun.length);
      }
      return begun;
    });
    await Promise.all(answers);
    const { rows } = await database.query<{ staff: string; said: string }>(
      "select staff, said from vault.answers where client = $1 and taken_back_at is null order by staff desc",
      [uuidOf(client)],
    );
    assert.deepEqual(
      rows.map(({ staff, said }) => [staff, said]),
      [one, other].map(({ staff }) => [uuidOf(staff), "yes"]),
    );
  });

  test("nobody reads a conversation behind a no, not even who opens it while the client says it", async () => {
    const { database } = site.opened;
    const { client, ticket } = await openTestContact(site);
    const found = await site.tickets.tickets.findFor(client.client, ticket);
    const reader = { is: "staff", id: lead.staff } as const;
    const read = () => site.tickets.tickets.read(reader, found, site.time.now);
    await read();
    site.time.now = new Date(site.time.now.getTime() + 11 * 60_000);
    const [saying, reading] = await transaction(database, async (joining) => {
      await joining.query("select from tickets.tickets where id = $1 for update", [uuidOf(ticket)]);
      const about = { is: "ticket", id: ticket } as const;
      const saying = site.vault.doubts.say(client.client, about, "no", site.time.now);
      await somebodyWaits(database);
      const reading = read().then(
        () => "read",
        ({ code }) => code,
      );
      await Promise.race([somebodyWaits(database, 2), reading]);
      return [saying, reading];
    });
    await saying;
    assert.equal(await reading, "ticket_unknown");
    const { rows } = await database.query<{ kind: string }>(
      "select kind from ledger.events where client = $1 order by client_seq desc limit 1",
      [uuidOf(client.client)],
    );
    assert.deepEqual(rows, [{ kind: "vault.doubted" }]);
  });

  for (const finding of ["explained", "confirmed"] as const) {
    test(`a review takes clients' chains in the order in which looks take them: ${finding}`, async () => {
      const { database } = site.opened;
      const agent = await openTestStaff(site);
      const contacts = [await looked(agent), await looked(agent)];
      const [first, last] = contacts.sort((a, b) =>
        uuidOf(a.client.client) < uuidOf(b.client.client) ? -1 : 1,
      ) as [TestContact, TestContact];
      const { now } = site.time;
      for (const [place, { client, ticket }] of [last, first].entries()) {
        const at = new Date(now.getTime() + place);
        await site.vault.doubts.say(client.client, { is: "ticket", id: ticket }, "no", at);
      }
      const { rows } = await database.query<{ id: string }>(
        "select id from vault.answers where staff = $1",
        [uuidOf(agent.staff)],
      );
      const answers = rows.map(({ id }) => idFrom("answer", id));
      const by = { is: "staff", id: lead.staff } as const;
      const reviewed = { staff: agent.staff, isExplained: finding === "explained", answers };
      const reviewing = await transaction(database, async (joining) => {
        const append = async ({ client }: TestContact) => {
          const details = { by: "email", hits: 1, session: lead.session, rules: [] };
          const columns = { client: client.client, decision: "allow" as const };
          await site.appender.append(by, { kind: searched, ...columns, details }, now, joining);
        };
        await append(first);
        const reviewing = transaction(database, (other) =>
          site.vault.freezes.review(other, by, reviewed, now),
        );
        await somebodyWaits(database);
        await append(last);
        return [reviewing];
      });
      await Promise.all(reviewing);
    });
  }

  /** A look that waits while something else begins: that waits for the look, and holds neither its ticket nor who looks. */
  async function besideLook(contact: TestContact, act: () => Promise<unknown>) {
    const { database } = site.opened;
    const staff = uuidOf(contact.agent.staff);
    return await transaction(database, async (joining) => {
      await joining.query("select from vault.counts where staff = $1 for update", [staff]);
      const look = reveal(contact).then(
        () => true,
        () => false,
      );
      await somebodyWaits(database);
      const acting = act();
      const waits = somebodyWaits(database, 2).then(() => "waits");
      assert.equal(await Promise.race([waits, acting]), "waits");
      const held = [
        ["select from tickets.tickets where id = $1 for update nowait", uuidOf(contact.ticket)],
        ["select from accounts.staff where staff = $1 for no key update nowait", staff],
      ] as const;
      for (const [query, id] of held) await joining.query(query, [id]);
      return [look, acting] as const;
    });
  }

  async function looked(agent?: TestPerson): Promise<TestContact> {
    const contact = await openTestContact(site, agent && { agent });
    await keepTestField(site, contact.client.client, "name", "Noor Example");
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
});
