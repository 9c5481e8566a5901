import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { StaffMember } from "#accounts";
import { type Id, idFrom, isId, newId, uuidOf } from "#platform";
import {
  openTestApiKey,
  openTestClient,
  openTestSite,
  openTestStaff,
  sentTo,
  TestBrowser,
} from "#test";
import { assignWaiting, freeAgents } from "./assignment/index.ts";
import type { Frozen } from "./frozen.ts";
import { closeSolved } from "./jobs.ts";
import { Macros } from "./macro/index.ts";
import type { Queue } from "./ticket/index.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());

const always = ["00:00", "00:00"] as [string, string];
const shift = Object.fromEntries(
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [
    day,
    always,
  ]),
);
const agent = await openTestStaff(site, { name: "Ida Berg", shift });
const supervisor = await openTestStaff(site, { name: "Sue Lead", roles: ["lead"] });
const leader = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });

const question = { topic: "withdrawals", name: "Ada", text: "Where is my withdrawal?" };

async function opened(fields = question, email?: string) {
  const owner = await openTestClient(site);
  const headers = { cookie: owner.cookie };
  const answer = await site.post("/account/tickets", fields, headers);
  assert.equal(answer.status, 303, await answer.clone().text());
  const place = answer.headers.get("location") ?? "";
  const id = /\/(ticket_\w+)/.exec(place)?.[1] ?? "";
  assert.ok(isId("ticket", id));
  return { owner, headers, place, id, email };
}

async function eventsOf(id: Id<"ticket">): Promise<string[]> {
  const { rows } = await site.opened.database.query<{ kind: string }>(
    "select kind from ledger.events where ticket = $1 order by client_seq",
    [uuidOf(id)],
  );
  return rows.map(({ kind }) => kind);
}

test("a signed-in client asks, an agent answers, and the mail says no word of it", async () => {
  const { owner, headers, place, id } = await opened();
  const shown = await (await site.get(place, headers)).text();
  assert.match(shown, /Where is my withdrawal\?/);
  assert.match(shown, /Sent\. We write to you/);
  const desk = await site.get(`/staff/tickets/${id}`, { cookie: agent.cookie });
  const page = await desk.text();
  assert.equal(desk.status, 200, page);
  assert.match(page, /Where is my withdrawal\?/);
  assert.match(page, /Ada/);
  assert.ok(page.includes(owner.publicId));
  const answered = await site.post(
    `/staff/tickets/${id}/messages`,
    { text: "It arrives tomorrow.", kind: "answer" },
    { cookie: agent.cookie },
  );
  assert.equal(answered.status, 303, await answered.text());
  const after = await (await site.get(`/account/tickets/${id}`, headers)).text();
  assert.match(after, /It arrives tomorrow\./);
  assert.match(after, /We answered you/);
  assert.doesNotMatch(after, /Ida Berg/);
  const [notice] = await sentTo(site, owner.client);
  assert.equal(notice?.subject, "Support answered you");
  assert.doesNotMatch(notice?.text ?? "", /tomorrow|withdrawal/);
  assert.deepEqual(await eventsOf(id), [
    "tickets.message_added",
    "tickets.opened",
    "tickets.assigned",
    "tickets.read",
    "tickets.read",
    "tickets.status_changed",
    "tickets.message_added",
  ]);
});

