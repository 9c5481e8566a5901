import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { after, before, suite, test } from "node:test";
import { type Id, idFrom, isId, newId, timeOf, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import {
  assignTestTicket,
  openBadRow,
  openTestApiKey,
  openTestCanaries,
  openTestContact,
  openTestSite,
  openTestStaff,
  reportTestDecoy,
  type TestCanaries,
  type TestPerson,
  type TestSite,
} from "#test";
import { masksOf } from "../record/index.ts";
import { chanceOfTouch } from "./chance.ts";
import { decoyEmail } from "./decoy.ts";

const line = {
  fields: {
    name: "Noor Haddad",
    email: "noor@larkmoor-mail.example",
    phone: "+31 20 794 0001",
    balance: "812000.00 EUR",
  },
  decoys: {
    email: { domain: "larkmoor-mail.example" },
    phone: ["+31 20 794 0002", "+31 20 794 0003", "+31207940002"],
  },
  ...{ name: "Noor", language: "en" },
  questions: [
    { topic: "account", text: "Is my address still right?" },
    { topic: "sign_in", text: "My code is late." },
  ],
};

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const always = Object.fromEntries(
  days.map((day): [string, [string, string]] => [day, ["00:00", "00:00"]]),
);

test("a canary's addresses look like anybody's, in no shape of their own, and there are enough for a large desk", () => {
  const key = createSecretKey(randomBytes(32));
  const client = newId("client", new Date());
  const taken = new Set<string>();
  for (let person = 0; person < 3_000; person += 1) {
    const viewer = newId("staff", new Date());
    let attempt = 0;
    const next = () => decoyEmail(key, { client, viewer }, "noor.haddad@example.net", attempt++);
    let value = next();
    while (taken.has(value)) value = next();
    assert.ok(attempt <= 100);
    assert.match(value, /^[a-z][a-z._]*\d{2,6}@example\.net$/);
    taken.add(value);
  }
  const shapes = new Set([...taken].map((one) => one.replace(/\d+@.*/, "")));
  assert.equal(shapes.size, 6);
  const one = newId("staff", new Date());
  assert.match(decoyEmail(key, { client, viewer: one }, "ada@example.net", 0), /^ada/);
});

suite("canaries", () => {
  let site: TestSite;
  let canaries: TestCanaries;
  let people: TestPerson[];
  before(async () => {
    site = await openTestSite();
    people = [
      await openTestStaff(site, { shift: always }),
      await openTestStaff(site, { team: "night" }),
    ];
    canaries = openTestCanaries(site);
  });
  after(() => site[Symbol.asyncDispose]());

  test("each of the staff sees values that nobody else sees, joiners too, and a bad line costs nothing else", async () => {
    const placed = await place(line, { fields: { name: "Ada" }, decoys: { phone: ["one"] } });
    const [first, second] = placed.lines;
    assert.deepEqual([placed.code, first?.viewers, first?.sharing], [1, 2, 0]);
    assert.match(second?.error?.message ?? "", /phone/);
    const client = first?.client;
    assert.ok(client && isId("client", client));
    await openTestStaff(site);
    await canaries.work();
    const { rows } = await site.opened.database.query<{
      field: string;
      count: number;
      values: number;
    }>(
      `select field, count(*)::integer as count, count(distinct index)::integer as values from vault.fields
       where client = $1 and viewer is not null group by field order by field`,
      [uuidOf(client)],
    );
    assert.deepEqual(rows, [
      { field: "email", count: 3, values: 3 },
      { field: "phone", count: 2, values: 2 },
    ]);
    const listed = await canaries.list();
    assert.deepEqual(JSON.parse(listed.stdout).viewers, 3);
    assert.ok(!listed.stdout.includes("794") && !listed.stdout.includes("Haddad"));
  });

  test("a canary writes in as clients do: its ticket is assigned, and its looks are shown as any client's", async () => {
    const { client, ticket, viewer } = await writtenIn();
    const shown = await look(viewer, client, ticket, "email");
    const other = await openTestContact(site);
    const same = (id: Id<"client">) => masksOf(site.opened.database, id, viewer.staff);
    assert.match(shown, /^[a-z][a-z._]*\d{2,4}@larkmoor-mail\.example$/);
    assert.deepEqual(
      (await same(client)).map(({ field }) => field),
      ["name", "email", "phone", "balance"],
    );
    const accounts = await site.opened.database.query(
      `select distinct public_id ~ '^\\d{4}-\\d{4}-\\d{4}$' as like, activated_at is not null as active, closed_at
       from accounts.clients where client = any ($1)`,
      [[uuidOf(client), uuidOf(other.client.client)]],
    );
    assert.deepEqual(accounts.rows, [{ like: true, active: true, closed_at: null }]);
  });

  test("canaries that are due in one minute write in at moments of their own, which their ids carry, and none at the minute's beat", async () => {
    const asked = 12;
    const placed = await place(...Array.from({ length: asked }, () => ({ ...line, decoys: {} })));
    const clients = placed.lines.flatMap(({ client }) => client ?? []) as Id<"client">[];
    const { database } = site.opened;
    const minute = Math.ceil(site.time.now.getTime() / 60_000) * 60_000 + 60_000;
    const drawn = minute + 33_333;
    await database.query("update vault.canaries set contact_at = $2 where client = any ($1)", [
      ...[clients.map(uuidOf), new Date(minute - 60_000)],
    ]);
    const [own] = clients;
    assert.ok(own);
    await database.query("update vault.canaries set contact_at = $2 where client = $1", [
      ...[uuidOf(own), new Date(drawn)],
    ]);
    site.time.now = new Date(minute);
    await canaries.work();
    assert.ok(site.time.now.getTime() < minute + 60_000);
    const { rows } = await database.query<{ id: string; client: string; opened_at: Date }>(
      "select id, client, opened_at from tickets.tickets where client = any ($1)",
      [clients.map(uuidOf)],
    );
    assert.equal(rows.length, asked);
    const moments = rows.map(({ opened_at: at }) => at.getTime());
    assert.deepEqual(
      rows.map(({ id }) => timeOf(idFrom("ticket", id)).getTime()),
      moments,
    );
    assert.ok(new Set(moments).size > asked / 2);
    assert.ok(moments.filter((at) => at - minute < 1_000).length < asked / 2);
    assert.ok(
      moments.includes(drawn),
      "the moment that was drawn when the last question was asked",
    );
    const events = await database.query<{ beside: boolean }>(
      `select e.occurred_at <> t.opened_at as beside from ledger.events e
       join tickets.tickets t on t.id = e.ticket where t.client = any ($1)`,
      [clients.map(uuidOf)],
    );
    assert.ok(events.rows.length > 0 && events.rows.every(({ beside }) => !beside));
  });

  test("a canary with which the work fails holds up no other", async () => {
    const placeOne = async () => (await place(line)).lines[0]?.client as Id<"client">;
    const bad = await placeOne();
    site.time.now = new Date(site.time.now.getTime() + 1_000);
    const good = await placeOne();
    const both = [uuidOf(bad), uuidOf(good)];
    const { database } = site.opened;
    const rows = { table: "vault.canaries", column: "client", id: bad };
    const { staff } = await openTestStaff(site);
    {
      await using _ = await openBadRow(site, rows);
      await assert.rejects(canaries.work(), AggregateError);
      const { rows: given } = await database.query<{ client: string }>(
        "select client from vault.fields where viewer = $1 and client = any ($2)",
        [uuidOf(staff), both],
      );
      assert.deepEqual([...new Set(given.map(({ client }) => client))], [uuidOf(good)]);
    }
    await canaries.work();
    await database.query(
      "update vault.canaries set contact_at = $2::timestamptz + case client when $1 then '0s' else '1s' end::interval where client = any ($3)",
      [uuidOf(bad), site.time.now, both],
    );
    await using _ = await openBadRow(site, rows);
    site.time.now = new Date(site.time.now.getTime() + 2_000);
    await assert.rejects(canaries.work(), AggregateError);
    const { rows: asked } = await database.query(
      "select client from tickets.tickets where client = any ($1)",
      [both],
    );
    assert.deepEqual(asked, [{ client: uuidOf(good) }]);
  });

  test("a decoy that somebody writes to names who saw it and the minute; nothing else is answered", async () => {
    const { client, ticket, viewer } = await writtenIn();
    const email = await look(viewer, client, ticket, "email");
    const seenAt = site.time.now;
    site.time.now = new Date(seenAt.getTime() + 3 * 86_400_000);
    const raised: Date[] = [];
    site.vault.alarms.onRaised(async (now) => void raised.push(now));
    assert.deepEqual(await report(email.toUpperCase()), { known: true });
    assert.deepEqual(await report("somebody@larkmoor-mail.example"), { known: false });
    const key = await openTestApiKey(site, "decoys:report");
    for (const form of ["no number", "31207940001", "tel:+31207940001", "a@b"]) {
      const refused = await asked(key, form);
      assert.deepEqual([refused.status, (await refused.json()).code], [400, "wrong_kind"], form);
    }
    await site.vault.alarms.settled();
    assert.deepEqual(raised, [site.time.now]);
    const { rows } = await site.opened.database.query<{ details: string }>(
      "select details from ledger.events where client = $1 and kind = 'vault.decoy_touched'",
      [uuidOf(client)],
    );
    assert.deepEqual(
      rows.map(({ details }) => JSON.parse(details)),
      [{ version: 2, staff: viewer.staff, seenAt: seenAt.toISOString(), among: 1, by: "mail" }],
    );
    const withoutScope = await openTestApiKey(site, "tickets:read");
    assert.equal((await asked(withoutScope, email)).status, 403);
  });

  test("whoever a row says that a decoy is for: it names who looked, and nobody looks guilty of one that nobody looked at", async () => {
    const { client, ticket, viewer } = await writtenIn();
    const [, colleague] = people;
    assert.ok(colleague);
    const email = await look(viewer, client, ticket, "email");
    const { database } = site.opened;
    const aside = `update vault.fields set valid_to = valid_from
       where client = $1 and field = 'email' and viewer = $2`;
    await database.query(aside, [uuidOf(client), uuidOf(colleague.staff)]);
    await database.query(
      `update vault.fields set viewer = $3
       where client = $1 and field = 'email' and viewer = $2 and valid_to is null`,
      [uuidOf(client), uuidOf(viewer.staff), uuidOf(colleague.staff)],
    );
    assert.deepEqual(await report(email), { known: true });
    const [placed] = (await place({ ...line, decoys: { phone: ["+31207941000", "+31207941001"] } }))
      .lines;
    assert.ok(placed?.client && isId("client", placed.client));
    assert.deepEqual(await report("+31207941000"), { known: true });
    const { rows } = await database.query<{ client: string; details: string }>(
      `select client, details from ledger.events
       where kind = 'vault.decoy_touched' and client = any ($1)`,
      [[uuidOf(client), uuidOf(placed.client)]],
    );
    const named = new Map(rows.map(({ client: of, details }) => [of, JSON.parse(details)]));
    assert.deepEqual(
      [named.get(uuidOf(client)).staff, rows.length],
      [viewer.staff, 2],
      "who looked, and nobody else",
    );
    assert.ok(!("seenAt" in named.get(uuidOf(placed.client))));
  });

  test("the arithmetic of canaries", () => {
    const percent = (share: number, looks: number) =>
      Math.round(1_000 * chanceOfTouch(share, looks)) / 10;
    assert.deepEqual(
      [1_000, 10_000, 30_000].map((canaries) => percent(canaries / 10_000_000, 2_000)),
      [18.1, 86.5, 99.8],
    );
    assert.deepEqual([percent(0.005, 200), percent(0.005, 1_000)], [63.3, 99.3]);
  });

  test("a line that is no UTF-8, or no JSON, says so", async () => {
    const latin = Buffer.from(JSON.stringify({ fields: { name: "José" } }), "latin1");
    const { code, lines } = await place(latin, Buffer.from("{"), { fields: { name: "José" } });
    assert.equal(code, 1);
    assert.deepEqual(
      lines.map(({ error }) => error?.code),
      ["line_not_utf8", "line_not_json", undefined],
    );
  });

  test("a canary asks each of its questions once, and is silent afterwards", async () => {
    const { client } = await writtenIn();
    const { database } = site.opened;
    const asked = async () => {
      const { rows } = await database.query<{ topic: string }>(
        "select topic from tickets.tickets where client = $1 order by opened_at",
        [uuidOf(client)],
      );
      return rows.map(({ topic }) => topic);
    };
    assert.deepEqual(await asked(), ["account"]);
    for (const topics of [
      ["account", "sign_in"],
      ["account", "sign_in"],
    ]) {
      site.time.now = new Date(site.time.now.getTime() + 121 * 86_400_000);
      await canaries.work();
      assert.deepEqual(await asked(), topics);
    }
    const silent = await place(
      { ...line, questions: [line.questions[0], line.questions[0]] },
      { ...line, questions: [] },
      { ...line, name: undefined },
    );
    assert.deepEqual(
      silent.lines.map(({ error }) => error?.message.includes("questions") ?? false),
      [true, true, true],
    );
  });

  async function place(...lines: (object | Buffer)[]) {
    const said = await canaries.place(...lines);
    type Wrong = { code: string; message: string };
    type Line = { client?: string; viewers?: number; sharing?: number; error?: Wrong };
    const read = said.stdout.trim().split("\n");
    return { code: said.code, lines: read.map((one) => JSON.parse(one) as Line) };
  }

  async function writtenIn() {
    const [placed] = (await place({ ...line, decoys: { email: line.decoys.email } })).lines;
    const client = placed?.client;
    assert.ok(client && isId("client", client));
    site.time.now = new Date(site.time.now.getTime() + 8 * 86_400_000);
    await canaries.work();
    const { rows } = await site.opened.database.query<{ id: string; assignee: string | null }>(
      "select id, assignee from tickets.tickets where client = $1",
      [uuidOf(client)],
    );
    const [row, ...more] = rows;
    assert.ok(row?.assignee && more.length === 0);
    const ticket = idFrom("ticket", row.id);
    const [viewer] = people;
    assert.ok(viewer);
    await assignTestTicket(site, ticket, viewer.staff);
    return { client, ticket, viewer };
  }

  async function look(
    { staff, session }: TestPerson,
    client: Id<"client">,
    ticket: Id<"ticket">,
    field: FieldName,
  ): Promise<string> {
    const by = { staff, session, employer: "firm" as const, offShift: false, stepUp: false };
    const asked = { by, client, ticket, field, purpose: "account_help", action: "reveal" as const };
    const shown = await site.vault.revealing.look(asked);
    assert.ok(shown.is === "value");
    return shown.value;
  }

  async function report(value: string): Promise<unknown> {
    const answer = await asked(await openTestApiKey(site, "decoys:report"), value);
    assert.equal(answer.status, 200);
    return await answer.json();
  }

  const asked = (key: string, value: string) => reportTestDecoy(site, key, { value, by: "mail" });
});
