import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import fc from "#fast-check";
import { type Id, openDatabase, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import {
  assignTestTicket,
  breakLooks,
  keepTestField,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import type { Look, Viewer } from "./asked.ts";

suite("a look at a client's field", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("the client's open contact shows what its topic needs, to who answers it, and to nobody else", async () => {
    const { viewer, client, ticket } = await contact();
    await keepTestField(site, client, "name", "Noor Example");
    await keepTestField(site, client, "date_of_birth", "1984-05-28");
    const shown = await site.vault.revealing.look(reveal(viewer, client, ticket, "name"));
    assert.deepEqual(shown.is === "value" && shown.value, "Noor Example");
    const stranger = viewerFor(await openTestStaff(site));
    await refused(reveal(stranger, client, ticket, "name"), "nothing_permits");
    await refused(reveal(viewer, client, undefined, "name"), "purpose_does_not_cover");
    await refused(reveal(viewer, client, ticket, "date_of_birth"), "sensitive_needs_passkey");
    const events = await eventsOf(client);
    assert.deepEqual(
      events.map(({ decision }) => decision),
      ["allow", "deny", "deny", "deny"],
    );
  });

  test("a row that somebody inserts opens nothing: the keykeeper has the client's act or nothing", async () => {
    const { viewer, client, ticket } = await contact();
    const other = await contact();
    await keepTestField(site, client, "name", "Noor Example");
    await site.opened.database.query(
      `update tickets.tickets t set opening_statement = o.opening_statement, opening_signature = o.opening_signature
       from tickets.tickets o where t.id = $1 and o.id = $2`,
      [uuidOf(ticket), uuidOf(other.ticket)],
    );
    await assert.rejects(site.vault.revealing.look(reveal(viewer, client, ticket, "name")), {
      code: "grant_refused",
    });
    await site.opened.database.query(
      "update tickets.tickets set opening_signature = decode(repeat('00', 64), 'hex') where id = $1",
      [uuidOf(ticket)],
    );
    await assert.rejects(site.vault.revealing.look(reveal(viewer, client, ticket, "name")), {
      code: "evidence_refused",
    });
  });

  test("a purpose is what the client said in the act that is attested, whatever the ticket's row says now", async () => {
    const { viewer, client, ticket } = await contact("account");
    await keepTestField(site, client, "name", "Noor Example");
    const { database } = site.opened;
    const looking = { ...reveal(viewer, client, ticket, "name"), purpose: "security_help" };
    await refused(looking, "purpose_does_not_cover");
    await database.query("update tickets.tickets set topic = 'security' where id = $1", [
      uuidOf(ticket),
    ]);
    await refused(looking, "purpose_does_not_cover");
    await site.vault.revealing.look(reveal(viewer, client, ticket, "name"));
    await database.query(
      `update tickets.tickets set opening_statement = replace(opening_statement, '"account"', '"security"')
       where id = $1`,
      [uuidOf(ticket)],
    );
    await assert.rejects(site.vault.revealing.look(looking), { code: "evidence_refused" });
    await database.query("update tickets.tickets set opening_statement = '{' where id = $1", [
      uuidOf(ticket),
    ]);
    await refused(looking, "purpose_does_not_cover");
  });

  test("a grant ends with its ticket, and neither a reopening nor a transfer brings it back", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "name", "Noor Example");
    const look = reveal(viewerFor(agent), client.client, ticket, "name");
    const act = async (name: string, fields: Record<string, string>, of = ticket) => {
      const path = `/staff/tickets/${of}/${name}`;
      assert.equal((await site.post(path, fields, { cookie: agent.cookie })).status, 303);
    };
    await site.vault.revealing.look(look);
    await act("status", { status: "solved" });
    await refused(look, "nothing_permits");
    await act("status", { status: "open" });
    await refused(look, "nothing_permits");

    const moved = await openTestContact(site, { agent, client });
    await act("transfer", { queue: "payments", reason: "They ask for money." }, moved.ticket);
    const next = await openTestStaff(site);
    await assignTestTicket(site, moved.ticket, next.staff);
    await refused(reveal(viewerFor(next), client.client, moved.ticket, "name"), "nothing_permits");
  });

  test("while the ledger takes nothing, nothing is shown, and it says why", async () => {
    const { viewer, client, ticket } = await contact();
    await keepTestField(site, client, "name", "Noor Example");
    await asOwner("alter table ledger.pending rename to pending_away");
    try {
      await assert.rejects(site.vault.revealing.look(reveal(viewer, client, ticket, "name")), {
        code: "log_unavailable",
        message: /can't be written just now, so nothing is shown/,
      });
      assert.deepEqual(await eventsOf(client), []);
    } finally {
      await asOwner("alter table ledger.pending_away rename to pending");
    }
    const shown = await site.vault.revealing.look(reveal(viewer, client, ticket, "name"));
    assert.equal(shown.is === "value" && shown.value, "Noor Example");
  });

  test("what has no receipt isn't shown: the ledger may have taken something else", async () => {
    const { viewer, client, ticket } = await contact();
    await keepTestField(site, client, "name", "Noor Example");
    const { desk } = site.vault;
    const { appender } = desk;
    const another = (): never => {
      throw new Error("the database committed to another event");
    };
    desk.appender = Object.assign(Object.create(appender), {
      appendTogether: async (...given: Parameters<typeof appender.appendTogether>) => ({
        ...(await appender.appendTogether(...given)),
        receipts: another,
      }),
    });
    try {
      await assert.rejects(site.vault.revealing.look(reveal(viewer, client, ticket, "name")), {
        code: "log_unavailable",
      });
    } finally {
      desk.appender = appender;
    }
    assert.equal((await eventsOf(client)).length, 1);
  });

  test("a stored value opens in its own place alone: not in another field, client or version", async () => {
    const { viewer, client, ticket } = await contact();
    const other = await contact();
    await keepTestField(site, client, "name", "Noor Example");
    await keepTestField(site, client, "email", "noor@example.net");
    await keepTestField(site, other.client, "name", "Somebody Else");
    const swapped = async (change: string, values: unknown[]) => {
      await site.opened.database.query(change, values);
      await assert.rejects(site.vault.revealing.look(reveal(viewer, client, ticket, "name")), {
        code: "ciphertext_refused",
      });
    };
    const from = "update vault.fields f set ciphertext = o.ciphertext from vault.fields o where";
    const own = [uuidOf(client), "name"];
    await swapped(
      `${from} f.client = $1 and f.field = $2 and o.client = $1 and o.field = 'email'`,
      own,
    );
    await swapped(`${from} f.client = $1 and f.field = $2 and o.client = $3 and o.field = 'name'`, [
      ...own,
      uuidOf(other.client),
    ]);
    await swapped("update vault.fields set version = 2 where client = $1 and field = $2", own);
  });

  test("a hundred looks at once never pass a budget", async () => {
    const { viewer, client, ticket } = await contact();
    await keepTestField(site, client, "name", "Noor Example");
    const rules = await site.vault.desk.access();
    const most = Math.min(rules.budgets.reveals_per_contact, rules.budgets.reveals_per_hour);
    const another = await site.another();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, place) =>
        (place % 2 ? site : another).vault.revealing.look(reveal(viewer, client, ticket, "name")),
      ),
    );
    const shown = outcomes.filter(({ status }) => status === "fulfilled");
    assert.equal(shown.length, most);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") assert.deepEqual(outcome.reason.rules, ["over_budget"]);
    }
    assert.equal((await eventsOf(client)).length, 100);
  });

  test("whatever breaks, nothing is shown that isn't written down", async () => {
    const numbers = fc.sample(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), 180);
    const shown = await breakLooks(site, 60, () => numbers.pop() ?? 0);
    assert.ok(shown > 0 && shown < 60, `${shown} of 60 were shown`);
  });

  test("yes or no: what the client stated is compared, and the answer is in no event", async () => {
    const { viewer, client, ticket } = await contact("security");
    await keepTestField(site, client, "date_of_birth", "1984-05-28");
    const asked = (value: string): Look => ({
      ...{ by: viewer, client, ticket, purpose: "security_help", field: "date_of_birth" },
      ...{ action: "test", test: { is: "equals", value } },
    });
    const yes = await site.vault.revealing.look(asked(" 1984-05-28"));
    const no = await site.vault.revealing.look(asked("1984-05-29"));
    assert.deepEqual(
      [yes, no].map((one) => one.is === "answer" && one.answer),
      [true, false],
    );
    const details = (await eventsOf(client)).map((event) => event.details).join();
    assert.ok(!details.includes("1984") && !details.includes("true"));
  });

  test("questions about one client are few a day and few a month, whoever asks, and a refused one takes none away", async () => {
    const { viewer, client, ticket } = await contact("security");
    await keepTestField(site, client, "date_of_birth", "1984-05-28");
    const asked = (by: Viewer): Look => ({
      ...{ by, client, ticket, purpose: "security_help", field: "date_of_birth" },
      ...{ action: "test", test: { is: "equals", value: "1984-05-29" } },
    });
    const stranger = viewerFor(await openTestStaff(site));
    const { predicates_per_client_day: most } = (await site.vault.desk.access()).budgets;
    const mistyped = { ...asked(viewer), test: { is: "equals", value: "28/05/84" } } as Look;
    for (let time = 0; time <= most; time += 1) {
      await assert.rejects(site.vault.revealing.look(mistyped), { code: "wrong_kind" });
    }
    assert.deepEqual(await eventsOf(client), [], "what is in no form is neither asked nor counted");
    const started = site.time.now;
    let answered = 0;
    for (let day = 0; day < 7; day += 1) {
      const looks = Array.from({ length: most + 1 }, () => asked(viewer));
      await Promise.allSettled(looks.map(() => site.vault.revealing.look(asked(stranger))));
      const outcomes = await Promise.allSettled(looks.map((one) => site.vault.revealing.look(one)));
      answered += outcomes.filter(({ status }) => status === "fulfilled").length;
      if (day === 0) assert.equal(answered, most);
      site.time.now = new Date(site.time.now.getTime() + 86_400_000);
    }
    await assert.rejects(site.vault.revealing.look(asked(viewer)), { isTest: true });
    site.time.now = started;
    assert.equal(answered, 4 * most);
  });

  function viewerFor({ staff, session }: TestPerson): Viewer {
    return { staff, session, employer: "firm", offShift: false, stepUp: false };
  }

  async function contact(topic: "account" | "security" = "account") {
    const { agent, client, ticket } = await openTestContact(site, { topic });
    return { viewer: viewerFor(agent), client: client.client, ticket };
  }

  /** As whoever administers the database. */
  async function asOwner(change: string) {
    const owner = openDatabase(site.opened.ownerUrl, () => {});
    await owner.query(change);
    await owner.end();
  }

  function reveal(
    by: Viewer,
    client: Id<"client">,
    ticket: Id<"ticket"> | undefined,
    field: FieldName,
  ): Look {
    return { by, client, ticket, field, purpose: "account_help", action: "reveal" };
  }

  async function refused(look: Look, rule: string) {
    await assert.rejects(site.vault.revealing.look(look), (error: { rules?: string[] }) => {
      assert.ok(error.rules?.includes(rule), `${error.rules} has no ${rule}`);
      return true;
    });
  }

  async function eventsOf(client: Id<"client">) {
    const { rows } = await site.opened.database.query<{ decision: string; details: string }>(
      "select decision, details from ledger.events where client = $1 and kind like 'vault.%' order by client_seq",
      [uuidOf(client)],
    );
    return rows;
  }
});
