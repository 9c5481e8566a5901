import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Id, newId, uuidOf } from "#platform";
import { openTestStaff, type TestPerson, type TestSite } from "#test";
import { look, noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { openSiteInBrowser } from "./served-site.ts";

let browser: Browser;
let site: TestSite;
let url: string;
let admin: TestPerson;
let approver: TestPerson;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
  url = url.replace("127.0.0.1", "localhost"); // passkeys know names alone
  const shift = { friday: ["09:00", "17:00"] as [string, string] };
  const roles = ["admin"];
  admin = await openTestStaff(site, { name: "Kim Ito", team: "Office IT", roles, shift });
  const other = { team: "Risk", employer: "Trustwell", roles: ["approver"], shift };
  approver = await openTestStaff(site, { name: "Ana Costa", ...other });
  await openTestStaff(site, { name: "Sam Okafor", roles: ["agent"], shift });
});

after(() => stopping.disposeAsync());

type Seat = { page: Page; wrong: string[] };

/** A browser with a phone's passkeys; with `person`, its first passkey is registered by a link. */
async function openSeat(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Seat> {
  const context = await browser.newContext(options);
  stopping.defer(() => context.close());
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return { page, wrong };
}

async function linkFor(staff: Id<"staff">): Promise<string> {
  const id = newId("link", site.time.now);
  const expiresAt = new Date(site.time.now.getTime() + 3_600_000);
  await site.opened.database.query(
    "insert into accounts.staff_links (staff, id, made_at, expires_at) values ($1, $2, $3, $4)",
    [uuidOf(staff), uuidOf(id), site.time.now, expiresAt],
  );
  return `${url}/staff/register/${site.outbox.linkTokens.tokenFor(id)}`;
}

async function register({ page }: Seat, staff: Id<"staff">): Promise<void> {
  await page.goto(await linkFor(staff));
  await page.waitForSelector("form[data-passkey]:not([hidden])");
  await press(page, "form[data-passkey] button");
  await page.waitForURL(`${url}/staff`);
}

/** Presses a button that leads to another page. */
async function press(page: Page, selector: string): Promise<void> {
  const led = page.waitForNavigation();
  await page.click(selector);
  await led;
}

async function textOf(page: Page): Promise<string> {
  return (await page.textContent("main")) ?? "";
}

test("staff register, sign in and step up with a passkey, and two people add a third", {
  skip: noBrowser,
}, async () => {
  const seat = await openSeat();
  const { page } = seat;
  await register(seat, admin.staff);
  assert.match(await textOf(page), /Hello, Kim Ito/);
  await page.goto(`${url}/staff/people`);
  for (const [name, text] of Object.entries({
    name: "Lea Brandt",
    team: "Support",
    employer: "Larkmoor",
  })) {
    await page.fill(`#${name}`, text);
  }
  await page.fill("#email", "lea@larkmoor.example");
  await page.click("input[name=role_agent]");
  await page.fill("textarea[name=reason]", "Joins support on Monday");
  await press(page, "form[action='/staff/people'] button");
  assert.match(await textOf(page), /Add Lea Brandt to the staff/);
  const second = await openSeat();
  await register(second, approver.staff);
  assert.match(await textOf(second.page), /One approval waits/);
  await second.page.goto(`${url}/staff/approvals`);
  await press(second.page, "button[value=approved]");
  assert.match(await textOf(second.page), /You approved it/);
  await page.goto(`${url}/staff/people`);
  assert.match(await textOf(page), /Lea Brandt/);

  site.time.now = new Date(site.time.now.getTime() + 301_000);
  await page.goto(`${url}/staff/people`);
  assert.match(page.url(), /\/staff\/step-up\?back=/);
  await page.waitForSelector("form[data-passkey]:not([hidden])");
  await press(page, "form[data-passkey] button");
  assert.equal(page.url(), `${url}/staff/people`);

  await page.goto(`${url}/staff`);
  await press(page, "form[action='/staff/sign-out'] button");
  await page.waitForSelector("form[data-passkey]:not([hidden])");
  await press(page, "form[data-passkey] button");
  assert.equal(page.url(), `${url}/staff`);
  assert.deepEqual([...seat.wrong, ...second.wrong], []);
});

test("without JavaScript the sign-in says what it needs", { skip: noBrowser }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  stopping.defer(() => context.close());
  const page = await context.newPage();
  await page.goto(`${url}/staff/sign-in`);
  assert.match(await textOf(page), /JavaScript/);
});

for (const width of [390, 1280]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the staff's pages are fit to read at ${width}, ${colorScheme}`, {
      skip: noAxe || noBrowser,
    }, async () => {
      const viewport = { width, height: 900 };
      const seat = await openSeat({ viewport, colorScheme, bypassCSP: true });
      const { page } = seat;
      await page.goto(`${url}/staff/sign-in`);
      await look(page, "sign-in");
      await page.goto(await linkFor(admin.staff));
      await page.waitForSelector("form[data-passkey]:not([hidden])");
      await look(page, "register");
      await press(page, "form[data-passkey] button");
      const person = `/staff/people/${approver.staff}`;
      for (const path of [
        "",
        "/people",
        "/approvals",
        "/directory",
        "/sessions",
        "/passkeys/add",
      ]) {
        await page.goto(`${url}/staff${path}`);
        await look(page, `/staff${path}`);
      }
      await page.goto(`${url}${person}`);
      await look(page, "a person");
      site.time.now = new Date(site.time.now.getTime() + 301_000);
      await page.goto(`${url}/staff/people`);
      await look(page, "step-up");
    });
  }
}
