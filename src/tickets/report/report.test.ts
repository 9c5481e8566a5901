import assert from "node:assert/strict";
import { after, test } from "node:test";
import { dayMs, type Id, idFrom, transaction, uuidOf } from "#platform";
import { keepTestField, openTestClient, openTestSite, openTestStaff, TestBrowser } from "#test";
import { eraseReports } from "./index.ts";

const site = await openTestSite({ TRUSTED_PROXIES: "1" });
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;

const analyst = await openTestStaff(site, { name: "Ann Analyst", roles: ["analyst"] });
const agent = await openTestStaff(site, { name: "Ida Berg" });
const lead = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });

/** Each from a network of its own, with an account that isn't new, unless a test says otherwise. */
let networks = 0;
async function reporter({ address = "", isNew = false } = {}) {
  const client = await openTestClient(site);
  networks += 1;
  const headers = {
    cookie: client.cookie,
    "x-forwarded-for": address || `198.18.${networks}.7`,
  };
  if (!isNew) {
    await database.query("update accounts.clients set opened_at = $2 where client = $1", [
      uuidOf(client.client),
      new Date(site.time.now.getTime() - 30 * dayMs),
    ]);
  }
  const report = async (fields: Record<string, string>) => {
    const answer = await site.post("/report", fields, headers);
    const page = await answer.text();
    assert.equal(answer.status, 200, page);
    return page;
  };
  return { client, report };
}

async function check(input: string): Promise<{ verdict: string; parts?: { verdict: string }[] }> {
  site.time.now = new Date(site.time.now.getTime() + 20_000); // another process's word is heard by then
  const answer = await site.app.request("/v1/checks", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ input }),
  });
  return await answer.json();
}

async function decide(type: string, value: string, decision: string, by = analyst) {
  const fields = { type, value, decision };
  return await site.post("/staff/indicators/decide", fields, { cookie: by.cookie });
}

async function eventsOf(kind: string) {
  const { rows } = await database.query<{ client: string | null; details: string }>(
    "select client, details from ledger.events where kind = $1",
    [`tickets.${kind}`],
  );
  return rows;
}

const scam =
  "This is the security department. Your account is at risk, so move your coins to a safe wallet now and tell nobody.";

test("the page says what to do this minute before it asks, and gives back what was typed", async () => {
  const page = await (await site.get("/report")).text();
  assert.ok(
    page.indexOf("Are you on the phone with them right now?") < page.indexOf("<form method"),
  );
  assert.match(page, /Hang up now/);
  const wrong = await site.post("/report", { happened: "They rang", answer: "email", email: "no" });
  assert.equal(wrong.status, 400);
  const again = await wrong.text();
  assert.match(again, /They rang<\/textarea>/);
  assert.match(again, /email-problem/);
  assert.equal((await site.post("/report", { answer: "none" })).status, 400);
  const ended = await site.post("/report", { happened: "They rang" });
  assert.match(await ended.text(), /You aren’t signed in: choose whether you want an answer/);
});

test("a report is answered at once by the words that show it, and secrets are gone before it is kept", async () => {
  const { client, report } = await reporter();
  const page = await report({
    happened: "A man rang me. My password is hunter2-xyz!",
    pasted: `${scam} Call +1 415 555 0137.`,
    contacts: `https://long.top/${"ü".repeat(700)}`,
    claim: "us",
    harm_code: "yes",
  });
  assert.match(page, /This is what a scam looks like/);
  assert.match(page, /<q dir="auto">[^<]*safe wallet[^<]*<\/q>/);
  assert.match(page, /We took a secret out/);
  assert.match(page, /\/help\/gave-a-code/);
  assert.doesNotMatch(page, /hunter2/);
  const [ticket = ""] = /\/account\/tickets\/ticket_\w+/.exec(page) ?? [];
  const kept = await (await site.get(ticket, { cookie: client.cookie })).text();
  assert.match(kept, /safe wallet/);
  assert.doesNotMatch(kept, /hunter2/);
  const [event] = await eventsOf("scam_reported");
  assert.doesNotMatch(JSON.stringify(event?.details), /415|wallet now|rang/);
  const { rows } = await database.query(
    "select type, value from tickets.indicators order by type desc",
  );
  assert.deepEqual(rows, [
    { type: "phone", value: "+14155550137" },
    { type: "domain", value: "long.top" },
  ]);
});

