import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, suite, test } from "node:test";
import { english, HoldfastError, type Id, newId, system, transaction, uuidOf } from "#platform";
import {
  assignTestTicket,
  keepTestField,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import { deniedSentences } from "../messages.ts";

class Away extends HoldfastError {
  readonly code = "keykeeper_away";
  readonly refusal = "unavailable";
}

const json = { accept: "application/json" };
const value = "Noor Example";

suite("the client's card beside a ticket", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("it has masks and no value; each look is one answer, with a receipt, that nobody keeps", async () => {
    const { agent, client, ticket } = await contact();
    const page = await card(agent, ticket);
    assert.match(page, /Show: Name/);
    assert.match(page, /Ask the client for: Date of birth/);
    assert.match(page, /Not needed for this question: [^<]*balance/);
    assert.ok(!page.includes(value) && !page.includes("1984-05-28"));
    const shown = await press(agent, ticket, "name/reveal", {}, json);
    assert.equal(shown.headers.get("cache-control"), "no-store");
    const told = await shown.json();
    assert.equal(told.value, value);
    assert.match(told.receipt.event, /^event_/);
    assert.match(told.said, new RegExp(told.receipt.event));
    const plain = await press(agent, ticket, "name/reveal");
    assert.match(
      plain.headers.get("refresh") ?? "",
      new RegExp(`^\\d+; url=/staff/tickets/${ticket}$`),
    );
    assert.equal(plain.headers.get("cache-control"), "no-store");
    const text = await plain.text();
    assert.match(text, new RegExp(value));
    assert.doesNotMatch(text, new RegExp(`<(?:input|textarea)[^>]*${value}`));
    assert.doesNotMatch(
      await card(agent, ticket),
      new RegExp(value),
      "the ticket's page stays masked",
    );
    const { rows } = await site.opened.database.query<{ count: number }>(
      "select count(*)::integer as count from ledger.events where client = $1 and kind = 'vault.revealed'",
      [uuidOf(client)],
    );
    assert.equal(rows[0]?.count, 2);
  });

  test("a refusal is said in plain words, with what to do, and the attempt counts", async () => {
    const { agent, client, ticket } = await contact();
    const refused = await press(agent, ticket, "date_of_birth/reveal", {}, json);
    assert.equal(refused.status, 403);
    const { refused: sentences } = await refused.json();
    assert.ok(sentences.includes("Say in your own words why you need it, and try again."));
    assert.ok(sentences.some((one: string) => one.includes("the client’s own passkey")));
    const page = await (await press(agent, ticket, "date_of_birth/reveal")).text();
    assert.match(page, /own passkey/);
    const stranger = await openTestStaff(site);
    assert.equal((await press(stranger, ticket, "name/reveal", {}, json)).status, 403);
    const nowhere = newId("ticket", site.time.now);
    assert.equal((await press(agent, nowhere, "name/reveal", {}, json)).status, 404);
    assert.equal((await press(agent, ticket, "secrets/reveal", {}, json)).status, 404);
    const { rows } = await site.opened.database.query<{ decision: string }>(
      "select decision from ledger.events where client = $1 and kind = 'vault.revealed'",
      [uuidOf(client)],
    );
    assert.deepEqual(
      rows.map(({ decision }) => decision),
      ["deny", "deny", "deny"],
    );
  });

  test("every rule of the policy has its sentence", () => {
    const rules = ["forbids", "permits"].flatMap((name) => {
      const text = readFileSync(
        new URL(`../../../content/access/${name}.cedar`, import.meta.url),
        "utf8",
      );
      return [...text.matchAll(/@id\("(\w+)"\)\s*forbid/g)].map(([, rule = ""]) => rule);
    });
    assert.ok(rules.length > 5);
    for (const sentence of deniedSentences(english, [...rules, "nothing_permits", "undecided"])) {
      assert.doesNotMatch(sentence, /^The rule “/);
    }
    assert.match(deniedSentences(english, ["own_rule"])[0] ?? "", /“own_rule”/);
  });

  test("a reason stands in the event encrypted; a question is yes or no, and only one that the policy has", async () => {
    const { agent, client, ticket } = await contact({ topic: "payments" });
    const why = "The client asks what became of the transfer.";
    const test = (fields: Record<string, string>, field = "name") =>
      press(agent, ticket, `${field}/test`, { reason: why, ...fields }, json);
    const yes = await (await test({ test: "equals", "stated.name": " noor EXAMPLE " })).json();
    const no = await (await test({ test: "equals", "stated.name": "Nora Example" })).json();
    assert.match(yes.said, /^Yes\./);
    assert.match(no.said, /^No\./);
    assert.equal(yes.value, undefined);
    assert.equal((await test({ test: "equals" })).status, 400);
    const narrowing = await test({ test: "at_least", "amount.balance": "777" }, "balance");
    assert.equal(narrowing.status, 400);
    assert.equal((await test({ test: "at_least" }, "name")).status, 400);
    const { rows } = await site.opened.database.query<{ details: string }>(
      "select details from ledger.events where client = $1 and kind = 'vault.predicate_answered'",
      [uuidOf(client)],
    );
    assert.equal(rows.length, 2);
    for (const { details } of rows) {
      assert.ok(JSON.parse(details).reason.length > 40 && !details.includes("transfer"));
      assert.ok(!/noor|nora/i.test(details));
    }
    assert.equal(
      (await press(agent, ticket, "name/reveal", { reason: "x".repeat(501) }, json)).status,
      400,
    );
  });

  test("who has no grant is told why: guests, leads who read, tickets that ended, moved, or weren't opened signed in", async () => {
    const { agent, ticket } = await contact();
    const lead = await openTestStaff(site, { roles: ["lead"] });
    assert.match(await card(lead, ticket), /Only who answers this ticket/);
    const set = (change: string) =>
      site.opened.database.query(`update tickets.tickets set ${change} where id = $1`, [
        uuidOf(ticket),
      ]);
    await set("given_away_by = array[assignee]");
    const moved = await card(agent, ticket);
    assert.match(moved, /doesn’t go along/);
    assert.match(moved, /Ask the client for: Name/);
    assert.doesNotMatch(moved, /Show: Name/);
    assert.doesNotMatch(moved, /N•/, "no mask either");
    await set("given_away_by = '{}', opening_statement = null, opening_signature = null");
    assert.match(await card(agent, ticket), /didn’t open this ticket signed in/);
    await set("status = 'solved'");
    assert.match(await card(agent, ticket), /what could be seen for it ended with it/);
    const words = { name: "Anna", text: "They called me", language: "en" };
    const reporting = await site.tickets.reports.anonymously(words, site.time.now);
    const report = await transaction(site.opened.database, reporting);
    assert.match(await card(lead, report.ticket?.id ?? ticket), /has no account here/);
  });

  test("a purpose is one of the rules' own: nobody on the staff writes to a client by it", async () => {
    const { agent, client, cookie, ticket } = await contact();
    for (const purpose of ["Urgent: call +44 20 7946 0000", "", "documents_help\0"]) {
      for (const [verb, fields] of [
        ["reveal", {}],
        ["test", { test: "equals", "stated.name": value }],
      ] as const) {
        const answer = await press(agent, ticket, `name/${verb}`, { ...fields, purpose }, json);
        assert.equal(answer.status, 400, `${verb} for ${JSON.stringify(purpose)}`);
      }
    }
    const looks = await (await site.get("/account/looks", { cookie })).text();
    assert.doesNotMatch(looks, /7946/);
    const { rows } = await site.opened.database.query(
      "select id from ledger.events where client = $1 and kind like 'vault.%'",
      [uuidOf(client)],
    );
    assert.deepEqual(rows, []);
  });

  test("who is stopped sees neither the ticket nor a mask", async () => {
    const { agent, ticket } = await contact();
    assert.match(await card(agent, ticket), /N•/);
    await transaction(site.opened.database, (joining) =>
      site.vault.freezes.freezeStaff(
        joining,
        { staff: agent.staff, because: "contained" },
        system,
        site.time.now,
      ),
    );
    const stopped = await card(agent, ticket);
    assert.match(stopped, /That did not work/);
    assert.doesNotMatch(stopped, /N•|Show: Name/);
  });

  test("a vendor's staff ask yes or no; who is exposed is asked for everything", async () => {
    const vendor = await openTestStaff(site, { employer: "Outsourced Support" });
    const { client, ticket } = await contact();
    await assignTestTicket(site, ticket, vendor.staff);
    const seen = await card(vendor, ticket);
    assert.match(seen, /Your employer’s staff see no values here/);
    assert.match(seen, /Is it the same: Name/);
    assert.doesNotMatch(seen, /Show: |Ask the client for: /);
    const asked = await press(vendor, ticket, "ask", { field: "name" }, json);
    assert.equal(asked.status, 403, "it would lead to nothing");
    const { agent, client: exposed, ticket: theirs } = await contact();
    assert.notEqual(exposed, client);
    await site.opened.database.query(
      "update vault.clients set class = 'exposed' where client = $1",
      [uuidOf(exposed)],
    );
    assert.match(await card(agent, theirs), /Ask the client for: Name/);
    assert.equal((await press(agent, theirs, "name/reveal", {}, json)).status, 403);
  });

  test("one tap asks the client, several fields by ticks, and the page says how it stands", async () => {
    const { agent, cookie, ticket } = await contact();
    const asked = await press(agent, ticket, "ask", { field: "date_of_birth" }, json);
    assert.match((await asked.json()).said, /^Asked/);
    assert.match(await card(agent, ticket), /The client can answer until 12:00 UTC/);
    const twice = await press(agent, ticket, "ask", { field: "date_of_birth" }, json);
    assert.equal(twice.status, 409);
    const ticked = await press(agent, ticket, "ask", { "fields[]": "address" });
    assert.equal(ticked.status, 303);
    const own = await site.get(`/account/tickets/${ticket}`, { cookie });
    assert.match(await own.text(), /Support asks to see: date of birth/);
  });

  test("while the log or the keykeeper is away nothing is shown, and the page says why", async () => {
    const { agent, ticket } = await contact();
    const { desk } = site.vault;
    const { appender, keykeeper } = desk;
    try {
      desk.appender = Object.assign(Object.create(appender), {
        appendTogether: async () => {
          throw new Error("the disk is full");
        },
      });
      const away = await press(agent, ticket, "name/reveal", {}, json);
      assert.equal(away.status, 503);
      assert.match((await away.json()).refused[0], /The log can’t be written/);
      desk.appender = appender;
      desk.keykeeper = Object.assign(Object.create(keykeeper), {
        decrypt: async () => {
          throw new Away();
        },
      });
      const gone = await press(agent, ticket, "name/reveal", {}, json);
      assert.equal(gone.status, 503);
      assert.match((await gone.json()).refused[0], /What keeps the keys doesn’t answer/);
    } finally {
      Object.assign(desk, { appender, keykeeper });
    }
  });

  async function contact({ topic = "documents" }: { topic?: "documents" | "payments" } = {}) {
    const { agent, client, ticket } = await openTestContact(site, { topic });
    await keepTestField(site, client.client, "name", value);
    await keepTestField(site, client.client, "date_of_birth", "1984-05-28");
    await keepTestField(site, client.client, "address", "1 Example Street");
    await keepTestField(site, client.client, "balance", "1234.50 EUR");
    return { agent, client: client.client, cookie: client.cookie, ticket };
  }

  async function card({ cookie }: TestPerson, ticket: Id<"ticket">): Promise<string> {
    return (await site.get(`/staff/tickets/${ticket}`, { cookie })).text();
  }

  async function press(
    { cookie }: TestPerson,
    ticket: Id<"ticket">,
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { rows } = await site.opened.database.query<{ topic: string }>(
      "select topic from tickets.tickets where id = $1",
      [uuidOf(ticket)],
    );
    const sent = { purpose: `${rows[0]?.topic}_help`, ...fields };
    return await site.post(`/staff/tickets/${ticket}/card/${path}`, sent, { cookie, ...headers });
  }
});
