import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { isId, transaction } from "#platform";
import { assignTestTicket, openTestClient, openTestStaff, type TestSite } from "#test";
import { touchTicket } from "#tickets";
import { look, noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { Gate } from "./gate.ts";
import { openPage } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

/** After six seconds a page says that what was sent has no answer. */
const unansweredMs = 7_000;

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
  stopping.defer(async () => site.tickets.live.stop());
});

after(() => stopping.disposeAsync());

async function press(page: Page, selector: string): Promise<void> {
  const led = page.waitForNavigation();
  await page.click(selector);
  await led;
}

async function askedByClient() {
  const owner = await openTestClient(site);
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const question = { topic: "other", text: "Hello", name: "Ada" };
  const asked = await site.post("/account/tickets", question, { cookie: owner.cookie });
  const ticket = /ticket_\w+/.exec(asked.headers.get("location") ?? "")?.[0] ?? "";
  assert.ok(isId("ticket", ticket));
  return { owner, lead, ticket, path: `/staff/tickets/${ticket}` };
}

test("an agent with many tabs goes on working: one has the stream, the others ask", {
  skip: noBrowser,
}, async () => {
  const lead = await openTestStaff(site, { name: "Tab Lead", roles: ["lead"] });
  const { page: first, context } = await openPage({ browser, url }, lead.cookie);
  await first.goto(`${url}/staff/tickets`);
  const tabs = [first];
  for (let tab = 0; tab < 7; tab++) {
    const page = await context.newPage();
    await page.goto(`${url}/staff/tickets`);
    tabs.push(page);
  }
  const owner = await openTestClient(site);
  const question = { topic: "other", text: "Hello", name: "Ada" };
  const asked = await site.post("/account/tickets", question, { cookie: owner.cookie });
  const ticket = /ticket_\w+/.exec(asked.headers.get("location") ?? "")?.[0];
  for (const page of [tabs.at(-1), first]) {
    await page?.waitForSelector(`a[href$="${ticket}"]`);
  }
  await first.goto(`${url}/staff/tickets`);
});

test("a form that waits for the desk says so, until the answer is here", {
  skip: noBrowser,
}, async () => {
  const owner = await openTestClient(site);
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const question = { topic: "other", text: "Hello", name: "Ada" };
  const asked = await site.post("/account/tickets", question, { cookie: owner.cookie });
  const ticket = /ticket_\w+/.exec(asked.headers.get("location") ?? "")?.[0];
  await using gate = new Gate();
  const slow = await gate.open(url);
  const { page } = await openPage({ browser, url: slow }, lead.cookie);
  await page.goto(`${slow}/staff/tickets/${ticket}`);
  await page.fill("#text", "It is on its way.");
  await page.evaluate(() => {
    const notice = document.querySelector<HTMLElement>("[data-unanswered]");
    const note = () =>
      sessionStorage.setItem("noted", `${sessionStorage.getItem("noted")} ${notice?.hidden}`);
    if (notice) new MutationObserver(note).observe(notice, { attributeFilter: ["hidden"] });
  });
  gate.let(false);
  const answered = press(page, "button[value=answer]");
  await setTimeout(unansweredMs);
  gate.let(true);
  await answered;
  assert.match((await page.textContent("main")) ?? "", /It is on its way\./);
  const noted = await page.evaluate(() => sessionStorage.getItem("noted"));
  assert.equal(noted, "null false true", "shown, and hidden from whoever goes back");
});

test("a question without JavaScript, and its answer by keys, live, with what the guard says", {
  skip: noBrowser || noAxe,
}, async () => {
  const owner = await openTestClient(site);
  const lead = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });
  for (const size of sizes) {
    const client = await openPage({ browser, url }, owner.cookie, {
      ...size,
      javaScriptEnabled: false,
    });
    await client.page.goto(`${url}/account/tickets/new`);
    await client.page.selectOption("#topic", "withdrawals");
    await client.page.fill("#name", "Ada");
    await client.page.fill("#text", "My password is hunter2trombone99, look for yourself.");
    await press(client.page, "main form button[type=submit]");
    assert.match((await client.page.textContent("main")) ?? "", /We took a secret out/);
    const seeing = await openPage({ browser, url }, owner.cookie, size);
    for (const path of ["/account/tickets", new URL(client.page.url()).pathname]) {
      await seeing.page.goto(url + path);
      await look(seeing.page, path);
    }
    const { page, wrong } = await openPage({ browser, url }, lead.cookie, size);
    await page.goto(`${url}/staff/tickets`);
    await look(page, "the queue");
    const [id = ""] = /ticket_\w+/.exec(client.page.url()) ?? [];
    const isAt = () =>
      page.evaluate(async (id) => !!document.activeElement?.outerHTML.includes(id), id);
    do await page.keyboard.press("j");
    while (!(await isAt()));
    const opening = page.waitForNavigation();
    await page.keyboard.press("Enter");
    await opening;
    await page.keyboard.press("?");
    await look(page, "a ticket");
    await page.keyboard.press("r");
    await page.keyboard.type("Please tell me your password.");
    await page.waitForSelector("[data-guard]:not([hidden])");
    await look(page, "what the guard says");
    await client.page.fill("#text", "Are you still there?");
    await press(client.page, "main form button[type=submit]");
    await page.waitForSelector("text=Are you still there?");
    assert.equal(await page.inputValue("#text"), "Please tell me your password.", "stays");
    await press(page, "button[value=answer]");
    await look(page, "a stopped answer");
    assert.match((await page.textContent("main")) ?? "", /This message wasn't sent/);
    assert.deepEqual(wrong, []);
    await page.fill("#text", "It is on its way.");
    await press(page, "button[value=answer]");
    await page.fill("#text", "One thing more.");
    await press(page, 'form[action$="/status"] button');
    assert.equal(await page.inputValue("#text"), "One thing more.", "kept by the other form");
  }
});

