import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { newId, system, transaction, uuidOf } from "#platform";
import {
  keepTestField,
  openTestCall,
  openTestSite,
  somebodyWaits,
  type TestCall,
  type TestSite,
  testSession,
} from "#test";
import { holdToStop } from "#tickets";
import { callById, holdCall } from "../call/index.ts";
import { callEnded } from "../events.ts";
import { type Leg, legById } from "../leg/index.ts";
import { pickWords } from "../picking/index.ts";
import { hangUpForReport } from "../talking/index.ts";
import { answerLeg, beginLeg } from "./index.ts";

suite("the ticket of a call that its client says was wrong", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const talked = async (made: TestCall) => {
    const { desk } = site.calls;
    const { now } = site.time;
    const leg = await beginLeg(desk, made.agent.staff, made.call.id, now);
    await answerLeg(desk, testSession(made.client), leg.id, now);
    const call = await callById(site.opened.database, made.call.id);
    assert.ok(call?.ticket);
    return { leg, ticket: await site.tickets.tickets.findFor(leg.client, call.ticket) };
  };
  const ways: Record<string, (made: TestCall, leg: Leg) => Promise<unknown>> = {
    report: ({ client }, leg) =>
      hangUpForReport(site.calls.desk, testSession(client), leg, site.time.now),
    words: ({ client }, leg) =>
      pickWords(site.calls.desk, testSession(client), leg, "none", site.time.now),
    async feedback({ call, client }) {
      const headers = { cookie: client.cookie };
      const said = await site.post(`/account/calls/${call.id}/after`, { right: "no" }, headers);
      assert.equal(said.status, 303);
    },
  };

  for (const [name, say] of Object.entries(ways)) {
    test(`is solved, told to webhooks, and nobody who acts in it waits for that: ${name}`, async () => {
      const { database } = site.opened;
      const webhook = newId("webhook", site.time.now);
      await database.query(
        "insert into tickets.webhooks values ($1, 'https://a.example', $2, '', null, null, now())",
        [uuidOf(webhook), ["ticket.status_changed"]],
      );
      const made = await openTestCall(site);
      const { leg, ticket } = await talked(made);
      if (name === "feedback") site.time.now = new Date(site.time.now.getTime() + 15_000);
      let said: Promise<unknown> | undefined;
      await transaction(database, async (joining) => {
        await holdToStop(joining, { client: leg.client, ticket: ticket.id });
        said = say(made, leg);
        await somebodyWaits(database);
        const details = { call: made.call.id, outcome: "held" } as const;
        const event = { kind: callEnded, details, client: leg.client };
        const by = { is: "staff", id: made.agent.staff } as const;
        await site.appender.append(by, event, site.time.now, joining);
      });
      await said;
      const { status } = await site.tickets.tickets.findFor(leg.client, ticket.id);
      assert.equal(status.is, "solved");
      const { rows } = await database.query<{ details: string }>(
        "select details from tickets.webhook_messages where ticket = $1",
        [uuidOf(ticket.id)],
      );
      assert.deepEqual(
        rows.map(({ details }) => JSON.parse(details)),
        [{ from: "new", to: "solved" }],
      );
    });
  }

  for (const [name, say] of Object.entries(ways)) {
    test(`is looked at by nobody behind that, not even by who waits while the client says it: ${name}`, async () => {
      const { database } = site.opened;
      const made = await openTestCall(site);
      const { leg, ticket } = await talked(made);
      const { client } = leg;
      await keepTestField(site, client, "name", "Noor Example");
      if (name === "feedback") site.time.now = new Date(site.time.now.getTime() + 15_000);
      const by = { ...made.agent, employer: "firm", offShift: false, stepUp: false } as const;
      const about = { client, ticket: ticket.id, field: "name", purpose: "account_help" } as const;
      const look = () => site.vault.revealing.look({ ...about, by, action: "reveal" });
      await look();
      const [looking, said] = await transaction(database, async (joining) => {
        await joining.query("select from vault.counts where staff = $1 for update", [
          uuidOf(made.agent.staff),
        ]);
        const looking = look();
        await somebodyWaits(database);
        const said = say(made, leg);
        await Promise.race([somebodyWaits(database, 2), said]);
        return [looking, said];
      });
      await Promise.all([looking, said]);
      await assert.rejects(look(), { code: "access_denied" });
      const { rows } = await database.query<{ kind: string }>(
        "select kind from ledger.events where client = $1 and decision = 'allow' or client = $1 and kind like 'calls.%' order by client_seq",
        [uuidOf(client)],
      );
      const kinds = rows.map(({ kind }) => kind);
      const looked = kinds.lastIndexOf("vault.revealed");
      assert.ok(looked > kinds.indexOf("vault.revealed"), "both were shown");
      const wrong = ["calls.leg_ended", "calls.feedback_given", "calls.words_picked"];
      assert.ok(kinds.slice(looked).some((kind) => wrong.includes(kind)));
      assert.ok(!kinds.slice(0, looked).some((kind) => wrong.includes(kind)), kinds.join());
    });
  }

  for (const [name, say] of Object.entries(ways)) {
    test(`is solved, and its agent put out, when both happen at once: ${name}`, async () => {
      const { database } = site.opened;
      const made = await openTestCall(site);
      const { leg, ticket } = await talked(made);
      const { agent, call } = made;
      if (name === "feedback") site.time.now = new Date(site.time.now.getTime() + 15_000);
      let both: Promise<unknown>[] = [];
      await transaction(database, async (joining) => {
        await holdCall(joining, call);
        both = [say(made, leg)];
        await somebodyWaits(database);
        both.push(site.accounts.leaving.leave(agent.staff, system, site.time.now));
        await somebodyWaits(database, 2);
      });
      await Promise.all(both);
      const { status } = await site.tickets.tickets.findFor(leg.client, ticket.id);
      assert.equal(status.is, "solved");
      assert.equal((await legById(database, leg.id))?.state.is, "ended");
    });
  }
});
