import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sealEntry } from "#ledger";
import { dayMs, dayOf, transaction } from "#platform";
import { keepTestField, openTestContact, openTestStaff, type TestSite } from "#test";
import { noAxe } from "./axe.ts";
import { type Browser, noBrowser } from "./browser.ts";
import { openPage, see, signIn } from "./open-page.ts";
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

async function contact() {
  const agent = await openTestStaff(site, { team: "Frontline support" });
  const { client, ticket } = await openTestContact(site, { agent });
  for (const field of ["name", "email"]) {
    await keepTestField(site, client.client, field, "noor@example.net");
  }
  const by = { ...agent, employer: "firm", offShift: false, stepUp: false } as const;
  const reveal = async (field: "name" | "email" | "balance") =>
    await site.vault.revealing
      .look({
        ...{ by, client: client.client, ticket, field, purpose: "account_help" },
        action: "reveal",
      })
      .catch(() => undefined);
  return { client, reveal };
}

function pass(milliseconds: number): void {
  site.time.now = new Date(site.time.now.getTime() + milliseconds);
}

test("who looked, live, and one tap that says no", { skip: noBrowser || noAxe }, async () => {
  for (const size of sizes) {
    const { client, reveal } = await contact();
    const { cookie } = await client.signIn();
    const { context, page, wrong } = await openPage({ browser, url }, cookie, size);
    const signInAnew = async () => signIn(context, url, (await client.signIn()).cookie);
    const picture = (called: string) => see(page, called, size);
    await page.goto(`${url}/account/looks`);
    await picture("nobody");
    for (const days of [0, 3, 0.3, 2]) {
      pass(days * dayMs);
      await reveal("name");
      pass(90_000);
      await reveal("balance");
    }
    await signInAnew();
    await page.goto(`${url}/account/looks`);
    pass(60_000);
    await reveal("email");
    await page.waitForSelector("ul.looks >> text=E-mail address");
    await picture("looks");
    const atEdges = await page.evaluate(
      `(() => {
        const [figure, bar] = ["figure", "figure rect:last-of-type"].map((part) =>
          document.querySelector(part).getBoundingClientRect());
        return Math.abs(figure.right - bar.right) < 1;
      })()`,
    );
    assert.equal(atEdges, true, "today's bar stands at the end");
    const led = page.waitForNavigation();
    await page.click("button[value=no]");
    await led;
    assert.match((await page.textContent("main")) ?? "", /can’t see anything of yours now/);
    const sealing = { client: client.client, reason: "investigation" } as const;
    const event = /"entry":"(\w+)"/.exec(
      await (await site.get("/account/looks/list", await client.signIn())).text(),
    )?.[1] as `event_${string}`;
    const until = dayOf(new Date(site.time.now.getTime() + 9 * dayMs));
    await transaction(site.opened.database, (joined) =>
      sealEntry(
        site.appender,
        joined,
        { is: "system" },
        { ...sealing, entry: event, until },
        site.time.now,
      ),
    );
    await page.goto(`${url}/account/looks`);
    await picture("said-no");
    assert.deepEqual(wrong, []);
  }
});
