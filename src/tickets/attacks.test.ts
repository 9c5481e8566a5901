import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, idFrom, isId, newId, transaction, uuidOf } from "#platform";
import {
  openTestClient,
  openTestSite,
  openTestStaff,
  sentTo,
  somebodyWaits,
  TestBrowser,
} from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const shift = Object.fromEntries(
  days.map((day) => [day, ["00:00", "00:00"] as [string, string]] as const),
);
const agent = await openTestStaff(site, { name: "Ida Berg", shift });
const leader = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });
const approver = await openTestStaff(site, {
  ...{ roles: ["approver"], team: "oversight", employer: "Vendor", name: "Ann Approver" },
});
const staff = { cookie: agent.cookie };
const lead = { cookie: leader.cookie };
const question = { topic: "withdrawals", name: "Ada", text: "Where is my withdrawal?" };

async function opened(fields: Record<string, string> = question) {
  const { cookie } = await openTestClient(site);
  const headers = { cookie };
  const answer = await site.post("/account/tickets", fields, headers);
  assert.equal(answer.status, 303, await answer.clone().text());
  const id = /\/(ticket_\w+)/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
  assert.ok(isId("ticket", id));
  return { headers, id };
}

async function messagesOf(id: Id<"ticket">): Promise<number> {
  const { rowCount } = await database.query("select from tickets.messages where ticket = $1", [
    uuidOf(id),
  ]);
  return rowCount ?? 0;
}

/** What a page would send along of what it shows. */
async function seenOn(path: string, headers: Record<string, string>): Promise<string> {
  const page = await (await site.get(path, headers)).text();
  return /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? "";
}

test("who loses a ticket between two clicks answers it no more, gives it to nobody and asks for no release", async () => {
  for (const [act, fields] of [
    ["messages", { text: "Hello", kind: "answer" }],
    ["transfer", { queue: "general", reason: "Mine again" }],
    ["status", { status: "solved", priority: "normal", tags: "" }],
    ["release", { text: "Tell me your password", reason: "Because" }],
  ] as const) {
    const { id } = await opened();
    const before = await messagesOf(id);
    let acting: Promise<Response> | undefined;
    await transaction(database, async (joining) => {
      await joining.query(
        "update tickets.tickets set assignee = null, assigned_at = null, queue = 'leads' where id = $1",
        [uuidOf(id)],
      );
      acting = site.post(`/staff/tickets/${id}/${act}`, fields, staff);
      await somebodyWaits(database);
    });
    assert.equal((await acting)?.status, 404, act);
    assert.equal(await messagesOf(id), before, act);
    const { rows } = await database.query("select queue from tickets.tickets where id = $1", [
      uuidOf(id),
    ]);
    assert.deepEqual(rows, [{ queue: "leads" }], act);
  }
});

test("a form that is sent twice, also at once, asks once; other words of it are another message", async () => {
  const { cookie } = await openTestClient(site);
  const form = /name="form" value="([^"]+)"/.exec(
    await (await site.get("/account/tickets/new", { cookie })).text(),
  )?.[1];
  assert.ok(form);
  const fields = { ...question, form };
  const sent = await Promise.all(
    [1, 2, 3].map(() => site.post("/account/tickets", fields, { cookie })),
  );
  const [place = "", ...same] = sent.map((answer) => answer.headers.get("location") ?? "");
  assert.deepEqual(same, [place, place]);
  const path = `${place.split("?")[0]}/messages`;
  const id = /ticket_\w+/.exec(path)?.[0] as Id<"ticket">;
  for (const text of ["Hello?", "Hello?", "Hello!"]) {
    assert.equal((await site.post(path, { text, form }, { cookie })).status, 303);
  }
  assert.equal(await messagesOf(id), 3);
  const other = await openTestClient(site);
  const theirs = await site.post("/account/tickets", fields, { cookie: other.cookie });
  assert.notEqual(theirs.headers.get("location"), place, "a form's name is its owner's");
});

