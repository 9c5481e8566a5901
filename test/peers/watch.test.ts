import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { dayMs, uuidOf } from "#platform";
import { openTestContact, openTestStaff, type TestPerson, type TestSite } from "#test";
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

const days = 28;

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
});

after(() => stopping.disposeAsync());

/** Four weeks of somebody's work, as it is counted. */
async function worked({ staff }: TestPerson, reveals: (day: number) => number): Promise<void> {
  const today = Math.floor(site.time.now.getTime() / dayMs) * dayMs;
  for (let back = 0; back < days; back += 1) {
    const at = new Date(today - back * dayMs);
    await site.opened.database.query(
      `insert into vault.counts (staff, day, hour, reveals) values ($1, $2, $2, $3)
       on conflict (staff, day) do update set reveals = excluded.reveals`,
      [uuidOf(staff), at, reveals(days - back)],
    );
  }
}

/** Looks at clients who never asked: all refused. */
async function lookUp({ staff, session }: TestPerson, clients: number): Promise<void> {
  const by = { staff, session, employer: "firm", offShift: false, stepUp: false } as const;
  for (let place = 0; place < clients; place += 1) {
    const { client } = (await openTestContact(site)).client;
    const asked = {
      by,
      client,
      ticket: undefined,
      field: "balance",
      purpose: "account_help",
    } as const;
    await assert.rejects(site.vault.revealing.look({ ...asked, action: "reveal" }));
  }
}

test("whom to look into, by keys and live; a case, and containing it", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const [at, size] of sizes.entries()) {
    const lead = await openTestStaff(site, { roles: ["lead"], name: `Lena Lead ${at}` });
    const thief = await openTestStaff(site, { name: `Ben Banker ${at}` });
    const other = await openTestStaff(site, { name: `Cleo Clerk ${at}` });
    for (let peer = 0; peer < 6; peer += 1) {
      await worked(await openTestStaff(site), (day) => 3 + ((day * (peer + 3)) % 5));
    }
    await worked(thief, (day) => (day < 20 ? 4 + (day % 3) : 2 * (day - 15)));
    await lookUp(thief, 6);
    site.vault.alarms.raise(site.time.now);
    const { page, wrong } = await openPage({ browser, url }, lead.cookie, size);
    const picture = (called: string) => see(page, called, size);
    await page.goto(`${url}/staff/watch`);
    await page.waitForSelector(`text=Ben Banker ${at}`);
    site.time.now = new Date(site.time.now.getTime() + 1_000);
    await lookUp(other, 4);
    site.vault.alarms.raise(site.time.now);
    await page.waitForSelector(`text=Cleo Clerk ${at}`);
    await picture("watch");
    await page.click(`main a:has-text("Ben Banker ${at}")`);
    await page.waitForSelector("text=6 clients had never written");
    await picture("case");
    const led = page.waitForNavigation();
    await page.click('form[action$="/contain"] button');
    await led;
    await page.waitForSelector("text=The log’s next signed head will have it.");
    await picture("contained");
    await page.keyboard.press("u");
    await page.waitForSelector("h1:has-text('Watch')");
    await page.keyboard.press("j");
    assert.equal(await page.evaluate(() => document.activeElement?.matches("[data-row]")), true);
    assert.deepEqual(wrong, []);
  }
});
