import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { isTooWide, violations } from "./axe.ts";
import {
  type Browser,
  type BrowserContext,
  launchBrowser,
  noBrowser,
  type Page,
  type View,
} from "./browser.ts";
import { missing, peerPackage } from "./parts.ts";
import { openMessagePages, publicPages, serveTestSite } from "./served-site.ts";

const axe = peerPackage("axe-core");
const noAxe = noBrowser || missing({ "axe-core": axe });

let browser: Browser;
let served: Awaited<ReturnType<typeof serveTestSite>>;
let messages: Awaited<ReturnType<typeof openMessagePages>>;

before(async () => {
  if (noBrowser) return;
  browser = await launchBrowser();
  served = await serveTestSite();
  messages = await openMessagePages(served.site);
});

after(async () => {
  if (noBrowser) return;
  await browser.close();
  await served[Symbol.asyncDispose]();
});

/** A path, what is typed into the checker, or what somebody asks who is signed in. */
type Entry = string | { typed: string } | { asked: string };

const views: readonly View[] = [
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
];

for (const { width, colorScheme } of views) {
  test(`axe-core finds nothing on any page at ${width} pixels, ${colorScheme}`, {
    skip: noAxe,
  }, async () => {
    const source = readFileSync(axe ?? "", "utf8");
    await inPage(
      { viewport: { width, height: 844 }, colorScheme, bypassCSP: true },
      async (page, context) => {
        const [name = "", value = ""] = messages.cookie.split("=");
        for (const entry of publicPages) await check(page, entry, source);
        await context.addCookies([{ name, value, url: served.url }]);
        for (const entry of messages.pages) await check(page, entry, source);
      },
    );
  });
}

async function check(page: Page, entry: Entry, axeSource: string): Promise<void> {
  const name = JSON.stringify(entry);
  await open(page, entry);
  if (typeof entry === "string") assert.equal(page.url(), served.url + entry); // led nowhere else
  await page.evaluate(axeSource);
  assert.deepEqual(await page.evaluate(violations), [], name);
  assert.equal(await page.evaluate(isTooWide), false, `${name} is too wide`);
}

test("no page but the one that checks proofs sends a script; none loads from elsewhere or breaks its own policy", {
  skip: noBrowser,
}, async () => {
  await inPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => {
      const isForeign = !request.url().startsWith(served.url);
      const isOther = request.resourceType() === "script" && !isVerifier(request.url());
      if (isForeign || isOther) wrong.push(request.url());
    });
    for (const entry of publicPages) await open(page, entry);
    assert.deepEqual(wrong, []);
  });
});

test("a person reaches the answer with the keyboard alone", { skip: noBrowser }, async () => {
  await inPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    await page.goto(served.url);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
    await page.keyboard.press("Enter");
    await tabTo(page, "contact");
    await page.keyboard.type("+1 202 555 0100");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".verdict");
    assert.match((await page.textContent(".verdict h1")) ?? "", /never call/);
  });
});

test("the official contacts print on one sheet", { skip: noBrowser }, async () => {
  await inPage({}, async (page) => {
    await page.goto(`${served.url}/contacts`);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length, 1);
  });
});

async function inPage(
  options: Parameters<Browser["newContext"]>[0],
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

async function open(page: Page, entry: Entry): Promise<void> {
  if (typeof entry === "string") {
    await page.goto(served.url + entry);
    return;
  }
  const [path, field, text] =
    "typed" in entry ? ["/check", "#contact", entry.typed] : ["/sent", "#message", entry.asked];
  await page.goto(served.url + path);
  await page.fill(field, text);
  const answered = page.waitForNavigation();
  await page.click(`form[action='${path}'] button[type=submit]`);
  await answered;
}

function isVerifier(url: string): boolean {
  return /^\/assets\/verify\.\w+\.js$/.test(new URL(url).pathname);
}

async function tabTo(page: Page, id: string): Promise<void> {
  const stopsMax = 15;
  for (let stop = 0; stop < stopsMax; stop++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`#${id} can't be reached with the Tab key`);
}
