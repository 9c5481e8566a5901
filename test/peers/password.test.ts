import assert from "node:assert/strict";
import { test } from "node:test";
import { generateSync } from "otplib";
import type { Id } from "#platform";
import type { TestSite } from "#test";
import { noBrowser, type Page } from "./browser.ts";
import { openSiteInBrowser } from "./served-site.ts";

const email = "ada@example.net";
const password = "seventeen quiet herons";

/** Where the link in the mail that was sent last leads. */
async function newestLink({ accounts, opened, outbox }: TestSite): Promise<string> {
  await accounts.underWay.settled();
  const { rows } = await opened.database.query<{ links: { confirm: Id<"link"> } }>(
    "select links from outbox.messages order by registered_at desc, id desc limit 1",
  );
  assert.ok(rows[0]);
  return `/links/${outbox.linkTokens.tokenFor(rows[0].links.confirm)}`;
}

async function press(page: Page, button: string): Promise<void> {
  const left = page.waitForNavigation();
  await page.click(button);
  await left;
}

const heading = async (page: Page) => (await page.textContent("h1")) ?? "";

test("without JavaScript a client signs up with a password and an authenticator, signs out, signs in and sees the check-up", {
  skip: noBrowser,
}, async () => {
  await using stopping = new AsyncDisposableStack();
  const { browser, site, url } = await openSiteInBrowser(stopping);
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") wrong.push(request.url());
  });

  await page.goto(`${url}/sign-up`);
  await page.fill("#email", email);
  await press(page, "main form button");
  assert.match(await heading(page), /Look into your mailbox/);
  await page.goto(url + (await newestLink(site)));
  await press(page, "a[href^='/sign-up/password/']");
  const secret = (await page.textContent("samp.key"))?.replaceAll(" ", "") ?? "";
  const code = () => generateSync({ secret, epoch: site.time.now.getTime() / 1_000 });
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.fill("#code", "000000");
  await press(page, "main form button[type=submit]");
  assert.match((await page.textContent("#code-problem")) ?? "", /code/);
  assert.equal((await page.textContent("samp.key"))?.replaceAll(" ", ""), secret, "the same key");
  await page.fill("#password", password);
  await page.fill("#code", code());
  await press(page, "main form button[type=submit]");
  assert.equal(page.url(), `${url}/account`);

  await press(page, ".sign-out:visible button");
  await page.goto(`${url}/account`);
  assert.equal(new URL(page.url()).pathname, "/sign-in");

  await page.fill("#email", email);
  await page.fill("#password", password);
  await press(page, "form[action='/sign-in/password'] button");
  assert.equal(new URL(page.url()).pathname, "/sign-in/code");
  site.time.now = new Date(site.time.now.getTime() + 60_000);
  await page.fill("#code", code());
  await press(page, "form[action='/sign-in/code'] button");
  assert.equal(page.url(), `${url}/account`);
  assert.match((await page.textContent(".check-list")) ?? "", /assword/);
  assert.deepEqual(wrong, []);
});
