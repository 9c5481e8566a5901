import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
import { forgetNamedRequests, newId, transaction, uuidOf } from "#platform";
import { openTestApiKey, openTestClient, openTestSite, sentTo } from "#test";

const mailFrom = "no-reply@larkmoor.example";
const site = await openTestSite({ MAIL_FROM: mailFrom });
after(() => site[Symbol.asyncDispose]());
const ada = await openTestClient(site);
const key = await openTestApiKey(site, "outbox:register");
const otherKey = await openTestApiKey(site, "outbox:register");

async function post(path: string, body: object, headers: Record<string, string> = {}, at = site) {
  const response = await at.app.fetch(
    new Request(`http://localhost:8080${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    }),
    { incoming: { socket: { remoteAddress: "192.0.2.10" } } },
  );
  return { status: response.status, ...(await response.json().catch(() => ({}))) };
}

const asSystem = (path: string, body: object) =>
  post(path, body, { authorization: `Bearer ${key}` });

async function ask(input: string): Promise<string> {
  return (await post("/v1/outbox/checks", { input }, { cookie: ada.cookie })).answer;
}

test("another system registers the hash of its words, and the addressee hears a yes of these words alone", async () => {
  const words = (code: string) => `Your card is on its way.\n\nCode: ${code}\n`;
  const hashed = words("XXXX-XXXX").replace(/\s+/g, " ").trim();
  const registered = await asSystem("/v1/outbox/messages", {
    account: ada.publicId.toLowerCase(),
    topic: "payments",
    text_sha256: createHash("sha256").update(hashed).digest("hex"),
  });
  assert.equal(registered.status, 201);
  const { code } = registered;
  assert.equal(await ask(words(code)), "ours");
  assert.equal(await ask(code), "ours");
  assert.equal(await ask(words(code).replace("card", "coin")), "changed");
  assert.equal(await ask(words("XXXX-XXXX")), "not_ours");
  const page = await site.get(`/inbox/${registered.notice}`, { cookie: ada.cookie });
  assert.ok((await page.text()).includes(code));
});

test("another system has a message of a template sent, when the template is for systems", async () => {
  const message = {
    account: ada.publicId,
    template: "statement_ready",
    values: { when: "2026-11-20T08:30:00Z" },
  };
  const sent = await asSystem("/v1/outbox/messages", message);
  assert.equal(sent.status, 201);
  const found = (await sentTo(site, ada.client)).find(({ id }) => id === sent.notice);
  assert.ok(found?.text.includes("since November 20, 2026, 08:30 UTC"));
  const { rowCount } = await site.opened.database.query(
    "select from outbox.deliveries where message = $1",
    [uuidOf(sent.notice)],
  );
  assert.equal(rowCount, 1);
  for (const [change, status, code] of [
    [{ template: "account_closed" }, 400, "template_not_for_systems"],
    [{ template: "no_such_one" }, 400, "template_not_for_systems"],
    [{ values: { when: "soon" } }, 400, "wrong_notice_values"],
    [{ values: { when: "2026-11-20T08:30:00Z", words: "Call us" } }, 400, "wrong_notice_values"],
    [{ account: "0000-0000-0000" }, 404, "account_unknown"],
  ] as const) {
    const refused = await asSystem("/v1/outbox/messages", { ...message, ...change });
    assert.deepEqual([refused.status, refused.code], [status, code], JSON.stringify(change));
  }
});

test("a message that its sender names is sent once, whoever hears of it how often, and each key has names of its own", async () => {
  const another = await site.another();
  const message = { account: ada.publicId, template: "statement_ready" };
  const body = { ...message, values: { when: "2026-11-20T08:30:00Z" } };
  const ask = (name: string, asked: object = body, token = key, at = site) =>
    post(
      "/v1/outbox/messages",
      asked,
      { authorization: `Bearer ${token}`, "idempotency-key": name },
      at,
    );
  const count = async () => (await sentTo(site, ada.client)).length;
  const before = await count();
  const refused = await ask("one", { ...body, values: {} });
  assert.equal(refused.status, 400, "what was refused leaves its name free");
  const twins = await Promise.all(
    [site, another, site, another].map((at) => ask("one", body, key, at)),
  );
  assert.equal(new Set(twins.map((twin) => JSON.stringify(twin))).size, 1);
  assert.equal(twins[0]?.status, 201);
  assert.equal(await count(), before + 1);
  const changed = await ask("one", { ...body, values: { when: "2026-11-20T08:31:00Z" } });
  assert.deepEqual([changed.status, changed.code], [422, "idempotency_key_reused"]);
  const others = await ask("one", body, otherKey);
  assert.ok(others.status === 201 && others.notice !== twins[0]?.notice);
  const tooLong = await ask("x".repeat(256));
  assert.deepEqual([tooLong.status, tooLong.code], [400, "invalid_input"]);
  const nobody = { ...body, account: "0000-0000-0000" };
  assert.equal((await ask("two", nobody)).status, 404);
  assert.equal((await ask("two")).status, 201);
  assert.equal(await count(), before + 3);
  const { now } = site.time;
  site.time.now = new Date(now.getTime() + 86_400_000);
  const nextDay = await ask("one");
  assert.ok(nextDay.status === 201 && nextDay.notice !== twins[0]?.notice);
  assert.equal((await ask("one")).notice, nextDay.notice);
  site.time.now = now;
  await forgetNamedRequests(site.opened.database, new Date(now.getTime() + 1));
  const { rows } = await site.opened.database.query("select result from platform.named_requests");
  assert.deepEqual(rows, [{ result: nextDay.notice }]);
  const { paths } = await (await site.get("/v1/openapi.json")).json();
  for (const path of ["/v1/outbox/messages", "/v1/protections/changes"]) {
    const { parameters, responses } = paths[path].post;
    assert.equal(parameters[0].name, "idempotency-key");
    assert.ok(responses[422]);
  }
});

test("without a key that has the scope, nothing is registered or reported", async () => {
  for (const path of ["/v1/outbox/messages", "/v1/outbox/reports"]) {
    for (const headers of [{}, { authorization: "Bearer hf_none" }, { cookie: ada.cookie }]) {
      const { status } = await post(path, { mail: "x", account: ada.publicId }, headers);
      assert.equal(status, 403);
    }
  }
});

const welcome = (): Promise<`notice_${string}`> =>
  transaction(site.opened.database, async (joining) => {
    const { rows } = await joining.query(
      "select ciphertext, version from accounts.emails where client = $1",
      [uuidOf(ada.client)],
    );
    const email = { table: "accounts.emails", field: "email", ...rows[0] };
    const to = { is: "client" as const, id: ada.client, language: "en", email };
    const { now } = site.time;
    return await site.outbox.send(to, { template: "welcome", values: { when: now } }, now, joining);
  });

/** A report as Postfix writes them (RFC 3464), or a complaint (RFC 5965). */
function reportOf(kind: string, fields: string[], original: string[]): string {
  return [
    "From: MAILER-DAEMON@mx.example",
    `Content-Type: multipart/report; report-type=${kind}; boundary="b"`,
    "MIME-Version: 1.0",
    "",
    "--b\nContent-Type: text/plain\n\nIt came back.\n",
    `--b\nContent-Type: message/${kind}\n\n${fields.join("\n")}\n`,
    `--b\nContent-Type: text/rfc822-headers\n\n${original.join("\n")}\n`,
    "--b--",
    "",
  ].join("\n");
}

const failed = ["Final-Recipient: rfc822; ada@example.net", "Action: failed", "Status: 5.1.1"];

async function eventsOf(kind: string): Promise<object[]> {
  const { rows } = await site.opened.database.query<{ details: string }>(
    "select details from ledger.events where client = $1 and kind = $2 order by client_seq",
    [uuidOf(ada.client), kind],
  );
  return rows.map(({ details }) => JSON.parse(details));
}

test("a bounce is noted once at its delivery, known by the envelope id or by the Message-ID", async () => {
  const [one, other] = [await welcome(), await welcome()];
  const byEnvelope = reportOf(
    "delivery-status",
    ["Reporting-MTA: dns; mx.example", `Original-Envelope-Id: ${one}`, "", ...failed],
    ["Subject: x"],
  );
  const byMessage = reportOf(
    "delivery-status",
    ["Reporting-MTA: dns; mx.example", "", ...failed],
    [`Message-ID:\n <${other}@larkmoor.example>`],
  );
  const report = (mail: string) => asSystem("/v1/outbox/reports", { mail });
  assert.equal((await report(byEnvelope)).was, "noted");
  assert.equal((await report(byEnvelope)).was, "known");
  assert.deepEqual(await report(byMessage), { status: 200, report: "bounced", was: "noted" });
  assert.deepEqual(await eventsOf("outbox.bounced"), [
    { notice: one, status: "5.1.1" },
    { notice: other, status: "5.1.1" },
  ]);
});

test("a complaint is noted; a delay, a stranger's report and nonsense are not", async () => {
  const notice = await welcome();
  const original = [`Message-ID: <${notice}@larkmoor.example>`];
  const report = async (mail: string) => {
    const { report: is, was } = await asSystem("/v1/outbox/reports", { mail });
    return `${is} ${was}`;
  };
  const complaint = reportOf("feedback-report", ["Feedback-Type: abuse", "Version: 1"], original);
  assert.equal(await report(complaint), "complained noted");
  assert.equal(await report(complaint), "complained known");
  assert.deepEqual(await eventsOf("outbox.complained"), [{ notice }]);
  const delayed = ["Reporting-MTA: dns; mx.example", "", "Action: delayed", "Status: 4.4.1"];
  assert.equal(await report(reportOf("delivery-status", delayed, original)), "nothing unknown");
  const strange = [`Message-ID: <${newId("notice", site.time.now)}@larkmoor.example>`];
  assert.equal(
    await report(reportOf("delivery-status", ["", ...failed], strange)),
    "bounced unknown",
  );
  assert.equal(await report("nonsense"), "nothing unknown");
});