test("of two who answer at once the second reads the first's answer before the own one goes out", async () => {
  const { id } = await opened();
  const path = `/staff/tickets/${id}`;
  const [seen, seenByLead] = [await seenOn(path, staff), await seenOn(path, lead)];
  assert.equal(seen, seenByLead);
  const answer = { text: "It arrives tomorrow.", kind: "answer", seen };
  const sent = await Promise.all([1, 2].map(() => site.post(`${path}/messages`, answer, staff)));
  assert.deepEqual(
    sent.map(({ status }) => status),
    [303, 303],
  );
  assert.equal(await messagesOf(id), 2, "pressed twice, sent once");
  const note = { text: "I look into it", kind: "note", seen };
  assert.equal((await site.post(`${path}/messages`, note, lead)).status, 303, "a note is none");
  const late = { text: "It was sent today.", kind: "answer", seen };
  const refused = await site.post(`${path}/messages`, late, lead);
  assert.equal(refused.status, 409);
  const page = await refused.text();
  assert.match(page, /A colleague answered meanwhile/);
  assert.ok(page.includes("It was sent today.</textarea>"), "the draft stays");
  const now = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const again = await site.post(`${path}/messages`, { ...late, seen: now }, lead);
  assert.equal(again.status, 303);
  assert.equal(await messagesOf(id), 4);
});

test("an answer of who was stopped for its client meanwhile isn't released, and its words are shown to nobody who is stopped", async () => {
  const { id } = await opened();
  const asking = { text: "Please send me your password.", reason: "A quote" };
  await site.post(`/staff/tickets/${id}/release`, asking, staff);
  const { rows } = await database.query<{ id: string; client: string }>(
    `select a.id, t.client from accounts.approvals a, tickets.tickets t
     where t.id = $1 order by a.asked_at desc, a.id desc limit 1`,
    [uuidOf(id)],
  );
  const asked = rows[0];
  assert.ok(asked);
  const client = idFrom("client", asked.client);
  const system = { is: "system" } as const;
  const freezes = await transaction(database, async (joining) => {
    const frozen = [];
    for (const { staff: one } of [agent, approver]) {
      const freezing = { staff: one, client, because: "doubt" as const };
      frozen.push(await site.vault.freezes.freezeStaff(joining, freezing, system, site.time.now));
    }
    return frozen;
  });
  const by = { cookie: approver.cookie };
  const list = await (await site.get("/staff/approvals", by)).text();
  assert.ok(!list.includes("send me your password"));
  const lift = (freeze: (typeof freezes)[number] | undefined) =>
    transaction(database, async (joining) => {
      if (freeze) await site.vault.freezes.thaw(joining, system, freeze, site.time.now);
    });
  await lift(freezes[1]);
  const place = `/staff/approvals/${idFrom("approval", asked.id)}/decide`;
  const decided = await site.post(place, { decision: "approved" }, by);
  assert.notEqual(decided.headers.get("location"), "/staff/approvals?done=approved");
  assert.equal(await messagesOf(id), 1);
  await site.post(place, { decision: "refused" }, by);
  await lift(freezes[0]);
});

test("one false alarm is released once, however often it is asked for, and its author hears how it stands", async () => {
  const { id } = await opened();
  const path = `/staff/tickets/${id}`;
  const text = "Please send me your password.";
  const asking = { text, reason: "A quote" };
  await Promise.all([1, 2].map(() => site.post(`${path}/release`, asking, staff)));
  const shown = async () => await (await site.get(path, staff)).text();
  assert.match(await shown(), /decides until 12:15 UTC/);
  const approvals = "/staff/approvals";
  const decide = async (decision: string) => {
    const list = await (await site.get(approvals, { cookie: approver.cookie })).text();
    const asked = [...list.matchAll(/approvals\/(approval_\w+)\/decide/g)].map(([, one]) => one);
    const [approval] = new Set(asked);
    const place = `${approvals}/${approval}/decide`;
    const own = await site.post(place, { decision }, staff);
    assert.notEqual(own.headers.get("location"), `${approvals}?done=${decision}`, "not the asker");
    const both = await Promise.all(
      [1, 2].map(() => site.post(place, { decision }, { cookie: approver.cookie })),
    );
    const done = both.filter(
      (one) => one.headers.get("location") === `${approvals}?done=${decision}`,
    );
    return [new Set(asked).size, done.length];
  };
  assert.deepEqual(await decide("refused"), [1, 1]);
  assert.match(await shown(), /the answer was no/);
  assert.equal((await site.post(`${path}/release`, asking, staff)).status, 303);
  assert.deepEqual(await decide("approved"), [1, 1]);
  assert.equal(await messagesOf(id), 2);
  assert.doesNotMatch(await shown(), /the answer was no/, "what is answered since is over");
  site.time.now = new Date(site.time.now.getTime() + 1_000);
  await site.post(`${path}/release`, asking, staff);
  site.time.now = new Date(site.time.now.getTime() + 16 * 60_000);
  assert.match(await shown(), /nobody decided/);
});

