import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { read } from "#mark";
import { uuidOf } from "#platform";
import { keepTestField, openTestContact, type TestPerson, type TestSite } from "#test";
import { look, noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { openPage } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const views = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark", deviceScaleFactor: 2 },
  { viewport: { width: 1280, height: 800 }, colorScheme: "light", deviceScaleFactor: 1 },
  { viewport: { width: 1280, height: 800 }, colorScheme: "dark", deviceScaleFactor: 2 },
  { viewport: { width: 1280, height: 800 }, colorScheme: "light", deviceScaleFactor: 1.25 },
] as const;

const value = "Noor Example of 1 Example Street, 1011 AB Amsterdam";

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

/** Opens a ticket's page as its agent, whose client's address is stored. */
async function openTicket(options: Parameters<Browser["newContext"]>[0]) {
  const { agent, client, ticket } = await openTestContact(site, { topic: "documents" });
  await keepTestField(site, client.client, "name", value);
  const { context, page } = await openPage({ browser, url }, agent.cookie, options);
  stopping.defer(() => context.close());
  const path = `/staff/tickets/${ticket}`;
  await page.goto(url + path);
  return { page, agent, path };
}

/** Whose screen a picture of a page says it is. */
async function sessionIn(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const levels = Float32Array.from(data);
  const { screenMarks } = site.accounts;
  const reading = read({ width: info.width, height: info.height, levels }, screenMarks.tileKey);
  if (reading.is === "unread") return reading.why;
  const found = await screenMarks.sessionOf(reading.payload, site.time.now);
  return found.is === "session" ? found.session : found.why;
}

async function untilMark(page: Page, state: "drawn" | "missing"): Promise<void> {
  await page.waitForSelector(`body:has([data-screen-mark][data-state="${state}"])`);
}

const shown = '[data-field="name"] [data-value="shown"]';

test("a screenshot names the session: any size, light and dark, at any density, with a value on it, and without JavaScript", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const view of views) {
    const name = `${view.viewport.width} ${view.colorScheme} at ${view.deviceScaleFactor}`;
    const { page, agent } = await openTicket(view);
    await untilMark(page, "drawn");
    assert.equal(await sessionIn(await page.screenshot({ fullPage: false })), agent.session, name);
    await page.click("#show-name");
    await page.waitForSelector(shown);
    await look(page, `a value, ${name}`);
    await page.evaluate(() => document.querySelector("[data-value=shown]")?.scrollIntoView());
    assert.equal(await sessionIn(await page.screenshot({ fullPage: false })), agent.session, name);
  }
  const { page, agent } = await openTicket({ ...views[1], javaScriptEnabled: false });
  assert.equal(await sessionIn(await page.screenshot({ fullPage: false })), agent.session);
});

test("who takes the mark away takes the values away; nothing more is shown, and the desk knows", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const [how, take] of [
    ["removed", () => document.querySelector("[data-screen-mark]")?.remove()],
    ["removed", () => document.querySelector("[data-screen-mark] canvas")?.remove()],
    ["hidden", () => hide("display", "none")],
    ["hidden", () => hide("opacity", "0.2")],
    ["altered", () => hide("transform", "translateX(50%)")],
  ] as const) {
    const { page, agent } = await openTicket(views[1]);
    await untilMark(page, "drawn");
    await page.click("#show-name");
    await page.waitForSelector(shown);
    assert.equal(await page.evaluate(colourOfValue), "rgba(0, 0, 0, 0)", "it is on the canvas");
    await page.evaluate(`(() => { ${hide} (${take})(); })()`);
    await page.waitForSelector('[data-field="name"] [data-value=""]');
    assert.ok(!(await page.evaluate(() => document.body.outerHTML)).includes(value), how);
    await page.waitForSelector("[data-mark-missing]:not([hidden])");
    await page.click("#show-name");
    await page.waitForSelector("text=The mark over this page isn’t drawn");
    assert.deepEqual(await eventsOnceSaid(agent), [1, [how]]);
  }
});

test("without the tile nothing is asked for", { skip: noBrowser || noAxe }, async () => {
  const { page, agent, path } = await openTicket(views[1]);
  await page.route("**/staff/mark/tile.png", (route) => route.abort());
  await page.goto(url + path);
  await untilMark(page, "missing");
  await page.click("#show-name");
  await page.waitForSelector("text=The mark over this page isn’t drawn");
  assert.deepEqual(await eventsOf(agent), [0, []]);
});

/** Runs inside the page. */
function hide(property: string, to: string): void {
  document.querySelector<HTMLElement>("[data-screen-mark]")?.style.setProperty(property, to);
}

/** Runs inside the page. */
function colourOfValue(): string {
  const place = document.querySelector("[data-value=shown]");
  return place ? getComputedStyle(place).webkitTextFillColor : "";
}

/** How many values the person was shown, and how pages said that their mark was missing. */
async function eventsOf({ staff }: TestPerson): Promise<[looks: number, missing: string[]]> {
  const { rows } = await site.opened.database.query<{ kind: string; details: string }>(
    `select kind, details from ledger.events
     where actor = $1 and kind = any ('{vault.revealed,accounts.mark_missing}')`,
    [uuidOf(staff)],
  );
  const missing = rows.filter(({ kind }) => kind === "accounts.mark_missing");
  return [rows.length - missing.length, missing.map(({ details }) => JSON.parse(details).how)];
}

/** What a page says of its mark is on its way when its values are gone already. */
async function eventsOnceSaid(person: TestPerson): ReturnType<typeof eventsOf> {
  for (let tries = 0; tries < 300; tries++) {
    const [looks, missing] = await eventsOf(person);
    if (missing.length > 0) return [looks, missing];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the page said nothing");
}