test("a signed-in reporter's own address and number are no scammer's, however they are written, and nobody reads them", async () => {
  const { client, report } = await reporter();
  await keepTestField(site, client.client, "phone", "+1 202 555 0143");
  const asWritten = client.email.toUpperCase();
  const page = await report({
    happened: `They wrote to ${asWritten}, and rang me on +1 (202) 555-0143.`,
    pasted: `${scam} Open https://drain.top/?u=${client.email.replace("@", "%40")} or write to boss@drain.top.`,
    contacts: `${client.email}\n+1 415 555 0199`,
  });
  assert.doesNotMatch(page, new RegExp(`${client.email}|202\\)? ?555|2025550143`, "i"));
  const [ticket = ""] = /ticket_\w+/.exec(page) ?? [];
  const read = await (await site.get(`/staff/tickets/${ticket}`, { cookie: lead.cookie })).text();
  assert.match(read, /boss@drain\.top/);
  assert.doesNotMatch(read, /client-\d+(?:@|%40)|202\) 555/i);
  const { rows } = await database.query<{ value: string }>(
    "select s.value from tickets.sightings s where s.client = $1 order by s.value",
    [uuidOf(client.client)],
  );
  const values = rows.map(({ value }) => value);
  assert.ok(values.includes("+14155550199") && values.includes("boss@drain.top"), values.join());
  assert.doesNotMatch(values.join(), /client-|0143/);
});

test("what only looks like the reporter's own address or number is the scammer's, and the own number is own without its country", async () => {
  const { client, report } = await reporter();
  await keepTestField(site, client.client, "phone", "+1 202 555 0143");
  const lookalike = `${client.email}.secure-login.net`;
  const page = await report({
    happened: `My address is ${client.email}, my number is +1 202 555 0143, or (202) 555-0143 as I write it. From: ${lookalike}`,
    pasted: `Open https://drain.top/?p=2025550143&q=12025550143 or mail jo${client.email} or ${client.email}munity`,
    contacts: `${lookalike}\n+1 202 555 01431\n+44 20 2555 0143`,
  });
  const [ticket = ""] = /ticket_\w+/.exec(page) ?? [];
  const read = await (await site.get(`/staff/tickets/${ticket}`, { cookie: lead.cookie })).text();
  for (const kept of [lookalike, `jo${client.email}`, `${client.email}munity`, "555 01431"]) {
    assert.ok(read.includes(kept), kept);
  }
  assert.match(read, /My address is …, my number is …, or … as I write it\. From: client/);
  assert.match(read, /drain\.top\/\?p=…&amp;q=…/);
  const { rows } = await database.query<{ value: string }>(
    "select value from tickets.sightings where client = $1",
    [uuidOf(client.client)],
  );
  const values = rows.map(({ value }) => value);
  for (const seen of [lookalike, "+120255501431", "+442025550143", `jo${client.email}`]) {
    assert.ok(values.includes(seen), `${seen} of ${values.join()}`);
  }
  for (const own of [client.email, "+12025550143", "2025550143"]) {
    assert.ok(!values.includes(own), own);
  }
});

