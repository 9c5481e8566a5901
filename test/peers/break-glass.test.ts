import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  keepTestField,
  openTestClient,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import { look, noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page, type View } from "./browser.ts";
import { signIn } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const reason = "The client was robbed of the phone, and the police have to be told where to go.";
const pictures = process.env.PICTURES;

const views: readonly View[] = [
  { width: 390, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
];

let browser: Browser;
let site: TestSite;
let url: string;
let asker: TestPerson;
let approver: TestPerson;
let reviewer: TestPerson;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
  asker = await openTestStaff(site, { name: "Sam Okafor" });
  const other = { team: "Risk", employer: "Trustwell", roles: ["approver"] };
  approver = await openTestStaff(site, { ...other, name: "Ana Costa" });
  const third = { team: "Audit", employer: "Checkwell", roles: ["analyst"] };
  reviewer = await openTestStaff(site, { ...third, name: "Ines Roth" });
});

after(() => stopping.disposeAsync());

const wrong: string[] = [];

async function openPage(
  { cookie }: TestPerson,
  { width, colorScheme }: View,
  javaScriptEnabled = true,
): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled });
  await signIn(context, url, cookie);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  return page;
}

async function seen(page: Page, name: string, { width, colorScheme }: View): Promise<void> {
  await look(page, `${name} at ${width}, ${colorScheme}`);
  if (!pictures) return;
  const path = `${pictures}/${name}-${width}-${colorScheme}.png`;
  await page.screenshot({ path, fullPage: true });
}

/** By keyboard: what leads to another page, or does something in this one. */
async function press(page: Page, selector: string): Promise<void> {
  const led = page.waitForNavigation();
  await enter(page, selector);
  await led;
}

async function enter(page: Page, selector: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    document.querySelector<HTMLElement>(wanted)?.focus();
  }, selector);
  await page.keyboard.press("Enter");
}

for (const view of views) {
  test(`break-glass from the ask to its review, live and by keys, at ${view.width}, ${view.colorScheme}`, {
    skip: noBrowser || noAxe,
  }, async () => {
    const client = await openTestClient(site);
    await keepTestField(site, client.client, "name", "Noor Example");
    await keepTestField(site, client.client, "phone", "+31612345678");
    const asking = await openPage(asker, view);
    await asking.goto(`${url}/staff/break-glass`);
    await asking.selectOption("[name=by]", "account");
    await asking.fill("#identifier", client.publicId);
    await asking.click("[name=field_phone]");
    await asking.click("[name=field_name]");
    await asking.click("[name=field_address]");
    await asking.selectOption("#purpose", "security_help");
    await asking.fill("#reason", reason);
    await asking.click("main form summary");
    await asking.fill("#sealed_days", "3");
    await asking.selectOption("#sealed_because", "investigation");
    await seen(asking, "ask", view);
    await press(asking, "form[action='/staff/break-glass'] button");
    const path = new URL(asking.url()).pathname;
    await seen(asking, "waiting", view);

    const drawn = await openPage(approver, view);
    await drawn.goto(`${url}/staff/approvals`);
    assert.match((await drawn.textContent("main")) ?? "", /Sam Okafor[\s\S]*Ana Costa/);
    await seen(drawn, "approvals", view);
    await press(drawn, "article a");
    await seen(drawn, "history", view);
    await drawn.goto(`${url}/staff/approvals`);
    const opened = asking.waitForSelector("[data-left]");
    await press(drawn, "button[value=approved]");
    await opened; // live: nobody loaded the page again
    await seen(asking, "given", view);
    await enter(asking, '[data-field="phone"] button');
    await asking.waitForSelector('[data-field="phone"] [aria-label="Hide: Phone number"]');
    assert.equal(await asking.textContent('[data-field="phone"] [data-value]'), "+31612345678");
    await seen(asking, "shown", view);
    await asking.keyboard.press("Enter");
    const mask = (await asking.textContent('[data-field="phone"] [data-value]')) ?? "";
    assert.ok(mask !== "" && !mask.includes("123456"));
    const plain = await openPage(asker, view, false);
    await plain.goto(url + path);
    await press(plain, '[data-field="name"] button');
    assert.equal(await plain.textContent('[data-field="name"] [data-value]'), "Noor Example");

    const reviewing = await openPage(reviewer, view);
    await reviewing.goto(`${url}/staff/reviews`);
    await seen(reviewing, "reviews", view);
    await reviewing.click("[name=finding][value=wrong]");
    await reviewing.fill("textarea[name=note]", "The police were never told; nothing had to be.");
    await press(reviewing, "form[action^='/staff/reviews/'] button");
    await seen(reviewing, "reviewed", view);
    await asking.goto(`${url}/staff/break-glass`);
    await seen(asking, "own", view);
    assert.deepEqual(wrong, []);
  });
}
