import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestStaff, TestBrowser } from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const shift = { friday: ["00:00", "00:00"] as [string, string] };
const agent = await openTestStaff(site, { name: "Agent", shift });
const question = { topic: "other", name: "Ada", text: "Where is it?" };
const text = "Half an hour’s work";

/** The form in which the words stand again. */
async function shownAgain(answer: Response) {
  const page = await answer.text();
  assert.ok(page.includes(`${text}</textarea>`), page);
  const action = /<form[^>]*action="([^"]+)"[^>]*enctype/.exec(page)?.[1] ?? "";
  const hidden = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return {
    page,
    action,
    fields: Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
  };
}

test("what a client wrote and sent signed out stands there, and is sent after signing in in another tab", async () => {
  const owner = { cookie: (await openTestClient(site)).cookie };
  const typed = { ...question, text, form: "form-of-a-page" };
  const asked = await shownAgain(await site.post("/account/tickets", typed));
  assert.match(asked.page, /You are signed out/);
  assert.match(asked.page, /href="\/sign-in" target="_blank"/);
  const sent = await site.post(asked.action, { ...asked.fields, text }, owner);
  assert.equal(sent.status, 303);
  const path = `${sent.headers.get("location")?.split("?")[0]}/messages`;
  const again = await shownAgain(await site.post(path, { text, form: "another-form" }));
  assert.equal(again.action, path);
  assert.equal((await site.post(path, { ...again.fields, text }, owner)).status, 303);
  const { rows } = await database.query("select 1 from tickets.messages");
  assert.equal(rows.length, 2);
});

test("what a guest wrote in a browser that may not read the ticket any more stands there", async () => {
  const browser = new TestBrowser(site);
  await browser.post("/support", { ...question, email: "guest@example.net" });
  const { rows } = await database.query<{ links: { confirm: Id<"link"> } }>(
    "select links from outbox.messages where links ? 'confirm'",
  );
  const token = site.outbox.linkTokens.tokenFor(rows[0]?.links.confirm as Id<"link">);
  const place = (await browser.post(`/support/confirm/${token}`)).headers.get("location");
  const path = `${place}/messages`;
  const refused = await new TestBrowser(site).post(path, { text });
  assert.equal(refused.status, 404);
  const { action } = await shownAgain(refused);
  assert.equal(action, path);
  assert.equal((await browser.post(action, { text })).status, 303);
});

test("what an agent wrote in a ticket that went to somebody else meanwhile stands there, and nothing of the ticket", async () => {
  const { cookie } = await openTestClient(site);
  const opened = await site.post("/account/tickets", question, { cookie });
  const id = /ticket_\w+/.exec(opened.headers.get("location") ?? "")?.[0] as Id<"ticket">;
  await database.query(
    "update tickets.tickets set queue = 'leads', assignee = null, assigned_at = null where id = $1",
    [uuidOf(id)],
  );
  const staff = { cookie: agent.cookie };
  const answer = { text, kind: "answer" };
  const refused = await site.post(`/staff/tickets/${id}/messages`, answer, staff);
  assert.equal(refused.status, 404);
  const { page } = await shownAgain(refused);
  assert.match(page, /isn.{1,6}t yours any more/);
  assert.doesNotMatch(page, /Where is it/);
});

async function ticketOfAgent() {
  const { cookie } = await openTestClient(site);
  const opened = await site.post("/account/tickets", question, { cookie });
  const id = /ticket_\w+/.exec(opened.headers.get("location") ?? "")?.[0] as Id<"ticket">;
  return { id, path: `/staff/tickets/${id}`, staff: { cookie: agent.cookie } };
}

