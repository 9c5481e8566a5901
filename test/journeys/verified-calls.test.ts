import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { dayMs, type Id, idFrom, minuteMs, uuidOf } from "#platform";
import {
  keepTestField,
  openTestClient,
  openTestSite,
  openTestStaff,
  sentTo,
  type TestClient,
  type TestPerson,
  TestProvider,
  type TestSite,
} from "#test";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const shift = Object.fromEntries(days.map((day) => [day, ["00:00", "00:00"] as [string, string]]));
const number = "+31 6 1234 5678";

suite("calls that nobody can fake", () => {
  let site: TestSite;
  let listening: AsyncDisposable;
  let agent: TestPerson;
  let lead: TestPerson;
  const provider = new TestProvider(() => site.time.now);
  before(async () => {
    listening = await provider.listen();
    site = await openTestSite(provider.environment);
    agent = await openTestStaff(site, { shift });
    lead = await openTestStaff(site, { roles: ["lead"] });
  });
  after(async () => {
    await site[Symbol.asyncDispose]();
    await listening[Symbol.asyncDispose]();
  });

  const pass = (ms: number) => {
    site.time.now = new Date(site.time.now.getTime() + ms);
  };

  /** A client with values in the vault that have stood for a while, signed in just now, and the staff too. */
  async function someone(): Promise<TestClient> {
    const client = await openTestClient(site);
    await keepTestField(site, client.client, "phone", number);
    await keepTestField(site, client.client, "email", client.email);
    pass(8 * dayMs);
    for (const person of [agent, lead])
      await site.opened.database.query(renewed, [uuidOf(person.staff), site.time.now]);
    return { ...client, ...(await client.signIn()) };
  }
  const renewed =
    "update accounts.sessions set seen_at = $2, ends_at = $2::timestamptz + interval '1 day' where holder = $1";

  const status = async ({ cookie }: Pick<TestClient, "cookie">) => {
    const answer = await site.get("/account/call/status", { cookie });
    return (await answer.json()) as { status: string; claim?: string; next?: { call: string } };
  };
  const signedIn = ({ cookie }: { cookie: string }) => ({ cookie });
  const page = async ({ cookie }: { cookie: string }, path: string) =>
    await (await site.get(path, { cookie })).text();
  const json = (fields: object) => ({
    accept: "application/json",
    "content-type": "application/json",
    "content-length": String(JSON.stringify(fields).length),
  });

  /** What stands in the log of a client from then on. */
  async function eventsOf({ client }: TestClient): Promise<string[]> {
    const { rows } = await site.opened.database.query<{ kind: string; decision: string | null }>(
      "select kind, decision from ledger.events where client = $1 order by client_seq",
      [uuidOf(client)],
    );
    return rows.map(({ kind, decision }) => (decision ? `${kind} ${decision}` : kind));
  }

  const look = async (client: Id<"client">, field: "phone" | "email") => {
    const by = { staff: agent.staff, session: agent.session } as const;
    const viewer = { ...by, employer: "firm", offShift: false, stepUp: true } as const;
    await site.vault.revealing.look({
      ...{ by: viewer, client, ticket: undefined, field, purpose: "account_help" },
      ...{ action: "reveal" },
    });
  };

  const named = new Set<string>();
  async function phonesUs(call: string, account: string): Promise<void> {
    const data = { provider_call: call, status: "in-progress" };
    assert.equal(await provider.tell(site, { type: "call.inbound", data }), 204);
    const [inbound] = [...(await page(agent, "/staff/calls/inbound")).matchAll(/inbound_\w{26}/g)]
      .map(([id]) => id)
      .filter((id) => !named.has(id));
    assert.ok(inbound);
    named.add(inbound);
    const asked = await site.post("/staff/calls/inbound", { inbound, account }, signedIn(agent));
    assert.equal(asked.status, 303, await asked.text());
  }

  /** By the page on which clients ask for one. */
  async function book({ cookie }: TestClient, channel: "browser" | "phone"): Promise<Id<"call">> {
    const wish = { told: "no", topic: "account", language: "en", channel, slot: "soonest" };
    const asked = await site.post("/account/calls", wish, { cookie });
    assert.equal(asked.headers.get("location"), "/account/calls?done=asked", await asked.text());
    const { rows } = await site.opened.database.query<{ id: string; starts_at: Date }>(
      "select id, starts_at from calls.calls where ended_at is null and client = $1",
      [uuidOf(cookie.slice("session=".length).split(".")[0] as Id<"client">)],
    );
    pass((rows[0]?.starts_at.getTime() ?? 0) - site.time.now.getTime());
    return idFrom("call", rows[0]?.id ?? "");
  }

  const call = async (id: Id<"call">, person = agent, fields: object = {}) =>
    await site.app.request(`/staff/calls/${id}/legs`, {
      method: "POST",
      body: JSON.stringify(fields),
      headers: { ...json(fields), origin: "http://localhost:8080", cookie: person.cookie },
    });

  test("the relay: an accomplice phones us as a client whom a scammer holds, and gets nothing but an alarm", async () => {
    const victim = await someone();
    await phonesUs("IN1", victim.publicId);

    // Every page of the client asks, scam first, and none says that we call.
    const asked = await status(victim);
    assert.equal(asked.status, "inbound_claim");
    const shown = await page(victim, "/account");
    assert.ok(shown.indexOf("No, I did not phone you") < shown.indexOf("Yes, I dialled"));
    assert.ok(shown.includes("Someone phoned us and says they are you"));
    assert.doesNotMatch(shown, /We are calling you now|You are on a call with us/);

    // The agent believes the caller. There is nothing to be seen, and nothing to be changed.
    await assert.rejects(look(victim.client, "phone"), { code: "access_denied" });
    // The scammer tells the client to press the other button. It permits nothing either.
    const answer = async (claim: string | undefined, said: string) =>
      await site.post(`/account/calls/claims/${claim}`, { answer: said }, signedIn(victim));
    assert.equal((await answer(asked.claim, "dialled")).status, 303);
    await assert.rejects(look(victim.client, "email"), { code: "access_denied" });
    assert.equal((await status(victim)).status, "never_called");

    // They try again, and the client says what is true: that call ends, and the leads are told.
    await phonesUs("IN2", victim.publicId);
    assert.equal((await answer((await status(victim)).claim, "not_me")).status, 303);
    const inbox = await page(lead, "/inbox");
    assert.equal(inbox.match(/Somebody phoned us as a client/g)?.length, 1);
    const over = await site.opened.database.query<{ provider_call: string }>(
      "select provider_call from calls.inbound_legs where ended_at is not null",
    );
    assert.deepEqual(over.rows, [{ provider_call: "IN2" }]);
    assert.deepEqual(await eventsOf(victim), [
      ...["calls.claim_made", "vault.revealed deny", "calls.claim_answered", "vault.revealed deny"],
      ...["calls.claim_made", "calls.claim_answered"],
    ]);
  });

  test("the race: a scammer has a client book, and calls first; the page is red before our call, and says busy during it", async () => {
    const victim = await someone();
    const elsewhere = await victim.signIn();
    const booked = await book(victim, "phone");
    pass(-minuteMs);
    for (const device of [victim, elsewhere]) {
      const now = await status(device);
      assert.deepEqual([now.status, now.next?.call], ["never_called", booked]);
      const shown = await page(device, "/call");
      assert.match(
        shown,
        /tone-danger[\s\S]*We have not called you yet\. Anyone on the line now is a scammer/,
      );
    }
    pass(minuteMs);
    const begun = await call(booked);
    assert.equal(begun.status, 200, await begun.clone().text());
    const { leg } = (await begun.json()) as { leg: Id<"leg"> };
    assert.equal((await status(victim)).status, "calling");
    assert.equal(await provider.tellStatus(site, leg, "busy"), 204);
    for (const device of [victim, elsewhere]) {
      assert.equal((await status(device)).status, "busy");
      assert.match(await page(device, "/account"), /Hang up now\. It is not us\./);
    }
    const told = (await sentTo(site, victim.client)).map(({ template }) => template);
    assert.deepEqual(told, ["call_booked", "call_busy"]);
    assert.deepEqual(
      (await site.opened.database.query("select from tickets.tickets")).rowCount,
      0,
      "nothing was opened",
    );
    pass(10 * minuteMs);
    assert.equal((await status(victim)).status, "not_calling");
  });

  test("a bribed agent has no verb to phone somebody privately: no number, no time and nobody of his own", async () => {
    const client = await someone();
    const own = await book(client, "phone");
    const secret = { to: "+31699999999", number: "+31699999999", status: "on_call" };
    pass(-6 * minuteMs);
    assert.equal((await call(own, agent, secret)).status, 409, "not before its window");
    pass(6 * minuteMs);
    const colleague = await openTestStaff(site, { shift });
    assert.equal((await call(own, colleague)).status, 404, "not somebody else's");

    const before = provider.calls.size;
    const begun = await call(own, agent, secret);
    const { leg } = (await begun.json()) as { leg: Id<"leg"> };
    assert.equal(provider.calls.size, before + 1);
    assert.equal(provider.newest.call.to, "+31612345678", "the number on file, whatever was asked");
    const pages = [
      "/staff/calls",
      `/staff/calls/${own}`,
      "/staff/calls/inbound",
      `/staff/calls/${own}/change`,
    ];
    for (const path of pages) {
      assert.doesNotMatch(await page(agent, path), /1234.?5678|31612|9999/, path);
    }

    // Nothing that the agent's page can say makes the client's page say that they talk.
    for (const [part, said] of [
      ["beats", { connection: "connected" }],
      ["answered", {}],
      ["status", { status: "on_call" }],
    ] as const) {
      await site.app.request(`/staff/calls/${own}/legs/${leg}/${part}`, {
        method: "POST",
        body: JSON.stringify(said),
        headers: { ...json(said), origin: "http://localhost:8080", cookie: agent.cookie },
      });
      assert.equal((await status(client)).status, "calling", part);
    }
    pass(15_000);
    assert.equal(
      (await status(client)).status,
      "not_calling",
      "the provider vouches for it, not the agent",
    );

    // Once the client has cancelled, there is no call.
    const cancelled = await site.post(`/account/calls/${own}/cancel`, {}, signedIn(client));
    assert.equal(cancelled.status, 303);
    assert.notEqual((await call(own)).status, 200);
    assert.equal(provider.calls.size, before + 1);
  });
});
