import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { system, uuidOf } from "#platform";
import { openTestCall, openTestSite, openTestStaff, type TestCall, type TestSite } from "#test";
import { callById } from "../call/index.ts";
import { beginLeg, hear } from "../calling/index.ts";

const origin = "http://localhost:8080";
const connection = { incoming: { socket: { remoteAddress: "192.0.2.10" } } };
const sdp = [
  ...["v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", "m=audio 9 UDP/TLS/RTP/SAVPF 111"],
  ...["c=IN IP4 0.0.0.0", "a=fingerprint:sha-256 AB:CD", ""],
].join("\r\n");

suite("the two pages of a call", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const send = async (path: string, cookie: string, body: object = {}) => {
    const headers = { accept: "application/json", "content-type": "application/json", cookie };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await site.app.fetch(new Request(origin + path, init), connection);
    return { status: answer.status, said: await answer.json() };
  };
  const place = async ({ call, agent }: TestCall) => {
    const { status, said } = await send(`/staff/calls/${call.id}/legs`, agent.cookie);
    assert.equal(status, 200, JSON.stringify(said));
    return { leg: said.leg as string, ice: said.ice };
  };
  const legPath = ({ call }: TestCall, leg: string) => `/account/calls/${call.id}/legs/${leg}`;
  const talk = async (made: TestCall) => {
    const { leg } = await place(made);
    const { status } = await send(`${legPath(made, leg)}/answer`, made.client.cookie);
    assert.equal(status, 200);
    return leg;
  };
  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  };

  test("are its agent's and its client's, and they alone may ask for the microphone", async () => {
    const made = await openTestCall(site);
    const other = await openTestCall(site);
    const lead = await openTestStaff(site, { roles: ["lead"] });
    const pages = [
      { path: `/account/calls/${made.call.id}/talk`, own: made.client, others: [other.client] },
      { path: `/staff/calls/${made.call.id}`, own: made.agent, others: [other.agent, lead] },
    ];
    for (const { path, own, others } of pages) {
      const page = await site.get(path, { cookie: own.cookie });
      assert.equal(page.status, 200, await page.clone().text());
      assert.match(page.headers.get("permissions-policy") ?? "", /microphone=\(self\)/);
      for (const { cookie } of others) {
        const refused = await site.get(path, { cookie });
        assert.ok([403, 404].includes(refused.status), path);
        assert.match(refused.headers.get("permissions-policy") ?? "", /microphone=\(\)/);
      }
    }
    const account = await site.get("/account", { cookie: made.client.cookie });
    assert.match(account.headers.get("permissions-policy") ?? "", /microphone=\(\)/);
    const phone = await openTestCall(site, { channel: "phone" });
    const { cookie } = phone.client;
    const said = await site.get(`/account/calls/${phone.call.id}/talk`, { cookie });
    assert.match(said.headers.get("permissions-policy") ?? "", /microphone=\(\)/);
    assert.doesNotMatch(await said.text(), /data-do="answer"/);
  });

  test("connect: the agent's calls, the client's answers with what was told while it rang, and others get no further", async () => {
    const made = await openTestCall(site);
    const other = await openTestCall(site);
    const { leg, ice } = await place(made);
    assert.deepEqual(ice, { iceServers: [], iceTransportPolicy: "all" });
    const staffPath = `/staff/calls/${made.call.id}/legs/${leg}`;
    const told = await send(`${staffPath}/signals`, made.agent.cookie, { is: "offer", sdp });
    assert.equal(told.status, 200, JSON.stringify(told.said));
    const path = legPath(made, leg);
    assert.equal((await send(`${path}/ringing`, made.client.cookie)).status, 200);
    for (const part of ["signals", "beats", "ice", "end"]) {
      assert.equal((await send(`${staffPath}/${part}`, other.agent.cookie)).status, 404);
      assert.equal((await send(`${path}/${part}`, other.client.cookie)).status, 404);
    }
    const early = await send(`${path}/ice`, made.client.cookie);
    assert.equal(early.said.code, "answered_elsewhere", "nobody has answered");
    const { said } = await send(`${path}/answer`, made.client.cookie);
    assert.deepEqual(
      said.told.map((one: { place: number; signal: { is: string } }) => [one.place, one.signal.is]),
      [[1, "offer"]],
    );
    const elsewhere = await made.client.signIn();
    assert.equal((await send(`${path}/answer`, elsewhere.cookie)).said.code, "answered_elsewhere");
    for (const part of ["signals", "beats"]) {
      const body = part === "beats" ? { connection: "connected" } : { is: "restart" };
      const refused = await send(`${path}/${part}`, elsewhere.cookie, body);
      assert.equal(refused.said.code, "answered_elsewhere");
      assert.equal((await send(`${path}/${part}`, made.client.cookie, body)).status, 200);
    }
    const wrong = await send(`${path}/signals`, made.client.cookie, { is: "offer", sdp: "hello" });
    assert.equal(wrong.said.code, "invalid_input");
    assert.equal((await send(`${path}/end`, elsewhere.cookie)).status, 200);
    assert.equal((await site.calls.live.now(made.client.client)).is, "not_calling");
  });

  test("of a call by phone no page speaks, but any page of its client has the words and ends it", async () => {
    const made = await openTestCall(site, { channel: "phone" });
    const { desk } = site.calls;
    const leg = await beginLeg(desk, made.agent.staff, made.call.id, site.time.now);
    const answered = { is: "answered", at: site.time.now } as const;
    await hear(desk, system, leg, answered, site.time.now);
    const path = legPath(made, leg.id);
    const { cookie } = await made.client.signIn();
    for (const [part, body] of [
      ["signals", { is: "restart" }],
      ["beats", { connection: "connected" }],
      ["answer", {}],
    ] as const) {
      assert.equal((await send(`${path}/${part}`, cookie, body)).status, 409, part);
    }
    const beaten = await send(
      `/staff/calls/${made.call.id}/legs/${leg.id}/beats`,
      made.agent.cookie,
      {
        connection: "connected",
      },
    );
    assert.equal(beaten.status, 409, "nor does the agent's page vouch for it");
    const right = leg.words.choices.findIndex(([first]) => first === leg.words.said[0]);
    assert.deepEqual((await send(`${path}/words`, cookie, { choice: right })).said, {
      matched: true,
    });
    assert.equal((await send(`${path}/end`, cookie)).status, 200);
    assert.equal((await site.calls.live.now(made.client.client)).is, "not_calling");
  });

  test("one tap hangs up, and opens the form of a report with the facts of the call, for its client alone", async () => {
    const lead = await openTestStaff(site, { roles: ["lead"] });
    const made = await openTestCall(site, { topic: "payments" });
    const leg = await talk(made);
    const { cookie } = made.client;
    const answered = await site.post(`${legPath(made, leg)}/report`, {}, { cookie });
    assert.equal(answered.headers.get("location"), `/report?call=${made.call.id}`);
    assert.equal((await site.calls.live.now(made.client.client)).is, "not_calling");
    const call = await callById(site.opened.database, made.call.id);
    assert.ok(call?.state.is === "ended" && call.state.outcome === "stopped");
    const form = await (await site.get(`/report?call=${made.call.id}`, { cookie })).text();
    assert.match(form, /You called me in the browser, on November 20, 2026/);
    assert.match(form, new RegExp(made.call.id));
    const stranger = await openTestCall(site);
    for (const header of [{ cookie: stranger.client.cookie }, {}]) {
      const page = await (await site.get(`/report?call=${made.call.id}`, header)).text();
      assert.doesNotMatch(page, /You called me/);
    }
    const told = await site.outbox.reader.sentTo({ is: "staff", id: lead.staff });
    assert.equal(told.length, 1);
  });

  test("afterwards the client says once how it was: what was asked that we never ask for is a report", async () => {
    const made = await openTestCall(site);
    const lead = await openTestStaff(site, { roles: ["lead"] });
    const { cookie, client } = made.client;
    const path = `/account/calls/${made.call.id}/after`;
    assert.equal((await site.get(path, { cookie })).status, 409);
    const leg = await talk(made);
    assert.equal((await site.get(path, { cookie })).status, 409, "they still talk");
    await send(`${legPath(made, leg)}/end`, cookie);
    assert.match(await (await site.get(path, { cookie })).text(), /Was it all right\?/);
    assert.equal((await site.post(path, {}, { cookie })).status, 400);
    const said = { right: "yes", asked_password: "yes", text: "He said that it was urgent." };
    const thanks = await site.post(path, said, { cookie });
    assert.equal(thanks.status, 303, await thanks.text());
    await site.post(path, { right: "yes" }, { cookie });
    assert.match(await (await site.get(path, { cookie })).text(), /something was wrong/);
    const call = await callById(site.opened.database, made.call.id);
    assert.deepEqual([call?.said?.wasRight, call?.said?.askedFor], [false, ["password"]]);
    const { rows } = await site.opened.database.query<{ queue: string }>(
      "select queue from tickets.tickets where client = $1 and topic = 'scam'",
      [uuidOf(client)],
    );
    assert.deepEqual(rows, [{ queue: "reports" }]);
    const told = await site.outbox.reader.sentTo({ is: "staff", id: lead.staff });
    assert.equal(told.length, 1);
    assert.equal(
      (await site.get(path, { cookie: (await openTestCall(site)).client.cookie })).status,
      404,
    );
  });

  test("a call that was all right is no report, and one that broke off can be told of too", async () => {
    const made = await openTestCall(site);
    const { cookie, client } = made.client;
    await talk(made);
    pass(16);
    const path = `/account/calls/${made.call.id}/after`;
    assert.equal((await site.post(path, { right: "yes" }, { cookie })).status, 303);
    const page = await (await site.get(path, { cookie })).text();
    assert.match(page, /the call was all right/);
    const { rowCount } = await site.opened.database.query(
      "select 1 from tickets.tickets where client = $1 and topic = 'scam'",
      [uuidOf(client)],
    );
    assert.equal(rowCount, 0);
  });
});
