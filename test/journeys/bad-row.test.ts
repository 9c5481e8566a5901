import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { callsJobs } from "#calls";
import { dayMs, type Id, newId, uuidOf } from "#platform";
import {
  openBadRow,
  openTestCall,
  openTestClient,
  openTestContact,
  openTestSite,
  openTestStaff,
  sentTo,
  type TestSite,
} from "#test";
import { ticketsJobs } from "#tickets";
import { vaultJobs } from "#vault";
import { watchJobs } from "#watch";

/** Of every two rows the first one is bad: a job that stopped at it would leave the second one. */
suite("a row with which a job fails holds up no other", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("a ticket: what waits is given out, and what was solved long ago closes", async () => {
    await openTestStaff(site, { shift: { friday: ["00:00", "00:00"] } });
    const [bad, good] = await two(async () => (await openTestContact(site)).ticket);
    const assigneeOf = async (id: Id<"ticket">) => (await rowOf("tickets.tickets", id)).assignee;
    await change([bad, good], "assignee = null, assigned_at = null");
    await using _ = await openBadRow(site, { table: "tickets.tickets", id: bad });
    await fails("tickets.assign_waiting");
    assert.equal(await assigneeOf(bad), null);
    assert.ok(await assigneeOf(good));
  });

  test("a solved ticket: others close", async () => {
    const [bad, good] = await two(async () => (await openTestContact(site)).ticket);
    const statusOf = async (id: Id<"ticket">) => (await rowOf("tickets.tickets", id)).status;
    await change([bad, good], "status = 'solved', waiting_since = null");
    await using _ = await openBadRow(site, { table: "tickets.tickets", id: bad });
    await fails("tickets.close_solved", 15 * dayMs);
    assert.deepEqual([await statusOf(bad), await statusOf(good)], ["solved", "closed"]);
  });

  test("a call: others end when their window has passed", async () => {
    const [bad, good] = await two(async () => (await openTestCall(site)).call.id);
    await using _ = await openBadRow(site, { table: "calls.calls", id: bad });
    await fails("calls.end_passed", dayMs);
    assert.equal((await rowOf("calls.calls", bad)).ended_at, null);
    assert.ok((await rowOf("calls.calls", good)).ended_at);
  });

  test("a call of somebody who left: others go to colleagues, or are cancelled", async () => {
    const made = await two(async () => {
      const startsAt = new Date(site.time.now.getTime() + dayMs);
      return await openTestCall(site, { startsAt });
    });
    const [bad, good] = made.map(({ call }) => call.id) as [Id<"call">, Id<"call">];
    await site.opened.database.query(
      "update accounts.staff_roles set ended_at = $2 where staff = any ($1)",
      [made.map(({ agent }) => uuidOf(agent.staff)), site.time.now],
    );
    await using _ = await openBadRow(site, { table: "calls.calls", id: bad });
    await fails("calls.pass_on_left");
    const [left, settled] = [await rowOf("calls.calls", bad), await rowOf("calls.calls", good)];
    assert.deepEqual([left.agent, left.ended_at], [uuidOf(made[0].agent.staff), null]);
    assert.ok(settled.ended_at || settled.agent !== uuidOf(made[1].agent.staff));
  });

  test("a containment that a process left half done: others are finished, and the ledger is read", async () => {
    const by = (await openTestStaff(site, { roles: ["lead"] })).staff;
    const [bad, good] = await two(async () => {
      const { staff } = await openTestStaff(site);
      const [of, id] = [newId("case", site.time.now), newId("containment", site.time.now)];
      await site.opened.database.query(
        `insert into watch.cases (id, staff, opened_at, changed_at, score, is_urgent)
         values ($1, $2, $3, $3, 1, false)`,
        [uuidOf(of), uuidOf(staff), site.time.now],
      );
      await site.opened.database.query(
        `insert into watch.containments (id, "case", staff, contained_at, contained_by, event)
         values ($1, $2, $3, $4, $5, $1)`,
        [uuidOf(id), uuidOf(of), uuidOf(staff), site.time.now, uuidOf(by)],
      );
      return id;
    });
    await using _ = await openBadRow(site, { table: "watch.containments", id: bad });
    await fails("watch.look");
    assert.equal((await rowOf("watch.containments", bad)).done_at, null);
    assert.ok((await rowOf("watch.containments", good)).done_at);
    const { rows } = await site.opened.database.query("select until from watch.readings");
    assert.deepEqual(rows, [{ until: site.time.now }]);
  });

  test("a client whom we can't tell of a look: others are told", async () => {
    const [bad, good] = await two(async () => {
      const { client } = await openTestClient(site);
      await site.opened.database.query(
        `insert into vault.notices (client, about, contact, fields, looks, since, last)
         values ($1, $1, 'ticket', '{name}', 1, $2, $2)`,
        [uuidOf(client), site.time.now],
      );
      return client;
    });
    await using _ = await openBadRow(site, { table: "vault.notices", column: "client", id: bad });
    await fails("vault.tell_clients", dayMs);
    assert.equal((await sentTo(site, bad)).length, 0);
    assert.equal((await sentTo(site, good)).length, 1);
  });

  /** One after the other, so that the first one's turn comes first. */
  async function two<One>(make: () => Promise<One>): Promise<[One, One]> {
    const first = await make();
    site.time.now = new Date(site.time.now.getTime() + 1_000);
    return [first, await make()];
  }

  async function fails(name: string, laterMs = 0): Promise<void> {
    const { tickets, calls, watch, vault } = site;
    const jobs = [
      ...[...ticketsJobs(tickets.tickets.desk), ...callsJobs(calls)],
      ...[...watchJobs(watch), ...vaultJobs(vault)],
    ];
    const job = jobs.find((one) => one.name === name);
    assert.ok(job);
    const now = new Date(site.time.now.getTime() + laterMs);
    const running = job.run(now, new AbortController().signal);
    await assert.rejects(running, AggregateError);
  }

  async function change(ids: readonly Id<"ticket">[], columns: string): Promise<void> {
    await site.opened.database.query(`update tickets.tickets set ${columns} where id = any ($1)`, [
      ids.map(uuidOf),
    ]);
  }

  async function rowOf(table: string, id: Id<string>): Promise<Record<string, unknown>> {
    const { rows } = await site.opened.database.query(`select * from ${table} where id = $1`, [
      uuidOf(id),
    ]);
    return rows[0];
  }
});
