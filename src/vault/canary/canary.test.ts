import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { after, before, suite, test } from "node:test";
import { type Id, idFrom, isId, newId, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import {
  assignTestTicket,
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
import { chanceOfTouch, looksUntil } from "./chance.ts";
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
  ...{ topic: "account", name: "Noor", text: "Is my address still right?", language: "en" },
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
    assert.match(second?.error.message ?? "", /phone/);
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

  test("the arithmetic of canaries and of clients who say no", () => {
    const percent = (share: number, looks: number) =>
      Math.round(1_000 * chanceOfTouch(share, looks)) / 10;
    assert.deepEqual(
      [1_000, 10_000, 30_000].map((canaries) => percent(canaries / 10_000_000, 2_000)),
      [18.1, 86.5, 99.8],
    );
    assert.deepEqual([percent(0.005, 200), percent(0.005, 1_000)], [63.3, 99.3]);
    assert.deepEqual(
      [0.01, 0.005, 0.02].map((each) => Math.round(looksUntil(each, 0.95))),
      [298, 598, 148],
    );
  });

  async function place(...lines: object[]) {
    const said = await canaries.place(...lines);
    type Line = { client?: string; viewers?: number; sharing?: number; error: { message: string } };
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
