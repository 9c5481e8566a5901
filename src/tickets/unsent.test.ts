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