test("a stream ends with its session, and a page that stays open alone keeps nobody signed in", async () => {
  const { id } = await opened();
  const second = await openTestStaff(site, { roles: ["lead"] });
  const cookie = { cookie: second.cookie };
  const answer = await site.get(`/staff/tickets/${id}/stream`, cookie);
  const reader = answer.body?.getReader();
  await reader?.read();
  assert.equal((await site.post("/staff/sign-out", {}, cookie)).status, 303);
  await site.tickets.live.endClosed();
  for (let last = await reader?.read(); last && !last.done; ) last = await reader?.read();
  assert.equal(site.tickets.live.count, 0);
  const third = await openTestStaff(site, { roles: ["lead"] });
  const seenAt = async () => {
    const { rows } = await database.query<{ seen_at: Date }>(
      "select seen_at from accounts.sessions where id = $1",
      [uuidOf(third.session)],
    );
    return rows[0]?.seen_at.getTime();
  };
  const before = await seenAt();
  site.time.now = new Date(site.time.now.getTime() + 120_000);
  const byItself = { cookie: third.cookie, "sec-fetch-dest": "empty" };
  const page = await site.get("/staff/tickets", byItself);
  assert.equal(page.status, 200);
  assert.equal(await seenAt(), before);
  await site.get("/staff/tickets", { ...byItself, "sec-fetch-dest": "document" });
  assert.equal(await seenAt(), site.time.now.getTime());
});

test("a name shows all of its letters and no pile of marks, and no text turns its own order about", async () => {
  const { cookie } = await openTestClient(site);
  const named = async (name: string) =>
    (await site.post("/account/tickets", { ...question, name }, { cookie })).status;
  for (const name of [
    "Åsa",
    "José María",
    "Müşerref",
    "दीपिका",
    "Nguyễn",
    "O'Brien",
    "محمد",
    "ကြိုင်",
  ]) {
    assert.equal(await named(name), 303, name);
  }
  const tricks = [
    "\u3164",
    "A\u115fda",
    "\u0301da",
    `A${"\u0302".repeat(6)}da`,
    "A\u200bda",
    "A\u202eda",
  ];
  for (const name of tricks) assert.equal(await named(name), 400, JSON.stringify(name));
  const { headers, id } = await opened({
    ...question,
    text: "send\u202egpj.exe\u202c a\u2067b\u2069\u0000\u0007\r\nc",
  });
  const page = await (await site.get(`/account/tickets/${id}`, headers)).text();
  assert.ok(page.includes("sendgpj.exe ab\nc"));
  const desk = await (await site.get(`/staff/tickets/${id}`, lead)).text();
  assert.match(desk, /<bdi>Ada<\/bdi>[\s\S]{0,200}Requester/, "whoever is called Support isn't it");
});

