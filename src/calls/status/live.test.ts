import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Database, type Id, uuidOf } from "#platform";
import {
  openTestCall,
  openTestSite,
  openTestStaff,
  type TestCall,
  type TestSite,
  testSession,
} from "#test";
import { answerLeg, beginLeg, hear, stopLeg } from "../calling/index.ts";
import { type Leg, leaseMs, vouch } from "../leg/index.ts";
import { LiveStatus } from "./index.ts";

suite("what open pages of a client are told", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(async () => {
    site.calls.live.stop();
    await site[Symbol.asyncDispose]();
  });

  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  };
  const begin = ({ call, agent }: TestCall) =>
    beginLeg(site.calls.desk, agent.staff, call.id, site.time.now);
  /** The second look begins after the first one, which a timer may have begun. */
  const look = async (live = site.calls.live) => {
    await live.tellChanges();
    await live.tellChanges();
  };
  const open = (
    { client, session }: { client: Id<"client">; session: Id<"session"> },
    live = site.calls.live,
  ) => {
    const heard: string[] = [];
    const holds: number[] = [];
    const close = live.watch({
      session: testSession({ client, session } as TestCall["client"]),
      tell({ status, holdsSeconds }) {
        heard.push(status.is);
        holds.push(holdsSeconds);
      },
      affirm: (holdsSeconds) => void holds.push(holdsSeconds),
      end: (because) => void heard.push(because),
    });
    return { heard, holds, close };
  };
  const renew = (leg: Leg) =>
    vouch(site.opened.database, leg, "agent", new Date(site.time.now.getTime() + leaseMs));

  test("each of them, in every session, at first and with each change, and only of the own calls", async () => {
    const made = await openTestCall(site);
    const stranger = open((await openTestCall(site)).client);
    const elsewhere = await made.client.signIn();
    const here = open(made.client);
    const there = open({ ...made.client, ...elsewhere });
    await look();
    const leg = await begin(made);
    await look();
    const session = testSession(made.client);
    await answerLeg(site.calls.desk, session, leg.id, site.time.now);
    await look();
    const over = { is: "ended", at: site.time.now, because: "completed" } as const;
    await hear(site.calls.desk, session.holder, leg, over, site.time.now);
    await look();
    const late = open(made.client);
    await look();
    assert.deepEqual(here.heard, ["never_called", "calling", "on_call", "not_calling"]);
    assert.deepEqual(there.heard, here.heard);
    assert.deepEqual(late.heard, ["not_calling"]);
    assert.deepEqual(stranger.heard, ["never_called"]);
  });

  test("again and again, and never beyond a lease, whose end nobody has to write", async () => {
    const made = await openTestCall(site);
    const leg = await begin(made);
    const page = open(made.client);
    await look();
    assert.deepEqual(page.holds.splice(0), [12]);
    pass(10);
    await look();
    assert.deepEqual(page.holds.splice(0), [5], "so long does the lease last");
    await renew(leg);
    pass(5);
    await look();
    assert.deepEqual(page.holds.splice(0), [10]);
    pass(10);
    await look();
    assert.deepEqual(page.heard, ["calling", "not_calling"]);
  });

  test("nothing while the database is away, and what happened meanwhile when it is back", async () => {
    const reaching: { isAway: boolean } = { isAway: false };
    const connect = async () => {
      const client = await site.opened.database.connect();
      const query = (...asked: unknown[]) =>
        reaching.isAway
          ? Promise.reject(new Error("The database is away."))
          : Reflect.apply(client.query, client, asked);
      return { query, release: (isBroken: boolean) => client.release(isBroken) };
    };
    const live = new LiveStatus({ connect } as unknown as Database, () => site.time.now);
    const made = await openTestCall(site);
    await begin(made);
    const page = open(made.client, live);
    await look(live);
    reaching.isAway = true;
    pass(60);
    await look(live);
    const kept = open(made.client, live);
    await look(live);
    assert.deepEqual([page.heard, page.holds, kept.heard], [["calling"], [12], []]);
    reaching.isAway = false;
    await look(live);
    assert.deepEqual([page.heard.at(-1), kept.heard], ["not_calling", ["not_calling"]]);
    live.stop();
  });

  test("no more when their session is over", async () => {
    const { client } = await openTestCall(site);
    const ended = open(client);
    const stays = open({ ...client, ...(await client.signIn()) });
    await look();
    assert.equal((await site.post("/sign-out", {}, { cookie: client.cookie })).status, 303);
    await site.calls.live.endClosed();
    await site.calls.live.endClosed();
    assert.deepEqual([ended.heard, stays.heard], [["never_called", "over"], ["never_called"]]);
  });

  test("when somebody stops a call that isn't with them: it is over, and no other call is", async () => {
    const [made, other] = [await openTestCall(site), await openTestCall(site)];
    const [page, others] = [open(made.client), open(other.client)];
    const [leg, theirs] = [await begin(made), await begin(other)];
    await look();
    const elsewhere = testSession({ ...made.client, ...(await made.client.signIn()) });
    const stop = (id: Id<"leg">) => stopLeg(site.calls.desk, elsewhere, id, site.time.now);
    assert.equal(await stop(theirs.id), false, "another client's");
    assert.equal(await stop(leg.id), true);
    assert.equal(await stop(leg.id), false, "once");
    await look();
    assert.deepEqual([page.heard.at(-1), others.heard.at(-1)], ["not_calling", "calling"]);
    await assert.rejects(begin(made), { code: "call_over" });
  });

  test("who stops a call that somebody else answered has reported it, and the leads are told", async () => {
    const { staff } = await openTestStaff(site, { roles: ["lead"] });
    const made = await openTestCall(site);
    const leg = await begin(made);
    await answerLeg(site.calls.desk, testSession(made.client), leg.id, site.time.now);
    const elsewhere = testSession({ ...made.client, ...(await made.client.signIn()) });
    assert.equal(await stopLeg(site.calls.desk, elsewhere, leg.id, site.time.now), true);
    const [told] = await site.outbox.reader.sentTo({ is: "staff", id: staff });
    assert.match(
      told?.words?.text ?? "",
      /somebody else had answered it, and the client stopped it/,
    );
    const { rows } = await site.opened.database.query(
      "select topic from tickets.tickets where client = $1 order by topic",
      [uuidOf(made.client.client)],
    );
    assert.deepEqual(rows, [{ topic: "account" }, { topic: "scam" }]);
  });
});
