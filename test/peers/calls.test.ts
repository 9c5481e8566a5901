import assert from "node:assert/strict";
import { availableParallelism, loadavg } from "node:os";
import { after, before, test } from "node:test";
import { setTimeout as pass } from "node:timers/promises";
import { beginLeg, hear } from "#calls";
import { listen, system } from "#platform";
import { openTestCall, openTestSite, type TestCall, type TestSite } from "#test";
import { noAxe } from "./axe.ts";
import {
  type Browser,
  type BrowserContext,
  launchBrowser,
  noBrowser,
  type Page,
} from "./browser.ts";
import { Coturn, noCoturn } from "./coturn.ts";
import { Gate } from "./gate.ts";
import { see, signIn } from "./open-page.ts";

const callsCount = 20;

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

type Served = {
  site: TestSite;
  url: string;
  /** Lets the desk's time stand still: nothing lapses, however slow this machine is. */
  hold(): void;
};

/** A browser whose microphones beep, one that keeps them from pages, and one that has none. */
let speaking: Browser;
let refusing: Browser;
let bare: Browser;
let near: Served;
let relayed: Served;
let coturn: Coturn;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  speaking = await launchBrowser([
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
  ]);
  stopping.defer(() => speaking.close());
  const device = "--use-fake-device-for-media-stream";
  refusing = await launchBrowser([device, "--deny-permission-prompts"]);
  stopping.defer(() => refusing.close());
  bare = await launchBrowser();
  stopping.defer(() => bare.close());
  near = await serve();
  if (noCoturn) return;
  coturn = stopping.use(new Coturn());
  await coturn.start();
  relayed = await serve({ CALLS_TURN_URLS: coturn.url, CALLS_TURN_SECRET: coturn.secret });
});

after(() => stopping.disposeAsync());

/** The desk on a port of its own; its time passes as ours does. */
async function serve(environment: Record<string, string> = {}): Promise<Served> {
  const site = stopping.use(await openTestSite(environment));
  site.time.now = new Date(); // coturn reads the real one
  let before = performance.now();
  const ticking = setInterval(() => {
    const now = performance.now();
    site.time.now = new Date(site.time.now.getTime() + now - before);
    before = now;
  }, 50);
  const hold = () => clearInterval(ticking);
  stopping.defer(hold);
  const { url, stop } = await listen(site.app, "127.0.0.1", 0);
  stopping.defer(stop);
  return { site, url, hold };
}

type Side = { page: Page; context: BrowserContext; wrong: string[] };

async function open(
  { url }: Served,
  cookie: string,
  path: string,
  browser = speaking,
  size: (typeof sizes)[number] = sizes[2],
): Promise<Side> {
  const context = await browser.newContext(size);
  stopping.defer(() => context.close());
  await context.addInitScript(keepConnections);
  await signIn(context, url, cookie);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(url + path);
  return { page, context, wrong };
}

/** Runs inside the page, before its own scripts: keeps what the page connects by, so that the test can ask it. */
function keepConnections(): void {
  const kept: RTCPeerConnection[] = [];
  Object.assign(window, { connections: kept });
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(made, [configuration]) {
      const connection = new made(configuration as RTCConfiguration);
      kept.push(connection);
      return connection;
    },
  });
}

type Sound = { received: number; sent: number; ways: string[]; codec: string; secured: string };

/** Runs inside the page. */
async function soundOf(): Promise<Sound> {
  const { connections } = window as unknown as { connections: RTCPeerConnection[] };
  const all = [...((await connections.at(-1)?.getStats())?.values() ?? [])];
  const of = (type: string) => all.filter((one) => one.type === type);
  return {
    received: of("inbound-rtp").reduce((sum, { bytesReceived }) => sum + bytesReceived, 0),
    sent: of("outbound-rtp").reduce((sum, { bytesSent }) => sum + bytesSent, 0),
    ways: of("local-candidate").map(({ candidateType }) => candidateType),
    codec: of("codec")
      .map(({ mimeType }) => mimeType)
      .join(),
    secured: of("transport")
      .map(({ dtlsState, srtpCipher }) => `${dtlsState} ${srtpCipher}`)
      .join(),
  };
}

