import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { accountsCommands } from "#accounts";
import { type Id, isId, uuidOf } from "#platform";
import {
  assignTestTicket,
  openTestClient,
  openTestSite,
  openTestStaff,
  runCommand,
  type TestPerson,
} from "#test";
import { ticketById } from "../ticket/index.ts";
import { assignWaiting } from "./index.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const { desk } = site.tickets.tickets;

const shift = { friday: ["00:00", "00:00"] as [string, string] };
let agent: TestPerson;
let colleague: TestPerson;

beforeEach(async () => {
  await database.query("update accounts.staff set left_at = $1", [site.time.now]);
  agent = await openTestStaff(site, { shift });
  colleague = await openTestStaff(site, { shift });
});

async function asked(of?: TestPerson) {
  const { cookie } = await openTestClient(site);
  const fields = { topic: "payments", name: "Ada", text: "Where is it?" };
  const answer = await site.post("/account/tickets", fields, { cookie });
  const id = /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
  assert.ok(isId("ticket", id));
  if (of) await assignTestTicket(site, id, of.staff);
  const write = async () =>
    await site.post(`/account/tickets/${id}/messages`, { text: "Hello?" }, { cookie });
  return { id, write };
}

const assigneeOf = async (id: Id<"ticket">) => (await ticketById(database, id))?.assignee?.staff;
const set = async (id: Id<"ticket">, columns: string) => {
  await database.query(`update tickets.tickets set ${columns} where id = $1`, [uuidOf(id)]);
};

/** By the command, in a process that knows nothing of the desk. */
async function leave({ staff }: TestPerson): Promise<void> {
  const beside = { desk: site.accounts.desk, site: "http://localhost", hasProvider: false };
  const never = async () => assert.fail("not reached");
  const commands = accountsCommands({ desk: never, signOut: never, staff: async () => beside });
  const command = commands.find(({ name }) => name === "staff leave");
  const { code } = await runCommand(command, [staff], { clock: () => site.time.now });
  assert.equal(code, 0);
}
const loseRole = async ({ staff }: TestPerson) => {
  await database.query("update accounts.staff_roles set ended_at = $2 where staff = $1", [
    uuidOf(staff),
    site.time.now,
  ]);
};

test("what somebody had who left, or is no agent any more, goes to others, however that came about", async () => {
  for (const end of [leave, loseRole]) {
    const going = await openTestStaff(site, { shift });
    const { id } = await asked(going);
    const other = await asked(colleague);
    await end(going);
    await assignWaiting(desk, site.time.now);
    const has = await assigneeOf(id);
    assert.ok(has && has !== going.staff);
    assert.equal(await assigneeOf(other.id), colleague.staff, "who is here keeps the own");
  }
});

test("when nobody else is there, it waits and isn't the leaver's", async () => {
  const { id } = await asked(agent);
  await leave(colleague);
  await leave(agent);
  await assignWaiting(desk, site.time.now);
  assert.equal(await assigneeOf(id), undefined);
});

test("a leaver's solved ticket is drawn anew when its client writes on it", async () => {
  for (const end of [leave, loseRole]) {
    const going = await openTestStaff(site, { shift });
    const { id, write } = await asked(going);
    await set(id, "status = 'solved', waiting_since = null");
    await end(going);
    await assignWaiting(desk, site.time.now);
    assert.equal(await assigneeOf(id), going.staff, "who solved it stays known");
    assert.equal((await write()).status, 303);
    const has = await assigneeOf(id);
    assert.ok(has && has !== going.staff);
  }
});

test("whoever left works in no queue", async () => {
  const going = await openTestStaff(site, { shift });
  await database.query(
    "insert into tickets.queue_members (staff, queue, since) select unnest($1::uuid[]), 'payments', $2",
    [[uuidOf(going.staff), uuidOf(agent.staff)], site.time.now],
  );
  await leave(going);
  await assignWaiting(desk, site.time.now);
  const { rows } = await database.query("select staff from tickets.queue_members");
  assert.deepEqual(rows, [{ staff: uuidOf(agent.staff) }]);
});

test("what nobody can take holds up nothing behind it, however much it is", async () => {
  const { id } = await asked();
  const last = await asked();
  await database.query(
    "update tickets.tickets set assignee = null, assigned_at = null where id = any ($1)",
    [[uuidOf(id), uuidOf(last.id)]],
  );
  await set(id, "language = 'fi'");
  await database.query(
    `insert into tickets.tickets (client, id, reference, requester_kind, topic, queue, language, priority,
       key_ciphertext, opened_at, opened_via, status, status_since, status_by_kind, waiting_since, updated_at)
     select client, gen_random_uuid(), 'K7QM-4D2X', 'client', topic, queue, language, priority, key_ciphertext,
       opened_at, 'page', 'open', opened_at, 'system', opened_at - interval '1 minute' * n, opened_at
     from tickets.tickets cross join generate_series(1, 1200) n where id = $1`,
    [uuidOf(id)],
  );
  await assignWaiting(desk, site.time.now);
  assert.ok(await assigneeOf(last.id));
  assert.equal(await assigneeOf(id), undefined);
});

