import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Id, isId, uuidOf } from "#platform";
import { assignTestTicket, keepTestField, openTestStaff, type TestSite } from "#test";
import { look, noAxe } from "./axe.ts";
import { type Browser, type BrowserContext, noBrowser, type Page } from "./browser.ts";
import { signIn } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

const name = "Noor Example";
const born = "1984-05-28";
/** Where pictures go for who wants to look at them. */
const pictures = process.env.PICTURES;

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
  stopping.defer(async () => site.tickets.live.stop());
});

after(() => stopping.disposeAsync());

type Seat = { context: BrowserContext; page: Page; wrong: string[] };

async function openSeat(options: Parameters<Browser["newContext"]>[0]): Promise<Seat> {
  const context = await browser.newContext(options);
  stopping.defer(() => context.close());
  await context.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  await context.addInitScript(hurrying);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  return { context, page, wrong };
}

/** Runs inside the page: once a test says so, an hour of seconds goes by at a tick. */
function hurrying(): void {
  let ticks = 1;
  document.addEventListener("test:hurry", () => {
    ticks = 3_600;
  });
  const real = window.setInterval;
  const hurried = (work: () => void, pause?: number) =>
    real(() => {
      for (let tick = 0; tick < ticks; tick++) work();
      ticks = 1;
    }, pause);
  Object.assign(window, { setInterval: hurried });
}

async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  const led = page.waitForNavigation();
  await page.click(selector);
  await led;
}

/** Signs up with a passkey of a virtual authenticator, and asks support about documents. */
async function askSupport({ context, page }: Seat, email: string, topic: string) {
  const devTools = await context.newCDPSession(page);
  await devTools.send("WebAuthn.enable", { enableUI: false });
  const always = { protocol: "ctap2", hasResidentKey: true, hasUserVerification: true };
  const synced = { defaultBackupEligibility: true, defaultBackupState: true };
  await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ ...always, ...synced, transport: "internal" },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(`${url}/sign-up`);
  await page.fill("#email", email);
  await press(page, "main form button");
  await site.accounts.underWay.settled();
  const { rows } = await site.opened.database.query<{ links: { confirm: Id<"link"> } }>(
    "select links from outbox.messages order by registered_at desc, id desc limit 1",
  );
  const link = rows[0]?.links.confirm;
  assert.ok(link);
  await page.goto(`${url}/links/${site.outbox.linkTokens.tokenFor(link)}`);
  await press(page, "form[data-passkey] button:not([disabled])");
  await page.goto(`${url}/account/tickets/new`);
  await page.selectOption("#topic", topic);
  await page.fill("#name", "Noor");
  await page.fill("#text", "Is my birthday right in my documents?");
  await press(page, "main form button[type=submit]");
  const ticket = /ticket_\w+/.exec(page.url())?.[0] ?? "";
  const session = (await context.cookies()).find((cookie) => cookie.name === "session");
  const [client = ""] = session?.value.split(".") ?? [];
  assert.ok(isId("ticket", ticket) && isId("client", client));
  return { client, ticket };
}

async function textOf(page: Page, field: string): Promise<string> {
  return (await page.textContent(`[data-field="${field}"] [data-value]`)) ?? "";
}

/** Everything that the page holds, what is typed into its fields too. */
async function heldBy(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const fields = [...document.querySelectorAll("input, textarea, select")];
    const typed = fields.map((field) => (field as HTMLInputElement).value);
    return `${document.documentElement.outerHTML}${typed.join()}${location.href}${JSON.stringify(history.state)}`;
  });
}

