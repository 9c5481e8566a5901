import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { newId, transaction, uuidOf } from "#platform";
import { openTestCall, openTestClient, openTestSite, type TestCall, type TestSite } from "#test";
import { answerLeg, beginLeg } from "../calling/index.ts";
import { touch } from "../status/index.ts";
import { OpenPages } from "./open-pages.ts";

suite("the page that says whether we are calling", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(async () => {
    site.calls.live.stop();
    await site[Symbol.asyncDispose]();
  });

  const begin = ({ call, agent }: TestCall) =>
    beginLeg(site.calls.desk, agent.staff, call.id, site.time.now);
  const page = async (path: string, cookie?: string) =>
    await (await site.get(path, cookie ? { cookie } : {})).text();
  const json = async (cookie: string) =>
    await (await site.get("/account/call/status", { cookie, accept: "application/json" })).json();
  /** What somebody reads: the strip, without what its script may show later. */
  const strip = async (path: string, cookie: string) =>
    /id="call-status"(.*?)<template/s.exec(await page(path, cookie))?.[1] ?? "";

  test("says to who isn't signed in what is always true, without a script", async () => {
    const said = await page("/call");
    assert.match(said, /Hang up now/);
    assert.match(said, /href="\/sign-in\?back=\/call"/);
    assert.doesNotMatch(said, /<script|call-status/);
    assert.match(await page("/"), /href="\/call"/);
    for (const path of ["/account/call/status", "/account/call/stream"]) {
      assert.equal((await site.get(path, { accept: "text/event-stream" })).status, 403);
    }
  });

  test("stands above every page of a signed-in client, with the time at which it was so, and is kept by nobody", async () => {
    const { client } = await openTestCall(site, {
      startsAt: new Date(site.time.now.getTime() + 86_400_000),
    });
    for (const path of ["/", "/account", "/help", "/call", "/nothing-here"]) {
      const answer = await site.get(path, { cookie: client.cookie });
      assert.equal(answer.headers.get("cache-control"), "no-store", path);
      const said = await answer.text();
      assert.match(said, /We have never called you/, path);
      assert.match(said, /This was so at 12:00 UTC/, path);
      assert.ok(said.indexOf("call-status") < said.indexOf("site-header"), "above everything");
    }
    assert.match(await strip("/call", client.cookie), /Saturday.*13:00 GMT\+1/);
  });

  test("is red from an hour before a booked call on: whoever is on the line then isn't us", async () => {
    const startsAt = new Date(site.time.now.getTime() + 3_600_001);
    const { client } = await openTestCall(site, { startsAt });
    assert.match(await strip("/", client.cookie), /tone-calm/);
    site.time.now = new Date(site.time.now.getTime() + 1);
    assert.match(
      await strip("/", client.cookie),
      /tone-danger" role="alert".*We have not called you yet. Anyone on the line now is a scammer/s,
    );
  });

  test("tells a call by alias, team, topic and direction in the session that answers; the others can stop it", async () => {
    const made = await openTestCall(site, { topic: "payments" });
    const leg = await begin(made);
    const ringing = await strip("/help", made.client.cookie);
    assert.match(ringing, /We are calling you now.*We called you.*support.*Payments and deposits/s);
    assert.match(ringing, new RegExp(`href="/account/calls/${made.call.id}/talk"`));
    const session = { holder: { is: "client", id: made.client.client }, id: made.client.session };
    await answerLeg(site.calls.desk, { ...session, provenAt: {} } as never, leg.id, site.time.now);
    const { holdsSeconds, where, status, direction } = await json(made.client.cookie);
    assert.deepEqual(
      { holdsSeconds, where, status, direction },
      { holdsSeconds: 12, where: "here", status: "on_call", direction: "we_called_you" },
    );
    const { cookie } = await made.client.signIn();
    assert.equal((await json(cookie)).where, "elsewhere");
    const stop = /action="(\S+stop)".*Not you\? Stop it/s.exec(await strip("/", cookie))?.[1] ?? "";
    const stranger = await openTestClient(site);
    await site.post(stop, {}, { cookie: stranger.cookie });
    assert.equal((await json(cookie)).status, "on_call", "not by another client");
    const answer = await site.post(stop, {}, { cookie });
    assert.equal(answer.headers.get("location"), "/account/call/stopped?now");
    assert.match(
      await page("/account/call/stopped?now", cookie),
      /\/account\/sessions.*\/account\/locked/s,
    );
    assert.equal((await json(made.client.cookie)).status, "not_calling");
    const again = await site.post(stop, {}, { cookie });
    assert.equal(again.headers.get("location"), "/account/call/stopped?before");
  });

  test("asks who is phoned as a client, the scam's answer first; and warns when the line was busy", async () => {
    const { client, cookie } = await openTestClient(site);
    const claim = newId("claim", site.time.now);
    await transaction(site.opened.database, async (joining) => {
      await joining.query(
        `insert into calls.claims (client, id, inbound, claimed_at, claimed_by) values ($1, $2, $3, $4, $5)`,
        [
          ...[uuidOf(client), uuidOf(claim), uuidOf(newId("inbound", site.time.now))],
          ...[site.time.now, uuidOf(newId("staff", site.time.now))],
        ],
      );
      await touch(joining, client, site.time.now);
    });
    assert.match(
      await strip("/", cookie),
      new RegExp(`action="/account/calls/claims/${claim}".*value="not_me".*value="dialled"`, "s"),
    );
    assert.match(
      await page("/call?claim=not_me", cookie),
      /We end that call and have raised an alarm/,
    );
    const made = await openTestCall(site);
    const leg = await begin(made);
    await site.opened.database.query(
      "update calls.legs set ended_at = $2, end_reason = 'busy' where id = $1",
      [uuidOf(leg.id), site.time.now],
    );
    assert.match(await strip("/", made.client.cookie), /tone-danger.*Hang up now\. It is not us/s);
  });

  test("streams each change, first whose it is; and ends with its session", async () => {
    const made = await openTestCall(site);
    const { cookie } = made.client;
    const answer = await site.get("/account/call/stream", { cookie, accept: "text/event-stream" });
    assert.match(answer.headers.get("content-type") ?? "", /^text\/event-stream/);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader?.read())?.value ?? "ended";
    const { tabs } = await json(cookie);
    assert.match(await next(), new RegExp(`retry: \\d+\\nevent: tabs\\ndata: {"tabs":"${tabs}"}`));
    assert.match(await next(), /^event: status\ndata: {"status":"never_called","holdsSeconds":12,/);
    await begin(made);
    assert.match(await next(), /"status":"calling".*"html":".*We are calling you now/);
    await site.post("/sign-out", {}, { cookie });
    assert.match(await next(), /^event: over/);
    assert.equal(await next(), "ended");
  });

  test("has room for so many pages of one client, of one network and in all", () => {
    const pages = new OpenPages();
    const client = newId("client", site.time.now);
    const free = Array.from({ length: 20 }, () => pages.take(client, "192.0.2.1"));
    assert.throws(() => pages.take(client, "192.0.2.2"), { code: "too_many_pages" });
    pages.take(newId("client", site.time.now), "192.0.2.1");
    free[0]?.();
    free[0]?.();
    pages.take(client, "192.0.2.2");
    assert.throws(() => pages.take(client, "192.0.2.2"), { code: "too_many_pages" });
  });
});
