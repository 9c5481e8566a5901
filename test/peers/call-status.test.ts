import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { answerLeg, beginLeg, hear } from "#calls";
import { newId, transaction, uuidOf } from "#platform";
import { openTestCall, openTestClient, type TestCall, type TestSite, testSession } from "#test";
import { noAxe } from "./axe.ts";
import { type Browser, type BrowserContext, noBrowser, type Page } from "./browser.ts";
import { see, signIn } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
] as const;

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
  const offset = site.time.now.getTime() - Date.now();
  const ticking = setInterval(() => {
    site.time.now = new Date(Date.now() + offset);
  }, 50);
  stopping.defer(async () => clearInterval(ticking));
});

after(() => stopping.disposeAsync());

async function openContext(
  cookie: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await signIn(context, url, cookie);
  return context;
}

async function open(context: BrowserContext, path = "/call"): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url + path);
  return page;
}

const shows = (page: Page, status: string, more = "") =>
  page.waitForSelector(`#call-status [data-shown] [data-status="${status}"]${more}`);
const title = (page: Page) => page.evaluate(() => document.title);
const begin = ({ call, agent }: TestCall) =>
  beginLeg(site.calls.desk, agent.staff, call.id, site.time.now);

async function claim({ client }: TestCall["client"]): Promise<void> {
  const { now } = site.time;
  await transaction(site.opened.database, async (joining) => {
    const ids = [client, newId("claim", now), newId("inbound", now), newId("staff", now)];
    await joining.query(
      "insert into calls.claims (client, id, inbound, claimed_by, claimed_at) values ($1, $2, $3, $4, $5)",
      [...ids.map(uuidOf), now],
    );
    await joining.query(
      `insert into calls.changes (client, revision, changed_at) values ($1, 1, $2)
       on conflict (client) do update set revision = calls.changes.revision + 1, changed_at = excluded.changed_at`,
      [uuidOf(client), now],
    );
  });
}

test("each status, live, in words, a drawing and a colour, in every session; grey as soon as the desk isn't reached", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const size of sizes) {
    const picture = (page: Page, called: string) => see(page, called, size);
    const made = await openTestCall(site);
    const context = await openContext(made.client.cookie, { ...size, bypassCSP: true });
    const page = await open(context);
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    const elsewhere = await openContext((await made.client.signIn()).cookie, {
      ...{ ...size, bypassCSP: true },
    });
    const other = await open(elsewhere, "/account");
    await shows(page, "never_called", ".tone-danger");
    assert.match(await title(page), /^Not us: hang up · /);
    await picture(page, "booked");
    const leg = await begin(made);
    await shows(page, "calling");
    await shows(other, "calling");
    assert.match(await title(other), /^We are calling you · /);
    await picture(page, "calling");
    const session = testSession(made.client);
    await answerLeg(site.calls.desk, session, leg.id, site.time.now);
    await shows(page, "on_call", ".tone-good");
    await shows(other, "on_call", ".tone-caution");
    await picture(page, "on-call");
    await picture(other, "elsewhere");
    const stopped = other.waitForNavigation();
    await other.click('#call-status button[type="submit"]');
    await stopped;
    await picture(other, "stopped");
    await shows(page, "not_calling", ".tone-calm");
    assert.doesNotMatch(await title(page), /·.*·/);
    await picture(page, "not-calling");
    await claim(made.client);
    await shows(page, "inbound_claim");
    await picture(page, "claim");
    const busy = await openTestCall(site, { client: made.client, channel: "phone" });
    const second = await begin(busy);
    await shows(page, "calling");
    await picture(page, "calling-phone");
    const over = { is: "ended", at: site.time.now, because: "busy" } as const;
    await hear(site.calls.desk, session.holder, second, over, site.time.now);
    await shows(page, "busy");
    await picture(page, "busy");
    await context.setOffline(true);
    await shows(page, "unknown");
    await picture(page, "unknown");
    await context.setOffline(false);
    await shows(page, "busy");
    await site.post("/sign-out", {}, { cookie: made.client.cookie });
    await page.waitForSelector("[data-shown] >> text=You are signed out here");
    await picture(page, "signed-out");
    assert.deepEqual(wrong, []);
    await Promise.all([context.close(), elsewhere.close()]);
    const stranger = await open(await browser.newContext({ ...size, bypassCSP: true }));
    await picture(stranger, "stranger");
  }
});

test("without JavaScript it says of when it is", { skip: noBrowser || noAxe }, async () => {
  const { client } = await openTestCall(site);
  const page = await open(
    await openContext(client.cookie, { javaScriptEnabled: false }),
    "/account",
  );
  assert.match((await page.textContent("[data-made]")) ?? "", /This was so at \d\d:\d\d UTC/);
  assert.match((await page.textContent("[data-shown]")) ?? "", /not called you yet/);
});

test("one tab of a browser listens for all; another takes its place", {
  skip: noBrowser,
}, async () => {
  const made = await openTestCall(site);
  const context = await openContext(made.client.cookie);
  const before = site.calls.live.count;
  const first = await open(context);
  await shows(first, "never_called");
  const tabs = [await open(context, "/account"), await open(context, "/"), await open(context)];
  await sleep(500);
  assert.equal(site.calls.live.count, before + 1);
  const leg = await begin(made);
  for (const page of [first, ...tabs]) await shows(page, "calling");
  await first.close();
  const over = { is: "ended", at: site.time.now, because: "no_answer" } as const;
  await hear(site.calls.desk, { is: "system" }, leg, over, site.time.now);
  for (const page of tabs) await shows(page, "not_calling");
  assert.equal(site.calls.live.count, before + 1);
  const [, stuck] = tabs;
  assert.ok(stuck);
  await sleep(6_000); // they go on hearing that it is still so
  for (const page of tabs) await shows(page, "not_calling");
});

test("a browser whose clock is five minutes off, or set while it looks, shows the same", {
  skip: noBrowser,
}, async () => {
  for (const minutes of [5, -5]) {
    const made = await openTestCall(site);
    const context = await openContext(made.client.cookie);
    const skew = `{ const RealDate = Date; let off = ${minutes * 60_000};
      globalThis.setSkew = (ms) => { off = ms; };
      globalThis.Date = class extends RealDate {
        constructor(...given) { given.length ? super(...given) : super(RealDate.now() + off); }
        static now() { return RealDate.now() + off; } }; }`;
    await context.addInitScript({ content: skew });
    const page = await open(context);
    await shows(page, "never_called");
    const leg = await begin(made);
    await shows(page, "calling");
    await page.evaluate("setSkew(0)");
    await sleep(3_000);
    await shows(page, "calling");
    const over = { is: "ended", at: site.time.now, because: "no_answer" } as const;
    await hear(site.calls.desk, { is: "system" }, leg, over, site.time.now);
    await shows(page, "not_calling");
    await context.close();
  }
});

test("a stream that goes silent leaves a page grey by its own clock", {
  skip: noBrowser,
}, async () => {
  const { cookie } = await openTestClient(site);
  const context = await openContext(cookie);
  const silent = "class { static OPEN = 1; readyState = 1; addEventListener() {} close() {} }";
  await context.addInitScript({ content: `globalThis.EventSource = ${silent};` });
  const page = await open(context);
  await shows(page, "never_called");
  await sleep(13_000);
  await shows(page, "unknown");
});
