import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Id } from "#platform";
import { madeTrace, openTestStaff, type TestSite } from "#test";
import { type RunTrace, runNext } from "#trace";
import { noAxe } from "./axe.ts";
import { type Browser, noBrowser } from "./browser.ts";
import { openPage, see } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

const rows = Array.from(
  { length: 40 },
  (_, row) => `Client ${row} Example,client.${row}@leak.example,+1 202 555 01${10 + row}`,
);
const sample = ["name,email,contact", ...rows, 'a broken "line'].join("\n");
const why = "Somebody offers this list to the press.";

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
});

after(() => stopping.disposeAsync());

test("a sample is pasted, its columns confirmed, followed while it runs, and what it found is there, the picture first", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const size of sizes) {
    const analyst = await openTestStaff(site, { roles: ["analyst", "lead"], name: "Ana Lyst" });
    const people: Id<"staff">[] = [];
    for (const name of ["Ben Banker", "Cleo Clerk"]) {
      people.push((await openTestStaff(site, { name })).staff);
    }
    const next = (await openTestStaff(site)).staff;
    const found: RunTrace = async (_desk, { before: first }, progress) => {
      await progress("attributing");
      await reached.promise;
      const result = madeTrace({ before: first, people, next, rows: 120, nobody: 17 });
      return { result, scopeList: Buffer.alloc(0) };
    };
    const reached = Promise.withResolvers<void>();
    const { page, wrong } = await openPage({ browser, url }, analyst.cookie, size);
    const picture = (called: string) => see(page, called, size);
    await page.goto(`${url}/staff/traces`);
    await picture("traces");
    await page.keyboard.press("n");
    await page.keyboard.press("Enter");
    await page.waitForSelector("h1:has-text('Trace a sample')");
    await picture("trace-new");
    await page.fill("#why", why);
    await page.fill("#pasted", sample);
    await page.click("main button[type=submit]");
    await page.waitForSelector("text=40 rows were read");
    await page.selectOption("#column-2", "phone");
    await picture("trace-columns");
    await page.click("main button[type=submit]");
    await page.waitForSelector("text=It waits for its turn");
    const running = runNext(site.tracing.desk, found);
    await page.waitForSelector("text=Weighing who saw what stands in them (now)");
    await picture("trace-running");
    reached.resolve();
    await running;
    await page.waitForSelector("text=Who saw it, and when");
    await picture("trace-found");
    await page.goto(page.url());
    await page.click("summary:has-text('Open this person’s name')");
    await page.fill("#reason-A", "The case goes on with this person.");
    const led = page.waitForNavigation();
    await page.click("form[action$='/people/A/name'] button");
    await led;
    await page.waitForSelector("h3:has-text('Person A: Ben Banker')");
    await picture("trace-named");
    assert.deepEqual(wrong, []);
  }
});
