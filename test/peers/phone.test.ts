import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { dial, startPhone } from "#calls";
import { isId, listen, openLog } from "#platform";
import {
  keepTestField,
  openTestCall,
  openTestClient,
  openTestSite,
  openTestStaff,
  TestAuthenticator,
  TestBrowser,
  type TestCall,
  type TestClient,
  TestProvider,
  type TestSite,
} from "#test";
import { noAxe } from "./axe.ts";
import { type Browser, launchBrowser, noBrowser, type Page } from "./browser.ts";
import { openPage, see } from "./open-page.ts";

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
] as const;
const always: [string, string] = ["00:00", "00:00"];
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const shift = Object.fromEntries(days.map((day) => [day, always] as const));

let browser: Browser;
let site: TestSite;
let url: string;
const provider = new TestProvider(() => site.time.now);
const stopping = new AsyncDisposableStack();

before(async () => {
  stopping.use(await provider.listen());
  site = stopping.use(await openTestSite(provider.environment));
  const listening = await listen(site.app, "127.0.0.1", 0);
  stopping.defer(listening.stop);
  url = listening.url;
  if (noBrowser) return;
  browser = await launchBrowser();
  stopping.defer(() => browser.close());
});

after(() => stopping.disposeAsync());

/** The desk's time goes on like everybody's. */
function tick(): AsyncDisposable {
  const offset = site.time.now.getTime() - Date.now();
  const ticking = setInterval(() => {
    site.time.now = new Date(Date.now() + offset);
  }, 50);
  return { [Symbol.asyncDispose]: async () => clearInterval(ticking) };
}

/** A client with a passkey and a number that has stood long enough, whom an agent calls. */
async function called(): Promise<TestCall & { cookie: string }> {
  const own = new TestBrowser(site);
  const authenticator = new TestAuthenticator();
  const client = await own.signUp(`phoned-${site.time.now.getTime()}@example.net`, authenticator);
  await keepTestField(site, client, "phone", "+31 6 1234 5678");
  site.time.now = new Date(site.time.now.getTime() + 8 * 86_400_000);
  await own.signIn(authenticator);
  const cookie = `session=${own.cookies.get("session")}`;
  const [, session = ""] = cookie.split(".");
  assert.ok(isId("session", session));
  const made = await openTestCall(site, {
    ...{ client: { client, session } as TestClient, channel: "phone" },
    agent: await openTestStaff(site, { shift }),
  });
  await dial(site.calls.desk, made.agent.staff, made.call.id, site.time.now);
  return { ...made, cookie };
}

async function tell(made: TestCall, status: string): Promise<void> {
  const { call } = provider.newest;
  const { leg } = call;
  assert.ok(leg && isId("leg", leg) && made);
  call.says = { status, answered_at: site.time.now.toISOString() };
  assert.equal(await provider.tellStatus(site, leg, status), 204);
}

async function open(cookie: string, path: string, size: (typeof sizes)[number] = sizes[0]) {
  const { page } = await openPage({ browser, url }, cookie, size);
  await page.goto(url + path);
  return page;
}

async function lookAll(cookie: string, path: string, name: string): Promise<void> {
  for (const size of sizes) {
    const page = await open(cookie, path, size);
    await see(page, name, size);
    await page.close();
  }
}

const waitFor = (page: Page, text: string) => page.waitForSelector(`text=${text}`);

test("the page on which a phone call is approved reads well on every screen, however the call stands", {
  skip: noBrowser || noAxe,
}, async () => {
  const made = await called();
  const path = `/account/calls/${made.call.id}/approve`;
  await lookAll(made.cookie, path, "approve-ringing");
  await tell(made, "in-progress");
  await lookAll(made.cookie, path, "approve-up");
  await tell(made, "completed");
  await lookAll(made.cookie, path, "approve-none");
});

test("an agent sees at once that the client says no, and types on while calls come and go", {
  skip: noBrowser || noAxe,
}, async () => {
  await using _ticking = tick();
  const agent = await openTestStaff(site, { shift });
  const client = await openTestClient(site);
  const rings = (call: string) =>
    provider.tell(site, { type: "call.inbound", data: { provider_call: call, status: "ringing" } });
  await rings("ONE");
  const page = await open(agent.cookie, "/staff/calls/inbound", sizes[2]);
  await page.fill("#account", client.publicId);
  await rings("TWO");
  await page.waitForSelector("label:nth-of-type(2) input[type=radio]");
  assert.equal(await page.inputValue("#account"), client.publicId);
  await page.click("input[type=radio]");
  await page.click("form.card button");
  await waitFor(page, "No answer yet");
  await lookAll(agent.cookie, "/staff/calls/inbound", "inbound");
  const status = await site.calls.live.now(client.client);
  assert.ok(status.is === "inbound_claim");
  const answered = { answer: "not_me" };
  await site.post(`/account/calls/claims/${status.claim}`, answered, { cookie: client.cookie });
  await waitFor(page, "The client says that isn’t them. End the call now.");
  await lookAll(agent.cookie, "/staff/calls/inbound", "inbound-not-me");
});

test("a call stands while the provider says so by HTTP, and falls when it hangs, within its lease", async () => {
  const made = await called();
  await using _ticking = tick();
  const phone = startPhone(site.calls.desk, openLog("silent"));
  stopping.defer(() => phone.stop());
  const status = async () => (await site.calls.live.now(made.client.client)).is;
  await tell(made, "in-progress");
  for (let seconds = 0; seconds < 20; seconds++) {
    await sleep(1_000);
    assert.equal(await status(), "on_call");
  }
  provider.before = () => sleep(20_000); // it takes the question, and answers much later
  const hungAt = Date.now();
  while ((await status()) === "on_call") {
    assert.ok(Date.now() - hungAt < 16_000, "it stands for longer than its lease");
    await sleep(200);
  }
  assert.equal(await status(), "not_calling");
  provider.before = () => {};
});
