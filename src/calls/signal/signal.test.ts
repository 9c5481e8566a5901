import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { uuidOf } from "#platform";
import { openTestCall, openTestSite, type TestCall, type TestSite, testSession } from "#test";
import { answerLeg, beginLeg, hear } from "../calling/index.ts";
import { type Leg, legById, liveLegOf } from "../leg/index.ts";
import { beat, hangUp, markRinging } from "../talking/index.ts";
import { turnOf } from "../turn/index.ts";
import { type Heard, Listening, legFor, type Speaker, sendSignal, signalSchema } from "./index.ts";

const sdp = [
  ...["v=0", "o=- 4611731400430051336 2 IN IP4 203.0.113.9", "s=-", "t=0 0"],
  ...["m=audio 51472 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 203.0.113.9", "a=rtpmap:111 opus/48000/2"],
  "a=fingerprint:sha-256 AB:CD",
  "a=candidate:1 1 udp 2122260223 203.0.113.9 51472 typ host",
  "",
].join("\r\n");
const host = "candidate:1 1 udp 2122260223 203.0.113.9 51472 typ host";
const relay =
  "candidate:2 1 udp 41885439 198.51.100.4 49160 typ relay raddr 203.0.113.9 rport 51472";
const wayBy = (candidate: string) =>
  signalSchema.parse({ is: "candidate", candidate, place: 0, name: "0" });