async function bothPages(served: Served, made: TestCall): Promise<{ agent: Side; client: Side }> {
  const { agent, client, call } = made;
  return {
    agent: await open(served, agent.cookie, `/staff/calls/${call.id}`),
    client: await open(served, client.cookie, `/account/calls/${call.id}/talk`),
  };
}

async function ring({ agent, client }: { agent: Side; client: Side }): Promise<void> {
  await agent.page.click('[data-do="call"]:not([disabled])');
  await client.page.waitForSelector('[data-when="ringing"]:not([hidden])');
}

const connected = '[data-put="connection"]:has-text("Connected")';

/** Answers, and waits until both sides hear. @returns milliseconds from the answer to the sound */
async function answer({ agent, client }: { agent: Side; client: Side }): Promise<number> {
  const begun = performance.now();
  await client.page.click('[data-when="ringing"] [data-do="answer"]');
  await Promise.all([agent, client].map(({ page }) => page.waitForSelector(connected)));
  return performance.now() - begun;
}

async function untilHeard({ page }: Side, bytes: number): Promise<Sound> {
  for (let tries = 0; tries < 100; tries += 1) {
    const sound = await page.evaluate(soundOf);
    if (sound.received > bytes && sound.sent > bytes) return sound;
    await pass(100);
  }
  throw new Error(`nothing is heard: ${JSON.stringify(await page.evaluate(soundOf))}`);
}

async function hangUp({ page }: Side): Promise<void> {
  await page.click('[data-do="hang-up"]:visible');
}

const over = '[data-when="over"]:not([hidden])';

test("two pages talk on one network, choose the words, and hang up; each says how it stands", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const size of sizes) {
    const made = await openTestCall(near.site);
    const { call } = made;
    const agent = await open(near, made.agent.cookie, `/staff/calls/${call.id}`, speaking, size);
    const client = await open(
      near,
      made.client.cookie,
      `/account/calls/${call.id}/talk`,
      speaking,
      size,
    );
    const picture = ({ page }: Side, called: string) => see(page, called, size);
    await picture(agent, "console");
    await client.page.click('[data-do="ready"]');
    await client.page.waitForSelector("text=Your microphone works.");
    await picture(client, "talk-ready");
    await ring({ agent, client });
    await agent.page.waitForSelector("text=It rings at the client’s.");
    await picture(client, "talk-ringing");
    await picture(agent, "console-ringing");
    await answer({ agent, client });
    const [heard] = await Promise.all([untilHeard(client, 2_000), untilHeard(agent, 2_000)]);
    assert.match(heard.codec, /^audio\/opus(,audio\/opus)*$/);
    assert.match(heard.secured, /^connected (?:SRTP|AEAD)_AES/);
    await agent.page.waitForSelector("text=The client has answered.");
    const said = (await agent.page.textContent(".spoken-words"))?.trim() ?? "";
    assert.match(said, /^[a-z]+ [a-z]+$/);
    await picture(client, "talk-talking");
    await picture(agent, "console-talking");
    await client.page.click(`[data-do="pick"]:has-text("${said}")`);
    await client.page.waitForSelector("text=Those are the words.");
    await agent.page.waitForSelector("text=The client chose these words.");
    await hangUp(client);
    await Promise.all([
      client.page.waitForSelector(over),
      agent.page.waitForSelector("text=The call is over."),
    ]);
    await picture(client, "talk-over");
    await picture(agent, "console-over");
    const after = client.page.waitForNavigation();
    await client.page.click("[data-after]");
    await after;
    await picture(client, "after");
    assert.deepEqual([...agent.wrong, ...client.wrong], []);
    await Promise.all([agent.context.close(), client.context.close()]);
  }
});

