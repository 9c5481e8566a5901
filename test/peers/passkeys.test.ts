import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Id } from "#platform";
import { sentTo, type TestSite } from "#test";
import { isTooWide, violations } from "./axe.ts";
import { type Browser, type BrowserContext, noBrowser, type Page } from "./browser.ts";
import { missing, peerPackage } from "./parts.ts";
import { openSiteInBrowser } from "./served-site.ts";

const axe = peerPackage("axe-core");
const waitsMax = 100;
const waitMs = 50;

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
});

after(() => stopping.disposeAsync());

/** The traits of Chromium's virtual authenticators (WebAuthn Level 3 §12, by way of CDP). */
type Virtual = {
  transport: "usb" | "internal";
  isUserVerified?: boolean;
  defaultBackupEligibility?: boolean;
  defaultBackupState?: boolean;
};

const phone: Virtual = {
  transport: "internal",
  defaultBackupEligibility: true,
  defaultBackupState: true,
};
const laptop: Virtual = { transport: "internal" };
const securityKey: Virtual = { transport: "usb" };

type Seat = {
  context: BrowserContext;
  page: Page;
  /** What the browser said against its own rules, or failed with. */
  wrong: string[];
  plug(virtual: Virtual): Promise<string>;
  unplug(authenticator: string): Promise<void>;
  /** The passkeys of an authenticator, to carry them to another. */
  passkeys(authenticator: string): Promise<object[]>;
  insert(authenticator: string, passkey: object): Promise<void>;
};

/**
 * A browser of somebody's own, with room for authenticators. Unless it `offersInField`, passkeys are asked for by the
 * button alone: a virtual authenticator answers what is offered at the field at once.
 */
async function openSeat(
  options: Parameters<Browser["newContext"]>[0] = {},
  { offersInField = false } = {},
): Promise<Seat> {
  const context = await browser.newContext(options);
  stopping.defer(() => context.close());
  if (!offersInField) {
    await context.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
  }
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  return {
    context,
    page,
    wrong,
    plug: async (virtual) => {
      const always = { protocol: "ctap2", hasResidentKey: true, hasUserVerification: true };
      const usual = { isUserVerified: true, automaticPresenceSimulation: true };
      const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
        options: { ...always, ...usual, ...virtual },
      });
      return authenticatorId;
    },
    unplug: async (authenticatorId) => {
      await session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    },
    passkeys: async (authenticatorId) => {
      const { credentials } = await session.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials;
    },
    insert: async (authenticatorId, credential) => {
      await session.send("WebAuthn.addCredential", { authenticatorId, credential });
    },
  };
}

/** Follows the link of the mail that was sent last, to the choice of how to sign in. */
async function askForAccount({ page }: Seat, email: string): Promise<void> {
  await page.goto(`${url}/sign-up`);
  await page.fill("#email", email);
  await press(page, "main form button");
  assert.match((await page.textContent("h1")) ?? "", /Look into your mailbox/);
  await site.accounts.underWay.settled();
  const { rows } = await site.opened.database.query<{ links: { confirm: Id<"link"> } }>(
    "select links from outbox.messages order by registered_at desc, id desc limit 1",
  );
  const link = rows[0]?.links.confirm;
  assert.ok(link);
  await page.goto(`${url}/links/${site.outbox.linkTokens.tokenFor(link)}`);
  assert.match((await page.textContent("h1")) ?? "", /Choose how you sign in/);
}

async function press(page: Page, selector: string): Promise<void> {
  const left = page.waitForNavigation();
  await page.click(selector);
  await left;
}

/** Presses a button whose form asks an authenticator. */
async function prove(page: Page, button = "form[data-passkey] button"): Promise<void> {
  await page.waitForSelector(`${button}:not([disabled])`);
  await press(page, button);
}