suite("what the two pages of a call tell each other", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  };
  const agentOf = ({ agent }: TestCall): Speaker => ({
    side: "agent",
    session: { id: agent.session, holder: { is: "staff", id: agent.staff } },
  });
  const clientOf = ({ client }: TestCall, session = client.session): Speaker => ({
    side: "client",
    session: { id: session, holder: { is: "client", id: client.client } },
  });
  const begin = ({ agent, call }: TestCall) =>
    beginLeg(site.calls.desk, agent.staff, call.id, site.time.now);
  const answer = ({ client }: TestCall, leg: Leg) =>
    answerLeg(site.calls.desk, testSession(client), leg.id, site.time.now);
  const send = (speaker: Speaker, leg: Leg, signal: unknown, turn = site.calls.desk.turn) =>
    sendSignal(
      { ...site.calls.desk, turn },
      speaker,
      leg,
      signalSchema.parse(signal),
      site.time.now,
    );
  const kept = async ({ client }: Leg) => {
    const { rows } = await site.opened.database.query<{ side: string; body: string }>(
      "select side, body from calls.signals where client = $1 order by place",
      [uuidOf(client)],
    );
    return rows;
  };
  const current = async (leg: Leg) => (await legById(site.opened.database, leg.id)) ?? leg;

  test("is the agent's and the answering session's alone, and goes with the leg", async () => {
    const made = await openTestCall(site);
    const stranger = await openTestCall(site);
    const leg = await begin(made);
    await send(agentOf(made), leg, { is: "offer", sdp });
    await assert.rejects(send(clientOf(made), leg, { is: "restart" }), {
      code: "answered_elsewhere",
    });
    await answer(made, leg);
    await send(clientOf(made), leg, { is: "answer", sdp });
    const elsewhere = await made.client.signIn();
    for (const other of [
      clientOf(made, elsewhere.session),
      agentOf(stranger),
      clientOf(stranger),
    ]) {
      await assert.rejects(send(other, leg, { is: "restart" }), { code: "answered_elsewhere" });
    }
    for (const other of [agentOf(stranger), clientOf(stranger)]) {
      await assert.rejects(legFor(site.opened.database, other, leg), { code: "call_unknown" });
    }
    const told = await kept(leg);
    assert.deepEqual(
      told.map(({ side }) => side),
      ["agent", "client"],
    );
    assert.doesNotMatch(told[0]?.body ?? "", /203\.0\.113/, "a description says no address");
    await hangUp(site.calls.desk, agentOf(made), await current(leg), site.time.now);
    assert.deepEqual(await kept(leg), []);
    await assert.rejects(send(agentOf(made), leg, { is: "restart" }), { code: "leg_over" });
  });

  test("is sound, encrypted, and nothing else", () => {
    const wrong = [
      sdp.replace("m=audio", "m=video"),
      `${sdp}m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n`,
      sdp.replace("UDP/TLS/RTP/SAVPF", "RTP/AVP"),
      sdp.replace(/a=fingerprint.*\r\n/, ""),
      `${sdp}a=${"x".repeat(10_000)}\r\n`,
      "<script>",
    ];
    for (const text of wrong) {
      assert.ok(!signalSchema.safeParse({ is: "offer", sdp: text }).success, text.slice(0, 60));
    }
    assert.ok(signalSchema.safeParse({ is: "offer", sdp }).success);
  });

  test("says of a page behind a relay no address but the relay's", async () => {
    const made = await openTestCall(site);
    const leg = await begin(made);
    const turn = turnOf({
      CALLS_TURN_URLS: ["turn:turn.larkmoor.example"],
      CALLS_TURN_SECRET: "0123456789abcdef",
    });
    for (const candidate of [host, relay]) await send(agentOf(made), leg, wayBy(candidate), turn);
    const told = await kept(leg);
    assert.equal(told.length, 1);
    assert.match(told[0]?.body ?? "", /198\.51\.100\.4 49160 typ relay raddr 0\.0\.0\.0 rport 0/);
    await send(agentOf(made), leg, wayBy(host));
    assert.equal((await kept(leg)).length, 2, "without a relay there is no other way");
  });

  test("reaches the other side's open page, in its order, and what was heard isn't told again", async () => {
    const made = await openTestCall(site);
    const leg = await begin(made);
    await answer(made, leg);
    const listening = new Listening(site.opened.database, () => site.time.now);
    const heard: number[] = [];
    const states: Heard[] = [];
    const listener = {
      call: made.call,
      speaker: clientOf(made),
      tell: (how: Heard) => void states.push(how),
      hold() {},
      signal: ({ place }: { place: number }) => void heard.push(place),
      end() {},
    };
    const stop = listening.listen(listener);
    await send(agentOf(made), leg, { is: "offer", sdp });
    await send(clientOf(made), leg, { is: "answer", sdp });
    await send(agentOf(made), leg, wayBy(host));
    await listening.look();
    await listening.look();
    assert.deepEqual(heard, [1, 3]);
    stop();
    const again = listening.listen({ ...listener, after: { leg: leg.id, place: 1 } });
    await listening.look();
    await listening.look();
    assert.deepEqual(heard, [1, 3, 3]);
    again();
    assert.ok(states.every((how) => how?.isUp && how.leg.id === leg.id));
  });

  test("says for how long it holds, and says it again each time that somebody vouches for it", async () => {
    const made = await openTestCall(site);
    const leg = await begin(made);
    const listening = new Listening(site.opened.database, () => site.time.now);
    const told: string[] = [];
    const lapsesAt = (seconds: number) =>
      new Date(site.time.now.getTime() + seconds * 1_000).toISOString();
    const stop = listening.listen({
      ...{ call: made.call, speaker: clientOf(made), signal() {}, end() {} },
      tell: (how) => void told.push(how?.isUp ? how.until.toISOString() : "over"),
      hold: (until) => void told.push(until.toISOString()),
    });
    await listening.look();
    const first = lapsesAt(15);
    assert.deepEqual(told, [first]);
    pass(5);
    await beat(site.calls.desk, agentOf(made), await current(leg), "waiting", site.time.now);
    const second = lapsesAt(15);
    await listening.look();
    await listening.look();
    assert.deepEqual(told, [first, second]);
    pass(15);
    await listening.look();
    assert.deepEqual(told, [first, second, "over"]);
    stop();
  });

  test("ends with its session, and a session listens in eight places at most", async () => {
    const made = await openTestCall(site);
    const listening = new Listening(site.opened.database, () => site.time.now);
    const ended: number[] = [];
    const quiet = { call: made.call, tell() {}, hold() {}, signal() {} };
    for (let place = 0; place < 9; place += 1) {
      listening.listen({
        ...{ ...quiet, speaker: clientOf(made) },
        end: () => void ended.push(place),
      });
    }
    assert.deepEqual(ended, [0]);
    listening.listen({ ...quiet, speaker: agentOf(made), end: () => void ended.push(9) });
    await site.post("/sign-out", {}, { cookie: made.client.cookie });
    await listening.endClosed();
    assert.deepEqual(
      ended.toSorted((a, b) => a - b),
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
    );
    listening.stop();
    assert.equal(ended.at(-1), 9);
  });

  test("a leg rings for a minute, and lapses when the agent's page is gone", async () => {
    const made = await openTestCall(site);
    const leg = await begin(made);
    await markRinging(site.calls.desk, testSession(made.client), leg, site.time.now);
    for (let seconds = 0; seconds < 55; seconds += 5) {
      pass(5);
      await beat(site.calls.desk, agentOf(made), await current(leg), "waiting", site.time.now);
    }
    pass(5);
    await assert.rejects(
      beat(site.calls.desk, agentOf(made), await current(leg), "waiting", site.time.now),
      { code: "leg_over" },
    );
    const { state } = await current(leg);
    assert.ok(state.is === "ended" && state.because === "no_answer");
    const again = await begin(made);
    pass(15);
    await assert.rejects(
      beat(site.calls.desk, agentOf(made), await current(again), "waiting", site.time.now),
      { code: "leg_over" },
      "what lapsed isn't taken up again",
    );
  });

  test("an answered leg goes on only while sound goes through on both sides", async () => {
    const made = await openTestCall(site);
    const leg = await begin(made);
    await answer(made, leg);
    const both = async (agent: "waiting" | "connected", client: "waiting" | "connected") => {
      await beat(site.calls.desk, agentOf(made), await current(leg), agent, site.time.now);
      await beat(site.calls.desk, clientOf(made), await current(leg), client, site.time.now);
    };
    for (let seconds = 0; seconds < 60; seconds += 5) {
      pass(5);
      await both("connected", "connected");
    }
    for (let seconds = 0; seconds < 10; seconds += 5) {
      pass(5);
      await both("connected", "waiting");
    }
    assert.equal((await site.calls.live.now(leg.client)).is, "on_call");
    pass(5);
    assert.equal((await site.calls.live.now(leg.client)).is, "not_calling");
    await assert.rejects(both("connected", "connected"), { code: "leg_over" });
  });

  test("each side ends it in its own words, and the client from any session", async () => {
    const ends: [boolean, "agent" | "client", string][] = [
      [false, "agent", "cancelled"],
      [false, "client", "declined"],
      [true, "agent", "completed"],
      [true, "client", "completed"],
    ];
    for (const [isAnswered, side, because] of ends) {
      const made = await openTestCall(site);
      const leg = await begin(made);
      if (isAnswered) await answer(made, leg);
      const { session } = await made.client.signIn();
      const speaker = side === "agent" ? agentOf(made) : clientOf(made, session);
      await hangUp(site.calls.desk, speaker, await current(leg), site.time.now);
      const { state } = await current(leg);
      assert.ok(state.is === "ended");
      assert.equal(state.because, because);
      assert.equal(await liveLegOf(site.opened.database, leg.client), undefined);
    }
    const left = await openTestCall(site);
    const broken = await begin(left);
    await answer(left, broken);
    await hangUp(site.calls.desk, clientOf(left), await current(broken), site.time.now, true);
    await begin(left); // a page that was opened anew hung nothing up
    const late = await openTestCall(site);
    const leg = await begin(late);
    const over = { is: "ended", at: site.time.now, because: "cancelled" } as const;
    await hear(site.calls.desk, { is: "staff", id: leg.agent }, leg, over, site.time.now);
    await hangUp(site.calls.desk, clientOf(late), await current(leg), site.time.now);
    const { state } = await current(leg);
    assert.ok(state.is === "ended" && state.because === "cancelled", "a late word changes nothing");
  });
});
