import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { uuidOf } from "#platform";
import {
  openTestCall,
  openTestSite,
  openTestStaff,
  sentTo,
  type TestCall,
  type TestSite,
  testSession,
} from "#test";
import { callById } from "../call/index.ts";
import { answerLeg, beginLeg } from "../calling/index.ts";
import { type Leg, legById } from "../leg/index.ts";
import { pickWords } from "./index.ts";
import type { Choice } from "./pick.ts";

suite("the two words of a call", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const talk = async (made: TestCall): Promise<Leg> => {
    const { desk } = site.calls;
    const { now } = site.time;
    const leg = await beginLeg(desk, made.agent.staff, made.call.id, now);
    return await answerLeg(desk, testSession(made.client), leg.id, now);
  };
  const pick = (made: TestCall, leg: Leg, choice: Choice, session = made.client.session) =>
    pickWords(
      site.calls.desk,
      testSession({ client: made.client.client, session }),
      leg,
      choice,
      site.time.now,
    );
  const right = ({ words }: Leg) =>
    words.choices.findIndex(([first]) => first === words.said[0]) as 0 | 1 | 2 | 3;
  const wrong = (leg: Leg) => ((right(leg) + 1) % 4) as Choice;
  const reports = async ({ client }: TestCall) => {
    const { rows } = await site.opened.database.query<{ queue: string }>(
      "select queue from tickets.tickets where client = $1 and topic = 'scam'",
      [uuidOf(client.client)],
    );
    return rows.map(({ queue }) => queue);
  };

  test("are chosen once: the right ones are noted, and a second try is refused", async () => {
    const made = await openTestCall(site);
    const leg = await talk(made);
    assert.equal(await pick(made, leg, right(leg)), true);
    await assert.rejects(pick(made, leg, wrong(leg)), { code: "words_picked" });
    const kept = await legById(site.opened.database, leg.id);
    assert.equal(kept?.words.picked?.matched, true);
    assert.equal(kept?.state.is, "answered");
  });

  test("other words, or none, end the call for good, open a report, and tell the leads", async () => {
    const lead = await openTestStaff(site, { roles: ["lead"] });
    for (const choose of [wrong, () => "none" as const]) {
      const made = await openTestCall(site);
      const leg = await talk(made);
      assert.equal(await pick(made, leg, choose(leg)), false);
      const ended = await legById(site.opened.database, leg.id);
      assert.ok(ended?.state.is === "ended" && ended.state.because === "mismatch");
      const call = await callById(site.opened.database, made.call.id);
      assert.ok(call?.state.is === "ended" && call.state.outcome === "stopped");
      assert.deepEqual(await reports(made), ["reports"]);
      assert.equal((await site.calls.live.now(made.client.client)).is, "not_calling");
      await assert.rejects(pick(made, leg, right(leg)), { code: "leg_over" });
    }
    const told = await site.outbox.reader.sentTo({ is: "staff", id: lead.staff });
    assert.equal(told.length, 2);
  });

  test("are the answering session's to choose, and nobody else's", async () => {
    const made = await openTestCall(site);
    const leg = await talk(made);
    const { session } = await made.client.signIn();
    await assert.rejects(pick(made, leg, right(leg), session), { code: "answered_elsewhere" });
    const stranger = await openTestCall(site);
    await assert.rejects(pick(stranger, leg, right(leg)), { code: "call_unknown" });
    assert.equal(await pick(made, leg, right(leg)), true);
  });

  test("permit nothing: what is permitted is the same before they are chosen and after", async () => {
    const made = await openTestCall(site);
    const leg = await talk(made);
    const { database } = site.opened;
    const permits = async () => {
      const call = await callById(database, made.call.id);
      const { rows: tickets } = await database.query(
        "select id, status, assignee, opened_session from tickets.tickets where client = $1 order by id",
        [uuidOf(made.client.client)],
      );
      const { rows: sessions } = await database.query(
        "select id, passkey_at, password_at from accounts.sessions where holder = $1 order by id",
        [uuidOf(made.client.client)],
      );
      const { rows: counts } = await database.query(
        `select (select count(*) from accounts.approvals) as approvals,
           (select count(*) from vault.requests) as requests`,
      );
      return { call, tickets, sessions, counts };
    };
    const beforehand = await permits();
    await pick(made, leg, right(leg));
    assert.deepEqual(await permits(), beforehand);
    const status = await site.calls.live.now(made.client.client);
    assert.equal(status.is, "on_call");
  });

  test("wait for the call to be answered", async () => {
    const made = await openTestCall(site);
    const leg = await beginLeg(site.calls.desk, made.agent.staff, made.call.id, site.time.now);
    await assert.rejects(pick(made, leg, right(leg)), { code: "leg_over" });
    assert.deepEqual(await reports(made), []);
    assert.deepEqual(await sentTo(site, made.client.client), []);
  });
});