test("what an agent sent signed out stands there, with all that was chosen, and is sent after signing in", async () => {
  const { path, staff } = await ticketOfAgent();
  for (const [act, typed] of [
    ["messages", { text, kind: "note", seen: "" }],
    ["status", { text, status: "hold", priority: "high", tags: "late" }],
    ["transfer", { reason: text, queue: "security" }],
  ] as const) {
    const out = await site.post(`${path}/${act}`, typed);
    const { page, action, fields } = await shownAgain(out);
    assert.match(page, /You are signed out/);
    assert.match(page, /href="\/staff\/sign-in" target="_blank"/);
    assert.equal(action, `${path}/${act}`);
    const name = "reason" in typed ? "reason" : "text";
    assert.deepEqual({ ...fields, [name]: text }, typed);
    const sent = await site.post(action, { ...fields, [name]: text }, staff);
    assert.ok(sent.status === 303 || sent.status === 200);
  }
  const empty = await site.post(`${path}/status`, { status: "hold" });
  assert.match(empty.headers.get("location") ?? "", /^\/staff\/sign-in/);
});

test("the page's other forms keep the answer that is being written, whatever becomes of them", async () => {
  const { path, staff } = await ticketOfAgent();
  const box = `${text}</textarea>`;
  const page = await (await site.get(path, staff)).text();
  assert.equal(page.match(/<form[^>]*data-with-draft/g)?.length, page.includes("/merge") ? 3 : 2);
  const choice = { text, status: "hold", priority: "high", tags: "bad@tag" };
  const refused = await site.post(`${path}/status`, choice, staff);
  assert.equal(refused.status, 400);
  const again = await refused.text();
  assert.ok(again.includes(box));
  assert.match(again, /<option value="hold" selected/);
  assert.match(again, /<option value="high" selected/);
  assert.match(again, /name="tags" value="bad@tag"/);
  const saved = await site.post(`${path}/status`, { ...choice, tags: "fine" }, staff);
  assert.equal(saved.status, 200);
  const shown = await saved.text();
  assert.ok(shown.includes(box) && /class="badge status-hold|On hold/.test(shown));
  const aimless = await site.post(`${path}/transfer`, { text, queue: "x", reason: "Money" }, staff);
  const reason = await aimless.text();
  assert.ok(reason.includes(box) && reason.includes('value="Money"'));
  const given = await site.post(
    `${path}/transfer`,
    { text, queue: "payments", reason: "Money" },
    staff,
  );
  assert.match(await given.text(), /went to the queue[\s\S]*Half an hour/);
});

test("what was written anew after an answer was stopped stays when its release is asked for, or can't be", async () => {
  const { path, staff } = await ticketOfAgent();
  const stopped = "Please send me your password.";
  const page = await (
    await site.post(`${path}/messages`, { text: stopped, kind: "answer" }, staff)
  ).text();
  const [form = ""] =
    /<form[^>]*\/release"[^>]*data-with-draft="draft"[\s\S]*?<\/form>/.exec(page) ?? [];
  assert.ok(form.includes(`name="text" value="${stopped}"`));
  const asking = { text: stopped, draft: text, reason: "A quote" };
  const nobody = await site.post(`${path}/release`, asking, staff);
  assert.equal(nobody.status, 403, "there is no approver");
  const refused = await nobody.text();
  assert.ok(refused.includes(`${text}</textarea>`));
  assert.match(
    refused,
    /\/release"[\s\S]*value="Please send me your password\."[\s\S]*value="A quote"/,
  );
  await openTestStaff(site, { roles: ["approver"], team: "oversight", employer: "Vendor" });
  const asked = await site.post(`${path}/release`, asking, staff);
  assert.equal(asked.status, 200);
  const shown = await asked.text();
  assert.ok(shown.includes(`${text}</textarea>`));
  assert.match(
    shown,
    /Not sent: somebody of another team decides[\s\S]*Please send me your password/,
  );
  const same = await site.post(`${path}/release`, { ...asking, draft: stopped }, staff);
  assert.equal(same.headers.get("location"), path);
});

test("an answer to a ticket that a colleague closed meanwhile is shown, not lost", async () => {
  const { id, path, staff } = await ticketOfAgent();
  await database.query("update tickets.tickets set status = 'closed' where id = $1", [uuidOf(id)]);
  const refused = await site.post(`${path}/messages`, { text, kind: "answer" }, staff);
  assert.equal(refused.status, 409);
  assert.ok((await refused.text()).includes(text));
});