test("three independent clients make the checker warn; fewer, new ones, one network and strangers don't", async () => {
  const number = "+44 20 7946 0971";
  const said = { contacts: number };
  const first = await reporter();
  await first.report(said);
  await first.report(said);
  await (await reporter()).report(said);
  assert.equal((await check(number)).verdict, "not_ours", "two clients");
  await (await reporter({ isNew: true })).report(said);
  await (await reporter({ address: `198.18.${networks - 1}.200` })).report(said);
  for (let stranger = 0; stranger < 4; stranger++) {
    const from = { "x-forwarded-for": `203.0.113.${stranger}` };
    assert.equal((await site.post("/report", { ...said, answer: "none" }, from)).status, 200);
  }
  assert.equal((await check(number)).verdict, "not_ours", "new, of the same network, or strangers");
  await (await reporter()).report(said);
  assert.equal((await check(number)).verdict, "reported");
  const message = await check(`Please call ${number} now`);
  assert.deepEqual([message.verdict, message.parts?.[0]?.verdict], ["reported", "reported"]);
  const [event] = await eventsOf("indicator_confirmed");
  assert.match(event?.client ?? "", /^[0-]+$/, "nobody's");
  assert.equal(JSON.parse(event?.details ?? "").by, "reports");
  assert.doesNotMatch(JSON.stringify(event?.details), /79460971/);
});

test("of three reports at once the last one counts the others: one event says that it is confirmed", async () => {
  const before = (await eventsOf("indicator_confirmed")).length;
  const reporters = await Promise.all([reporter(), reporter(), reporter()]);
  await Promise.all(
    reporters.map(({ report }) => report({ contacts: "at-once.xyz also@at-once.xyz" })),
  );
  assert.equal((await check("at-once.xyz")).verdict, "reported");
  assert.equal((await eventsOf("indicator_confirmed")).length, before + 2);
});

test("no number of reports touches a contact of ours, or a site that everybody uses", async () => {
  const { published } = await directory();
  const ours = published.find(({ type }) => type === "phone")?.value ?? "";
  for (let reports = 0; reports < 3; reports++) {
    const page = await (await reporter()).report({ contacts: `${ours} paypal.com sub.paypal.com` });
    assert.match(page, /Ours\. But anybody can show it/);
  }
  assert.match((await check(ours)).verdict, /^ours_/);
  assert.equal((await check("paypal.com")).verdict, "not_ours");
  const number = ours.replaceAll(/[^+\d]/g, "");
  const kept = await database.query("select 1 from tickets.indicators where value = $1", [number]);
  assert.equal(kept.rowCount, 0);
  assert.equal((await decide("phone", number, "confirmed")).status, 409);
});

test("an analyst confirms and rejects, each an event; the feed and the pack say nothing of who reported", async () => {
  const { client, report } = await reporter();
  await report({ contacts: "https://secure-kraken-help.top/login?me=ada and 0.0.0.0" });
  const type = "domain";
  const value = "secure-kraken-help.top";
  assert.equal((await decide(type, value, "confirmed", agent)).status, 403);
  const listed = await site.get("/staff/indicators", { cookie: analyst.cookie });
  assert.match(await listed.text(), /secure-kraken-help\[\.\]top/);
  assert.equal((await decide(type, value, "confirmed")).status, 303);
  assert.equal((await check("http://www.secure-kraken-help.top/x")).verdict, "reported");
  assert.equal((await check("help@secure-kraken-help.top")).verdict, "reported");
  const feed = await site.get("/v1/indicators");
  assert.match(feed.headers.get("cache-control") ?? "", /public, max-age=300/);
  const { indicators } = await feed.json();
  const found = indicators.find((one: { value: string }) => one.value === value);
  assert.equal(found.confirmed_by, "analyst");
  const csv = await (await site.get("/v1/indicators.csv")).text();
  assert.match(csv, /"domain","secure-kraken-help\.top",/);
  const pack = await site.post("/staff/indicators/pack", { type, value }, { cookie: lead.cookie });
  assert.match(pack.headers.get("content-disposition") ?? "", /attachment/);
  const text = await pack.text();
  assert.equal(JSON.parse(text).reports.count, 1);
  for (const own of [client.client, client.publicId, client.email, "me=ada", "198.18"]) {
    assert.ok(!text.includes(own), own);
  }
  assert.equal((await decide(type, value, "rejected")).status, 303);
  assert.equal((await check(value)).verdict === "reported", false);
  for (let reports = 0; reports < 3; reports++)
    await (await reporter()).report({ contacts: value });
  assert.equal((await check(value)).verdict === "reported", false, "an analyst's word stays");
  assert.equal((await eventsOf("indicator_rejected")).length, 1);
});

