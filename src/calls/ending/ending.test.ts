import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { system, uuidOf } from "#platform";
import {
  openBadRow,
  openTestCall,
  openTestSite,
  sentTo,
  type TestCall,
  type TestSite,
  testSession,
} from "#test";
import { callById } from "../call/index.ts";
import { answerLeg, beginLeg } from "../calling/index.ts";
import { liveLegOf } from "../leg/index.ts";
import { endPassedCalls, forgetTold } from "./index.ts";
import { endLapsedLegs, endLegsOfLeft } from "./legs.ts";

suite("what nobody ends, ends by itself", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  };
  const begin = ({ call, agent }: TestCall) =>
    beginLeg(site.calls.desk, agent.staff, call.id, site.time.now);
  const status = async ({ client }: TestCall) => (await site.calls.live.now(client.client)).is;
  const liveLeg = ({ client }: TestCall) => liveLegOf(site.opened.database, client.client);
  const told = async ({ client }: TestCall) =>
    (await sentTo(site, client.client)).filter(({ template }) => template === "call_missed");
  const outcome = async ({ call }: TestCall) => {
    const state = (await callById(site.opened.database, call.id))?.state;
    return state?.is === "ended" ? state.outcome : state?.is;
  };

  test("a leg that nobody vouches for lapses; one that somebody does stays up", async () => {
    const lapsed = await openTestCall(site);
    await begin(lapsed);
    pass(10);
    const up = await openTestCall(site);
    await begin(up);
    pass(5);
    await endLapsedLegs(site.calls.desk, site.time.now);
    assert.equal(await liveLeg(lapsed), undefined);
    assert.equal(await status(up), "calling");
    pass(15);
    await endLapsedLegs(site.calls.desk, site.time.now);
    assert.equal(await liveLeg(up), undefined);
    assert.equal(await outcome(up), "booked", "it may be placed again");
  });

  test("a call is missed when its window has passed: its client hears whether we tried, and no number", async () => {
    const [tried, forgotten] = [await openTestCall(site), await openTestCall(site)];
    await begin(tried);
    pass(300);
    await endPassedCalls(site.calls.desk, site.time.now);
    assert.equal(await outcome(tried), "booked");
    pass(1);
    await endPassedCalls(site.calls.desk, site.time.now);
    await endPassedCalls(site.calls.desk, site.time.now);
    assert.deepEqual([await outcome(tried), await outcome(forgotten)], ["missed", "missed"]);
    const [reached, notCalled] = [await told(tried), await told(forgotten)];
    assert.equal(reached.length, 1);
    assert.match(
      reached[0]?.text ?? "",
      /We called you[\s\S]*Europe\/Berlin[\s\S]*ask for another time/,
    );
    assert.match(notCalled[0]?.text ?? "", /we didn't call you/);
    assert.doesNotMatch(reached[0]?.text ?? "", /\+\d{6}/);
  });

  test("who talks at the end of the window isn't missed, and neither is who talked until it broke off", async () => {
    const made = await openTestCall(site);
    pass(299);
    const leg = await begin(made);
    await answerLeg(site.calls.desk, testSession(made.client), leg.id, site.time.now);
    pass(10);
    await endPassedCalls(site.calls.desk, site.time.now);
    assert.equal(await status(made), "on_call");
    pass(5);
    await endPassedCalls(site.calls.desk, site.time.now);
    assert.equal(await outcome(made), "held");
    assert.deepEqual(await told(made), []);
  });

  test("who leaves, or whose access is put on hold, loses the call that is up in that moment", async () => {
    const made = await openTestCall(site);
    const leg = await begin(made);
    await answerLeg(site.calls.desk, testSession(made.client), leg.id, site.time.now);
    await site.accounts.leaving.leave(made.agent.staff, system, site.time.now);
    assert.equal(await status(made), "not_calling");
    assert.equal(await liveLeg(made), undefined);
  });

  test("a call that is up breaks off too when its agent left by a command, or is no agent any more", async () => {
    const { database } = site.opened;
    const ends = [
      "update accounts.staff set left_at = $2 where staff = $1",
      "update accounts.staff_roles set ended_at = $2 where staff = $1",
    ];
    const stays = await openTestCall(site);
    await begin(stays);
    for (const sql of ends) {
      const made = await openTestCall(site);
      const leg = await begin(made);
      await answerLeg(site.calls.desk, testSession(made.client), leg.id, site.time.now);
      await database.query(sql, [uuidOf(made.agent.staff), site.time.now]);
      await endLegsOfLeft(site.calls.desk, site.time.now);
      assert.equal(await status(made), "not_calling");
      assert.equal(await liveLeg(made), undefined);
    }
    assert.ok(await liveLeg(stays));
  });

  test("a leg that can't be ended holds up no other", async () => {
    const bad = await openTestCall(site);
    const { id } = await begin(bad);
    pass(1);
    const good = await openTestCall(site);
    await begin(good);
    await using _ = await openBadRow(site, { table: "calls.legs", id });
    const both = [uuidOf(bad.agent.staff), uuidOf(good.agent.staff)];
    await site.opened.database.query(
      "update accounts.staff set left_at = $2 where staff = any ($1)",
      [both, site.time.now],
    );
    await assert.rejects(endLegsOfLeft(site.calls.desk, site.time.now), AggregateError);
    assert.equal(await liveLeg(good), undefined);
    const lapsing = await openTestCall(site);
    await begin(lapsing);
    pass(60);
    await assert.rejects(endLapsedLegs(site.calls.desk, site.time.now), AggregateError);
    assert.equal(await liveLeg(lapsing), undefined);
    assert.ok(await liveLeg(bad));
  });

  test("what pages and the provider told is forgotten after a day", async () => {
    const { database } = site.opened;
    const { client, call } = await openTestCall(site);
    const ids = [uuidOf(client.client), uuidOf(call.id), site.time.now];
    await database.query(
      "insert into calls.signals (client, leg, place, side, body, sent_at) values ($1, $2, 0, 'agent', '{}', $3)",
      ids,
    );
    await database.query("insert into calls.provider_events (id, taken_at) values ('one', $1)", [
      site.time.now,
    ]);
    const kept = async () => {
      const { rows } = await database.query<{ count: string }>(
        "select (select count(*) from calls.signals) + (select count(*) from calls.provider_events) as count",
      );
      return Number(rows[0]?.count);
    };
    await forgetTold(database, site.time.now);
    assert.equal(await kept(), 2);
    await forgetTold(database, new Date(site.time.now.getTime() + 1));
    assert.equal(await kept(), 0);
  });
});