test("a guest's link changes nothing by being looked at, and another browser reads nothing with it", async () => {
  const browser = new TestBrowser(site);
  const email = "link.guest@example.net";
  await browser.post("/support", { ...question, email });
  const linkOf = async (name: "confirm" | "read") => {
    const { rows } = await database.query<{ links: Record<string, Id<"link">> }>(
      "select links from outbox.messages order by id desc limit 1",
    );
    const link = rows[0]?.links[name];
    assert.ok(link);
    return site.outbox.linkTokens.tokenFor(link);
  };
  const tables = ["unproven", "links", "guest_visits", "tickets", "messages", "addresses"];
  const kept = async () =>
    await Promise.all(
      tables.map(async (table) => {
        const { rows } = await database.query(
          `select md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as hash from tickets.${table} t`,
        );
        return rows[0];
      }),
    );
  const scanned = async (token: string, place: "confirm" | "read") => {
    const before = await kept();
    for (const path of [`/links/${token}`, `/support/${place}/${token}`]) {
      await new TestBrowser(site).get(path);
      await site.app.request(path, { method: "HEAD" });
    }
    assert.deepEqual(await kept(), before, place);
  };
  const confirm = await linkOf("confirm");
  await scanned(confirm, "confirm");
  const both = await Promise.all(
    [browser, new TestBrowser(site)].map((one) => one.post(`/support/confirm/${confirm}`)),
  );
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 404], "it opens once");
  const place = both.find(({ status }) => status === 303)?.headers.get("location") ?? "";
  const id = /ticket_\w+/.exec(place)?.[0];
  const answer = { text: "It arrives tomorrow.", kind: "answer" };
  await site.post(`/staff/tickets/${id}/messages`, answer, lead);
  const read = await linkOf("read");
  await scanned(read, "read");
  const reader = new TestBrowser(site);
  assert.equal((await reader.post(`/support/read/${read}`)).status, 303);
  assert.match(await (await reader.get(place)).text(), /It arrives tomorrow/);
  const stranger = new TestBrowser(site);
  assert.equal((await stranger.post(`/support/read/${read}`)).status, 404);
  for (const one of [stranger, reader]) {
    if (one === reader) site.time.now = new Date(site.time.now.getTime() + 12 * 3_600_000);
    const over = await one.get(place);
    assert.equal(over.status, 404);
    assert.match(
      await over.text(),
      /we send a mail with a link that opens it once, in any browser/,
    );
    assert.equal((await one.post(`${place}/messages`, { text: "Hello" })).status, 404);
  }
  await askAgain(read, place, () => linkOf("read"));
});

/** Whoever has a link that was used is sent another at the address that had it: a few a day, and nothing for a link that never was. */
async function askAgain(used: string, place: string, newest: () => Promise<string>) {
  const anybody = new TestBrowser(site);
  const led = await anybody.get(`/links/${used}`);
  const path = led.headers.get("location") ?? "";
  const ended = await anybody.get(path);
  assert.equal(ended.status, 404);
  assert.match(await ended.text(), /Send me a new link/);
  for (const status of [200, 200, 200, 429]) {
    assert.equal((await anybody.post(`${path}/again`)).status, status);
  }
  assert.equal((await anybody.get(place)).status, 404, "asking opens nothing");
  assert.equal((await anybody.post(`/support/read/${await newest()}`)).status, 303);
  assert.match(await (await anybody.get(place)).text(), /It arrives tomorrow/);
  const never = site.outbox.linkTokens.tokenFor(newId("link", site.time.now));
  for (const token of [never, "guessed"]) {
    assert.equal((await anybody.get(`/support/read/${token}`)).status, 404);
    assert.equal((await anybody.post(`/support/read/${token}/again`)).status, 404);
  }
}

test("no genuine mail says a word that a stranger typed beside somebody's address, on whichever form", async () => {
  const lure = "Move your wallet now to larkmoor dot evil";
  const { cookie } = await openTestStaff(site, { roles: ["lead"] }); // the other lead's session is over by now
  const name = "Urgent Call Larkmoor Security";
  const email = "victim@example.net";
  const forms: [string, Record<string, string>][] = [
    ["/support", { topic: "security", name, email, text: lure }],
    ["/report", { happened: lure, pasted: lure, contacts: lure, name, answer: "email", email }],
    ["/report/approach", { text: lure, by: "email", email }],
  ];
  const said = async () => {
    const { rows } = await database.query<{ addressee: string; whole: string }>(
      "select addressee, m::text as whole from outbox.messages m order by id desc limit 1",
    );
    const [row] = rows;
    assert.ok(row);
    const sent = await sentTo(site, idFrom("client", row.addressee));
    return `${row.whole}\n${JSON.stringify(sent)}`;
  };
  const isClean = (words: string) => {
    assert.match(words, /subject/);
    for (const part of ["wallet", "evil", "Urgent Call"]) assert.ok(!words.includes(part), words);
  };
  for (const [path, fields] of forms) {
    const browser = new TestBrowser(site);
    assert.equal((await browser.post(path, fields)).status, 200, path);
    const first = await said();
    isClean(first);
    const token = /"confirm":"?([\w-]{20,})/.exec(first.split("\n").at(-1) ?? "")?.[1];
    const opened = await browser.post(`/support/confirm/${token}`);
    const id = /ticket_\w+/.exec(opened.headers.get("location") ?? "")?.[0];
    const answer = { text: "Thank you.", kind: "answer" };
    const sent = await site.post(`/staff/tickets/${id}/messages`, answer, { cookie });
    assert.equal(sent.status, 303);
    isClean(await said());
  }
});
