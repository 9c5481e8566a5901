import assert from "node:assert/strict";
import { after, test } from "node:test";
import { uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestStaff } from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;

const offer = "They offered me money for names of clients.";
const guest = { email: "guest@example.net", name: "Ada" };
const { cookie } = await openTestClient(site);

/** A form by who it is sent, and what it makes one of. */
const forms = [
  ["/report", { pasted: "Pay to evil-one.xyz" }, { cookie }, "tickets.scam_reports"],
  ["/report", { pasted: "evil-two.xyz", answer: "none" }, {}, "tickets.scam_reports"],
  ["/report", { pasted: "evil-three.xyz", answer: "email", ...guest }, {}, "outbox.messages"],
  ["/report/approach", { text: offer, by: "anonymous" }, {}, "tickets.tickets"],
  ["/report/approach", { text: offer, by: "email", ...guest }, {}, "outbox.messages"],
  ["/support", { topic: "other", text: "Hello?", ...guest }, {}, "outbox.messages"],
] as const;

async function countOf(table: (typeof forms)[number][3]): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::integer as count from ${table}`,
  );
  return rows[0]?.count ?? 0;
}

test("a report, an offer or a question that is sent twice, also at once, is there once", async () => {
  for (const [path, fields, headers, table] of forms) {
    const page = await (await site.get(path, headers)).text();
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? "";
    assert.notEqual(form, "", path);
    site.time.now = new Date(site.time.now.getTime() + 3_600_000);
    const before = await countOf(table);
    const press = () => site.post(path, { ...fields, form }, headers);
    const answers = await Promise.all([press(), press()]);
    const last = await press();
    const said = await Promise.all(
      [...answers, last].map(async (answer) => {
        assert.equal(answer.status, 200, path);
        return /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0];
      }),
    );
    assert.equal(new Set(said).size, 1, "each is told the same");
    assert.equal(await countOf(table), before + 1, `${path} ${JSON.stringify(fields)}`);
    const other = await site.post(path, { ...fields, ...changed(fields), form }, headers);
    assert.equal(other.status, 200);
    assert.equal(await countOf(table), before + 2, "other words are another one");
  }
});

function changed(fields: object) {
  return "text" in fields ? { text: `${fields.text} Really.` } : { happened: "They phoned." };
}

test("a takedown pack counts who reported, however often", async () => {
  const client = await openTestClient(site);
  const lead = await openTestStaff(site, { name: "Leo Lead", roles: ["analyst"] });
  for (const happened of ["They phoned.", "They phoned again.", "And again."]) {
    const fields = { happened, pasted: "Log in at evil-pack.xyz" };
    assert.equal((await site.post("/report", fields, { cookie: client.cookie })).status, 200);
  }
  const { rows } = await database.query("select 1 from tickets.scam_reports where client = $1", [
    uuidOf(client.client),
  ]);
  assert.equal(rows.length, 3);
  const indicator = { type: "domain", value: "evil-pack.xyz" };
  const staff = { cookie: lead.cookie };
  await site.post("/staff/indicators/decide", { ...indicator, decision: "confirmed" }, staff);
  const pack = await (await site.post("/staff/indicators/pack", indicator, staff)).json();
  assert.equal(pack.reports.count, 1);
  assert.match(pack.statement, /has 1 report\(s\)/);
  for (const counts of Object.values(pack.found_in_reports)) {
    for (const count of Object.values(counts as object)) assert.equal(count, 1);
  }
});
