import assert from "node:assert/strict";
import { after, before, beforeEach, suite, test } from "node:test";
import { dayMs, newId, newWebhookSecret, openLog, uuidOf } from "#platform";
import {
  keepTestField,
  openTestCall,
  openTestClient,
  openTestSite,
  sentTo,
  type TestCall,
  TestProvider,
  type TestSite,
  testSession,
} from "#test";
import { stopLeg } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { type Leg, legById, legsOf } from "../leg/index.ts";
import { dial, hasNumber } from "./index.ts";
import { hangUp, lookAtLegs } from "./vouching.ts";

const number = "+31 6 1234 5678";

suite("a call by phone", () => {
  let site: TestSite;
  let listening: AsyncDisposable;
  const provider = new TestProvider(() => site.time.now);
  const lines: string[] = [];
  let desk: CallsDesk;
  before(async () => {
    listening = await provider.listen();
    const log = openLog("debug", { write: (line) => lines.push(line) });
    site = await openTestSite(provider.environment, undefined, log);
    desk = site.calls.desk;
  });
  after(async () => {
    await site[Symbol.asyncDispose]();
    await listening[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    provider.refuses = undefined;
    provider.before = () => {};
  });

  const pass = (ms: number) => {
    site.time.now = new Date(site.time.now.getTime() + ms);
  };
  const status = async ({ client }: TestCall) => (await site.calls.live.now(client.client)).is;
  /** A client with a number that has stood long enough, and the call that the client asked for. */
  const booked = async (): Promise<TestCall> => {
    const client = await openTestClient(site);
    await keepTestField(site, client.client, "phone", number);
    pass(8 * dayMs);
    return await openTestCall(site, {
      client: { ...client, ...(await client.signIn()) },
      channel: "phone",
    });
  };
  const call = (made: TestCall) => dial(desk, made.agent.staff, made.call.id, site.time.now);
  const look = async () => {
    assert.ok(desk.provider);
    await lookAtLegs(desk, desk.provider);
  };
  const endedThere = async () => {
    assert.ok(desk.provider);
    await hangUp(desk, desk.provider);
  };
  const says = (said: (typeof provider.newest)["call"]["says"]) => {
    provider.newest.call.says = said;
  };
  const answered = () => ({ status: "in-progress", answered_at: site.time.now.toISOString() });
  const stateOf = async ({ id }: Leg) => (await legById(site.opened.database, id))?.state;

  test("rings at the number on file, which goes to the provider and nowhere else", async () => {
    const made = await booked();
    const leg = await call(made);
    const { call: placed, name } = provider.newest;
    assert.deepEqual([placed.to, placed.leg, leg.providerCall], ["+31612345678", leg.id, name]);
    assert.equal(provider.unsigned, 0);
    const { rows } = await site.opened.database.query<{ row: string }>(
      `select e::text as row from ledger.events e union all select l::text from calls.legs l
       union all select m::text from outbox.messages m`,
    );
    for (const text of [...rows.map(({ row }) => row), ...lines, JSON.stringify(leg)])
      assert.doesNotMatch(text, /12345678|1234 5678/);
    const events = await site.opened.database.query<{
      kind: string;
      field: string;
      decision: string;
    }>(
      "select kind, field, decision from ledger.events where client = $1 order by client_seq desc limit 1",
      [uuidOf(leg.client)],
    );
    assert.deepEqual(events.rows, [
      { kind: "calls.leg_started", field: "phone", decision: "allow" },
    ]);
  });

  test("is what the provider says it is, and a client's page says so", async () => {
    const made = await booked();
    const leg = await call(made);
    assert.equal(await status(made), "calling");
    for (const [told, shown] of [
      ["initiated", "calling"],
      ["ringing", "calling"],
      ["early-media", "calling"],
      ["in-progress", "on_call"],
      ["ringing", "on_call"],
      ["completed", "not_calling"],
      ["in-progress", "not_calling"],
    ] as const) {
      assert.equal(await provider.tellStatus(site, leg.id, told), 204);
      assert.equal(await status(made), shown, told);
    }
    await endedThere();
    assert.ok(!provider.newest.call.ended, "what is over there isn't ended again");
  });

  test("isn't placed to a number that changed within a week, or that isn't there, and the denial is written down", async () => {
    const client = await openTestClient(site);
    const made = await openTestCall(site, { client, channel: "phone" });
    assert.ok(!(await hasNumber(desk, client.client, site.time.now)));
    await assert.rejects(call(made), { code: "no_number" });
    await keepTestField(site, client.client, "phone", number);
    await assert.rejects(call(made), { code: "number_new" });
    pass(7 * dayMs - 1);
    assert.ok(!(await hasNumber(desk, client.client, site.time.now)));
    pass(1);
    assert.ok(await hasNumber(desk, client.client, site.time.now));
    const { rows } = await site.opened.database.query<{ details: string; decision: string }>(
      "select details, decision from ledger.events where client = $1 and kind = 'calls.not_dialled' order by client_seq",
      [uuidOf(client.client)],
    );
    assert.deepEqual(
      rows.map(({ details, decision }) => [JSON.parse(details).because, decision]),
      [
        ["no_number", "deny"],
        ["number_new", "deny"],
      ],
    );
    const other = await openTestCall(site, {});
    await assert.rejects(call(other), { code: "not_by_phone" });
    const mine = await booked();
    await assert.rejects(dial(desk, other.agent.staff, mine.call.id, site.time.now), {
      code: "not_your_call",
    });
  });

  test("takes the client's own asking: no row in the database gets a number out", async () => {
    const made = await booked();
    const other = await openTestCall(site, { channel: "phone" });
    const count = provider.calls.size;
    for (const asking of [
      other.call.asking,
      {
        ...made.call.asking,
        statement: made.call.asking.statement.replace('"account"', '"security"'),
      },
    ]) {
      await site.opened.database.query(
        "update calls.calls set statement = $2, signature = $3 where id = $1",
        [uuidOf(made.call.id), asking.statement, asking.signature],
      );
      await assert.rejects(call(made), { code: "not_placed" });
      assert.equal(await status(made), "not_calling");
    }
    assert.equal(provider.calls.size, count);
  });

  test("stands while the provider vouches for it, and falls back on every doubt", async () => {
    let rounds = 4; // longer than a lease, once
    for (const doubt of [
      () => says("nothing"),
      () => says("{}"),
      () => says("not json"),
      () => says({ status: "in-progress" }), // since when?
      () => says({ ...answered(), call_id: newId("leg", site.time.now) }),
      () => says({ status: "ringing" }), // it was answered
      () => says({ status: "queued" }),
      () => {
        provider.refuses = 500;
      },
      () => {
        provider.refuses = 404;
      },
      () => {
        provider.before = () => pass(15_000); // an answer that comes too late
      },
    ]) {
      provider.refuses = undefined;
      provider.before = () => {};
      const made = await booked();
      await call(made);
      says(answered());
      for (let round = 0; round < rounds; round++) {
        pass(5_000);
        await look();
        assert.equal(await status(made), "on_call");
      }
      rounds = 1;
      doubt();
      for (let round = 0; round < 3; round++) {
        pass(5_000);
        await look();
      }
      assert.equal(await status(made), "not_calling", String(doubt));
    }
  });

  test("that ended here is ended at the provider, and one that the provider began late too", async () => {
    const made = await booked();
    const leg = await call(made);
    await provider.tellStatus(site, leg.id, "in-progress");
    assert.ok(await stopLeg(desk, testSession(made.client), leg.id, site.time.now));
    provider.refuses = 503;
    await endedThere();
    assert.ok(!provider.newest.call.ended);
    provider.refuses = undefined;
    await endedThere();
    assert.ok(provider.newest.call.ended);
    assert.equal(await status(made), "not_calling");

    const unsure = await booked();
    provider.refuses = 504;
    await assert.rejects(call(unsure), { code: "not_placed" });
    provider.refuses = undefined;
    const [known] = await legsOf(site.opened.database, unsure.call);
    assert.ok(known);
    const begun = { leg: undefined, to: "", says: { status: "ringing" }, ended: false };
    provider.calls.set("LATE", begun);
    await provider.tellStatus(site, known.id, "ringing", { call: "LATE" });
    assert.equal(await status(unsure), "not_calling");
    await endedThere();
    assert.ok(begun.ended);
  });

  test("that met a busy line tells the client so, once", async () => {
    const made = await booked();
    const leg = await call(made);
    const processes = [site, await site.another()];
    const told = processes.flatMap((one) =>
      ["one", "two"].map((name) =>
        provider.tellStatus(one, leg.id, "busy", { id: `busy_${name}` }),
      ),
    );
    assert.deepEqual(await Promise.all(told), [204, 204, 204, 204]);
    says({ status: "busy" });
    await look();
    assert.equal(await status(made), "busy");
    const notices = await sentTo(site, leg.client);
    assert.deepEqual(
      notices.map(({ template }) => template),
      ["call_busy"],
    );
    pass(600_000);
    assert.equal(await status(made), "not_calling");
  });

  test("isn't moved by what is forged, old, replayed, too long or about another call", async () => {
    const made = await booked();
    const leg = await call(made);
    await provider.tellStatus(site, leg.id, "in-progress", { id: "once" });
    const state = await stateOf(leg);
    const minutes = (count: number) => new Date(site.time.now.getTime() + count * 60_000);
    const tell = (other: Parameters<TestProvider["tellStatus"]>[3]) =>
      provider.tellStatus(site, leg.id, "completed", other);
    assert.equal(await tell({ secret: newWebhookSecret() }), 403);
    assert.equal(await tell({ at: minutes(-5.1) }), 403);
    assert.equal(await tell({ at: minutes(5.1) }), 403);
    assert.equal(await tell({ body: "{}" }), 403);
    assert.equal(await tell({ id: "once" }), 204);
    assert.equal(await tell({ call: "PC9999" }), 204);
    assert.equal(await provider.tell(site, { type: "call.status", data: {} }), 400);
    assert.equal(await provider.tell(site, { type: "call.moved" }), 400);
    assert.equal(await provider.tell(site, { much: "x".repeat(20_000) }), 413);
    const inBrowser = await openTestCall(site);
    const beats = await site.app.request(`/staff/calls/${made.call.id}/legs/${leg.id}/beats`, {
      method: "POST",
      headers: { cookie: made.agent.cookie, "content-type": "application/json" },
      body: JSON.stringify({ connection: "connected" }),
    });
    assert.equal(beats.status, 409, "an agent's page vouches for no phone");
    assert.equal(await provider.tellStatus(site, leg.id, "nothing of this"), 400);
    assert.deepEqual(await stateOf(leg), state);
    assert.equal(await status(made), "on_call");
    assert.equal(await status(inBrowser), "never_called");
    const unset = await openTestSite();
    assert.equal(await provider.tellStatus(unset, leg.id, "ringing"), 403);
    await unset[Symbol.asyncDispose]();
  });
});
