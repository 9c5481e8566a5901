import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { clientEvents } from "#ledger";
import { dayMs, dayOf, type Id, minuteMs, newId, transaction, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import {
  askTestBreakGlass,
  decideTestApproval,
  keepTestField,
  openTestClient,
  openTestSite,
  openTestStaff,
  proveTestStaff,
  type TestClient,
  type TestPerson,
  type TestSite,
  testReason,
} from "#test";
import type { Look } from "../reveal/index.ts";
import { passById } from "./store.ts";

const path = "/staff/break-glass";

suite("break-glass", () => {
  let site: TestSite;
  let stranger: TestPerson;
  let colleague: TestPerson;
  before(async () => {
    site = await openTestSite();
    stranger = await openTestStaff(site, {
      ...{ roles: ["approver", "lead"], team: "Risk", employer: "Trustwell", name: "Ana Costa" },
    });
    colleague = await openTestStaff(site, { roles: ["approver"], team: "Fraud" });
  });
  after(() => site[Symbol.asyncDispose]());

  test("a stranger agrees, and the asker sees those fields of that client for those minutes, with a reason", async () => {
    const { asker, client, grant } = await asked();
    const seen = await text(await site.get("/staff/approvals", { cookie: stranger.cookie }));
    for (const words of [
      testReason,
      "Phone number",
      "Help with the account",
      "support, Larkmoor",
    ]) {
      assert.ok(seen.includes(words), words);
    }
    assert.ok(!seen.includes(client.publicId) && /Never before/.test(seen));
    const own = await decide(asker, grant);
    assert.notEqual(own.status, 303, "nobody approves his own");
    assert.notEqual((await decide(colleague, grant)).status, 303, "nor does a colleague");
    assert.equal((await decide(stranger, grant)).status, 303);
    const masks = await text(await page(asker, grant));
    assert.ok(masks.includes("Show: Phone number") && !masks.includes("+31612345678"));
    assert.equal(await shown(asker, grant, "phone"), "+31612345678");
    const without = await site.post(`${path}/${grant}/show`, { field: "phone" }, as(asker));
    assert.match(await without.text(), /\+31612345678[\s\S]*masked again after/);
    assert.equal((await show(asker, grant, "name")).status, 404, "no other field");
    const other = await openTestStaff(site);
    assert.equal((await show(other, grant, "phone")).status, 404, "nobody else");
    assert.equal((await page(other, grant)).status, 404);
    const details = (await eventsOf(client)).map((event) => event.details).join();
    assert.ok(details.includes('"reason":"') && !details.includes("robbed"));
    assert.match(masks, /••• \d\d/);
    await freeze(asker, client);
    assert.doesNotMatch(await text(await page(asker, grant)), /••• \d\d/, "nor a mask, stopped");
    site.time.now = new Date(site.time.now.getTime() + 15 * minuteMs);
    assert.equal((await show(asker, grant, "phone")).status, 404);
    assert.match(await text(await page(asker, grant)), /The time is over/);
    await refused(look(asker, client, "phone"), "purpose_does_not_cover");
  });

  test("what a DBA writes opens nothing: neither a row of one's own nor a changed one", async () => {
    const { asker, client, grant } = await given();
    const { database } = site.opened;
    await keepTestField(site, client.client, "name", "Noor Example");
    await database.query(
      `update vault.passes set fields = '{phone,name}', until = until + interval '1 day' where id = $1`,
      [uuidOf(grant)],
    );
    await assert.rejects(site.vault.revealing.look(look(asker, client, "name")), {
      code: "grant_refused",
    });
    const thief = await openTestStaff(site);
    await database.query(
      `insert into vault.passes (client, id, kind, staff, approver, approval, purpose, fields, given_at, until,
         statement, signature)
       select client, $2, kind, $3, approver, $2, purpose, fields, given_at, until, statement, signature
       from vault.passes where id = $1`,
      [uuidOf(grant), uuidOf(newId("grant", site.time.now)), uuidOf(thief.staff)],
    );
    await assert.rejects(site.vault.revealing.look(look(thief, client, "phone")), {
      code: "grant_refused",
    });
    await database.query(
      "update vault.passes set statement = replace(statement, $2, $3) where staff = $1",
      [uuidOf(thief.staff), asker.staff, thief.staff],
    );
    await assert.rejects(site.vault.revealing.look(look(thief, client, "phone")), {
      code: "evidence_refused",
    });
    site.time.now = new Date(site.time.now.getTime() + 16 * minuteMs);
    await assert.rejects(site.vault.revealing.look(look(asker, client, "phone")), {
      code: "grant_refused",
    });
  });

  test("two tabs use one pass: each look is an event, counted, and none passes the budget", async () => {
    const { asker, client, grant } = await given();
    const most = (await site.vault.desk.access()).budgets.reveals_per_hour;
    const another = await site.another();
    const answers = await Promise.all(
      Array.from({ length: most + 4 }, (_, place) =>
        (place % 2 ? site : another).post(
          `${path}/${grant}/show`,
          { field: "phone" },
          { ...as(asker), accept: "application/json" },
        ),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, most);
    const looks = (await eventsOf(client)).filter(({ kind }) => kind === "vault.revealed");
    assert.equal(looks.length, most + 4);
    const { rows } = await site.opened.database.query(
      "select 1 from vault.pass_looks where pass = $1::uuid and allowed",
      [uuidOf(grant)],
    );
    assert.equal(rows.length, most);
    const pass = await passById(site.opened.database, grant);
    assert.deepEqual(
      [pass?.staff, pass?.approver, pass?.review],
      [asker.staff, stranger.staff, undefined],
    );
  });

  test("who asks for somebody who isn't there is told so by nothing before two people agreed", async () => {
    const there = await asked();
    const none = await asked({ identifier: "nobody@example.net" });
    const plain = (answer: string, ...names: string[]) =>
      names.reduce((said, name) => said.replaceAll(name, "…"), answer);
    const [one, other] = await Promise.all(
      [there, none].map(async ({ asker, grant }) => {
        assert.equal((await show(asker, grant, "phone")).status, 404);
        const shown = plain(await text(await page(asker, grant)), grant);
        return shown.replace(/session \w{3}-\w{4}/, "…");
      }),
    );
    assert.equal(one, other);
    const kinds = await Promise.all([there, none].map(({ asker }) => doneBy(asker)));
    assert.deepEqual(kinds[0], kinds[1]);
    assert.equal((await decide(stranger, none.grant)).status, 303);
    assert.match(await text(await page(none.asker, none.grant)), /there is no such client/);
    assert.equal((await show(none.asker, none.grant, "phone")).status, 404);
    const again = await ask(none.asker, { by: "account", identifier: "4444-5555-6666" });
    assert.equal(again.status, 303, "it can be asked for anew");
    assert.equal((await ask(there.asker)).status, 409, "but not while somebody is asked");
    await decide(stranger, there.grant, "refused");
    assert.match(await text(await page(there.asker, there.grant)), /The answer was no/);
  });

  test("who may not ask is refused by the rules, counted, and written down", async () => {
    const vendor = await openTestStaff(site, { employer: "Callhouse", team: "Floor 2" });
    const refusedAsk = await ask(vendor);
    assert.equal(refusedAsk.status, 403);
    const { rows } = await site.opened.database.query<{ decision: string; details: string }>(
      "select decision, details from ledger.events where kind = 'vault.pass_asked' and actor = $1",
      [uuidOf(vendor.staff)],
    );
    assert.deepEqual(
      rows.map(({ decision, details }) => [decision, JSON.parse(details).rules]),
      [["deny", ["nothing_permits"]]],
    );
    const stale = await openTestStaff(site, { provenAt: null });
    const led = await site.get(path, as(stale));
    assert.match(led.headers.get("location") ?? "", /step-up/);
    const agent = await openTestStaff(site);
    for (const [fields, status] of [
      [{ identifier: "somebody" }, 400],
      [{ reason: "It is urgent." }, 400],
      [{ reason: `${testReason} Call +31 6 1234 5678.` }, 400],
      [{ sealed_days: "15", sealed_because: "investigation" }, 400],
      [{ sealed_days: "3" }, 400],
      [{ field_phone: "" }, 400],
      [{ purpose: "curiosity" }, 400],
    ] as const) {
      assert.equal((await ask(agent, fields)).status, status, JSON.stringify(fields));
    }
  });

  test("a sealed pass is counted in the client's view with all that was done by it, and opens on its day", async () => {
    const { asker, client, grant } = await given({
      ...{ sealed_days: "3", sealed_because: "investigation" },
    });
    await shown(asker, grant, "phone");
    const typed = { by: "account", identifier: client.publicId };
    const searched = await text(await site.post("/staff/search", typed, await fresh(asker)));
    assert.match(searched, new RegExp(grant), "the pass is the only way to this client");
    const before = await seenBy(client);
    assert.deepEqual(before.kinds, []);
    const until = dayOf(new Date(site.time.now.getTime() + 3 * dayMs));
    assert.deepEqual(before.sealed, [{ until, entries: 6 }]);
    const sealed = await text(await site.get("/account/looks", { cookie: client.cookie }));
    assert.ok(/sealed/i.test(sealed) && !/phone number/i.test(sealed));
    const reviewer = await reviewerOf(grant);
    assert.equal((await review(reviewer, grant, "right")).status, 303);
    assert.deepEqual((await seenBy(client)).sealed, [{ until, entries: 8 }]);
    site.time.now = new Date(`${until}T00:00:00Z`);
    const opened = await seenBy(client);
    const { cookie } = await client.signIn();
    assert.match(await text(await site.get("/account/looks", { cookie })), /phone number/i);
    assert.deepEqual(opened.sealed, []);
    assert.deepEqual(opened.kinds.filter((kind) => kind !== "ledger.entry_sealed").toSorted(), [
      ...["vault.pass_given", "vault.pass_reviewed", "vault.revealed", "vault.searched"],
    ]);
  });

  test("neither who asked nor who agreed closes its review; wrong tells the leads", async () => {
    const leading = { roles: ["lead", "agent"], team: "Desk", name: "Leo Lead" };
    const asker = await openTestStaff(site, leading);
    const { grant } = await given({}, asker);
    const reviewer = await reviewerOf(grant);
    for (const person of [asker, stranger]) {
      assert.equal((await review(person, grant, "right")).status, 403);
    }
    const listed = await text(await site.get("/staff/reviews", await fresh(asker)));
    assert.match(listed, /somebody else closes it/);
    const own = await text(await site.get("/staff/reviews", await fresh(reviewer)));
    assert.ok(
      own.includes(testReason) && own.includes("Ana Costa"),
      "the reviewer sees why and who",
    );
    assert.equal((await review(reviewer, grant, "wrong", "Too short")).status, 400);
    assert.equal((await review(reviewer, grant, "wrong")).status, 303);
    assert.equal((await review(reviewer, grant, "right")).status, 409);
    const to = { is: "staff", id: stranger.staff } as const;
    const told = (await site.outbox.reader.sentTo(to)).map(({ words }) => words?.subject);
    assert.ok(told.includes("Break-glass was found wrong"), told.join());
    const pass = await passById(site.opened.database, grant);
    assert.equal(pass?.review?.finding, "wrong");
  });

  test("what nobody reviewed for three days shows red, and any other reviewer may close it", async () => {
    const { grant } = await given();
    const reviewer = await reviewerOf(grant);
    const other = await openTestStaff(site, { roles: ["analyst"], team: "Desk" });
    assert.equal((await review(other, grant, "right")).status, 403, "it is drawn for another");
    assert.notEqual(reviewer.staff, other.staff);
    site.time.now = new Date(site.time.now.getTime() + 3 * dayMs);
    assert.match(await text(await site.get("/staff/reviews", await fresh(other))), /Overdue since/);
    assert.equal((await review(other, grant, "right")).status, 303);
  });

  const fresh = (person: TestPerson) => proveTestStaff(site, person);

  const ask = (asker: TestPerson, changed: Record<string, string> = {}) =>
    askTestBreakGlass(site, asker, changed);

  async function asked(changed: Record<string, string> = {}, by?: TestPerson) {
    const asker = by ?? (await openTestStaff(site));
    const client = await openTestClient(site);
    await keepTestField(site, client.client, "phone", "+31612345678");
    await keepTestField(site, client.client, "email", client.email);
    const answer = await ask(asker, { identifier: client.email, ...changed });
    const grant = /grant_\w+/.exec(answer.headers.get("location") ?? "")?.[0];
    assert.ok(grant, await answer.text());
    return { asker, client, grant: grant as Id<"grant"> };
  }

  async function given(changed: Record<string, string> = {}, by?: TestPerson) {
    const about = await asked(changed, by);
    assert.equal((await decide(stranger, about.grant)).status, 303);
    return about;
  }

  const decide = (person: TestPerson, grant: Id<"grant">, decision = "approved") =>
    decideTestApproval(site, person, { grant, decision });

  const page = (person: TestPerson, grant: Id<"grant">) => site.get(`${path}/${grant}`, as(person));

  const show = (person: TestPerson, grant: Id<"grant">, field: string) =>
    site.post(`${path}/${grant}/show`, { field }, { ...as(person), accept: "application/json" });

  async function shown(person: TestPerson, grant: Id<"grant">, field: string): Promise<unknown> {
    const answer = await show(person, grant, field);
    return ((await answer.json()) as { value?: string }).value;
  }

  function look(by: TestPerson, { client }: TestClient, field: FieldName): Look {
    const viewer = { staff: by.staff, session: by.session, employer: "firm" as const };
    return {
      by: { ...viewer, offShift: false, stepUp: true },
      ...{ client, field, purpose: "account_help", action: "reveal" },
      reason: Buffer.from("x"),
    };
  }

  async function freeze({ staff }: TestPerson, { client }: TestClient) {
    await transaction(site.opened.database, (joining) =>
      site.vault.freezes.freezeStaff(
        joining,
        { staff, client, because: "doubt" },
        { is: "client", id: client },
        site.time.now,
      ),
    );
  }

  async function refused(wanted: Look, rule: string) {
    await assert.rejects(site.vault.revealing.look(wanted), (error: { rules?: string[] }) => {
      assert.ok(error.rules?.includes(rule), `${error.rules} has no ${rule}`);
      return true;
    });
  }

  async function reviewerOf(grant: Id<"grant">): Promise<TestPerson> {
    const { rows } = await site.opened.database.query<{ reviewer: string }>(
      "select reviewer from vault.passes where id = $1",
      [uuidOf(grant)],
    );
    const person = reviewers.get(rows[0]?.reviewer ?? "");
    assert.ok(person, "nobody was drawn");
    return person;
  }

  const reviewers = new Map<string, TestPerson>();
  before(async () => {
    for (const roles of [["lead"], ["analyst"]]) {
      const person = await openTestStaff(site, { roles, team: "Audit", employer: "Checkwell" });
      reviewers.set(uuidOf(person.staff), person);
    }
  });

  async function review(
    person: TestPerson,
    grant: Id<"grant">,
    finding: string,
    note = "I compared it with the report of the police, and it fits.",
  ): Promise<Response> {
    const typed = { finding, note };
    return signedIn(await site.post(`/staff/reviews/${grant}`, typed, await fresh(person)));
  }

  async function seenBy({ client }: TestClient) {
    const { now } = site.time;
    const { events, sealed } = await clientEvents(site.opened.database, client, {
      ...{ now, limit: 100 },
    });
    const kinds = events.map(({ kind }) => kind);
    const isOurs = (kind: string) => kind.startsWith("vault.") || kind === "ledger.entry_sealed";
    return { kinds: kinds.filter(isOurs), sealed };
  }

  async function eventsOf({ client }: TestClient) {
    const { rows } = await site.opened.database.query<{ kind: string; details: string }>(
      "select kind, details from ledger.events where client = $1 and kind like 'vault.%' order by client_seq",
      [uuidOf(client)],
    );
    return rows;
  }

  async function doneBy({ staff }: TestPerson): Promise<string[]> {
    const { rows } = await site.opened.database.query<{ kind: string }>(
      "select kind from ledger.events where actor = $1 order by id",
      [uuidOf(staff)],
    );
    return rows.map(({ kind }) => kind).toSorted();
  }
});

/** Not led elsewhere. */
function signedIn(answer: Response): Response {
  assert.doesNotMatch(answer.headers.get("location") ?? "", /sign-in|step-up/);
  return answer;
}

function as({ cookie }: TestPerson): Record<string, string> {
  return { cookie };
}

async function text(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll("&#39;", "'");
}
