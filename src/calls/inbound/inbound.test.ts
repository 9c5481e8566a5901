import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, newId, openLog, system, uuidOf } from "#platform";
import { fieldNames } from "#policy";
import {
  keepTestField,
  openTestClient,
  openTestSite,
  openTestStaff,
  type TestClient,
  type TestPerson,
  TestProvider,
  type TestSite,
} from "#test";
import { endLegsOfLeft } from "../ending/legs.ts";
import { Provider } from "../provider/index.ts";
import { hangUpInbound, lookAtInbound } from "./index.ts";

const path = "/staff/calls/inbound";
const always: [string, string] = ["00:00", "00:00"];
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const shift = Object.fromEntries(days.map((day) => [day, always] as const));

suite("a call that comes in", () => {
  let site: TestSite;
  let agent: TestPerson;
  let lead: TestPerson;
  const scripted = new TestProvider(() => site.time.now);
  const provider = new Provider({
    ...{ url: "http://127.0.0.1", secret: scripted.secret, from: scripted.from, callback: "" },
    ...{ send: scripted.send, clock: () => site.time.now, log: openLog("silent") },
  });
  before(async () => {
    site = await openTestSite(scripted.environment);
    agent = await openTestStaff(site, { shift });
    lead = await openTestStaff(site, { roles: ["lead"] });
  });
  after(() => site[Symbol.asyncDispose]());

  let number = 0;
  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  };
  const tell = (call: string, status: string, at = site.time.now) =>
    scripted.tell(site, { type: "call.inbound", data: { provider_call: call, status } }, { at });
  /** Somebody phones us. */
  async function phones(): Promise<{ call: string; inbound: string }> {
    number += 1;
    const call = `IN${number}`;
    const says = { status: "in-progress", answered_at: site.time.now.toISOString() };
    scripted.calls.set(call, { leg: undefined, to: "", says, ended: false });
    assert.equal(await tell(call, "ringing"), 204);
    const [, inbound = ""] = /value="(inbound_\w+)" required=""\/>/.exec(await page()) ?? [];
    return { call, inbound };
  }
  const page = async (by = agent) => await (await site.get(path, { cookie: by.cookie })).text();
  const claim = (inbound: string, account: string, by = agent) =>
    site.post(path, { inbound, account }, { cookie: by.cookie });
  const claimOf = async ({ client }: TestClient): Promise<string> => {
    const status = await site.calls.live.now(client);
    assert.ok(status.is === "inbound_claim", status.is);
    return status.claim;
  };
  const answer = (id: string, said: string, { cookie }: TestClient) =>
    site.post(`/account/calls/claims/${id}`, { answer: said }, { cookie });
  const standing = async ({ client }: TestClient) => {
    const { rows } = await site.opened.database.query<{ all: string }>(
      `select md5(string_agg(t, '' order by t)) as all from (
         select c::text as t from accounts.clients c where client = $1 union all
         select f::text from accounts.factors f where client = $1 union all
         select e::text from accounts.emails e where client = $1 union all
         select s::text from accounts.sessions s where holder = $1 union all
         select v::text from vault.fields v where client = $1 union all
         select k::text from tickets.tickets k where client = $1) as everything`,
      [uuidOf(client)],
    );
    return rows[0]?.all;
  };

  test("asks the owner of the account that the caller names, and never says that we call", async () => {
    const client = await openTestClient(site);
    const { inbound } = await phones();
    assert.equal((await site.calls.live.now(client.client)).is, "never_called");
    assert.equal((await claim(inbound, client.publicId)).status, 303);
    assert.equal((await site.calls.live.now(client.client)).is, "inbound_claim");
    assert.match(await page(), /No answer yet/);
    assert.equal((await claim(inbound, client.publicId)).status, 409, "once");
    assert.doesNotMatch(await page(await openTestStaff(site, { shift })), /No answer yet/);
  });

  test("whose owner says no is ended, and the agent and the leads hear of it", async () => {
    const client = await openTestClient(site);
    const stranger = await openTestClient(site);
    const { call, inbound } = await phones();
    await claim(inbound, client.publicId.replaceAll("-", " "));
    const id = await claimOf(client);
    assert.equal((await answer(id, "not_me", stranger)).status, 404);
    assert.equal((await answer(id, "dialled", client)).status, 303);
    assert.equal((await answer(id, "not_me", client)).status, 303, "who said yes may say no");
    assert.equal((await answer(id, "dialled", client)).status, 303);
    assert.match(await page(), /The client says that isn’t them\. End the call now/);
    assert.doesNotMatch(await page(), new RegExp(`value="${inbound}"`));
    await hangUpInbound(site.calls.desk, provider);
    assert.ok(scripted.calls.get(call)?.ended);
    const told = await site.outbox.reader.sentTo({ is: "staff", id: lead.staff });
    assert.equal(told.filter(({ template }) => template === "caller_not_client").length, 1);
    const { rows } = await site.opened.database.query<{ kind: string }>(
      "select kind from ledger.events where client = $1 order by client_seq",
      [uuidOf(client.client)],
    );
    const answered = "calls.claim_answered";
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ["calls.claim_made", answered, answered],
    );
  });

  test("whose owner says yes opens nothing: no field, no change, no ticket", async () => {
    const client = await openTestClient(site);
    for (const field of ["name", "phone", "balance"])
      await keepTestField(site, client.client, field, field === "phone" ? "+31612345678" : "7 EUR");
    const before = await standing(client);
    const { inbound } = await phones();
    await claim(inbound, client.publicId);
    await answer(await claimOf(client), "dialled", client);
    assert.match(await page(), /The owner says: I dialled\. That opens nothing/);
    const { staff, session } = agent;
    const by = { staff, session, employer: "firm", offShift: false, stepUp: true } as const;
    const reason = Buffer.from("x");
    for (const field of fieldNames) {
      const look = { by, client: client.client, field, purpose: "account_help", reason } as const;
      await assert.rejects(site.vault.revealing.look({ ...look, action: "reveal" }), {
        code: "access_denied",
      });
    }
    assert.equal(await standing(client), before);
  });

  test("tells nothing of whether there is such an account", async () => {
    const client = await openTestClient(site);
    const pages: string[] = [];
    for (const account of [client.publicId, "0000-0000-0001"]) {
      const other = await openTestStaff(site, { shift });
      const { call, inbound } = await phones();
      const answered = await claim(inbound, account, other);
      assert.deepEqual([answered.status, answered.headers.get("location")], [303, `${path}?done`]);
      assert.equal((await claim(inbound, account, other)).status, 409);
      await tell(call, "completed");
      pages.push((await page(other)).replaceAll(/inbound_\w+|req_\w+|session \w{3}-\w{4}/g, ""));
    }
    assert.equal(pages[0], pages[1]);
  });

  test("is on the line while the provider says so, and is over when it says nothing", async () => {
    const client = await openTestClient(site);
    const { call, inbound } = await phones();
    for (let round = 0; round < 3; round++) {
      pass(10);
      await lookAtInbound(site.calls.desk, provider);
      assert.match(await page(), new RegExp(inbound));
    }
    const known = scripted.calls.get(call);
    assert.ok(known);
    known.says = "nothing";
    pass(10);
    await lookAtInbound(site.calls.desk, provider);
    pass(5);
    assert.doesNotMatch(await page(), new RegExp(inbound));
    assert.equal((await claim(inbound, client.publicId)).status, 409);
    pass(61);
    await lookAtInbound(site.calls.desk, provider);
    await hangUpInbound(site.calls.desk, provider);
    assert.ok(!known.ended, "nobody is cut off because the provider is silent");
    const idsOf = (text: string) => text.match(/value="inbound_\w+"/g) ?? [];
    const before = idsOf(await page());
    await tell("LATER", "completed");
    await tell("LATER", "ringing");
    await tell("OLD", "ringing", new Date(site.time.now.getTime() - 60_000));
    assert.deepEqual(idsOf(await page()), before);
  });

  test("ends when its agent leaves, by a page or by a command, and the provider is told", async () => {
    const leaves = [
      (staff: Id<"staff">) => site.accounts.leaving.leave(staff, system, site.time.now),
      (staff: Id<"staff">) =>
        site.opened.database.query("update accounts.staff set left_at = $2 where staff = $1", [
          ...[uuidOf(staff), site.time.now],
        ]),
    ];
    for (const leave of leaves) {
      const [leaver, stays] = [
        await openTestStaff(site, { shift }),
        await openTestStaff(site, { shift }),
      ];
      const client = await openTestClient(site);
      const ends = await phones();
      assert.equal((await claim(ends.inbound, client.publicId, leaver)).status, 303);
      const goesOn = await phones();
      assert.equal((await claim(goesOn.inbound, client.publicId, stays)).status, 303);
      await leave(leaver.staff);
      await endLegsOfLeft(site.calls.desk, site.time.now);
      await hangUpInbound(site.calls.desk, provider);
      assert.ok(scripted.calls.get(ends.call)?.ended);
      assert.ok(!scripted.calls.get(goesOn.call)?.ended);
      await tell(goesOn.call, "completed");
    }
  });

  test("is for agents at work alone, with few claims an hour", async () => {
    const { inbound } = await phones();
    const away = await openTestStaff(site, { shift: { monday: ["00:00", "00:01"] } });
    assert.match(await page(away), /You are not on shift/);
    const none = newId("inbound", site.time.now);
    const typed = (await openTestClient(site)).publicId;
    assert.equal((await claim(inbound, typed, away)).status, 409);
    assert.equal((await claim(inbound, typed, lead)).status, 403);
    const busy = await openTestStaff(site, { shift });
    for (let round = 0; round < 12; round++)
      assert.equal((await claim(none, typed, busy)).status, 409);
    assert.equal((await claim(inbound, typed, busy)).status, 429);
    assert.equal((await claim(inbound, "17", agent)).status, 400);
  });
});
