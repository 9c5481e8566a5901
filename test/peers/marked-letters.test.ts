import assert from "node:assert/strict";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inspect } from "node:util";
import sharp from "sharp";
import type { Id } from "#platform";
import {
  keepTestField,
  openTestClient,
  openTestContact,
  openTestStaff,
  runCommand,
  type TestSite,
} from "#test";
import { traceCommands } from "#trace";
import { look } from "../traced-desk.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { openPage } from "./open-page.ts";
import { openSiteInBrowser } from "./served-site.ts";

const views = [
  { viewport: { width: 1280, height: 800 }, colorScheme: "light", deviceScaleFactor: 1 },
  { viewport: { width: 1280, height: 800 }, colorScheme: "dark", deviceScaleFactor: 2 },
] as const;
const text = "jo.bell@mail.example";
const shown = '[data-field="name"] [data-value="shown"]';

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

/** An agent's page with a client's value on it, whose tile the agent took away: what is drawn of it is nothing. */
async function showWithoutTile(view: (typeof views)[number]) {
  const { agent, client, ticket } = await openTestContact(site, { topic: "documents" });
  await keepTestField(site, client.client, "name", text);
  const { context, page } = await openPage({ browser, url }, agent.cookie, view);
  stopping.defer(() => context.close());
  await context.addInitScript(() => {
    CanvasRenderingContext2D.prototype.drawImage = () => {};
  });
  await page.goto(`${url}/staff/tickets/${ticket}`);
  await page.waitForSelector('body:has([data-screen-mark][data-state="drawn"])');
  await page.click("#show-name");
  await page.waitForSelector(shown);
  return { page, agent, client: client.client };
}

type Part = { left: number; top: number; width: number; height: number };

/** Where the value stands in the window, in its pixels. */
async function partOf(page: Page): Promise<Part> {
  return await page.evaluate(
    `(() => {
      const { left, top, width, height } = document.querySelector('${shown}').getBoundingClientRect();
      const [x, y] = [Math.floor(left), Math.floor(top)];
      return { left: x, top: y, width: Math.ceil(left + width) - x, height: Math.ceil(top + height) - y };
    })()`,
  );
}

function scaled({ left, top, width, height }: Part, scale: number): Part {
  const [x, y] = [Math.floor(left * scale), Math.floor(top * scale)];
  return { left: x, top: y, width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}

/** Colleagues are shown the field too: with each, some more screens could have shown it. */
async function lookAlso(clients: readonly { client: Id<"client"> }[], colleagues: number) {
  for (let count = 0; count < colleagues; count++) {
    const { staff, session } = await openTestStaff(site);
    const holder = { is: "staff", id: staff } as const;
    await site.accounts.screenMarks.markOf({ id: session, holder }, site.time.now);
    await look(site, staff, clients, { fields: ["name"], since: site.time.now, session });
  }
}

/** What `holdfast mark compare` says of a picture's part, as a value of this client. */
async function compare(picture: Buffer, { left, top, width, height }: Part, client: Id<"client">) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-letters-"));
  const [file, value] = [join(folder.path, "picture"), join(folder.path, "value.txt")];
  await Promise.all([writeFile(file, picture), writeFile(value, text)]);
  const command = traceCommands(async () => site.tracing.desk).find(
    ({ name }) => name === "mark compare",
  );
  const at = [left, top, width, height].join();
  const words = [file, "--value", value, "--client", client, "--field", "name", "--at", at];
  const clock = () => site.time.now;
  return JSON.parse((await runCommand(command, [...words, "--json"], { clock })).stdout);
}

test("a value's letters name the session among those that saw it, its tile taken away; nobody, when it isn't among them", {
  skip: noBrowser,
}, async () => {
  for (const view of views) {
    const { page, agent, client } = await showWithoutTile(view);
    const stranger = await openTestClient(site);
    await lookAlso([{ client }, stranger], 6);
    const ratio = view.deviceScaleFactor;
    const part = scaled(await partOf(page), ratio);
    const picture = await page.screenshot({ fullPage: false });
    const width = Math.round(0.75 * ratio * view.viewport.width);
    const smaller = await sharp(picture).resize({ width }).jpeg({ quality: 60 }).toBuffer();
    for (const [image, at] of [
      [picture, part],
      [smaller, scaled(part, 0.75)],
    ] as const) {
      const compared = await compare(image, at, client);
      const { is, session, candidates } = compared;
      assert.deepEqual([is, session], ["named", agent.session], inspect(compared));
      assert.ok(candidates >= 20);
    }
    const other = await compare(picture, part, stranger.client);
    assert.ok(other.is === "nobody" && other.candidates >= 20, inspect(other));
  }
});