test("a guest's report counts for nothing until the address is proven, and the mail repeats nothing", async () => {
  const browser = new TestBrowser(site);
  const value = "evil-prize.xyz";
  const lookalike = "guest@example.org.evil-prize.xyz";
  const happened = `I am guest@example.org, they ${lookalike} and a.guest@example.org`;
  const fields = { contacts: value, happened, answer: "email" };
  const sent = await browser.post("/report", { ...fields, email: "guest@example.org" });
  assert.match(await sent.text(), /We sent a link to your address/);
  const known = () => database.query("select 1 from tickets.indicators where value = $1", [value]);
  assert.equal((await known()).rowCount, 0);
  const { rows } = await database.query<{ links: { confirm: Id<"link"> } }>(
    "select links from outbox.messages order by id desc limit 1",
  );
  const link = rows[0]?.links.confirm;
  assert.ok(link);
  const led = await browser.get(`/links/${site.outbox.linkTokens.tokenFor(link)}`);
  const proven = await browser.post(led.headers.get("location") ?? "");
  assert.equal(proven.status, 303, await proven.clone().text());
  assert.equal((await known()).rowCount, 1);
  const own = await database.query<{ value: string }>(
    "select value from tickets.indicators where value like '%guest@%'",
  );
  const values = own.rows.map((row) => row.value).sort();
  assert.deepEqual(values, ["a.guest@example.org", lookalike]);
});

test("what was chosen in the form is no word of the scammer's: it counts beside what they said, never alone", async () => {
  const { report } = await reporter();
  const choices = { harm_code: "yes", harm_money: "yes" };
  for (const claim of ["us", "bank", "authority", "tech_support", "shop", "family", "work"]) {
    const page = await report({ happened: "hello there", claim, ...choices });
    assert.match(page, /<title>We found no sign/, claim);
    assert.doesNotMatch(page, /What we saw/, claim);
  }
  const rang = "Call us back at 020 7946 0018";
  assert.match(await report({ pasted: rang }), /<title>We found no sign/);
  assert.match(await report({ pasted: rang, claim: "bank" }), /This is what a scam looks like/);
});

test("a client who is erased takes the reports along, and what only they named", async () => {
  const { client, report } = await reporter();
  await report({ contacts: "only-here.xyz" });
  await transaction(database, (joined) => eraseReports(joined, client.client));
  const left = await database.query(
    "select 1 from tickets.indicators where value = 'only-here.xyz' union all select 1 from tickets.scam_reports where client = $1",
    [uuidOf(client.client)],
  );
  assert.equal(left.rowCount, 0);
});

