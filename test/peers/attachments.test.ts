import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { openTestClient, openTestStaff, type TestSite } from "#test";
import { look, noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { openPage } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

/** One red pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

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

async function send(page: Page): Promise<void> {
  const led = page.waitForNavigation();
  await page.click("main form button[type=submit]");
  await led;
}

async function openingsCount(): Promise<number | null> {
  const { rowCount } = await site.opened.database.query(
    "select from ledger.events where kind = 'tickets.attachment_opened'",
  );
  return rowCount;
}

test("files go with a question without JavaScript, and an agent opens one in a page of its own", {
  skip: noBrowser || noAxe,
}, async () => {
  const owner = await openTestClient(site);
  const lead = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });
  for (const size of sizes) {
    const { page } = await openPage({ browser, url }, owner.cookie, { ...size, bypassCSP: true });
    await page.goto(`${url}/account/tickets/new`);
    await look(page, "a question with files");
    await page.selectOption("#topic", "other");
    await page.fill("#name", "Ada");
    await page.fill("#text", "Look at this.");
    await page.setInputFiles("#files", [
      { name: "red.png", mimeType: "image/png", buffer: png },
      { name: "page.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") },
    ]);
    await send(page);
    await look(page, "a refused file");
    assert.match((await page.textContent("main")) ?? "", /page\.png: We take pictures/);
    const plain = await openPage({ browser, url }, owner.cookie, {
      ...size,
      javaScriptEnabled: false,
    });
    await plain.page.goto(`${url}/account/tickets/new`);
    await plain.page.selectOption("#topic", "other");
    await plain.page.fill("#name", "Ada");
    await plain.page.fill("#text", "Look at this.");
    const file = { name: "red.png", mimeType: "image/png", buffer: png };
    await plain.page.setInputFiles("#files", file);
    await send(plain.page);
    const path = new URL(plain.page.url()).pathname;
    await page.goto(url + path);
    await look(page, "an own question with a file");
    const { context, page: desk } = await openPage({ browser, url }, lead.cookie, {
      ...size,
      bypassCSP: true,
    });
    const before = await openingsCount();
    await desk.goto(`${url}/staff/tickets/${path.split("/").at(-1)}`);
    await look(desk, "a ticket with a file");
    assert.equal(await openingsCount(), before);
    const appearing = context.waitForEvent("page");
    await desk.click("ul button[name=page]");
    const shown = await appearing;
    await shown.waitForSelector("img");
    assert.equal(await openingsCount(), (before ?? 0) + 1);
    await setTimeout(unansweredMs);
    assert.ok(!(await desk.isVisible("[data-unanswered]")), "the file's tab has the answer");
  }
});
