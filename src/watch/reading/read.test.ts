import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { dayMs, type Id, minuteMs, uuidOf } from "#platform";
import {
  keepTestField,
  makeTestCanary,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import { look, openCases, signalsOf } from "../case/index.ts";

suite("what watch reads of the ledger", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("no row brings back what a ticket's opening showed, and who looks by a copy of its proof is seen", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "name", "Noor Example");
    await see(agent, client.client, ticket);
    const { database } = site.opened;
    const { rows } = await database.query<{ proof: Buffer }>(
      "select opening_signature as proof from tickets.tickets where id = $1",
      [uuidOf(ticket)],
    );
    await site.post(
      `/staff/tickets/${ticket}/status`,
      { status: "solved" },
      { cookie: agent.cookie },
    );
    await look(site.watch.desk, later(minuteMs));
    assert.deepEqual(await seenOf(agent), []);
    await database.query(
      "update tickets.tickets set status = 'open', ended_at = null where id = $1",
      [uuidOf(ticket)],
    );
    await assert.rejects(see(agent, client.client, ticket), { code: "access_denied" });
    await database.query("update tickets.tickets set opening_signature = $2 where id = $1", [
      ...[uuidOf(ticket), rows[0]?.proof],
    ]);
    await see(agent, client.client, ticket);
    await look(site.watch.desk, site.time.now);
    assert.deepEqual(await seenOf(agent), ["unexplained_view"]);
  });

  test("a clock that was ahead once, or a row that says so, makes nobody invisible", async () => {
    const started = site.time.now;
    await look(site.watch.desk, later(365 * dayMs));
    site.time.now = new Date(started.getTime() + minuteMs);
    const first = await touchCanary();
    await look(site.watch.desk, site.time.now);
    assert.deepEqual(await seenOf(first), ["canary_touch", "unexplained_view"]);
    await site.opened.database.query("update watch.readings set until = $1", [
      new Date(started.getTime() + 365 * dayMs),
    ]);
    const second = await touchCanary();
    await look(site.watch.desk, later(2 * dayMs));
    assert.deepEqual(await seenOf(second), ["canary_touch", "unexplained_view"]);
  });

  /** Somebody is shown something of a client who doesn't exist, by a ticket that a row alone gives to that person. */
  async function touchCanary(): Promise<TestPerson> {
    const { client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "name", "Nobody");
    await makeTestCanary(site, client.client);
    const thief = await openTestStaff(site);
    await site.opened.database.query("update tickets.tickets set assignee = $2 where id = $1", [
      ...[uuidOf(ticket), uuidOf(thief.staff)],
    ]);
    await see(thief, client.client, ticket);
    return thief;
  }

  async function seenOf({ staff }: TestPerson): Promise<string[]> {
    const { database } = site.opened;
    const of = (await openCases(database)).find((one) => one.staff === staff);
    const signals = of ? await signalsOf(database, [of.id]) : [];
    return signals.map(({ detector }) => detector).sort();
  }

  function see({ staff, session }: TestPerson, client: Id<"client">, ticket: Id<"ticket">) {
    const by = { staff, session, employer: "firm" as const, offShift: false, stepUp: false };
    return site.vault.revealing.look({
      ...{ by, client, ticket, field: "name", purpose: "account_help", action: "reveal" },
    });
  }

  function later(ms: number): Date {
    site.time.now = new Date(site.time.now.getTime() + ms);
    return site.time.now;
  }
});
