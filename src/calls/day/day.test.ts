import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { uuidOf } from "#platform";
import {
  openTestCall,
  openTestSite,
  openTestStaff,
  sentTo,
  type TestPerson,
  type TestSite,
  testSession,
} from "#test";
import { answerLeg, beginLeg, hear } from "../calling/index.ts";
import { endPassedCalls } from "../ending/index.ts";
import { saveHoliday } from "../holiday/index.ts";

const shift = { friday: ["00:00", "00:00"] as [string, string] };

suite("an agent's calls", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const pageOf = async ({ cookie }: TestPerson) =>
    await (await site.get("/staff/calls", { cookie })).text();
  const inMinutes = (minutes: number) => new Date(site.time.now.getTime() + minutes * 60_000);
  const pass = (minutes: number) => {
    site.time.now = inMinutes(minutes);
  };

  test("the next one stands large, with nothing of the client but the account id, and its button works in its window alone", async () => {
    const agent = await openTestStaff(site);
    assert.match(await pageOf(agent), /No call is booked with you/);
    const later = await openTestCall(site, { agent, startsAt: inMinutes(75), topic: "payments" });
    const next = await openTestCall(site, { agent, startsAt: inMinutes(15) });
    const before = await pageOf(agent);
    assert.match(
      before,
      /12:15<\/time> <span class="muted">in 15 minutes[\s\S]*My account[\s\S]*English[\s\S]*in the browser/,
    );
    assert.match(before, /<button[^>]* disabled[^>]*>Call<\/button>[\s\S]*from 12:10 on, for 10/);
    assert.match(before, /Later[\s\S]*13:15[\s\S]*Payments/);
    assert.ok(before.includes(next.client.publicId) && before.includes(later.client.publicId));
    for (const datum of [next.client.client, next.client.email]) assert.ok(!before.includes(datum));
    const toCall = `href="/staff/calls/${next.call.id}"`;
    assert.ok(!before.includes(toCall), "nothing leads there yet");
    pass(10);
    assert.ok((await pageOf(agent)).includes(`<a class="button" ${toCall}`));
    const other = await pageOf(await openTestStaff(site));
    assert.ok(!other.includes(next.client.publicId), "it is nobody else's");
  });

  test("what was, stands there with how it ended", async () => {
    const agent = await openTestStaff(site);
    const held = await openTestCall(site, { agent });
    const leg = await beginLeg(site.calls.desk, agent.staff, held.call.id, site.time.now);
    assert.match(await pageOf(agent), /Back to the call/);
    await answerLeg(site.calls.desk, testSession(held.client), leg.id, site.time.now);
    const over = { is: "ended", at: site.time.now, because: "completed" } as const;
    await hear(site.calls.desk, { is: "staff", id: agent.staff }, leg, over, site.time.now);
    const page = await pageOf(agent);
    assert.match(
      page,
      /No call is booked[\s\S]*Before[\s\S]*You talked<\/span> <a href="\/staff\/tickets\/ticket_/,
    );
    pass(15);
    await openTestCall(site, { agent });
    pass(6);
    await endPassedCalls(site.calls.desk, site.time.now);
    assert.match(await pageOf(agent), /Before[\s\S]*Nobody called/);
  });

  test("gets another time, or is cancelled, by its agent or a lead, who say why; its client is told", async () => {
    const agent = await openTestStaff(site, { shift });
    const lead = await openTestStaff(site, { roles: ["lead"] });
    const { client, call } = await openTestCall(site, { agent, startsAt: inMinutes(30) });
    const change = `/staff/calls/${call.id}/change`;
    assert.ok((await pageOf(agent)).includes(change));
    for (const person of [await openTestStaff(site, { shift }), client]) {
      assert.notEqual((await site.get(change, { cookie: person.cookie })).status, 200);
    }
    const offered = await (await site.get(change, { cookie: agent.cookie })).text();
    const slot = /<option value="([^"]+)"/.exec(offered)?.[1] ?? "";
    assert.ok(new Date(slot) > call.startsAt);
    const act = async (person: TestPerson, name: string, fields: Record<string, string>) =>
      await site.post(`/staff/calls/${call.id}/${name}`, fields, { cookie: person.cookie });
    assert.equal((await act(agent, "time", { slot })).status, 400, "why?");
    const early = { slot: inMinutes(5).toJSON(), because: "overrun" };
    assert.equal((await act(agent, "time", early)).status, 409);
    const moved = await act(agent, "time", { slot, because: "overrun" });
    assert.equal(moved.headers.get("location"), "/staff/calls?done=time");
    assert.equal((await act(lead, "cancel", { because: "away" })).status, 303);
    const told = (await sentTo(site, client.client)).map(({ template }) => template);
    assert.deepEqual(told, ["call_rebooked", "call_cancelled"]);
    const { rows } = await site.opened.database.query<{ kind: string; details: string }>(
      "select kind, details from ledger.events where client = $1 and kind like 'calls.%' order by client_seq",
      [uuidOf(client.client)],
    );
    assert.deepEqual(
      rows.map(({ kind, details }) => [kind, JSON.parse(details).because]),
      [
        ["calls.rebooked", "overrun"],
        ["calls.cancelled", "away"],
      ],
    );
  });

  test("leads see the calls that nobody would place", async () => {
    const agent = await openTestStaff(site, { shift });
    const lead = await openTestStaff(site, { roles: ["lead"] });
    const { call } = await openTestCall(site, { agent, startsAt: inMinutes(60) });
    assert.ok(!(await pageOf(lead)).includes(call.id));
    await saveHoliday(site.opened.database, {
      day: "2026-11-20",
      employer: undefined,
      name: "A day",
    });
    const page = await pageOf(lead);
    assert.match(page, /Without an agent[\s\S]*holiday: A day/);
    assert.ok(page.includes(`/staff/calls/${call.id}/change`));
    assert.doesNotMatch(await pageOf(agent), /Without an agent/);
  });

  test("who works in another zone reads it there, and who is neither agent nor lead reads nothing", async () => {
    const agent = await openTestStaff(site);
    await site.opened.database.query(
      "update accounts.staff set time_zone = 'Asia/Tokyo' where staff = $1",
      [uuidOf(agent.staff)],
    );
    await openTestCall(site, { agent, startsAt: new Date("2026-11-20T15:30:00Z") });
    assert.match(await pageOf(agent), /tomorrow, 00:30<\/time>/);
    const counsel = await openTestStaff(site, { roles: ["counsel"] });
    assert.equal((await site.get("/staff/calls", counsel)).status, 403);
  });
});
