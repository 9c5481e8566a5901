import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { newId, transaction } from "#platform";
import { openTestClient, openTestStaff, sentTo, type TestSite } from "#test";
import { noAxe } from "./axe.ts";
import { type Browser, noBrowser, type Page } from "./browser.ts";
import { openPage, see } from "./open-page.ts";
import { missing } from "./parts.ts";
import { openSiteInBrowser } from "./served-site.ts";

const run = promisify(execFile);
const sizes = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

/** Debian's own Python: its packages aren't another Python's. */
const python = "/usr/bin/python3";
const icalendar = "/usr/lib/python3/dist-packages/icalendar";
const noIcalendar = missing({
  "python3-icalendar": existsSync(icalendar) && existsSync(python) ? icalendar : undefined,
});

let browser: Browser;
let site: TestSite;
let url: string;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  ({ browser, site, url } = await openSiteInBrowser(stopping));
  const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  const hours: [string, string] = ["07:00", "19:00"];
  const shift = Object.fromEntries(days.map((day) => [day, hours]));
  for (let count = 0; count < 4; count++) await openTestStaff(site, { shift });
});

after(() => stopping.disposeAsync());

const said = async (page: Page) => (await page.textContent("main")) ?? "";

async function press(page: Page, selector: string): Promise<void> {
  const led = page.waitForNavigation();
  await page.click(selector);
  await led;
}

test("a client books a call, moves it and cancels it, on a phone and at a desk", {
  skip: noBrowser || noAxe,
}, async () => {
  for (const size of sizes) {
    const client = await openTestClient(site);
    const { page, wrong } = await openPage({ browser, url }, client.cookie, size);
    const picture = (called: string) => see(page, called, size);
    await page.goto(`${url}/account/calls`);
    await picture("calls-none");
    await press(page, 'a[href="/account/calls/new"]');
    await picture("calls-question");
    await press(page, "button[value=yes]");
    assert.match(await said(page), /Hang up now/);
    await picture("calls-stop");
    await page.goto(`${url}/account/calls/new`);
    await press(page, "button[value=no]");
    await picture("calls-wish");
    await page.selectOption("#topic", "payments");
    await press(page, "main form button[type=submit]");
    await page.waitForSelector("main details:not([open]) summary:has-text('Times in')");
    await picture("calls-times");
    await page.click('.slots input[type="radio"]');
    await press(page, "form.card button[type=submit]");
    assert.match(await said(page), /Your call is booked/);
    await picture("calls-booked");
    await page.goto(`${url}/account/calls/new/times?topic=other&language=en`);
    await page.click('input[value="soonest"]');
    await press(page, "form.card button[type=submit]");
    assert.match(await said(page), /You have asked for a call already/);
    await picture("calls-already");
    await press(page, 'main a[href="/account/calls"]:has-text("See the call")');
    await press(page, 'a[href$="/times"]');
    await press(page, ".slot-days li:nth-child(2) a");
    await page.click('.slots label:nth-child(3) input[type="radio"]');
    await picture("calls-move");
    await press(page, "form.card button[type=submit]");
    assert.match(await said(page), /has another time/);
    await press(page, "main form button.danger");
    assert.match(await said(page), /The call is cancelled/);
    await picture("calls-cancelled");
    const [booked] = await sentTo(site, client.client);
    await page.goto(`${url}/cancel-call/${booked?.tokens.cancel}`);
    await picture("calls-link");
    await page.goto(`${url}/inbox/${booked?.id}`);
    await picture("calls-mail");
    assert.deepEqual(wrong, []);
  }
});

test("without scripts it is the same, with a time zone chosen by hand", {
  skip: noBrowser,
}, async () => {
  const { cookie } = await openTestClient(site);
  const { page } = await openPage({ browser, url }, cookie, { javaScriptEnabled: false });
  await page.goto(`${url}/account/calls/new/times?topic=other&language=en&channel=browser`);
  await page.selectOption("#zone", "Asia/Tokyo");
  await press(page, "form[data-time-zone] button");
  assert.match(await said(page), /Times in Asia\/Tokyo/);
  await page.click('input[value="soonest"]');
  await press(page, "form.card button[type=submit]");
  assert.match(await said(page), /\(Asia\/Tokyo\)/);
});

/** What python3-icalendar reads of a file: one line of JSON. */
const reading = `
import sys, json, datetime, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
(event,) = calendar.walk("VEVENT")
start = event["DTSTART"].dt
print(json.dumps({"method": str(calendar["METHOD"]), "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]),
  "status": str(event["STATUS"]), "starts": start.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
  "minutes": event["DURATION"].dt.total_seconds() / 60, "organizer": str(event["ORGANIZER"]),
  "summary": str(event["SUMMARY"]), "errors": [str(error) for error in event.errors]}))
`;

async function readBy(text: string): Promise<Record<string, unknown>> {
  const asked = run(python, ["-c", reading]);
  asked.child.stdin?.end(text);
  return JSON.parse((await asked).stdout);
}

test("python3-icalendar reads our entries as we mean them, in zones around the world, on both sides of changed clocks", {
  skip: noBrowser || noIcalendar,
}, async () => {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "UTC",
  ];
  const moments = [
    "2026-10-25T00:45Z",
    "2026-10-25T01:15Z",
    "2027-03-14T07:00Z",
    "2027-04-03T15:15Z",
  ];
  const { client } = await openTestClient(site);
  const to = { is: "client", id: client, language: "en" } as const;
  for (const timeZone of zones) {
    for (const [place, moment] of moments.entries()) {
      const at = new Date(moment);
      const of = newId("call", at);
      const entry = { of, sequence: place, minutes: 15 };
      const links = { cancel: newId("link", at), not_me: newId("link", at) };
      const values = { starts: { at, timeZone }, topic: "other", by: "client" };
      const send = (template: "call_rebooked" | "call_cancelled") =>
        transaction(site.opened.database, (joining) =>
          site.outbox.send(
            to,
            template === "call_rebooked"
              ? { template, values: { ...values, minutes: 5, channel: "browser" }, links, entry }
              : {
                  template,
                  values,
                  links: { not_me: links.not_me },
                  entry: { ...entry, sequence: 9 },
                },
            site.time.now,
            joining,
          ),
        );
      await send("call_rebooked");
      const uid = `${of}@localhost`;
      const same = { uid, starts: at.toJSON(), minutes: 15, errors: [] };
      const request = await readBy((await site.outbox.calendarOf(to, of))?.text ?? "");
      assert.partialDeepStrictEqual(request, {
        ...{ ...same, method: "REQUEST", sequence: place, status: "CONFIRMED" },
        ...{ summary: "Call from Larkmoor", organizer: "http://localhost:8080" },
      });
      await send("call_cancelled");
      const cancel = await readBy((await site.outbox.calendarOf(to, of))?.text ?? "");
      const over = { method: "CANCEL", sequence: 9, status: "CANCELLED" };
      assert.partialDeepStrictEqual(cancel, { ...same, ...over });
    }
  }
});