test("what is answered, on hold or solved is nothing to do: it keeps nobody from new work", async () => {
  await leave(colleague);
  const own = await asked(agent);
  const copies = async (status: string) => {
    await database.query(
      `insert into tickets.tickets (client, id, reference, requester_kind, topic, queue, language, priority,
         key_ciphertext, opened_at, opened_via, status, status_since, status_by_kind, assignee, assigned_at, updated_at)
       select client, gen_random_uuid(), 'K7QM-4D2X', 'client', topic, queue, language, priority, key_ciphertext,
         opened_at, 'page', $2::text, opened_at, 'system', assignee, assigned_at, opened_at
       from tickets.tickets cross join generate_series(1, 20) n where id = $1`,
      [uuidOf(own.id), status],
    );
  };
  for (const status of ["pending", "hold", "solved"]) await copies(status);
  assert.equal(await assigneeOf((await asked()).id), agent.staff);
  await copies("open");
  assert.equal(await assigneeOf((await asked()).id), undefined, "twenty open ones are enough");
});

test("a ticket never comes back to anybody who gave it away: where nobody else is left, it waits", async () => {
  const { id } = await asked(agent);
  const give = async ({ cookie }: TestPerson) =>
    await site.post(
      `/staff/tickets/${id}/transfer`,
      { queue: "payments", reason: "Money" },
      { cookie },
    );
  assert.equal((await give(agent)).status, 303);
  assert.equal(await assigneeOf(id), colleague.staff);
  assert.equal((await give(colleague)).status, 303);
  assert.equal(await assigneeOf(id), undefined);
  await assignWaiting(desk, site.time.now);
  assert.equal(await assigneeOf(id), undefined);
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const seen = await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie });
  assert.equal(seen.status, 200, "a lead sees it");
  const fresh = await openTestStaff(site, { shift });
  await assignWaiting(desk, site.time.now);
  assert.equal(await assigneeOf(id), fresh.staff);
});

test("a closed ticket is given to no queue, and no note is left of it", async () => {
  const { id } = await asked(agent);
  await set(id, "status = 'closed', waiting_since = null");
  const fields = { queue: "security", reason: "Theirs" };
  const { cookie } = await openTestStaff(site, { roles: ["lead"] });
  const refused = await site.post(`/staff/tickets/${id}/transfer`, fields, { cookie });
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /This ticket is closed/);
  const messages = await database.query("select from tickets.messages where ticket = $1", [
    uuidOf(id),
  ]);
  assert.equal(messages.rowCount, 1);
});

test("where the last free place of a long queue is taken, what waits behind it for others is given at once", async () => {
  const [general, payments] = [agent, colleague];
  await database.query(
    "insert into tickets.queue_members (staff, queue, since) values ($1, 'general', $3), ($2, 'payments', $3)",
    [uuidOf(general.staff), uuidOf(payments.staff), site.time.now],
  );
  const last = await asked();
  const first = await asked();
  await set(last.id, "assignee = null, assigned_at = null");
  const copies = async (count: number, assignee: string | null) => {
    await database.query(
      `insert into tickets.tickets (client, id, reference, requester_kind, topic, queue, language, priority,
         key_ciphertext, opened_at, opened_via, status, status_since, status_by_kind, waiting_since, updated_at,
         assignee, assigned_at)
       select client, gen_random_uuid(), 'K7QM-4D2X', 'client', topic, 'general', language, priority, key_ciphertext,
         opened_at, 'page', 'open', opened_at, 'system', opened_at - interval '1 minute' * n, opened_at,
         $3::uuid, case when $3::uuid is null then null else opened_at end
       from tickets.tickets cross join generate_series(1, $2::integer) n where id = $1`,
      [uuidOf(first.id), count, assignee],
    );
  };
  await set(first.id, "status = 'solved', waiting_since = null");
  await copies(19, uuidOf(general.staff));
  await copies(300, null);
  await assignWaiting(desk, site.time.now);
  assert.equal(await assigneeOf(last.id), payments.staff);
  const { rows } = await database.query(
    "select count(*)::integer as count from tickets.tickets where assignee = $1 and status = 'open'",
    [uuidOf(general.staff)],
  );
  assert.deepEqual(rows, [{ count: 20 }]);
});
