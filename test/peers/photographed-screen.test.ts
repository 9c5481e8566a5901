import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { tile } from "#mark";
import { minuteMs } from "#platform";
import { openTestStaff, type TestPerson, type TestSite } from "#test";
import { runNext } from "#trace";
import { photographed, sideBySide } from "../photographed.ts";
import { importClients, look as lookAt } from "../traced-desk.ts";
import { noAxe } from "./axe.ts";
import { type Browser, noBrowser } from "./browser.ts";
import { openPage, see } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
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

/** A photo of somebody's screen of this minute, on which something of two clients is shown, beside one that is forged. */
async function photoOf({ staff, session }: TestPerson): Promise<Buffer> {
  const { screenMarks } = site.accounts;
  const { now } = site.time;
  const clients = await importClients(site, now, { from: 0, count: 2 });
  await lookAt(site, staff, clients, { fields: ["name", "email"], since: now, session });
  const held = { id: session, holder: { is: "staff", id: staff } } as const;
  const { payload } = await screenMarks.markOf(held, now);
  const key = screenMarks.tileKey;
  return await sideBySide(
    await photographed(tile(payload, key), 9),
    await photographed(tile(payload ^ 5n, key), -14),
  );
}

test("a photo is given like a file, by keys alone, and the picture with the places of its marks stands first", {
  skip: noBrowser || noAxe,
}, async () => {
  const analyst = await openTestStaff(site, { roles: ["analyst"], name: "Ana Lyst" });
  const photo = await photoOf(await openTestStaff(site, { name: "Ben Banker" }));
  site.time.now = new Date(site.time.now.getTime() + 3 * minuteMs);
  let traced = "";
  for (const size of sizes) {
    const { page } = await openPage({ browser, url }, analyst.cookie, size);
    if (traced === "") {
      await page.goto(`${url}/staff/traces/new`);
      await page.fill("#why", "A channel offers photos of our support tool.");
      await page.setInputFiles("#sample", {
        ...{ name: "IMG-4711.jpg", mimeType: "image/jpeg", buffer: photo },
      });
      await page.evaluate('document.querySelector("main button[type=submit]").focus()');
      await page.keyboard.press("Enter");
      await page.waitForSelector("text=It waits for its turn");
      assert.ok(await runNext(site.tracing.desk, site.tracing.run));
      traced = page.url();
    }
    await page.goto(traced);
    await page.waitForSelector("text=It shows one screen of ours");
    const outlines = 'document.querySelectorAll("svg.mosaic polygon").length';
    assert.equal(await page.evaluate<number>(outlines), 2);
    await page.waitForSelector("text=It is forged, or put together from others");
    await see(page, "photo", size);
  }
});
