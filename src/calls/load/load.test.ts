import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { keepPastCall, openTestSite, openTestStaff, type TestSite } from "#test";

const always = ["00:00", "00:00"] as [string, string];
const office = ["09:00", "17:00"] as [string, string];

suite("the load of calls", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const keep = (past: Parameters<typeof keepPastCall>[1]) => keepPastCall(site, past);

  test("leads see it as pictures with numbers, once there is enough; nobody else does", async () => {
    const agent = await openTestStaff(site, { shift: { friday: always } });
    assert.equal((await site.get("/staff/calls/load", agent)).status, 403);
    const lead = await openTestStaff(site, { roles: ["lead"] });
    const page = async (query = "") =>
      await (await site.get(`/staff/calls/load${query}`, { cookie: lead.cookie })).text();
    assert.match(await page(), /No call was due in this time/);
    for (let count = 0; count < 6; count++) {
      await keep({ outcome: "held", hoursAgo: 1 + count, waitedHours: 5, tries: 1, minutes: 8 });
    }
    await keep({ outcome: "missed", hoursAgo: 26, waitedHours: 5, tries: 2 });
    await keep({ outcome: "missed", hoursAgo: 27, waitedHours: 5 });
    await keep({ outcome: "cancelled", hoursAgo: 28, waitedHours: 5 });
    assert.match(await page(), /8 calls were due in this time\. That is too few for a picture/);
    await keep({ outcome: "stopped", hoursAgo: 29, waitedHours: 5, tries: 1, minutes: 2 });
    await keep({ outcome: "held", hoursAgo: 240, waitedHours: 90, tries: 1, minutes: 8 });
    assert.match(await page(), /9 calls were due/, "a week");
    const month = await page("?days=28");
    for (const figure of [
      /Calls that were due<\/dt><dd>10</,
      /half wait longer\)<\/dt><dd>5 h</,
      /The client didn’t answer<\/dt><dd>1 \(10%\)</,
      /We didn’t call<\/dt><dd>1 \(10%\)</,
      /Answered, of those that we placed<\/dt><dd>89%</,
      /half are longer\)<\/dt><dd>8 min</,
      /other words heard<\/dt><dd>1 \(10%\)</,
      /<svg class="spark load"[^>]*role="img"[^>]*aria-label="Calls of each day/,
      /<th scope="row">2026-11-19<\/th><td>3<\/td><td>5 h<\/td><td>1<\/td><td>1<\/td><td>50%</,
    ]) {
      assert.match(month.replaceAll(/\s+</g, "<"), figure);
    }
    assert.doesNotMatch(month, /client_|staff_|call_[0-9a-z]{20}/);
  });

  test("by language and channel, and by the hour beside the agents who are on shift then", async () => {
    const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const shift = Object.fromEntries(days.map((day) => [day, office]));
    await openTestStaff(site, { shift });
    const lead = await openTestStaff(site, { roles: ["lead"] });
    for (let count = 0; count < 12; count++) {
      const channel = count < 11 ? "phone" : "browser";
      await keep({ outcome: "held", hoursAgo: 2 + count, waitedHours: 2, language: "nl", channel });
    }
    const page = async (query: string) =>
      (
        await (await site.get(`/staff/calls/load?${query}`, { cookie: lead.cookie })).text()
      ).replaceAll(/\s+</g, "<");
    assert.match(await page("language=nl"), /were due<\/dt><dd>12</);
    const narrow = await page("language=nl&channel=phone&days=28");
    assert.match(narrow, /were due<\/dt><dd>11</);
    assert.match(
      narrow,
      /In 11 hours calls were due, and no agent is on shift now/,
      "none speaks it",
    );
    assert.match(await page("days=28"), /<th scope="row">10:00<\/th><td>[\d.]+<\/td><td>1.1<\/td>/);
    assert.match(
      await page("language=nl'--&channel=no"),
      /were due<\/dt><dd>2\d</,
      "what is none is all",
    );
  });
});