test("of a call by phone the client's page says how it stands, and has its words", {
  skip: noBrowser || noAxe,
}, async () => {
  const { site } = near;
  const made = await openTestCall(site, { channel: "phone" });
  const path = `/account/calls/${made.call.id}/talk`;
  const client = await open(near, made.client.cookie, path, bare, sizes[0]);
  await client.page.waitForSelector("text=We call your phone");
  const leg = await beginLeg(site.calls.desk, made.agent.staff, made.call.id, site.time.now);
  await client.page.waitForSelector('[data-when="ringing"]:not([hidden])');
  const answered = { is: "answered", at: site.time.now } as const;
  await hear(site.calls.desk, system, leg, answered, site.time.now);
  await client.page.waitForSelector('[data-when="talking"]:not([hidden])');
  await see(client.page, "talk-phone", sizes[0]);
  await client.page.click('[data-choice="none"]');
  await client.page.waitForSelector(`${over}:has-text("the two words were wrong")`);
  assert.deepEqual(client.wrong, []);
});

test(`${callsCount} calls through coturn: sound both ways, relayed alone, and set up within two seconds`, {
  skip: noBrowser || noCoturn,
}, async () => {
  const { site } = relayed;
  const tookMs: number[] = [];
  for (let count = 0; count < callsCount; count += 1) {
    const made = await openTestCall(site);
    const sides = await bothPages(relayed, made);
    await ring(sides);
    tookMs.push(await answer(sides));
    for (const side of [sides.agent, sides.client]) {
      const { ways } = await untilHeard(side, 2_000);
      assert.ok(ways.length > 0 && ways.every((way) => way === "relay"), ways.join());
    }
    await hangUp(sides.agent);
    await sides.client.page.waitForSelector(over);
    assert.deepEqual([...sides.agent.wrong, ...sides.client.wrong], []);
    await Promise.all([sides.agent.context.close(), sides.client.context.close()]);
  }
  tookMs.sort((a, b) => a - b);
  const p95 = tookMs[Math.ceil(0.95 * tookMs.length) - 1] ?? Number.POSITIVE_INFINITY;
  process.stdout.write(
    `# set up: median ${Math.round(tookMs[tookMs.length >> 1] ?? 0)} ms, p95 ${Math.round(p95)} ms\n`,
  );
  // Where other work waits for the same processors, the time says nothing of the calls.
  const isBusy = (loadavg()[0] ?? 0) > 2 * availableParallelism();
  assert.ok(isBusy || p95 < 2_000, `${p95}`);
});

test("a microphone that is refused, or isn't there, is said with its remedy; the client may listen, and is told so", {
  skip: noBrowser,
}, async () => {
  for (const [browser, remedy] of [
    [refusing, "Your browser keeps the microphone from this page."],
    [bare, "Your browser finds no microphone."],
  ] as const) {
    const made = await openTestCall(near.site);
    const path = `/account/calls/${made.call.id}/talk`;
    const agent = await open(near, made.agent.cookie, `/staff/calls/${made.call.id}`);
    const client = await open(near, made.client.cookie, path, browser);
    await client.page.click('[data-do="ready"]');
    await client.page.waitForSelector(`[data-put="microphone-test"]:has-text("${remedy}")`);
    // That it rings reaches the desk late, which then tells the page once more.
    const said = Promise.withResolvers<void>();
    await client.page.route("**/ringing", async (route) => {
      await said.promise;
      await route.continue();
    });
    await ring({ agent, client });
    await client.page.click('[data-when="ringing"] [data-do="answer"]');
    await client.page.waitForSelector(`[data-when="microphone"]:has-text("${remedy}")`);
    said.resolve();
    await agent.page.waitForSelector("text=It rings at the client’s.");
    await pass(500);
    assert.ok(await client.page.isVisible(`[data-when="microphone"]:has-text("${remedy}")`));
    assert.equal((await near.site.calls.live.now(made.client.client)).is, "calling");
    await client.page.click('[data-do="listen"]');
    await Promise.all([agent, client].map(({ page }) => page.waitForSelector(connected)));
    await client.page.waitForSelector("text=You only listen");
    for (let tries = 0; (await client.page.evaluate(soundOf)).received < 2_000; tries += 1) {
      assert.ok(tries < 100, "the agent is heard");
      await pass(100);
    }
    await hangUp(client);
    await agent.page.waitForSelector("text=The call is over.");
    assert.deepEqual([...agent.wrong, ...client.wrong], []);
    await Promise.all([agent.context.close(), client.context.close()]);
  }
  const made = await openTestCall(near.site);
  const agent = await open(near, made.agent.cookie, `/staff/calls/${made.call.id}`, bare);
  await agent.page.click('[data-do="call"]:not([disabled])');
  await agent.page.waitForSelector("text=Your browser finds no microphone.");
  assert.equal((await near.site.calls.live.now(made.client.client)).is, "never_called");
});

