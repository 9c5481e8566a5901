import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { uuidOf } from "#platform";
import {
  openTestCall,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
  testSession,
} from "#test";
import { answerLeg, beginLeg, hear } from "../calling/index.ts";
import { endPassedCalls } from "../ending/index.ts";

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
    assert.ok(!before.includes(next.call.id), "nothing leads there yet");
    pass(10);
    assert.ok(
      (await pageOf(agent)).includes(`<a class="button" href="/staff/calls/${next.call.id}"`),
    );
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