test("an offer is a lead's to read: reported without a name, with one, or in a message to an agent", async () => {
  const text = "Somebody on Telegram offered me 500 dollars for screenshots of client accounts.";
  const anonymous = await site.post("/report/approach", { text, by: "anonymous" });
  assert.equal(anonymous.status, 200, await anonymous.clone().text());
  const named = await site.post(
    "/report/approach",
    { text, by: "staff" },
    { cookie: agent.cookie },
  );
  assert.equal(named.status, 200);
  assert.equal((await site.post("/report/approach", { text, by: "staff" })).status, 400);
  const { rows } = await database.query<{ id: string; opened_session: string | null }>(
    "select id, opened_session, assignee from tickets.tickets where topic = 'approach'",
  );
  assert.equal(rows.length, 2);
  assert.ok(rows.every(({ opened_session: session }) => session === null));
  const queue = await (await site.get("/staff/tickets", { cookie: lead.cookie })).text();
  assert.match(queue, /Somebody was approached/);
  const words = await Promise.all(
    rows.map(async ({ id }) => {
      const path = `/staff/tickets/${idFrom("ticket", id)}`;
      return await (await site.get(path, { cookie: lead.cookie })).text();
    }),
  );
  assert.equal(words.filter((page) => page.includes("Reported by Ida Berg")).length, 1);
  const agents = await (await site.get("/staff/tickets", { cookie: agent.cookie })).text();
  assert.doesNotMatch(agents, /Somebody was approached/);
  const owner = await openTestClient(site);
  const offer =
    "I will pay you 5000 dollars in bitcoin if you give me access to your support panel and client data.";
  const opened = await site.post(
    "/account/tickets",
    { topic: "other", name: "Eve", text: offer },
    { cookie: owner.cookie },
  );
  assert.equal(opened.status, 303);
  const mine = await database.query<{ queue: string; assignee: string | null }>(
    "select queue, assignee from tickets.tickets where client = $1",
    [uuidOf(owner.client)],
  );
  assert.deepEqual(mine.rows, [{ queue: "leads", assignee: null }]);
  assert.equal((await eventsOf("offer_recognised")).length, 1);
  const reported = (await eventsOf("approach_reported")).map(({ details }) => JSON.parse(details));
  assert.deepEqual(reported, [{ reporter: "anonymous" }, { reporter: "staff" }]);
});

test("a report of an offer is given to nobody and to no queue of agents, whatever a lead does", async () => {
  const text = "Ida Berg takes money for names of clients. I was offered the same by her friend.";
  await site.post("/report/approach", { text, by: "anonymous" });
  const { rows } = await database.query<{ id: string }>(
    "select id from tickets.tickets where topic = 'approach' order by id desc limit 1",
  );
  const [{ id } = { id: "" }] = rows;
  const path = `/staff/tickets/${idFrom("ticket", id)}`;
  const cookie = { cookie: lead.cookie };
  assert.doesNotMatch(await (await site.get(path, cookie)).text(), /<option value="general"/);
  const given = await site.post(
    `${path}/transfer`,
    { queue: "general", reason: "For you" },
    cookie,
  );
  assert.equal(given.status, 400);
  const page = await given.text();
  assert.match(page, /A report of an offer stays with the leads/);
  assert.doesNotMatch(page, /class="words"[^>]*>For you/, "no note is left of what wasn't done");
  for (const wrong of ["queue = 'general'", "assignee = client, assigned_at = now()"]) {
    const forced = database.query(`update tickets.tickets set ${wrong} where id = $1`, [id]);
    await assert.rejects(forced, /tickets_approach_check/);
  }
  const agents = await site.get(path, { cookie: agent.cookie });
  assert.equal(agents.status, 404);
});

async function directory(): Promise<{ published: { type: string; value: string }[] }> {
  const answer = await site.get("/.well-known/official-contacts.json");
  const { payload } = await answer.json();
  const read = JSON.parse(Buffer.from(payload, "base64url").toString());
  return { published: read.contacts };
}

test("what names an imitation of us or a reported contact is headed as suspicious, whatever the words are", async () => {
  const { report } = await reporter();
  const happened = "Somebody showed me this.";
  assert.match(await report({ happened, contacts: "quiet.top" }), /no sign that we know/);
  await report({ contacts: "reported-by-others.top" });
  await decide("domain", "reported-by-others.top", "confirmed");
  assert.equal((await check("reported-by-others.top")).verdict, "reported");
  for (const contacts of ["larkmoor-safe.top", "quiet.top\nreported-by-others.top"]) {
    const page = await report({ happened, contacts });
    assert.match(page, /<title>Some of this is what scammers do/);
    assert.match(page, /<span>Some of this is what scammers do/);
    assert.doesNotMatch(page, /no sign that we know/);
  }
});