/** The sentence that the script says when nothing is sent. */
async function sentenceAfter(page: Page, button = "form[data-passkey] button"): Promise<string> {
  await page.waitForSelector(button);
  await page.click(button);
  for (let waited = 0; waited < waitsMax; waited++) {
    const said = (await page.textContent("[data-is=problem]")) ?? "";
    if (said) return said;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return "";
}

test("a client signs up, signs out, signs in, confirms, adds a passkey and removes one", {
  skip: noBrowser,
}, async () => {
  const seat = await openSeat({ viewport: { width: 390, height: 844 } });
  const { page } = seat;
  await askForAccount(seat, "ada@example.net");
  await seat.plug(phone);
  await prove(page);
  assert.equal(new URL(page.url()).pathname, "/account");
  await press(page, ".sign-out:visible button");
  await page.goto(`${url}/sign-in?back=/account/passkeys`);
  await prove(page);
  assert.equal(new URL(page.url()).pathname, "/account/passkeys");
  assert.match((await page.textContent("main")) ?? "", /Synced: on every device/);

  site.time.now = new Date(site.time.now.getTime() + 600_000);
  await page.goto(`${url}/account/passkeys`);
  await press(page, "a[href^='/step-up']");
  await prove(page);
  assert.equal(new URL(page.url()).pathname, "/account/passkeys");

  assert.match(await sentenceAfter(page), /has a passkey for this account already/);
  const key = await seat.plug(securityKey);
  await page.fill("#passkey-name", "Silver key");
  await prove(page);
  assert.match((await page.textContent("main")) ?? "", /The passkey was added/);
  assert.equal((await seat.passkeys(key)).length, 1);
  await page.click("li:nth-child(2) details:last-of-type summary");
  await press(page, "li:nth-child(2) form[action$='/remove'] button");
  assert.match((await page.textContent("main")) ?? "", /The passkey was removed/);
  assert.doesNotMatch((await page.textContent("main")) ?? "", /Silver key/);
  assert.deepEqual(seat.wrong, []);
});

test("a passkey that is on two devices signs in on the second, and its owner hears of the device", {
  skip: noBrowser,
}, async () => {
  const first = await openSeat();
  await askForAccount(first, "bea@example.net");
  const authenticator = await first.plug(phone);
  await prove(first.page);
  const [passkey] = await first.passkeys(authenticator);
  assert.ok(passkey);
  const second = await openSeat();
  await second.insert(await second.plug(phone), passkey);
  await second.page.goto(`${url}/sign-in?back=/account/sessions`);
  await prove(second.page);
  assert.match((await second.page.textContent("main")) ?? "", /Where you are signed in/);
  const client = (await second.context.cookies()).find(({ name }) => name === "session");
  const [id = ""] = client?.value.split(".") ?? [];
  const sent = await sentTo(site, id as Id<"client">);
  assert.equal(sent.at(-1)?.template, "new_device_signed_in");
  assert.match(sent.at(-1)?.text ?? "", /on Linux/);
});

test("the field for the e-mail address offers the passkey by itself", {
  skip: noBrowser,
}, async () => {
  const seat = await openSeat({}, { offersInField: true });
  await askForAccount(seat, "cleo@example.net");
  await seat.plug(phone);
  await prove(seat.page);
  await press(seat.page, ".sign-out:visible button");
  // A virtual authenticator answers what the browser would offer at the field, without a press.
  const signedIn = seat.page.waitForURL(`${url}/account`);
  await seat.page.goto(`${url}/sign-in`);
  await signedIn;
});

test("each thing that can go wrong has a sentence and a way on", { skip: noBrowser }, async () => {
  const seat = await openSeat();
  const { page } = seat;
  await askForAccount(seat, "dora@example.net");
  const unable = await seat.plug({ ...phone, isUserVerified: false });
  assert.match(await sentenceAfter(page), /Press the button to try again/);
  await seat.unplug(unable);
  const bound = await seat.plug(laptop);
  await prove(page);
  assert.match((await page.textContent("main")) ?? "", /can’t leave this device/);
  await seat.unplug(bound);
  await page.goto(page.url().replace("localhost", "127.0.0.1"));
  await seat.plug(phone);
  assert.match(await sentenceAfter(page), /Open the site by its name/);
  await page.goto(`${url}/sign-in`);
  await seat.context.setOffline(true);
  assert.match(await sentenceAfter(page), /Check your connection/);
  await seat.context.setOffline(false);
});

test("without JavaScript the pages say how else to sign in", { skip: noBrowser }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  stopping.defer(() => context.close());
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  assert.match((await page.textContent("noscript")) ?? "", /use your password/);
  assert.match((await page.textContent("main")) ?? "", /With your password/);
});

test("axe-core finds nothing on the pages of the account, and nothing is too wide for a phone", {
  skip: noBrowser || missing({ "axe-core": axe }),
}, async () => {
  const source = await readFile(axe ?? "", "utf8");
  for (const colorScheme of ["light", "dark"] as const) {
    const viewport = { width: 390, height: 844 };
    const seat = await openSeat({ viewport, colorScheme, bypassCSP: true });
    const { page } = seat;
    const check = async () => {
      await page.evaluate(source);
      assert.deepEqual(await page.evaluate(violations), [], page.url());
      assert.equal(await page.evaluate(isTooWide), false, `${page.url()} is too wide`);
    };
    for (const path of ["/sign-up", "/sign-in"]) {
      await page.goto(url + path);
      await check();
    }
    await askForAccount(seat, `eve-${colorScheme}@example.net`);
    await check();
    await seat.plug(phone);
    await prove(page);
    for (const path of ["/account/passkeys", "/account/sessions", "/contacts"]) {
      await page.goto(url + path);
      await check();
    }
    site.time.now = new Date(site.time.now.getTime() + 600_000);
    await page.goto(`${url}/step-up`);
    await check();
  }
});
