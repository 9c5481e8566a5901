import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { isTooWide, violations } from "./axe.ts";
import { type Browser, launchBrowser, noBrowser, type Page, type View } from "./browser.ts";
import { missing, peerPackage } from "./parts.ts";
import { publicPages, serveTestSite } from "./served-site.ts";

const axe = peerPackage("axe-core");
const noAxe = noBrowser || missing({ "axe-core": axe });

let browser: Browser;
let served: Awaited<ReturnType<typeof serveTestSite>>;

before(async () => {
  if (noBrowser) return;
  browser = await launchBrowser();
  served = await serveTestSite();
});

after(async () => {
  if (noBrowser) return;
  await browser.close();
  await served[Symbol.asyncDispose]();
});

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
      async (page) => {
        for (const entry of publicPages) {
          await open(page, entry);
          await page.evaluate(source);
          assert.deepEqual(await page.evaluate(violations), [], JSON.stringify(entry));
          assert.equal(
            await page.evaluate(isTooWide),
            false,
            `${JSON.stringify(entry)} is too wide`,
          );
        }
      },
    );
  });
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
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function open(page: Page, entry: string | { typed: string }): Promise<void> {
  if (typeof entry === "string") {
    await page.goto(served.url + entry);
    return;
  }
  await page.goto(`${served.url}/check`);
  await page.fill("#contact", entry.typed);
  const answered = page.waitForNavigation();
  await page.click("form[action='/check'] button[type=submit]");
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