test("a question without an account is sealed until its address is proven, and the mail repeats nothing", async () => {
  const browser = new TestBrowser(site);
  const fields = { ...question, name: "Mallory", email: "guest@example.net" };
  const sent = await browser.post("/support", fields);
  assert.equal(sent.status, 200, await sent.clone().text());
  const { rows } = await site.opened.database.query<{
    addressee: string;
    links: { confirm: Id<"link"> };
  }>("select addressee, links from outbox.messages order by id desc limit 1");
  const link = rows[0]?.links.confirm;
  assert.ok(link);
  const led = await browser.get(`/links/${site.outbox.linkTokens.tokenFor(link)}`);
  const path = led.headers.get("location") ?? "";
  assert.match(path, /^\/support\/confirm\//);
  const asking = await browser.get(path);
  assert.equal(asking.status, 200);
  const proven = await browser.post(path);
  assert.equal(proven.status, 303, await proven.clone().text());
  const place = proven.headers.get("location") ?? "";
  assert.match(await (await browser.get(place)).text(), /Where is my withdrawal\?/);
  assert.equal((await new TestBrowser(site).get(place)).status, 404);
  assert.equal((await browser.post(path)).status, 404);
});

test("nobody is told that an answer was sent when the account of who asked is closed: it stays where it was typed", async () => {
  const { owner, id } = await opened();
  await site.opened.database.query("update accounts.clients set closed_at = $2 where client = $1", [
    uuidOf(owner.client),
    site.time.now,
  ]);
  const cookie = { cookie: agent.cookie };
  const path = `/staff/tickets/${id}`;
  const page = await (await site.get(path, cookie)).text();
  assert.match(page, /the client.{1,6}s account is closed/);
  assert.doesNotMatch(page, /value="answer"/);
  const text = "It arrives tomorrow.";
  const refused = await site.post(`${path}/messages`, { text, kind: "answer" }, cookie);
  assert.equal(refused.status, 409);
  assert.ok((await refused.text()).includes(`${text}</textarea>`));
  const note = await site.post(`${path}/messages`, { text, kind: "note" }, cookie);
  assert.equal(note.status, 303);
  assert.deepEqual(await sentTo(site, owner.client), []);
});

test("an agent sees the own tickets alone, a lead all; nobody chooses who gets one", async () => {
  const { id } = await opened();
  const other = await openTestStaff(site, { name: "Olga Other" });
  for (const path of [`/staff/tickets/${id}`, `/staff/tickets/${id}/stream`]) {
    assert.equal((await site.get(path, { cookie: other.cookie })).status, 404);
  }
  const queue = await (await site.get("/staff/tickets", { cookie: other.cookie })).text();
  assert.ok(!queue.includes(id));
  const all = await (await site.get("/staff/tickets", { cookie: leader.cookie })).text();
  assert.ok(all.includes(id));
  assert.equal((await site.get(`/staff/tickets/${id}`, { cookie: leader.cookie })).status, 200);
  const { owner } = await opened();
  const theirs = await site.get(`/account/tickets/${id}`, { cookie: owner.cookie });
  assert.equal(theirs.status, 404);
});

test("an answer that asks for a password isn't sent, counts, and goes out once another team says so", async () => {
  const approver = await openTestStaff(site, {
    ...{ roles: ["approver"], team: "oversight", employer: "Vendor", name: "Ann Approver" },
  });
  const { id, headers } = await opened();
  const text = "Please send me your password.";
  const cookie = { cookie: agent.cookie };
  const path = `/staff/tickets/${id}`;
  const stopped = await site.post(`${path}/messages`, { text, kind: "answer" }, cookie);
  assert.equal(stopped.status, 400);
  const page = await stopped.text();
  assert.match(page, /This message wasn.{1,6}t sent/);
  assert.ok(page.includes(`${text}</textarea>`), "the draft stays");
  assert.doesNotMatch(
    await (await site.get(`/account/tickets/${id}`, headers)).text(),
    /password\./,
  );
  const asked = await site.post(`${path}/release`, { text, reason: "A quote" }, cookie);
  assert.equal(asked.status, 303, await asked.clone().text());
  assert.ok((await (await site.get(path, cookie)).text()).includes(text), "it isn't lost");
  const approvals = await site.get("/staff/approvals", { cookie: approver.cookie });
  const list = await approvals.text();
  assert.ok(list.includes(text), list);
  const approval = /approvals\/(approval_\w+)\/decide/.exec(list)?.[1];
  const decided = await site.post(
    `/staff/approvals/${approval}/decide`,
    { decision: "approved" },
    { cookie: approver.cookie },
  );
  assert.equal(decided.headers.get("location"), "/staff/approvals?done=approved");
  const sent = await (await site.get(`/account/tickets/${id}`, headers)).text();
  assert.ok(sent.includes(text));
  const events = await eventsOf(id);
  for (const kind of ["message_stopped", "release_asked", "message_released"]) {
    assert.ok(events.includes(`tickets.${kind}`), kind);
  }
});

test("statuses, tags, notes, a transfer and a merge; a closed ticket stays as it is", async () => {
  const second = await openTestStaff(site, { name: "Sven Second", shift });
  const { id, headers, owner } = await opened();
  const { rows } = await site.opened.database.query<{ assignee: string }>(
    "select assignee from tickets.tickets where id = $1",
    [uuidOf(id)],
  );
  const mine = rows[0]?.assignee === uuidOf(agent.staff) ? agent : second;
  const cookie = { cookie: mine.cookie };
  const path = `/staff/tickets/${id}`;
  await site.post(`${path}/messages`, { text: "Seems angry", kind: "note" }, cookie);
  await site.post(`${path}/status`, { status: "hold", priority: "high", tags: "late vip" }, cookie);
  const page = await (await site.get(path, cookie)).text();
  for (const words of ["Seems angry", "On hold", "late vip"])
    assert.ok(page.includes(words), words);
  assert.doesNotMatch(await (await site.get(`/account/tickets/${id}`, headers)).text(), /angry/);
  const moved = await site.post(`${path}/transfer`, { queue: "payments", reason: "Money" }, cookie);
  assert.equal(moved.headers.get("location"), "/staff/tickets?done=transferred");
  assert.equal((await site.get(path, cookie)).status, 404, "never to the same person");
  const again = await site.post("/account/tickets", question, { cookie: owner.cookie });
  const into = /\/(ticket_\w+)/.exec(again.headers.get("location") ?? "")?.[1] ?? "";
  const lead = { cookie: leader.cookie };
  const merging = await site.post(`${path}/merge`, { into }, lead);
  assert.equal(merging.headers.get("location"), `${path}?done=merged`);
  const late = await site.post(`/account/tickets/${id}/messages`, { text: "Hello?" }, headers);
  assert.equal(late.status, 409);
  assert.ok((await late.text()).includes(`/account/tickets/${into}`), "where it goes on");
  const stranger = await opened();
  const wrong = await site.post(`/staff/tickets/${stranger.id}/merge`, { into }, lead);
  assert.equal(wrong.status, 400);
});

test("a program with a session works in Zendesk's nouns; one with a key sees no words", async () => {
  const { id, headers, owner } = await opened();
  const api = { ...headers, accept: "application/json" };
  const listed = await (await site.get("/v1/tickets?limit=1", api)).json();
  assert.equal(listed.tickets[0].id, id);
  assert.deepEqual(listed.tickets[0].requester, { account: owner.publicId });
  assert.equal(listed.tickets[0].status, "new");
  const { comments } = await (await site.get(`/v1/tickets/${id}/comments`, api)).json();
  assert.deepEqual(
    comments.map(({ body, public: isPublic }: Record<string, unknown>) => [body, isPublic]),
    [[question.text, true]],
  );
  const post = (path: string, body: unknown) =>
    site.app.request(path, {
      method: "POST",
      headers: {
        ...{ cookie: owner.cookie, "content-type": "application/json" },
        "idempotency-key": "mine",
      },
      body: JSON.stringify(body),
    });
  const more = { comment: { body: "One more thing." } };
  const sent = await post(`/v1/tickets/${id}/comments`, more);
  assert.equal(sent.status, 201, await sent.clone().text());
  const again = await post(`/v1/tickets/${id}/comments`, more);
  assert.deepEqual(await again.json(), await sent.json());
  assert.equal((await post("/v1/tickets", { ...more, subject: "other", name: "Ada" })).status, 422);
  const swallowed = await post(`/v1/tickets/${id}/comments`, { ...more, status: "solved" });
  assert.equal(swallowed.status, 400, "a field that isn't known is refused");
  for (const cursor of ["ticket_1", "msg_1", comments[0].id.replace("msg_", "ticket_")]) {
    const page = await site.get(`/v1/tickets/${id}/comments?cursor=${cursor}`, api);
    assert.deepEqual([page.status, (await page.json()).code], [400, "cursor_unknown"], cursor);
  }
  const other = await opened();
  const theirs = await site.get(`/v1/tickets/${id}`, { ...other.headers, accept: api.accept });
  assert.equal(theirs.status, 404);
  for (const cursor of ["nowhere", newId("ticket", site.time.now), other.id]) {
    const page = await site.get(`/v1/tickets?cursor=${cursor}`, api);
    assert.deepEqual([page.status, (await page.json()).code], [400, "cursor_unknown"], cursor);
  }
  assert.equal((await site.get(`/v1/tickets?cursor=${id}`, api)).status, 200);
  assert.equal((await site.get("/v1/tickets", { accept: api.accept })).status, 403);
});

test("a stream tells of a change, and ends with its watcher", async () => {
  const { id, headers } = await opened();
  const answer = await site.get(`/staff/tickets/${id}/stream`, { cookie: leader.cookie });
  assert.equal(answer.headers.get("content-type"), "text/event-stream");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  assert.match((await reader.read()).value ?? "", /ready/);
  await site.post(`/account/tickets/${id}/messages`, { text: "Anybody there?" }, headers);
  await site.tickets.live.tellChanges();
  assert.match((await reader.read()).value ?? "", /changed/);
  await site.accounts.leaving.leave(leader.staff, { is: "system" }, site.time.now);
  await site.tickets.live.endClosed();
  for (let last = await reader.read(); !last.done; ) last = await reader.read();
  assert.equal(site.tickets.live.count, 0);
});

test("who gets a ticket is drawn among the free agents on shift who speak its language", () => {
  const now = new Date("2026-11-20T12:00:00Z"); // a Friday
  const person = (name: string, traits: object = {}) =>
    ({
      ...{ id: newId("staff", now), name, team: "a", employer: "b", timeZone: "UTC" },
      ...{ languages: ["en"], shift: { friday: ["09:00", "17:00"] }, leftAt: undefined },
      ...{ roles: [{ role: "agent", since: now }], joinedAt: now },
      ...traits,
    }) as StaffMember;
  const free = person("free");
  const busy = person("busy");
  const security = person("of security");
  const people = [
    free,
    busy,
    person("left", { leftAt: now }),
    person("lead", { roles: [{ role: "lead", since: now }] }),
    person("at home", { shift: { friday: ["13:00", "17:00"] } }),
    person("in German", { languages: ["de"] }),
    security,
  ];
  const queues = new Map([[security.id, ["security" as const]]]);
  const load = new Map([[busy.id, 20]]);
  const requester = { is: "client" as const, id: newId("client", now) };
  const names = (
    language: string,
    giver?: Id<"staff">,
    queue: Queue = "payments",
    freezes: Frozen[] = [],
  ) => {
    const givenAwayBy = giver ? [giver, busy.id] : [];
    const ticket = { language, queue, givenAwayBy, requester };
    return freeAgents(people, { load, queues, freezes }, ticket, now).map(({ name }) => name);
  };
  assert.deepEqual(names("en-GB"), ["free"]);
  assert.deepEqual(names("de"), ["in German"]);
  assert.deepEqual(names("fr"), []);
  assert.deepEqual(names("en", free.id), [], "never who gave it away");
  assert.deepEqual(names("en", undefined, "security"), ["free", "of security"]);
  const frozenFor = (client?: Id<"client">) =>
    names("en", undefined, "payments", [{ staff: free.id, ...(client && { client }) }]);
  assert.deepEqual(frozenFor(requester.id), [], "never who is frozen for this client");
  assert.deepEqual(frozenFor(), [], "or for everybody");
  assert.deepEqual(frozenFor(newId("client", now)), ["free"]);
});

test("a solved ticket closes after two weeks, and what waits is given out when a shift begins", async () => {
  const { id, headers } = await opened();
  const cookie = { cookie: supervisor.cookie };
  const path = `/staff/tickets/${id}`;
  await site.post(`${path}/status`, { status: "solved", priority: "normal", tags: "" }, cookie);
  const { desk } = site.tickets.tickets;
  const days = (count: number) => new Date(site.time.now.getTime() + count * 86_400_000);
  await closeSolved(desk, days(13));
  assert.match(await (await site.get(`/account/tickets/${id}`, headers)).text(), /Solved/);
  await closeSolved(desk, days(15));
  assert.match(await (await site.get(`/account/tickets/${id}`, headers)).text(), /closed/);
  const waiting = await opened();
  await site.opened.database.query(
    "update tickets.tickets set assignee = null, assigned_at = null where id = $1",
    [uuidOf(waiting.id)],
  );
  await assignWaiting(desk, site.time.now);
  const ticket = await desk.database.query(
    "select assignee is not null as has from tickets.tickets where id = $1",
    [uuidOf(waiting.id)],
  );
  assert.deepEqual(ticket.rows, [{ has: true }]);
});

test("a prepared answer that asks for a secret stops the start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-macros-"));
  const text = "Please send us your password.";
  await writeFile(join(folder, "en.yaml"), JSON.stringify([{ id: "bad", title: "Bad", text }]));
  await assert.rejects(Macros.load(folder), { code: "bad_macros" });
  await rm(folder, { recursive: true });
});

