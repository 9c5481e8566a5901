import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { decideTestApproval, openTestStaff, type TestSite } from "#test";
import { noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { openPage, see } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const sizes = [
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

const text = `Kraken said that about 2,000 accounts were potentially viewed.
Kraken said that it refuses to pay.`;
const pays = "Kraken says that it refuses to pay.";
const viewed = "Kraken says that about 2,000 accounts were potentially viewed.";
const reason = "It is the firm’s word, by a named publisher.";

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
});

after(() => stopping.disposeAsync());

test("a brief is begun, sourced, decided on, written and published in pages, by keys where there are many of something", {
  skip: noBrowser || noAxe,
}, async () => {
  const writer = { roles: ["comms"], name: "Cora Comms", team: "press", employer: "Larkmoor" };
  const second = { roles: ["comms"], name: "Sol Second", team: "agency", employer: "Vendor" };
  const [comms, approver] = [await openTestStaff(site, writer), await openTestStaff(site, second)];
  for (const size of sizes) {
    // Approvals of one moment have no order.
    site.time.now = new Date(site.time.now.getTime() + 60_000);
    const { context, page, wrong } = await openPage({ browser, url }, comms.cookie, size);
    stopping.defer(() => context.close());
    const seen = async (called: string) => await see(page, called, size);
    const brief = await begin(page, seen);
    await decide(page, brief, seen);
    await write(page, brief, seen);
    const approval = await decideTestApproval(site, approver);
    assert.equal(approval.status, 303);
    await page.goto(`${url}/briefs/${brief}`);
    await page.waitForSelector(`h1:has-text("${pays}")`);
    assert.deepEqual(wrong, []);
  }
});

type Seen = (called: string) => Promise<void>;

/** From an empty list to claims that rules proposed and somebody took. @returns the brief's id */
async function begin(page: Page, seen: Seen): Promise<string> {
  await page.goto(`${url}/staff/briefs`);
  await seen("briefs");
  await page.goto(`${url}/staff/briefs/new`);
  await page.fill("#title", "Kraken is extorted");
  await page.fill("#firm", "Kraken");
  await page.click("input[value=third_party]");
  await page.click("main form.card button");
  await page.waitForSelector("#pasted");
  await seen("brief-source-new");
  await page.fill("#publisher", "Example Times");
  await page.click("main form.card button");
  await page.waitForSelector("[role=alert]");
  assert.equal(await page.inputValue("#publisher"), "Example Times");
  await page.selectOption("#kind", "press_original");
  await page.fill("#published", "2026-04-14");
  await page.fill("#pasted", text);
  await page.click("main form.card button");
  await page.waitForSelector("#proposals");
  await seen("brief-source");
  for (const key of ["j", "a", "a", "s", "Enter"]) await page.keyboard.press(key);
  await page.waitForSelector("p:has-text('What you chose is kept.')");
  return /brief_\w+/.exec(page.url())?.[0] ?? "";
}

/** Both claims are the firm's word by one decision; then readers may see them. */
async function decide(page: Page, brief: string, seen: Seen): Promise<void> {
  const path = `${url}/staff/briefs/${brief}`;
  await page.goto(`${path}/proposals`);
  await seen("brief-proposals");
  for (const key of ["j", "x", "x", "d", " "]) await page.keyboard.press(key);
  await page.fill("#reason", reason);
  await page.click("main form button");
  await page.waitForSelector("p:has-text('They are decided')");
  for (const claim of [1, 2]) {
    await page.goto(`${path}/claims/${claim}`);
    await seen("brief-claim");
    await page.click("input[value=public]");
    await page.fill("#reason", "Readers may see what the firm says.");
    await page.click("form[action$='/decide'] button");
    await page.waitForSelector("p:has-text('It is decided')");
  }
  await page.goto(path);
  await seen("brief-claims");
}

/** No sentence is saved without a claim; then the edition is prepared and asked for. */
async function write(page: Page, brief: string, seen: Seen): Promise<void> {
  const path = `${url}/staff/briefs/${brief}`;
  await page.goto(`${path}/questions`);
  await page.fill("#text", "How did the firm notice?");
  await page.fill("#slot", "detected_by");
  await page.fill("#asked_on", "2026-04-14");
  await page.click("form[action$='/questions'] button");
  await page.waitForSelector("p:has-text('It is asked.')");
  await seen("brief-questions");
  await page.goto(`${path}/draft`);
  await page.fill("[name=text-headline]", pays);
  await page.fill("[name=text-summary]", viewed);
  await page.fill("[name=claims-summary]", "1");
  await page.fill("[name=text-firm_says]", viewed);
  await page.fill("[name=claims-firm_says]", "1");
  await page.click("button[value=save]");
  await page.waitForSelector("[role=alert]");
  await seen("brief-draft-refused");
  assert.equal(await page.inputValue("[name=text-headline]"), pays, "nothing typed is lost");
  await page.fill("[name=claims-headline]", "2");
  await page.click("button[value=save]");
  await page.waitForSelector("p:has-text('The sentences are saved.')");
  await page.goto(`${path}/edition`);
  await page.waitForSelector("h2:has-text('nothing keeps it from being published')");
  await seen("brief-edition");
  await page.click("form[action$='/edition'] button");
  await page.waitForSelector("form[action$='/ask']");
  await seen("brief-prepared");
  await page.fill("#reason", "It is ready for its readers.");
  await page.click("form[action$='/ask'] button");
  await page.waitForSelector("p:has-text('Somebody was asked to decide.')");
}
