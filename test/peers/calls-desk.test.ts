import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { keepPastCall, openTestCall, openTestStaff, type TestSite } from "#test";
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

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
});

after(() => stopping.disposeAsync());

/** Four weeks of calls. */
async function keepPast(): Promise<void> {
  for (let day = 0; day < 28; day++) {
    for (let place = 0; place < 3 + (day % 4); place++) {
      const past = { hoursAgo: 24 * day + 1 + 2 * place, waitedHours: 4 + ((day * 7) % 20) };
      if (place === 0 && day % 3 === 0) await keepPastCall(site, { outcome: "missed", ...past });
      else if (place === 1 && day % 4 === 0) {
        await keepPastCall(site, { outcome: "missed", tries: 2, ...past });
      } else await keepPastCall(site, { outcome: "held", tries: 1, minutes: 6 + place, ...past });
    }
  }
}

test("an agent's day, live and by keys; the load that leads see", {
  skip: noBrowser || noAxe,
}, async () => {
  await keepPast();
  const always = ["08:00", "20:00"] as [string, string];
  for (const size of sizes) {
    const shift = { monday: always, wednesday: always, friday: always };
    const agent = await openTestStaff(site, { shift, roles: ["agent", "lead"] });
    const { page, wrong } = await openPage({ browser, url }, agent.cookie, size);
    const picture = (called: string) => see(page, called, size);
    await page.goto(`${url}/staff/calls`);
    await page.waitForSelector("text=No call is booked with you");
    const soon = new Date(site.time.now.getTime() + 15 * 60_000);
    const { client } = await openTestCall(site, { agent, startsAt: soon });
    await page.waitForSelector(`text=${client.publicId}`);
    await page.waitForSelector("button:disabled");
    await openTestCall(site, { agent, startsAt: new Date(soon.getTime() + 3_600_000) });
    await page.waitForSelector("h2:has-text('Later')");
    await picture("calls-day");
    site.time.now = new Date(soon.getTime() - 300_000);
    await page.waitForSelector("a.button:has-text('Call')");
    await page.keyboard.press("c");
    assert.equal(
      await page.evaluate(() => document.activeElement?.textContent?.trim()),
      "Call",
      "the one button that calls",
    );
    await picture("calls-day-window");
    await page.click("main a:has-text('Another time')");
    await page.waitForSelector("text=Move the call");
    await picture("calls-change");
    await page.goto(`${url}/staff/calls/load?days=28`);
    await page.waitForSelector("text=Load by the hour");
    await picture("calls-load");
    assert.deepEqual(wrong, []);
  }
});