test("a value stands for a while and goes; the client is asked, allows it by passkey, and it is seen at once", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const [place, size] of sizes.entries()) {
    const shot = async (page: Page, what: string) => {
      const path = `${pictures}/card-${what}-${size.viewport.width}-${size.colorScheme}.png`;
      if (pictures) await page.screenshot({ path, fullPage: true });
    };
    const client = await openSeat(size);
    const asked = await askSupport(client, `noor-${place}@example.net`, "documents");
    await keepTestField(site, asked.client, "name", name);
    await keepTestField(site, asked.client, "date_of_birth", born);
    await keepTestField(site, asked.client, "address", "1 Example Street, 1011 AB Amsterdam");
    await keepTestField(site, asked.client, "id_number", "NLX4471P29");
    const agent = await openTestStaff(site, { name: "Ada Agent" });
    await assignTestTicket(site, asked.ticket, agent.staff);
    const desk = await openSeat(size);
    const { page } = desk;
    await signIn(desk.context, url, agent.cookie);
    await page.goto(`${url}/staff/tickets/${asked.ticket}`);
    const mask = await textOf(page, "name");
    assert.ok(mask !== "" && !mask.includes(name));
    await look(page, "the card");
    await shot(page, "masked");

    await page.evaluate(() => document.querySelector<HTMLElement>("#show-name")?.focus());
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-field="name"] [data-value="shown"]');
    assert.equal(await textOf(page, "name"), name);
    await look(page, "a value");
    await shot(page, "shown");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-field="name"] [data-value=""]');
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-field="name"] [data-value="shown"]');
    await page.evaluate(() => document.dispatchEvent(new Event("test:hurry")));
    await page.waitForSelector('[data-field="name"] [data-value=""]');
    assert.equal(await textOf(page, "name"), mask);
    assert.ok(!(await heldBy(page)).includes(name), "nothing of it is left");

    await page.click("#ask-date_of_birth");
    await page.waitForSelector("text=The client can answer until");
    await shot(page, "asked");
    await client.page.goto(`${url}/account/requests`);
    await look(client.page, "what the client is asked");
    await shot(client.page, "request");
    await press(client.page, "form[data-passkey] button:not([disabled])");
    assert.match((await client.page.textContent("main")) ?? "", /It counts for an hour/);
    await look(client.page, "what the client allowed");
    await shot(client.page, "allowed");

    await page.waitForSelector("#show-date_of_birth");
    await page.fill("#card-reason", "To compare it with the passport.");
    await page.click("#show-date_of_birth");
    await page.waitForSelector('[data-field="date_of_birth"] [data-value="shown"]');
    assert.equal(await textOf(page, "date_of_birth"), born);
    await shot(page, "both");
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    assert.ok(!(await heldBy(page)).includes(born), "masked with the page");

    await press(client.page, 'form[action$="/withdraw"] button');
    await page.waitForSelector("text=The client took it back.");
    assert.deepEqual([...desk.wrong, ...client.wrong], []);
  }
});

test("only a few values stand at once, and none when the session ends", {
  skip: noBrowser || noAxe,
}, async () => {
  const client = await openSeat(sizes[3]);
  const asked = await askSupport(client, "noor-many@example.net", "security");
  const fields = { name, email: "noor@example.net", phone: "+31612345678", flags: "vip" };
  for (const [field, value] of Object.entries(fields)) {
    await keepTestField(site, asked.client, field, value);
  }
  const agent = await openTestStaff(site);
  await assignTestTicket(site, asked.ticket, agent.staff);
  const { page, context } = await openSeat(sizes[3]);
  await signIn(context, url, agent.cookie);
  await page.goto(`${url}/staff/tickets/${asked.ticket}`);
  for (const field of Object.keys(fields)) {
    await page.click(`#show-${field}`);
    await page.waitForSelector(`[data-field="${field}"] [data-value="shown"]`);
  }
  assert.ok(!(await heldBy(page)).includes(name), "the oldest is masked first");
  await page.click('[data-field="name"] details summary');
  await page.fill("#stated-name", "noor example");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Yes. Written down as");
  assert.equal(await page.inputValue("#stated-name"), "");
  await site.opened.database.query(
    "update accounts.sessions set ended_at = now(), ended_because = 'signed_out' where id = $1",
    [uuidOf(agent.session)],
  );
  await page.waitForSelector('[data-field="flags"] [data-value=""]');
  for (const value of Object.values(fields)) assert.ok(!(await heldBy(page)).includes(value));
});
