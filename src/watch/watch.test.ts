import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { dayMs, type Id, newId, uuidOf } from "#platform";
import {
  keepTestField,
  makeTestCanary,
  openTestApiKey,
  openTestContact,
  openTestLedger,
  openTestSite,
  openTestStaff,
  reportTestDecoy,
  type TestPerson,
  type TestSite,
} from "#test";
import { look, openCases, signalsOf } from "./case/index.ts";
import { containmentsOf, headOver } from "./containment/index.ts";

suite("watch", () => {
  let site: TestSite;
  let lead: TestPerson;
  let analyst: TestPerson;
  before(async () => {
    site = await openTestSite();
    lead = await openTestStaff(site, { roles: ["lead"], name: "Lena Lead" });
    analyst = await openTestStaff(site, { roles: ["analyst"], team: "risk", name: "Ana Lyst" });
  });
  after(() => site[Symbol.asyncDispose]());

  test("a page that says that its mark is hidden is a signal, and no verdict", async () => {
    const person = await openTestStaff(site, { name: "Uma Unmarked" });
    await site.post("/staff/mark/missing", { how: "hidden" }, { cookie: person.cookie });
    await look(site.watch.desk, site.time.now);
    const { database } = site.opened;
    const found = (await openCases(database)).find(({ staff }) => staff === person.staff);
    assert.ok(found && !found.isUrgent);
    const signals = await signalsOf(database, [found.id]);
    assert.deepEqual(
      signals.map(({ detector, figures }) => [detector, figures]),
      [["mark_missing", { pages: 1, how: "hidden" }]],
    );
    const page = await (await site.get(`/staff/watch/${found.id}`, { cookie: lead.cookie })).text();
    assert.match(
      page,
      /A page of this person said in a day that the mark over it was missing: hidden/,
    );
    await database.query(
      "update watch.cases set closed_at = $2, closed_by = $3, finding = 'explained', reason = 'An extension.', read_until = $2 where id = $1",
      [...[uuidOf(found.id), site.time.now, uuidOf(lead.staff)]],
    );
  });

  test("an analyst who has one value after another traced is a signal; a sample of many rows is none of them", async () => {
    const { staff, cookie } = await openTestStaff(site, { roles: ["analyst"], name: "Tess Tries" });
    const many = Array.from({ length: 11 }, (_, place) => `c${place}@b.example`).join("\n");
    for (const value of ["c0", "c1", "c2", "c3", "c4", many]) {
      const given = {
        before: "2026-11-01",
        why: "Somebody offers this.",
        pasted: `email\n${value}\n`,
      };
      assert.equal((await site.post("/staff/traces", given, { cookie })).status, 303);
    }
    await look(site.watch.desk, site.time.now);
    const { database } = site.opened;
    const found = (await openCases(database)).find((one) => one.staff === staff);
    assert.ok(found && !found.isUrgent);
    const signals = await signalsOf(database, [found.id]);
    assert.deepEqual(
      signals.map(({ detector, figures }) => [detector, figures]),
      [["small_samples", { traces: 5, rows: 5 }]],
    );
    const page = await (await site.get(`/staff/watch/${found.id}`, { cookie: lead.cookie })).text();
    assert.match(page, /5 samples of ten rows or fewer traced in a day[\s\S]*A sample was traced/);
    await database.query(
      "update watch.cases set closed_at = $2, closed_by = $3, finding = 'explained', reason = 'An exercise.', read_until = $2 where id = $1",
      [...[uuidOf(found.id), site.time.now, uuidOf(lead.staff)]],
    );
  });

  test("Intesa: clients who never asked are looked up, all refused, and that person is first the same day; an honest day isn't there", async () => {
    const honest = await openTestContact(site);
    await keepTestField(site, honest.client.client, "name", "Noor Example");
    await see(honest.agent, honest.client.client, honest.ticket);
    const thief = await openTestStaff(site, { name: "Ben Banker" });
    for (let place = 0; place < 6; place += 1) {
      const { client } = (await openTestContact(site, { agent: honest.agent })).client;
      await assert.rejects(see(thief, client, undefined), { code: "access_denied" });
      await assert.rejects(see(thief, client, undefined), { code: "access_denied" });
    }
    await look(site.watch.desk, site.time.now);
    const cases = await openCases(site.opened.database);
    assert.deepEqual(
      cases.map(({ staff, state }) => [staff, state.is]),
      [[thief.staff, "raised"]],
    );
    const page = await (await site.get("/staff/watch", { cookie: lead.cookie })).text();
    assert.match(
      page,
      /Ben Banker[\s\S]*12 looks were refused in a day; 6 clients had never written/,
    );
    const { database } = site.opened;
    const before = await signalsOf(database, [cases[0]?.id ?? newId("case", site.time.now)]);
    await look(site.watch.desk, site.time.now);
    assert.deepEqual(
      await signalsOf(
        database,
        cases.map(({ id }) => id),
      ),
      before,
      "a second look stores nothing twice",
    );
    const found = await site.get(`/staff/watch/${cases[0]?.id}`, { cookie: lead.cookie });
    const shown = await found.text();
    assert.match(shown, /Refused to show: name[\s\S]*Client 6/);
    assert.ok(!shown.includes("client_") && !shown.includes("Noor"));
  });

  test("what is shown of a ticket that a row alone gives to somebody, or of a canary, can't be explained; the canary's case is raised at once and told", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "name", "Noor Example");
    await see(agent, client.client, ticket);
    const other = await openTestStaff(site);
    await site.opened.database.query("update tickets.tickets set assignee = $2 where id = $1", [
      ...[uuidOf(ticket), uuidOf(other.staff)],
    ]);
    await see(other, client.client, ticket);
    await makeTestCanary(site, client.client);
    site.vault.alarms.raise(site.time.now);
    await site.vault.alarms.settled();
    const cases = await openCases(site.opened.database);
    assert.ok(!cases.some(({ staff }) => staff === agent.staff), "who was given the ticket");
    const of = cases.find(({ staff }) => staff === other.staff);
    assert.ok(of?.isUrgent && of.state.is === "raised");
    const signals = await signalsOf(site.opened.database, [of.id]);
    assert.deepEqual(
      signals.map(({ detector, points }) => [detector, points]),
      [
        ["canary_touch", 12],
        ["unexplained_view", 8],
      ],
    );
    assert.equal(
      signals[0]?.at.toISOString().slice(0, 16),
      site.time.now.toISOString().slice(0, 16),
    );
    const told = await site.outbox.reader.sentTo({ is: "staff", id: lead.staff });
    assert.match(JSON.stringify(told), /can’t wait|can't wait/);
    assert.deepEqual(await site.outbox.reader.sentTo({ is: "staff", id: other.staff }), []);
  });

  test("nobody sees the own case, a lead's is for analysts of another team, and a closing gets a second look", async () => {
    const other = await openTestStaff(site, { roles: ["agent", "lead"] });
    for (let place = 0; place < 3; place += 1) {
      const { client } = (await openTestContact(site)).client;
      await assert.rejects(see(other, client, undefined));
    }
    await look(site.watch.desk, site.time.now);
    const of = (await openCases(site.opened.database)).find(({ staff }) => staff === other.staff);
    assert.ok(of);
    const path = `/staff/watch/${of.id}`;
    const statusFor = async ({ cookie }: TestPerson) => (await site.get(path, { cookie })).status;
    assert.deepEqual(
      [await statusFor(other), await statusFor(lead), await statusFor(analyst)],
      [404, 404, 200],
    );
    const post = (name: string, fields: Record<string, string>, { cookie }: TestPerson) =>
      site.post(`${path}/${name}`, fields, { cookie });
    const second = await openTestStaff(site, { roles: ["analyst"], team: "fraud" });
    const short = await post("close", { finding: "explained", reason: "ok" }, analyst);
    assert.equal(short.status, 400);
    const reason = "Trained on these clients, agreed before.";
    const closing = { finding: "explained", reason, read: of.changedAt.toISOString() };
    assert.equal((await post("close", closing, analyst)).status, 303);
    assert.equal((await post("look", { look: "agree" }, analyst)).status, 403);
    await look(site.watch.desk, site.time.now);
    const again = await openCases(site.opened.database);
    assert.ok(!again.some(({ staff }) => staff === other.staff), "explained by name");
    assert.equal((await post("look", { look: "reopen" }, second)).status, 303);
    const opened = (await openCases(site.opened.database)).find(
      ({ staff }) => staff === other.staff,
    );
    assert.equal(opened?.id, of.id);
    assert.equal(opened?.score, of.score);
  });

  test("containing ends everything in one act, after the log has what it stands on; a second person releases", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "name", "Noor Example");
    await see(agent, client.client, ticket);
    await assert.rejects(see(agent, (await openTestContact(site)).client.client, undefined));
    for (let place = 0; place < 4; place += 1) {
      await assert.rejects(see(agent, (await openTestContact(site)).client.client, undefined));
    }
    const { database } = site.opened;
    await look(site.watch.desk, site.time.now);
    const of = (await openCases(database)).find(({ staff }) => staff === agent.staff);
    assert.ok(of);
    const path = `/staff/watch/${of.id}`;
    const stale = await openTestStaff(site, { roles: ["lead"], provenAt: null });
    const steppedUp = await site.post(`${path}/contain`, {}, { cookie: stale.cookie });
    assert.match(steppedUp.headers.get("location") ?? "", /step-up/);
    assert.equal((await site.post(`${path}/contain`, {}, { cookie: lead.cookie })).status, 303);
    const { rows } = await database.query<{ kind: string; details: string }>(
      `select kind, details from ledger.events
       where kind in ('watch.contained', 'accounts.staff_held', 'vault.frozen') order by kind`,
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ["accounts.staff_held", "vault.frozen", "watch.contained"],
    );
    const { evidence } = JSON.parse(rows[2]?.details ?? "{}") as { evidence: string[] };
    assert.equal(evidence.length, 5);
    const gone = await site.get("/staff", { cookie: agent.cookie });
    assert.match(gone.headers.get("location") ?? "", /sign-in/);
    const tickets = await database.query("select assignee from tickets.tickets where id = $1", [
      uuidOf(ticket),
    ]);
    assert.deepEqual(tickets.rows, [{ assignee: null }]);
    await assert.rejects(see(agent, client.client, ticket), (error: { rules?: string[] }) =>
      Boolean(error.rules?.includes("frozen")),
    );
    const [one] = await containmentsOf(database, of.id);
    assert.ok(one?.state.is === "done");
    assert.equal(await headOver(database, one.event), undefined, "nobody sealed it yet");
    await using ledger = await openTestLedger({ opened: site.opened });
    await ledger.sealer.sealOnce();
    assert.ok(((await headOver(database, one.event))?.size ?? 0) > evidence.length);
    const covered = await (await site.get(path, { cookie: lead.cookie })).text();
    assert.match(covered, /The log’s signed head of \d+ events has it/);
    assert.equal((await site.post(`${path}/release`, {}, { cookie: lead.cookie })).status, 403);
    assert.equal((await site.post(`${path}/release`, {}, { cookie: analyst.cookie })).status, 303);
    const { rows: held } = await database.query(
      "select held_at from accounts.staff where staff = $1",
      [uuidOf(agent.staff)],
    );
    assert.deepEqual(held, [{ held_at: null }]);
    const page = await (await site.get(path, { cookie: lead.cookie })).text();
    assert.match(page, /Released/);
  });

  test("a decoy that is called names the minute; one client's no waits its turn, a second one is raised at once, and what is taken back counts no more", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "email", "decoy@larkmoor-mail.example");
    await see(agent, client.client, ticket, "email");
    await makeTestCanary(site, client.client);
    const key = await openTestApiKey(site, "decoys:report");
    const answer = await reportTestDecoy(site, key, {
      value: "decoy@larkmoor-mail.example",
      by: "mail",
    });
    assert.deepEqual(await answer.json(), { known: true });
    await site.vault.alarms.settled();
    const hit = await caseOf(agent);
    assert.ok(hit?.isUrgent && hit.score === 16);
    const page = await site.get(`/staff/watch/${hit.id}`, { cookie: lead.cookie });
    assert.match(
      await page.text(),
      /An address was written to that this person alone was shown; last seen Nov 20, 2026, 12:00/,
    );
    const doubted = await openTestStaff(site);
    const contacts = [
      await openTestContact(site, { agent: doubted }),
      await openTestContact(site, { agent: doubted }),
    ];
    const urgent: (boolean | undefined)[] = [];
    for (const one of contacts) {
      await keepTestField(site, one.client.client, "name", "Noor Example");
      await see(doubted, one.client.client, one.ticket);
      const about = { is: "ticket", id: one.ticket } as const;
      await site.vault.doubts.say(one.client.client, about, "no", site.time.now);
      await site.vault.alarms.settled();
      urgent.push((await caseOf(doubted))?.isUrgent);
    }
    assert.deepEqual(urgent, [false, true]);
    const stopped = await caseOf(doubted);
    const path = `/staff/watch/${stopped?.id}`;
    const shown = await (await site.get(path, { cookie: lead.cookie })).text();
    assert.match(shown, /Clients’ doubts stop this person/);
    const third = await openTestContact(site, { agent: doubted });
    await keepTestField(site, third.client.client, "name", "Noor Example");
    await assert.rejects(see(doubted, third.client.client, third.ticket));
    for (const { client: owner, ticket: id } of contacts) {
      await site.vault.doubts.takeBack(owner.client, { is: "ticket", id }, site.time.now);
    }
    await look(site.watch.desk, site.time.now);
    const left = await caseOf(doubted);
    assert.deepEqual([left?.isUrgent, left?.score], [false, 0]);
  });

  test("the day's budget holds: the strongest are shown, the others wait; what can't wait is beside it", async () => {
    site.time.now = new Date(site.time.now.getTime() + dayMs);
    const { agent } = await openTestContact(site);
    const clients: Id<"client">[] = [];
    for (let place = 0; place < 12; place += 1) {
      clients.push((await openTestContact(site, { agent })).client.client);
    }
    const people: TestPerson[] = [];
    for (let place = 0; place < 8; place += 1) {
      const person = await openTestStaff(site);
      people.push(person);
      for (const client of clients.slice(0, 4 + place)) {
        await assert.rejects(see(person, client, undefined));
      }
    }
    await look(site.watch.desk, site.time.now);
    const today = (await openCases(site.opened.database)).filter(({ staff }) =>
      people.some((person) => person.staff === staff),
    );
    const raised = today.filter(({ state }) => state.is === "raised");
    const waiting = today.filter(({ state }) => state.is === "waiting");
    assert.deepEqual([raised.length, waiting.length], [5, 3]);
    const least = Math.min(...raised.map(({ score }) => score));
    assert.ok(waiting.every(({ score }) => score <= least));
    site.time.now = new Date(site.time.now.getTime() + dayMs);
    await look(site.watch.desk, site.time.now);
    const left = (await openCases(site.opened.database)).filter(
      ({ state }) => state.is === "waiting",
    );
    assert.deepEqual(left, []);
  });

  test("a decoy that several saw accuses none of being the only one, however often it is reported", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    const value = "shared@larkmoor-mail.example";
    await keepTestField(site, client.client, "email", value);
    await see(agent, client.client, ticket, "email");
    const { agent: other, ticket: theirs } = await openTestContact(site, { client });
    await see(other, client.client, theirs, "email");
    await makeTestCanary(site, client.client);
    const key = await openTestApiKey(site, "decoys:report");
    for (const by of ["mail", "mail"] as const) {
      site.time.now = new Date(site.time.now.getTime() + 1_000);
      await reportTestDecoy(site, key, { value, by });
      await site.vault.alarms.settled();
    }
    for (const viewer of [agent, other]) {
      const found = await caseOf(viewer);
      assert.deepEqual([found?.isUrgent, found?.score], [false, 8]);
    }
    await look(site.watch.desk, site.time.now);
    const shown = await caseOf(agent);
    const { cookie } = await openTestStaff(site, { roles: ["lead"] });
    const page = await site.get(`/staff/watch/${shown?.id}`, { cookie });
    assert.match(await page.text(), /that 2 people were shown, this person among them; last seen/);
  });

  test("a decoy that nobody is known to have seen says next to nothing of whom it was made for", async () => {
    const person = await openTestStaff(site);
    const { client } = await openTestContact(site);
    const value = "unseen@larkmoor-mail.example";
    await keepTestField(site, client.client, "email", value);
    await makeTestCanary(site, client.client);
    await site.opened.database.query(
      "update vault.fields set viewer = $2 where client = $1 and field = 'email'",
      [uuidOf(client.client), uuidOf(person.staff)],
    );
    await reportTestDecoy(site, await openTestApiKey(site, "decoys:report"), { value, by: "mail" });
    await site.vault.alarms.settled();
    const found = await caseOf(person);
    assert.deepEqual([found?.isUrgent, found?.score], [false, 1]);
    const { cookie } = await openTestStaff(site, { roles: ["lead"] });
    const page = await site.get(`/staff/watch/${found?.id}`, { cookie });
    assert.match(await page.text(), /made for this person alone, but no look at it is known/);
  });

  async function caseOf({ staff }: TestPerson) {
    return (await openCases(site.opened.database)).find((one) => one.staff === staff);
  }

  async function see(
    { staff, session }: TestPerson,
    client: Id<"client">,
    ticket: Id<"ticket"> | undefined,
    field: "name" | "email" = "name",
  ) {
    const by = { staff, session, employer: "firm" as const, offShift: false, stepUp: false };
    return await site.vault.revealing.look({
      ...{ by, client, ticket, field, purpose: "account_help", action: "reveal" },
    });
  }
});