test("rings on every device; who answers elsewhere is told, can stop it, and a tab that is closed ends it", {
  skip: noBrowser,
}, async () => {
  const made = await openTestCall(near.site);
  const sides = await bothPages(near, made);
  const { cookie } = await made.client.signIn();
  const path = `/account/calls/${made.call.id}/talk`;
  const other = await open(near, cookie, path);
  await ring(sides);
  await other.page.waitForSelector('[data-when="ringing"]:not([hidden])');
  await answer(sides);
  await other.page.waitForSelector("text=This call was answered in another window");
  await other.page.click('[data-when="elsewhere"] [data-do="hang-up"]');
  await Promise.all([other, sides.client].map(({ page }) => page.waitForSelector(over)));
  await sides.agent.page.waitForSelector("text=The call is over.");
  const again = await openTestCall(near.site);
  const second = await bothPages(near, again);
  await ring(second);
  await answer(second);
  await second.client.context.close();
  // The page's last word ends it; where a browser doesn't send that any more, the lease does.
  await second.agent.page.waitForSelector("text=/The call is over|The connection was lost\\./");
  assert.equal((await near.site.calls.live.now(again.client.client)).is, "not_calling");
});

test("neither page says that a call goes on when the desk is silent, or isn't reached, however well the two hear each other", {
  skip: noBrowser || noAxe,
}, async () => {
  const says = ({ page }: Side, state: string) =>
    page.waitForSelector(`[data-when~="${state}"]:not([hidden])`);
  const { site } = near;
  const made = await openTestCall(site);
  const gate = stopping.use(new Gate());
  const sides = await bothPages({ ...near, url: await gate.open(near.url) }, made);
  const both = [sides.agent, sides.client];
  await ring(sides);
  await answer(sides);
  await Promise.all(both.map((side) => says(side, "talking")));
  await sides.client.context.setOffline(true);
  await says(sides.client, "unknown");
  assert.ok(!(await sides.client.page.isVisible("text=You are on a call with us")));
  assert.ok(!(await sides.client.page.isVisible("text=You can speak")));
  await see(sides.client.page, "talk-unknown", sizes[0]);
  await sides.client.context.setOffline(false);
  await says(sides.client, "talking");
  gate.let(false);
  await Promise.all(both.map((side) => says(side, "unknown")));
  assert.ok(!(await sides.agent.page.isVisible("text=The client has answered.")));
  assert.ok(!(await sides.agent.page.isVisible('[data-put="connection"]')));
  await see(sides.agent.page, "console-unknown", sizes[2]);
  await hangUp(sides.client);
  await says(sides.client, "over");
  gate.let(true);
  await Promise.all(both.map((side) => says(side, "over")));
  assert.deepEqual([...sides.agent.wrong, ...sides.client.wrong], []);
});

test("a network that changes is connected anew within the lease; one that stays away ends the call", {
  skip: noBrowser || noCoturn,
}, async () => {
  const { site, hold } = relayed;
  const made = await openTestCall(site);
  const sides = await bothPages(relayed, made);
  await ring(sides);
  await answer(sides);
  const before = await untilHeard(sides.client, 2_000);
  hold();
  await coturn.stop();
  await sides.client.page.waitForSelector("text=We are connecting again");
  await coturn.start();
  await Promise.all([sides.agent, sides.client].map(({ page }) => page.waitForSelector(connected)));
  await untilHeard(sides.client, before.received + 2_000);
  assert.equal((await site.calls.live.now(made.client.client)).is, "on_call");
  await coturn.stop();
  await sides.client.page.waitForSelector("text=We are connecting again");
  site.time.now = new Date(site.time.now.getTime() + 15_000);
  await sides.client.page.waitForSelector('[data-put="over"]:has-text("The connection was lost")');
  await sides.agent.page.waitForSelector("text=The connection was lost.");
  assert.equal((await site.calls.live.now(made.client.client)).is, "not_calling");
});
