import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, suite, test } from "node:test";
import { type Id, newId, uuidOf } from "#platform";
import {
  keepTestField,
  madeTrace,
  openBadRow,
  openTestApiKey,
  openTestClient,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import { traceShredded } from "../events.ts";
import { unknownPerson } from "../exposure/index.ts";
import { type RunTrace, runNext, type TraceInput } from "./running.ts";
import { destroyKeysLeft } from "./shredding.ts";
import { markFinished, takeWaiting } from "./store.ts";
import { ownClientOf } from "./trace.ts";

/** What stands in the sample, and may stand nowhere else. */
const planted = "quartz.planted@leak.example";
const sample = `name,email\nWilhelmina Quartzpot,${planted}\nNoor Example,noor@leak.example\n`;
const why = "Somebody offers this list.";

suite("a trace's case", () => {
  let site: TestSite;
  let analyst: TestPerson;
  let insider: TestPerson;
  before(async () => {
    site = await openTestSite();
    analyst = await openTestStaff(site, { roles: ["analyst"], name: "Ana Lyst" });
    insider = await openTestStaff(site, { roles: ["agent", "analyst"], name: "Ben Banker" });
  });
  after(() => site[Symbol.asyncDispose]());

  const path = (id: string, rest = "") => `/staff/traces/${id}${rest}`;
  const asked = async (by: TestPerson, way: string) => await site.get(way, { cookie: by.cookie });
  const read = async (by: TestPerson, way: string) => {
    const answer = await asked(by, way);
    assert.equal(answer.status, 200, way);
    return (await answer.text()).replaceAll("&#39;", "'");
  };
  const post = async (
    by: TestPerson,
    way: string,
    fields: Record<string, string> | FormData = {},
  ) => await site.post(way, fields, { cookie: by.cookie });

  /** @returns the trace's id, its columns confirmed */
  async function begun(by = analyst): Promise<Id<"trace">> {
    const given = await post(by, "/staff/traces", { before: "2026-11-20", why, pasted: sample });
    const id = /trace_\w+/.exec(given.headers.get("location") ?? "")?.[0] as Id<"trace">;
    assert.equal(given.status, 303, await given.text());
    const confirmed = await post(by, path(id, "/columns"), { "column-0": "name" });
    assert.equal(confirmed.status, 303, await confirmed.text());
    return id;
  }

  const finds =
    (people: readonly Id<"staff">[], inputs: TraceInput[] = []): RunTrace =>
    async (_desk, input, progress) => {
      inputs.push(input);
      await progress("resolving");
      const scopeList = Buffer.from("nobody");
      return { result: madeTrace({ before: input.before, people }), scopeList };
    };

  /** A trace that found somebody. */
  async function done(by = analyst): Promise<Id<"trace">> {
    const id = await begun(by);
    assert.ok(await runNext(site.tracing.desk, finds([insider.staff])));
    return id;
  }

  async function eventsOf(id: Id<"trace">): Promise<string[]> {
    const { rows } = await site.opened.database.query<{ kind: string }>(
      "select kind from ledger.door_events where details::jsonb ->> 'trace' = $1 order by kind",
      [id],
    );
    return rows.map(({ kind }) => kind);
  }

  test("a sample is read, its columns confirmed, and it is run by them: each opening is an event, and nothing of it stands in the open", async () => {
    const given = await post(analyst, "/staff/traces", {
      ...{ before: "2026-11-20", why, pasted: sample },
    });
    const id = /trace_\w+/.exec(given.headers.get("location") ?? "")?.[0] as Id<"trace">;
    const columns = await read(analyst, path(id));
    assert.match(columns, /2 rows were read[\s\S]*<option value="email" selected/);
    assert.ok(!columns.includes("quartz") && !columns.includes("Quartzpot"));
    const words = { "column-0": "name", "column-1": "unknown" };
    assert.equal((await post(analyst, path(id, "/columns"), words)).status, 303);
    assert.match(await read(analyst, path(id)), /It waits for its turn/);
    const inputs: TraceInput[] = [];
    assert.ok(await runNext(site.tracing.desk, finds([insider.staff], inputs)));
    assert.equal(Buffer.from(inputs[0]?.sample ?? "").toString(), sample);
    assert.deepEqual(
      [...(inputs[0]?.columns ?? [])].map(([name, { is }]) => [name, is]),
      [
        ["name", "field"],
        ["email", "unknown"],
      ],
    );
    const found = await read(analyst, path(id));
    assert.match(found, /What one person saw explains/);
    assert.match(found, /not from the desk/);
    assert.ok(!/staff_|client_|Ben Banker|quartz|guilty/i.test(found), "pseudonyms alone");
    assert.deepEqual(await eventsOf(id), [
      "trace.began",
      "trace.finished",
      "trace.opened", // to show the columns
      "trace.opened", // to confirm them
      "trace.opened", // to run
      "trace.opened", // to show the result
    ]);
    await isNowhere(planted);
    await isNowhere("Quartzpot");
    await isNowhere(createHash("sha256").update(sample).digest("hex"));
    const { rows } = await site.opened.database.query<{ kind: string }>(
      "select kind from trace.contents where trace = $1 order by kind",
      [uuidOf(id)],
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ["columns", "result", "sample", "scope_list"],
    );
  });

  /** In no row of any table, as text or bytes. */
  async function isNowhere(text: string): Promise<void> {
    const { database } = site.opened;
    const tables = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('trace', 'ledger', 'platform', 'outbox')`,
    );
    const hex = /^[0-9a-f]{64}$/.test(text) ? text : Buffer.from(text).toString("hex");
    for (const { name } of tables.rows) {
      const { rows } = await database.query<{ found: boolean }>(
        `select exists (select from ${name} t where t::text like $1 or t::text like $2) as found`,
        [`%${text}%`, `%${hex}%`],
      );
      assert.equal(rows[0]?.found, false, name);
    }
  }

  test("the trace itself: a row about a client is found, one about nobody is said to be not ours, and nobody is named for so little", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "email", client.email);
    await keepTestField(site, client.client, "name", "Noor Example");
    const { staff, session } = agent;
    const by = { staff, session, employer: "firm", offShift: false, stepUp: false } as const;
    const looked = { by, client: client.client, ticket, field: "email" } as const;
    await site.vault.revealing.look({ ...looked, purpose: "account_help", action: "reveal" });
    const unseen = await openTestClient(site);
    await keepTestField(site, unseen.client, "email", unseen.email);
    site.time.now = new Date(site.time.now.getTime() + 60_000);
    const pasted = `name,email\nNoor Example,${client.email}\nNobody,nobody@quartz.example\nUna Seen,${unseen.email}\n`;
    const given = await post(analyst, "/staff/traces", { before: "2026-11-20", why, pasted });
    const id = /trace_\w+/.exec(given.headers.get("location") ?? "")?.[0] ?? "";
    assert.equal((await post(analyst, path(id, "/columns"))).status, 303);
    assert.ok(await runNext(site.tracing.desk, site.tracing.run));
    const found = await read(analyst, path(id));
    assert.match(found, /Nobody here stands out/);
    assert.match(found, /One of 3 rows has values that no client has or ever had here/);
    assert.match(found, /<td>Client 1<\/td><td>Name, E-mail address<\/td>/);
    assert.ok(!/staff_|client_|Noor|quartz/.test(found));
    const seers = [...found.matchAll(/<tr><th scope="row">\d+.*?<td>([^<]*)<\/td><\/tr>/g)];
    assert.deepEqual(
      seers.map(([, seer]) => seer),
      ["others than those whose looks explain it", "–", "nobody"],
    );
    const { by_row: rows } = JSON.parse(await read(analyst, path(id, "/report/json")));
    assert.deepEqual(
      rows.map((row: { seen_by: string[]; unseen: boolean }) => [row.seen_by, row.unseen]),
      [
        [[], false],
        [[], false],
        [[], true],
      ],
    );
    const text = await read(analyst, path(id, "/report/text"));
    assert.match(text, /Is it real\?\n.+\n- /);
  });

  test("where columns weren't read, no first sentence says that nobody of ours stands in them", async () => {
    const pasted = "Geboortedatum,Beroep\n1984-05-28,Bakker\n1984-05-29,Arts\n";
    const given = await post(analyst, "/staff/traces", { before: "2026-11-20", why, pasted });
    const id = /trace_\w+/.exec(given.headers.get("location") ?? "")?.[0] ?? "";
    assert.equal((await post(analyst, path(id, "/columns"))).status, 303);
    assert.ok(await runNext(site.tracing.desk, site.tracing.run));
    const page = await read(analyst, path(id));
    assert.match(page, /By what was read no row is about a client of ours, but 2 columns weren’t/);
    assert.doesNotMatch(page, /No row is about a client/);
  });

  test("a city that somebody makes up beside a client's e-mail address affects nobody's address for sure", async () => {
    const { client, email } = await openTestClient(site);
    await keepTestField(site, client, "email", email);
    await keepTestField(site, client, "address", "1 Harbour Street, Testport");
    const pasted = `email,city\n${email},Zzyzxville\n`;
    const given = await post(analyst, "/staff/traces", { before: "2026-11-20", why, pasted });
    const id = /trace_\w+/.exec(given.headers.get("location") ?? "")?.[0] ?? "";
    assert.equal((await post(analyst, path(id, "/columns"))).status, 303);
    assert.ok(await runNext(site.tracing.desk, site.tracing.run));
    const { scope, by_row: rows } = JSON.parse(await read(analyst, path(id, "/report/json")));
    assert.deepEqual(rows[0].matched, ["email"]);
    assert.deepEqual(scope.values, { lower: 1, best: 1, upper: 2 });
    assert.deepEqual(
      scope.by_field.map((one: { field: string }) => Object.values(one)),
      [
        ["address", "sensitive", 0, 0, 1],
        ["email", "personal", 1, 1, 1],
      ],
    );
  });

  test("who stands in what was found is shut out of it, and asking is an event", async () => {
    const id = await done();
    for (const way of ["", "/report/json", "/report/text", "/stream"]) {
      assert.equal((await asked(insider, path(id, way))).status, 403, way);
    }
    const shredding = await post(insider, path(id, "/shred"), { reason: "It is about me myself." });
    assert.equal(shredding.status, 403);
    assert.ok(!(await read(insider, "/staff/traces")).includes(id));
    assert.ok((await read(analyst, "/staff/traces")).includes(id));
    const denied = (await eventsOf(id)).filter((kind) => kind === "trace.denied");
    assert.equal(denied.length, 5);
    const own = await done(insider);
    assert.equal((await asked(insider, path(own))).status, 403, "of what they began too");
    const reason = "Who began it stands in it.";
    assert.equal((await post(analyst, path(own, "/shred"), { reason })).status, 303);
  });

  test("a person's name opens with a reason, for minutes and who opened it; leads see that, and no trace", async () => {
    const id = await done();
    const lead = await openTestStaff(site, { roles: ["lead"], name: "Lena Lead" });
    const reason = "The case goes on with this person.";
    const unfounded = await post(analyst, path(id, "/people/A/name"), { reason: "why" });
    assert.equal(unfounded.status, 400);
    assert.equal((await post(analyst, path(id, "/people/Z/name"), { reason })).status, 404);
    assert.equal((await post(analyst, path(id, "/people/A/name"), { reason })).status, 303);
    assert.match(await read(analyst, path(id)), /Person A: Ben Banker/);
    const other = await openTestStaff(site, { roles: ["analyst"] });
    assert.ok(!(await read(other, path(id))).includes("Ben Banker"));
    const seen = await read(lead, "/staff/traces");
    assert.match(seen, /Ana Lyst opened the name of person A [\s\S]*goes on with this person/);
    assert.ok(!seen.includes(id) && !seen.includes("Ben Banker"));
    assert.equal((await asked(lead, path(id))).status, 403);
    assert.ok((await eventsOf(id)).includes("trace.name_opened"));
    site.time.now = new Date(site.time.now.getTime() + 11 * 60_000);
    assert.ok(!(await read(analyst, path(id))).includes("Ben Banker"));
  });

  test("looks whose person was erased are said to be perhaps several people's, and no name is there to open", async () => {
    const id = await begun();
    assert.ok(await runNext(site.tracing.desk, finds([unknownPerson])));
    const page = await read(analyst, path(id));
    assert.match(page, /Person A[\s\S]*perhaps several people/);
    assert.ok(!page.includes("Open the name"));
  });

  test("a worker that is killed leaves its trace to another, and writes nothing any more; what fails says what to do", async () => {
    const id = await begun();
    const { database } = site.opened;
    const { desk } = site.tracing;
    const killed = await takeWaiting(database, site.time.now, site.time.now);
    assert.equal(killed?.trace, id);
    assert.equal(await runNext(desk, finds([])), false, "its worker may still be there");
    assert.match(await read(analyst, path(id)), /It is running[\s\S]*Reading the sample \(now\)/);
    site.time.now = new Date(site.time.now.getTime() + 61_000);
    const failing: RunTrace = async () => {
      assert.ok(killed && !(await markFinished(database as never, killed, site.time.now)));
      throw new Error("out of memory");
    };
    await assert.rejects(runNext(desk, failing), /out of memory/);
    assert.match(await read(analyst, path(id)), /Run it again[\s\S]*<form[^>]*\/again/);
    assert.equal((await post(analyst, path(id, "/again"))).status, 303);
    assert.equal((await post(analyst, path(id, "/again"))).status, 409);
    assert.ok(await runNext(desk, finds([])));
    assert.match(await read(analyst, path(id)), /Nobody here stands out/);
  });

  test("a shredded case is gone for good, by who began it; no event of a trace reaches a client's keys", async () => {
    const owner = await openTestStaff(site, { roles: ["analyst"] });
    const id = await done(owner);
    const other = await openTestStaff(site, { roles: ["analyst"] });
    const reason = "Not needed any more.";
    assert.equal((await post(other, path(id, "/shred"), { reason })).status, 403);
    const { rows: kept } = await site.opened.database.query<{ key_ciphertext: Buffer }>(
      "select key_ciphertext from trace.traces where id = $1",
      [uuidOf(id)],
    );
    assert.equal((await post(owner, path(id, "/shred"), { reason })).status, 303);
    assert.match(await read(owner, path(id)), /It is shredded[\s\S]*Not needed any more/);
    const { rows } = await site.opened.database.query(
      "select from trace.contents where trace = $1",
      [uuidOf(id)],
    );
    assert.equal(rows.length, 0);
    const { database } = site.opened;
    await database.query(
      "update trace.traces set key_ciphertext = $2, shredded_at = null, shredded_by = null, shred_reason = null where id = $1",
      [uuidOf(id), kept[0]?.key_ciphertext],
    );
    const again = await asked(owner, path(id));
    assert.notEqual(again.status, 200, "put back from a backup, it doesn't open either");
    const { client } = await openTestClient(site);
    const draft = { kind: traceShredded, details: { trace: id }, decision: "allow" as const };
    const { event } = await site.appender.append(
      { is: "staff", id: owner.staff },
      { ...draft, client },
      site.time.now,
    );
    await assert.rejects(site.keykeeper.shred({ client, event }), { code: "not_its_own_keys" });
    assert.notEqual(ownClientOf(id), ownClientOf(newId("trace", site.time.now)));
  });

  test("a trace whose keys can't be destroyed holds up no other that a process left so", async () => {
    const [bad, good] = [await begun(), await begun()];
    const { database } = site.opened;
    await database.query(
      `update trace.traces set shredded_at = $3::timestamptz - case id when $1 then '2h' else '1h' end::interval,
         shredded_by = $4, shred_reason = 'Not needed.', key_ciphertext = null where id = any ($2)`,
      [uuidOf(bad), [uuidOf(bad), uuidOf(good)], site.time.now, uuidOf(analyst.staff)],
    );
    await using _ = await openBadRow(site, { table: "trace.traces", id: bad });
    await assert.rejects(destroyKeysLeft(site.tracing.desk, site.time.now), AggregateError);
    const { rows } = await database.query(
      "select id from trace.traces where id = any ($1) and key_destroyed_at is not null",
      [[uuidOf(bad), uuidOf(good)]],
    );
    assert.deepEqual(rows, [{ id: uuidOf(good) }]);
  });

  test("a system traces by its key, once for each name of a request, and reads the report under pseudonyms", async () => {
    const token = await openTestApiKey(site, "traces:run");
    const call = async (init: RequestInit, rest = "", by = token) =>
      await site.app.fetch(
        new Request(`http://localhost:8080/v1/traces${rest}`, {
          ...init,
          headers: {
            ...{ authorization: `Bearer ${by}`, "content-type": "application/json" },
            "idempotency-key": "one",
          },
        }),
        { incoming: { socket: { remoteAddress: "192.0.2.10" } } },
      );
    const asked = { sample, before: site.time.now.toISOString(), why };
    const strange = JSON.stringify({ ...asked, columns: { "Noor Example": "surname" } });
    const wrong = await call({ method: "POST", body: strange });
    assert.equal(wrong.status, 400);
    assert.doesNotMatch(await wrong.text(), /Noor|surname/);
    const body = JSON.stringify({ ...asked, columns: { name: "name.last" } });
    const first = await call({ method: "POST", body });
    assert.equal(first.status, 202, await first.clone().text());
    const { trace } = (await first.json()) as { trace: { id: Id<"trace">; state: string } };
    assert.equal(trace.state, "waiting");
    const again = (await (await call({ method: "POST", body })).json()) as { trace: object };
    assert.deepEqual(again.trace, trace);
    assert.ok(await runNext(site.tracing.desk, finds([insider.staff])));
    const report = await (await call({}, `/${trace.id}`)).text();
    assert.match(report, /"person":"A"/);
    assert.ok(!/staff_|client_|quartz/.test(report));
    const other = await openTestApiKey(site, "traces:run");
    assert.equal((await call({}, `/${trace.id}`, other)).status, 404, "it is the other's");
    const lesser = await openTestApiKey(site, "tickets:read");
    assert.equal((await call({ method: "POST", body }, "", lesser)).status, 403);
  });
});