test("a prepared answer is chosen with the arrow keys, and put in by Enter or a button", {
  skip: noBrowser,
}, async () => {
  const { lead, path } = await askedByClient();
  const { page, wrong } = await openPage({ browser, url }, lead.cookie);
  await page.goto(url + path);
  await page.fill("#text", "Hello,");
  await page.evaluate(() => document.querySelector<HTMLElement>("#macro")?.focus());
  for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  assert.equal(await page.inputValue("#text"), "Hello,", "nothing is put in yet");
  const second = await page.inputValue("#macro");
  await page.keyboard.press("Enter");
  const text = `Hello,\n\n${second.trim()}`;
  assert.equal(await page.inputValue("#text"), text);
  const isInBox = await page.evaluate(() => document.activeElement?.id === "text");
  assert.ok(isInBox, "to go on writing");
  await page.selectOption("#macro", second);
  await page.click("[data-macros] button");
  assert.equal(await page.inputValue("#text"), `${text}\n\n${second.trim()}`);
  assert.deepEqual(wrong, []);
});

test("of a ticket that isn't the agent's any more only the draft stays on the open page", {
  skip: noBrowser,
}, async () => {
  const { owner, ticket, path } = await askedByClient();
  const agent = await openTestStaff(site);
  await assignTestTicket(site, ticket, agent.staff);
  const { page } = await openPage({ browser, url }, agent.cookie);
  await page.goto(url + path);
  await page.fill("#text", "It is on");
  await page.waitForSelector(".conversation");
  await assignTestTicket(site, ticket, (await openTestStaff(site)).staff);
  const changed = { client: owner.client, ticket };
  await transaction(site.opened.database, (joining) =>
    touchTicket(joining, changed, site.time.now),
  );
  await page.waitForSelector("[data-gone]:not([hidden])");
  const words = await page.textContent("[data-stream]");
  assert.match(words ?? "", /^\s*Answer or note/);
  assert.doesNotMatch(words ?? "", /Hello|Send|Status/);
  await page.click("#text");
  await page.keyboard.press("End");
  await page.keyboard.type(" its way.");
  assert.equal(await page.inputValue("#text"), "It is on its way.");
});

test("a report without JavaScript, its answer, and what an analyst decides on", {
  skip: noBrowser || noAxe,
}, async () => {
  const owner = await openTestClient(site);
  const analyst = await openTestStaff(site, { roles: ["analyst"] });
  const report = async (page: Page) => {
    await page.goto(`${url}/report`);
    await page.fill("#pasted", "Move your coins to the safe wallet: https://larkmoor-safe.top/in");
    await press(page, "main form button[type=submit]");
    assert.match((await page.textContent("main")) ?? "", /This is what a scam looks like/);
  };
  for (const size of sizes) {
    await report(
      (await openPage({ browser, url }, owner.cookie, { ...size, javaScriptEnabled: false })).page,
    );
    const seeing = await openPage({ browser, url }, owner.cookie, { ...size, bypassCSP: true });
    await report(seeing.page);
    await look(seeing.page, "the answer to a report");
    const deciding = await openPage({ browser, url }, analyst.cookie, { ...size, bypassCSP: true });
    await deciding.page.goto(`${url}/staff/indicators`);
    await look(deciding.page, "/staff/indicators");
  }
});

test("what went on in another ticket, who can't be answered, and what other systems are told", {
  skip: noBrowser || noAxe,
}, async () => {
  const owner = await openTestClient(site);
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const headers = { cookie: owner.cookie };
  const asked = async (topic: string) => {
    const fields = { topic, name: "Ada", text: `A question about ${topic}` };
    const answer = await site.post("/account/tickets", fields, headers);
    return /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
  };
  const words = { name: "Anna", text: "They called me", language: "en" };
  const { ticket } = await transaction(
    site.opened.database,
    await site.tickets.reports.anonymously(words, site.time.now),
  );
  for (const size of sizes) {
    const [former, stays] = [await asked("payments"), await asked("documents")];
    const { page, wrong } = await openPage({ browser, url }, lead.cookie, {
      ...size,
      bypassCSP: true,
    });
    await page.goto(`${url}/staff/tickets/${former}`);
    await page.selectOption("#into", stays);
    await press(page, 'form[action$="/merge"] button');
    await look(page, "a merged ticket");
    await page.goto(`${url}/staff/tickets/${stays}`);
    await page.click("main details summary");
    await look(page, "the ticket that stays");
    assert.match((await page.textContent("main")) ?? "", /A question about payments/);
    await page.goto(`${url}/staff/tickets/${ticket?.id}`);
    await look(page, "who can't be answered");
    assert.match((await page.textContent("main")) ?? "", /This can’t be answered/);
    for (const path of ["/staff/tickets?queue=reports", "/staff/webhooks"]) {
      await page.goto(url + path);
      await look(page, path);
    }
    assert.deepEqual(wrong, []);
  }
});
