import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Id, isId } from "#platform";
import { sentTo, type TestSite } from "#test";
import { look, noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { openSiteInBrowser } from "./served-site.ts";

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
});

after(() => stopping.disposeAsync());

/** A browser with a security key in it, of somebody who has an account. */
async function openOwner(view: Parameters<Browser["newContext"]>[0] = {}) {
  const context = await browser.newContext(view);
  stopping.defer(() => context.close());
  await context.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  const devTools = await context.newCDPSession(page);
  await devTools.send("WebAuthn.enable", { enableUI: false });
  await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "usb", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(`${url}/sign-up`);
  await page.fill("#email", `owner-${Math.trunc(view?.viewport?.width ?? 0)}@example.net`);
  await press(page, "main form button");
  await site.accounts.underWay.settled();
  await page.goto(`${url}/links/${await newestLink()}`);
  await prove(page);
  const session = (await context.cookies()).find(({ name }) => name === "session");
  const [client = ""] = session?.value.split(".") ?? [];
  if (!isId("client", client)) throw new Error("nobody is signed in");
  return { context, page, client, wrong };
}

async function newestLink(): Promise<string> {
  const { rows } = await site.opened.database.query<{ links: Record<string, Id<"link">> }>(
    "select links from outbox.messages order by registered_at desc, id desc limit 1",
  );
  const [link] = Object.values(rows[0]?.links ?? {});
  assert.ok(link);
  return site.outbox.linkTokens.tokenFor(link);
}

async function press(page: Page, selector: string): Promise<void> {
  const left = page.waitForNavigation();
  await page.click(selector);
  await left;
}

/** Presses the button whose form asks the security key. */
async function prove(page: Page): Promise<void> {
  const button = "form[data-passkey] button";
  await page.waitForSelector(`${button}:not([disabled])`);
  await press(page, button);
}

const titleOf = async (page: Page) => (await page.textContent("h1")) ?? "";
const mainOf = async (page: Page) => (await page.textContent("main")) ?? "";

/** Makes a master key by its pages. @returns the key, as its sheet shows it */
async function makeMasterKey(page: Page): Promise<string> {
  await page.goto(`${url}/account/master-key/new`);
  await press(page, "main form[action$='/new'] button");
  const groups = await page.evaluate(() =>
    [...document.querySelectorAll(".key-text span")].map((span) => span.lastChild?.textContent),
  );
  const asked = Number(/group (\d)/.exec((await page.textContent("label[for=group]")) ?? "")?.[1]);
  await page.fill("#group", groups[asked - 1] ?? "");
  await press(page, "main form[action='/account/master-key'] button");
  return groups.join("-");
}

const skip = noBrowser || noAxe;

test("settings are locked, loosen nothing, and open by waiting or by the master key", {
  skip,
}, async () => {
  const { page, wrong } = await openOwner({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}/account/lock`);
  assert.match(await mainOf(page), /First, make a master key/);
  const masterKey = await makeMasterKey(page);
  await page.goto(`${url}/account/lock`);
  await page.fill("#days", "3");
  await press(page, "main form[action='/account/lock'] button");
  assert.match(await mainOf(page), /Your settings are locked/);

  await page.goto(`${url}/account/addresses/new`);
  assert.match(await titleOf(page), /That wasn't done/);
  await page.goto(`${url}/account/lock/open`);
  await press(page, "main form[action$='/open'] button");
  assert.match(await mainOf(page), /Your settings unlock on November 23/);
  await page.goto(`${url}/account`);
  assert.match(await mainOf(page), /If you didn't ask for that, stop it/);
  await page.goto(`${url}/account/lock`);
  await press(page, "main form[action$='/stop'] button");
  assert.match(await mainOf(page), /Your settings are locked/);

  await page.goto(`${url}/account/lock/open`);
  await page.fill("#master-key", "ABCD-EFGH");
  await press(page, "main form[action$='/open-now'] button");
  assert.match(await mainOf(page), /isn't the master key/);
  await page.fill("#master-key", masterKey.toLowerCase());
  await press(page, "main form[action$='/open-now'] button");
  assert.match(await mainOf(page), /Your settings are unlocked/);
  assert.deepEqual(wrong, []);
});

test("the link in a notice locks without signing in or JavaScript, and the passkey unlocks", {
  skip,
}, async () => {
  const { page, client, wrong } = await openOwner({ viewport: { width: 1100, height: 900 } });
  await makeMasterKey(page);
  const notice = (await sentTo(site, client)).at(-1);
  const stranger = await browser.newContext({ javaScriptEnabled: false });
  stopping.defer(() => stranger.close());
  const mail = await stranger.newPage();
  await mail.goto(`${url}/links/${notice?.tokens.not_me}`);
  assert.match(await titleOf(mail), /Was this not you/);
  await page.goto(`${url}/account`);
  assert.equal(page.url(), `${url}/account`);
  await press(mail, "main form button");
  assert.match(await mainOf(mail), /The change that you didn't make was taken back/);

  await page.goto(`${url}/account`);
  assert.match(page.url(), /\/sign-in\?back=/);
  await prove(page);
  assert.match(await mainOf(page), /Your account is locked/);
  await page.goto(`${url}/account/master-key/new`);
  assert.match(await titleOf(page), /That wasn't done/);
  await page.goto(`${url}/account/locked`);
  await press(page, "main form[action$='/unlock'] button");
  assert.match(await mainOf(page), /Your account is unlocked/);
  await page.goto(`${url}/account/master-key`);
  assert.match(await mainOf(page), /You have no master key/);
  assert.deepEqual(wrong, []);
});

const pages = [
  "/account",
  "/account/lock",
  "/account/lock/open",
  "/account/locked",
  "/account/master-key",
  "/account/addresses",
  "/not-me/wrong",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`pages of an account fit a phone and can be used by everyone, ${colorScheme}`, {
    skip,
  }, async () => {
    const viewport = { width: colorScheme === "light" ? 390 : 391, height: 844 };
    const { page } = await openOwner({ viewport, colorScheme, bypassCSP: true });
    await makeMasterKey(page);
    await page.goto(`${url}/account/addresses/new`);
    await look(page, "/account/addresses/new");
    await page.goto(`${url}/account/lock`);
    await press(page, "main form[action='/account/lock'] button");
    for (const path of pages) {
      await page.goto(url + path);
      await look(page, path);
    }
  });
}
