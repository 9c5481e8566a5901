import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openTestBriefs, openTestStaff, type TestSite } from "#test";
import { noAxe } from "./axe.ts";
import { type Browser, noBrowser } from "./browser.ts";
import { see } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const windows = [
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;
/** Where pictures go for who wants to look at them. */
const pictures = process.env.PICTURES;

let browser: Browser;
let site: TestSite;
let url: string;
let briefs: Awaited<ReturnType<typeof openTestBriefs>>;
let brief: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
  briefs = stopping.use(await openTestBriefs(site));
  const asker = await openTestStaff(site, {
    roles: ["counsel"],
    team: "law",
    employer: "Larkmoor",
  });
  const second = await openTestStaff(site, { roles: ["comms"], team: "press", employer: "Vendor" });
  brief = await briefs.writeKraken();
  await briefs.publish({ site, asker, second }, brief);
});

after(() => stopping.disposeAsync());

test("a published brief is read in every window and colour, in each of its languages", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const shown of windows) {
    const context = await browser.newContext(shown);
    stopping.defer(() => context.close());
    const page = await context.newPage();
    for (const path of [
      "/briefs",
      "/briefs?since=2020-01-01",
      `/briefs/${brief}`,
      `/briefs/${brief}/de`,
    ]) {
      await page.goto(url + path);
      await see(page, path.replaceAll(/\W+/g, "-"), shown);
    }
  }
});

test("a published brief is read, disputed and printed without a script, and is small", {
  skip: noBrowser,
}, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  stopping.defer(() => context.close());
  const page = await context.newPage();
  const path = `${url}/briefs/${brief}`;
  const sent = await (await fetch(path)).arrayBuffer();
  assert.ok(sent.byteLength < 30_000, `${sent.byteLength} bytes`);
  await page.goto(`${url}/briefs`);
  await page.click(`a[href='/briefs/${brief}']`);
  await page.waitForSelector("h2:has-text('What Is Disputed')");
  const pdf = await page.pdf({ format: "A4" });
  if (pictures) await writeFile(`${pictures}/brief.pdf`, pdf);
  await page.fill("#dispute-claim", "2");
  await page.fill("#dispute-words", "The firm told another number in its letter.");
  await page.click("#dispute button");
  await page.waitForSelector("#dispute[role=status]");
  assert.match((await briefs.run("disputes", brief)).stdout, /another number in its letter/);
});