test("a system's key sees where tickets stand, no word of them, and nothing without its scope", async () => {
  const { id } = await opened();
  const keyWith = async (scope: string) => {
    const token = await openTestApiKey(site, scope);
    return { authorization: `Bearer ${token}`, accept: "application/json" };
  };
  const key = await keyWith("tickets:read");
  const one = await site.get(`/v1/tickets/${id}`, key);
  assert.equal((await one.json()).ticket.id, id);
  const listed = await (await site.get("/v1/tickets", key)).text();
  assert.ok(listed.includes(id) && !listed.includes("withdrawal?"));
  assert.equal((await site.get(`/v1/tickets/${id}/comments`, key)).status, 403);
  assert.equal((await site.get("/v1/tickets", await keyWith("staff:manage"))).status, 403);
  await site.post("/report/approach", {
    text: "They offered me money for names.",
    by: "anonymous",
  });
  const { rows } = await site.opened.database.query<{ id: string }>(
    "select id from tickets.tickets where topic = 'approach'",
  );
  const offer = idFrom("ticket", rows[0]?.id ?? "");
  assert.ok(!(await (await site.get("/v1/tickets", key)).text()).includes(offer));
  assert.equal((await site.get(`/v1/tickets/${offer}`, key)).status, 404);
  for (const cursor of ["nowhere", newId("ticket", site.time.now), offer]) {
    const lost = await site.get(`/v1/tickets?cursor=${cursor}`, key);
    assert.deepEqual([lost.status, (await lost.json()).code], [400, "cursor_unknown"], cursor);
  }
  assert.equal((await site.get(`/v1/tickets?cursor=${id}`, key)).status, 200);
});
