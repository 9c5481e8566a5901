import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  keepTestField,
  makeTestCanary,
  openTestClient,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import { look, noAxe } from "./axe.ts";
import { type Browser, noBrowser } from "./browser.ts";
import { openPage, see } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const rounds = 80;
/** Whether one answer comes before another: half the time when nothing tells them apart. This is over four standard deviations off. */
const aheadMax = 0.7;

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

const cases = ["nobody", "denied", "canary"] as const;

test("how long it takes to find nobody says nothing of why", async () => {
  await using site = await openTestSite();
  const agent = await openTestStaff(site);
  await withoutBudget(site);
  const others = await openTestContact(site);
  const canary = await openTestClient(site);
  await keepTestField(site, others.client.client, "email", "denied@example.net");
  await keepTestField(site, canary.client, "email", "canary@example.net");
  await makeTestCanary(site, canary.client);
  const times: Record<(typeof cases)[number], number[]> = { nobody: [], denied: [], canary: [] };
  for (let round = -5; round < rounds; round++) {
    const turn = Math.abs(round) % cases.length;
    for (const one of [...cases.slice(turn), ...cases.slice(0, turn)]) {
      const started = performance.now();
      const page = await search(site, agent, `${one}@example.net`);
      if (round >= 0) times[one].push(performance.now() - started);
      assert.match(page, /No client that you may see has this/);
    }
  }
  for (const one of cases) {
    for (const other of cases) {
      const share = aheadOf(times[one], times[other]);
      assert.ok(share < aheadMax, `${one} comes before ${other} in ${share} of all pairs`);
    }
  }
});

suite("the page in a browser", { skip: noBrowser || noAxe }, () => {
  const stopping = new AsyncDisposableStack();
  let browser: Browser;
  let site: TestSite;
  let url: string;
  before(async () => {
    ({ browser, site, url } = await openSiteInBrowser(stopping));
    stopping.defer(async () => site.tickets.live.stop());
  });
  after(() => stopping.disposeAsync());

  test("nobody and somebody are found by keys alone, narrow and wide, dark and light", async () => {
    const { agent, client } = await openTestContact(site);
    for (const size of sizes) {
      const { context, page } = await openPage({ browser, url }, agent.cookie, size);
      await page.goto(`${url}/staff/search`);
      await look(page, "the form");
      await page.click("#identifier");
      await page.keyboard.type("0000-0000-0000");
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      await page.waitForSelector("main [role=status] a[href='/staff/break-glass']");
      await see(page, "search-nobody", size);
      assert.equal(await page.inputValue("#identifier"), "");
      await page.click("#identifier");
      await page.keyboard.type(client.publicId);
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      await see(page, "search-found", size);
      await page.waitForSelector("main a[href^='/staff/tickets/ticket_']");
      await context.close();
    }
  });
});

async function search(site: TestSite, agent: TestPerson, identifier: string): Promise<string> {
  const fields = { by: "email", identifier };
  return await (await site.post("/staff/search", fields, { cookie: agent.cookie })).text();
}

/** So many searches as no desk allows. */
async function withoutBudget(site: TestSite): Promise<void> {
  const rules = await site.vault.desk.access();
  const budgets = { ...rules.budgets, searches_per_hour: 1_000_000, searches_per_day: 1_000_000 };
  site.vault.desk.access = async () => ({ ...rules, budgets });
}

/** In which share of all pairs one list's value is the smaller (the Mann-Whitney statistic). */
function aheadOf(times: readonly number[], others: readonly number[]): number {
  const pairs = times.flatMap((time) => others.map((other) => (time < other ? 1 : 0)));
  return pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length;
}
