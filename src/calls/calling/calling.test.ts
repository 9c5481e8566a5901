import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { openTestCall, openTestSite, type TestCall, type TestSite, testSession } from "#test";
import { callById } from "../call/index.ts";
import type { Leg } from "../leg/index.ts";
import { answerLeg, beginLeg, hear } from "./index.ts";

suite("a call that a client booked", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const status = async ({ client }: TestCall) => await site.calls.live.now(client.client);
  const begin = (made: TestCall, agent = made.agent) =>
    beginLeg(site.calls.desk, agent.staff, made.call.id, site.time.now);
  const ring = (leg: Leg) =>
    hear(
      site.calls.desk,
      { is: "staff", id: leg.agent },
      leg,
      { is: "ringing", at: site.time.now },
      site.time.now,
    );
  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  };

  test("is what the client's page says: never, calling, on a call, not calling", async () => {
    const made = await openTestCall(site);
    assert.equal((await status(made)).is, "never_called");
    const leg = await begin(made);
    const calling = await status(made);
    assert.ok(
      calling.is === "calling" && calling.leg.alias !== "" && calling.leg.team === "support",
    );
    await ring(leg);
    await answerLeg(site.calls.desk, testSession(made.client), leg.id, site.time.now);
    const talking = await status(made);
    assert.ok(talking.is === "on_call" && talking.leg.session === made.client.session);
    const over = { is: "ended", at: site.time.now, because: "completed" } as const;
    await hear(site.calls.desk, { is: "client", id: leg.client }, leg, over, site.time.now);
    assert.deepEqual(await status(made), { is: "not_calling", next: undefined });
    const call = await callById(site.opened.database, made.call.id);
    assert.ok(call?.state.is === "ended" && call.state.outcome === "held");
  });

  test("answered, opens a ticket by the client's own act, which its agent has, and nobody else", async () => {
    const made = await openTestCall(site, { topic: "payments" });
    const leg = await begin(made);
    await answerLeg(site.calls.desk, testSession(made.client), leg.id, site.time.now);
    const call = await callById(site.opened.database, made.call.id);
    const ticket =
      call?.ticket && (await site.tickets.tickets.findFor(made.client.client, call.ticket));
    assert.ok(ticket);
    assert.deepEqual(
      [ticket.topic, ticket.opening.via, ticket.assignee?.staff],
      ["payments", "call", made.agent.staff],
    );
    const elsewhere = await made.client.signIn();
    await assert.rejects(
      answerLeg(
        site.calls.desk,
        testSession({ ...made.client, ...elsewhere }),
        leg.id,
        site.time.now,
      ),
      { code: "answered_elsewhere" },
    );
  });

  test("that its client says is wrong lets nobody see anything any more: its ticket ends with it", async () => {
    const made = await openTestCall(site, { topic: "payments" });
    const leg = await begin(made);
    await answerLeg(site.calls.desk, testSession(made.client), leg.id, site.time.now);
    const wrong = { is: "ended", at: site.time.now, because: "reported" } as const;
    await hear(site.calls.desk, { is: "client", id: leg.client }, leg, wrong, site.time.now);
    const call = await callById(site.opened.database, made.call.id);
    assert.ok(call?.ticket && call.state.is === "ended" && call.state.outcome === "stopped");
    const ticket = await site.tickets.tickets.findFor(leg.client, call.ticket);
    assert.equal(ticket.status.is, "solved");
  });

  test("is placed by its agent alone, once, in its window, and by nobody after it is over", async () => {
    const startsAt = new Date(site.time.now.getTime() + 3_600_000);
    const made = await openTestCall(site, { startsAt });
    const other = await openTestCall(site);
    await assert.rejects(begin(made), { code: "not_in_window" });
    site.time.now = new Date(startsAt.getTime() - 300_001);
    await assert.rejects(begin(made), { code: "not_in_window" });
    pass(1);
    await assert.rejects(begin(made, other.agent), { code: "not_your_call" });
    await begin(made);
    await assert.rejects(begin(made), { code: "leg_up" });
    pass(601);
    await assert.rejects(begin(made), { code: "not_in_window" });
  });

  test("that nobody vouches for is none, and a page that died can call again", async () => {
    const made = await openTestCall(site);
    await begin(made);
    pass(15);
    assert.equal((await status(made)).is, "not_calling");
    const again = await begin(made);
    assert.equal((await status(made)).is, "calling");
    await answerLeg(site.calls.desk, testSession(made.client), again.id, site.time.now);
    pass(15);
    assert.equal((await status(made)).is, "not_calling");
  });
});
