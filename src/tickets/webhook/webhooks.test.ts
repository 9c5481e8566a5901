import assert from "node:assert/strict";
import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, test } from "node:test";
import fc from "#fast-check";
import { type Id, type LookUp, newId, openLog, transaction, uuidOf } from "#platform";
import { openTestApiKey, openTestClient, openTestSite, openTestStaff, runCommand } from "#test";
import { webhooksCommands } from "./commands.ts";
import { WebhookDeliverer } from "./deliverer.ts";
import { poster } from "./routes-post.ts";
import { WebhookSealing } from "./signature.ts";
import { forgetWebhookMessages, webhookStates } from "./store.ts";

type Received = { headers: IncomingHttpHeaders; text: string; body: Record<string, unknown> };

const site = await openTestSite();
const { database } = site.opened;
const sealing = new WebhookSealing(createSecretKey(randomBytes(32)));
const desk = { database, appender: site.appender, sealing, isDevelopment: true };

const received: Received[] = [];
/** What it took. */
const accepted: { type: string; data: { ticket: string } }[] = [];
/** What the other system answers, one after another; 204 when nothing is left. */
const answers: { status: number; headers?: Record<string, string>; body?: string }[] = [];
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString();
  received.push({ headers: request.headers, text, body: text && JSON.parse(text) });
  const { status, headers, body } = answers.shift() ?? { status: 204 };
  if (status === 204 && text) accepted.push(JSON.parse(text));
  response.writeHead(status, headers).end(body);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
const url = `http://localhost:${port}/hook?key=of-its-own`;
const here: LookUp = async () => [{ address: "127.0.0.1", family: 4 }];

after(async () => {
  server.close();
  await site[Symbol.asyncDispose]();
});
afterEach(async () => {
  for (const { id, ended } of await webhookStates(database)) {
    if (!ended) await run("remove", [id]);
  }
  received.length = 0;
  answers.length = 0;
});

const worker = (lookUp = here, isDevelopment = true) =>
  new WebhookDeliverer({
    ...{ database, appender: site.appender, sealing, post: poster(lookUp, isDevelopment) },
    ...{ clock: () => site.time.now, log: openLog("silent") },
  });
const pass = (seconds: number) => {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
};

async function run(name: string, words: string[]): Promise<string> {
  const command = webhooksCommands(async () => desk).find((one) => one.name === `webhooks ${name}`);
  const { code, stdout } = await runCommand(command, words, { clock: () => site.time.now });
  assert.equal(code, 0);
  return stdout.trim();
}

async function added(...types: string[]): Promise<{ id: Id<"webhook">; secret: string }> {
  const secret = await run("add", [url, ...types.flatMap((type) => ["--event", type])]);
  const [newest] = await webhookStates(database);
  assert.ok(newest);
  return { id: newest.id, secret };
}

async function asked(client = openTestClient(site)) {
  const { cookie } = await client;
  const fields = { topic: "other", name: "Philippa", text: "The zebra is gone" };
  const answer = await site.post("/account/tickets", fields, { cookie });
  const ticket = /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
  const write = (text: string) =>
    site.post(`/account/tickets/${ticket}/messages`, { text }, { cookie });
  return { ticket, write };
}

const typesTold = () => received.map(({ body }) => body.type);

/** As docs/webhooks.md says it. */
function isSigned({ headers, text }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${text}`;
  const wanted = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(wanted);
}

test("a system is told what it asked for, signed and in order, and no word of anybody", async () => {
  const { secret } = await added("ticket.opened", "ticket.message_added", "ticket.status_changed");
  const { ticket, write } = await asked();
  const lead = await openTestStaff(site, { roles: ["lead"], name: "Quentin Lead" });
  const cookie = { cookie: lead.cookie };
  await write("A giraffe too");
  await site.post(
    `/staff/tickets/${ticket}/messages`,
    { text: "Seems upset", kind: "note" },
    cookie,
  );
  const fields = { status: "hold", priority: "high", tags: "zoo" };
  await site.post(`/staff/tickets/${ticket}/status`, fields, cookie);
  await worker().deliverDue();
  await worker().deliverDue();
  assert.deepEqual(
    received.map(({ body }) => [body.type, (body.data as { status: string }).status]),
    [
      ["ticket.opened", "new"],
      ["ticket.message_added", "new"],
      ["ticket.message_added", "new"],
      ["ticket.message_added", "new"],
      ["ticket.status_changed", "hold"],
    ],
  );
  const [opened, , , note] = received.map(({ body }) => body.data);
  assert.deepEqual(opened, {
    ticket,
    status: "new",
    topic: "other",
    queue: "general",
    via: "page",
  });
  const { message, ...rest } = note as Record<string, unknown>;
  assert.match(String(message), /^msg_/);
  assert.deepEqual(rest, { ticket, status: "new", public: false, via: "page", author: "support" });
  for (const one of received) assert.ok(isSigned(one, secret));
  assert.ok(!isSigned({ ...(received[0] as Received), text: "{}" }, secret));
  const all = received
    .map(
      ({ text, headers: { "webhook-signature": _random, ...said } }) => text + JSON.stringify(said),
    )
    .join();
  assert.doesNotMatch(all, /zebra|giraffe|upset|zoo|Philippa|Quentin|client_|staff_/i);
});

test("every change of a status is told, and stands in the ledger, whatever brought it about", async () => {
  await added("ticket.status_changed");
  const client = openTestClient(site);
  const { ticket, write } = await asked(client);
  const { ticket: other } = await asked(client);
  const { cookie } = await openTestStaff(site, { roles: ["lead"] });
  const act = async (path: string, fields: Record<string, string>) => {
    const done = await site.post(`/staff/tickets/${ticket}/${path}`, fields, { cookie });
    assert.equal(done.status, 303);
  };
  await act("messages", { text: "We look into it.", kind: "answer" });
  await write("Thank you");
  await act("merge", { into: other });
  await act("apart", {});
  await act("status", { status: "solved" });
  await worker().deliverDue();
  const moves = received.map(({ body: { data } }) => data as { from: string; to: string });
  const wanted = ["new pending", "pending open", "open closed", "closed open", "open solved"];
  assert.deepEqual(
    moves.map(({ from, to }) => `${from} ${to}`),
    wanted,
  );
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::integer as count from ledger.events where kind = 'tickets.status_changed' and ticket = $1",
    [uuidOf(ticket as Id<"ticket">)],
  );
  assert.equal(rows[0]?.count, wanted.length);
});

test("what isn't committed is told to nobody, and what isn't asked for neither", async () => {
  await added("ticket.merged");
  await asked();
  await worker().deliverDue();
  await added("ticket.opened");
  const { tickets } = site.tickets;
  const requester = { is: "guest", id: newId("client", site.time.now) } as const;
  const prepared = await tickets.prepare(requester.id, site.time.now);
  await assert.rejects(
    transaction(database, async (joining) => {
      const question = { topic: "other", name: "Ada", text: "Hello", language: "en" } as const;
      const opening = { at: site.time.now, via: "page" } as const;
      await tickets.open(joining, requester, question, opening, site.time.now, prepared);
      throw new Error("no");
    }),
    /no/,
  );
  await worker().deliverDue();
  assert.deepEqual(received, []);
});

test("a failed try is made again later, the ticket's next message waits for it, another ticket doesn't", async () => {
  await added("ticket.opened", "ticket.message_added");
  const slow = await asked();
  answers.push({ status: 500 });
  const one = worker();
  await one.deliverDue();
  assert.deepEqual(typesTold(), ["ticket.opened"]);
  const quick = await asked();
  pass(3);
  await one.deliverDue();
  assert.deepEqual(
    received.map(({ body }) => (body.data as { ticket: string }).ticket),
    [slow.ticket, quick.ticket, quick.ticket],
  );
  pass(3);
  await one.deliverDue();
  assert.deepEqual(typesTold().slice(3), ["ticket.opened", "ticket.message_added"]);
  const [first, , , again] = received;
  assert.equal(first?.headers["webhook-id"], again?.headers["webhook-id"]);
  assert.equal(first?.text, again?.text);
  assert.notEqual(first?.headers["webhook-timestamp"], again?.headers["webhook-timestamp"]);
});

test("whatever fails, and with two workers, each message is told, each ticket's in its order", async () => {
  await added("ticket.opened", "ticket.message_added");
  const status = fc.constantFrom(204, 204, 500, 302);
  await fc.assert(
    fc.asyncProperty(fc.array(status, { maxLength: 12 }), async (statuses) => {
      accepted.length = 0;
      answers.splice(0, answers.length, ...statuses.map((one) => ({ status: one })));
      const tickets = [await asked(), await asked()];
      for (const { write } of tickets) await write("More");
      const workers = [worker(), worker()];
      for (let round = 0; round < 14; round++) {
        await Promise.all(workers.map((one) => one.deliverDue()));
        pass(7_201);
      }
      for (const { ticket } of tickets) {
        const types = accepted.filter(({ data }) => data.ticket === ticket).map(({ type }) => type);
        assert.deepEqual(types, ["ticket.opened", "ticket.message_added", "ticket.message_added"]);
      }
    }),
    { numRuns: 4 },
  );
});

test("after ten tries a message is given up, with an event and a line for those who run the desk", async () => {
  const { id } = await added("ticket.opened", "ticket.message_added");
  await asked();
  answers.push(...Array.from({ length: 10 }, () => ({ status: 503 })));
  const one = worker();
  for (let tried = 0; tried < 12; tried++) {
    await one.deliverDue();
    pass(86_401);
  }
  assert.deepEqual(typesTold(), [...Array(10).fill("ticket.opened"), "ticket.message_added"]);
  const { rows } = await database.query<{ details: string }>(
    "select details from ledger.events where kind = 'tickets.webhook_given_up'",
  );
  const [event] = rows.map(({ details }) => JSON.parse(details));
  assert.deepEqual([event.webhook, event.attempts, event.answer], [id, 10, "503"]);
  const admin = await openTestStaff(site, { roles: ["admin"] });
  const page = await (await site.get("/staff/webhooks", { cookie: admin.cookie })).text();
  assert.match(page, /1 message was given up/);
  assert.ok(page.includes(`localhost:${port}`) && !page.includes("of-its-own"));
  const agent = await openTestStaff(site);
  assert.equal((await site.get("/staff/webhooks", { cookie: agent.cookie })).status, 403);
  await forgetWebhookMessages(database, new Date(site.time.now.getTime() + 1));
  const left = await database.query("select from tickets.webhook_messages");
  assert.equal(left.rowCount, 0);
});

test("no redirect is followed, no long answer is read, and 410 ends a webhook", async () => {
  const { id } = await added("ticket.opened");
  await asked();
  const elsewhere = { location: `http://localhost:${port}/elsewhere` };
  answers.push({ status: 302, headers: elsewhere }, { status: 200, body: "x".repeat(50_000_000) });
  const one = worker();
  await one.deliverDue();
  assert.equal(received.length, 1);
  pass(10);
  await one.deliverDue();
  assert.equal((await webhookStates(database)).find((state) => state.id === id)?.waiting, 0);
  await asked();
  answers.push({ status: 410 });
  await one.deliverDue();
  const state = (await webhookStates(database)).find((state) => state.id === id);
  assert.equal(state?.ended?.because, "gone");
});

test("a host that leads into our own network is refused at each connection, whatever it was when it was added", async () => {
  const { id } = await added("ticket.opened");
  await database.query("update tickets.webhooks set url = $2 where id = $1", [
    uuidOf(id),
    `https://crm.example.com:${port}/`,
  ]);
  const answerOf = async (...addresses: string[]) => {
    await asked();
    const lookUp = async () => addresses.map((address) => ({ address, family: 4 }));
    await worker(lookUp, false).deliverDue();
    pass(20);
    return (await webhookStates(database)).find((state) => state.id === id)?.lastAnswer;
  };
  assert.equal(await answerOf("127.0.0.1"), "ADDRESS_REFUSED");
  assert.equal(await answerOf("8.8.8.8", "10.0.0.8"), "ADDRESS_REFUSED");
  const post = poster(here, false);
  const refusedBy = async (typed: string, by = post) =>
    await by(new URL(typed), {}, "{}", AbortSignal.timeout(5_000));
  const refused = { is: "failed", code: "ADDRESS_REFUSED" };
  for (const host of ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "169.254.169.254", "localhost"])
    assert.deepEqual(await refusedBy(`https://${host}:${port}/`), refused, host);
  assert.deepEqual(await refusedBy(url), { is: "failed", code: "NOT_HTTPS" });
  const abroad = poster(async () => [{ address: "10.0.0.1", family: 4 }], true);
  assert.deepEqual(await refusedBy(url, abroad), refused);
  assert.deepEqual(received, []);
});

test("a new secret signs beside the former one for a while, then alone, and none lies in the database readable", async () => {
  const { id, secret: former } = await added("ticket.opened");
  const secret = await run("rotate", [id, "--keep-hours", "2"]);
  assert.notEqual(secret, former);
  const told = async () => {
    await asked();
    await worker().deliverDue();
    return received.at(-1) as Received;
  };
  const both = await told();
  assert.ok(isSigned(both, secret) && isSigned(both, former));
  pass(2 * 3_600);
  const one = await told();
  assert.ok(isSigned(one, secret) && !isSigned(one, former));
  const { rows } = await database.query<{ whole: string }>(
    "select w::text as whole from tickets.webhooks w",
  );
  const whole = rows.map((row) => row.whole).join() + (await run("list", []));
  for (const each of [former, secret]) {
    const bytes = Buffer.from(each.replace("whsec_", ""), "base64");
    assert.ok(!whole.includes(each) && !whole.includes(bytes.toString("hex")));
  }
});

test("a webhook leads over TLS, without a password in its address, and is told of something", async () => {
  const event = ["--event", "ticket.opened"];
  const isRefused = (code: string) => (error: { code?: string }) => error.code === code;
  for (const wrong of [
    ...["http://crm.example.com/", "ftp://crm.example.com/", "crm.example.com"],
    ...["https://ada:secret@crm.example.com/", "https://crm.example.com/#here"],
  ])
    await assert.rejects(run("add", [wrong, ...event]), isRefused("wrong_webhook_url"), wrong);
  await assert.rejects(run("add", [url]), isRefused("wrong_webhook_types"));
  await assert.rejects(
    run("add", [url, ...event, "--event", "ticket.read"]),
    isRefused("wrong_webhook_types"),
  );
  for (const verb of ["remove", "rotate"])
    await assert.rejects(run(verb, ["webhook_none"]), isRefused("no_such_webhook"));
});

test("a key with the scope does the same by the API, and one without it nothing", async () => {
  const { desk: accounts } = site.accounts;
  const keyWith = async (scope: string) => {
    const made = await openTestApiKey(site, scope);
    return { authorization: `Bearer ${made}`, accept: "application/json" };
  };
  const manager = await keyWith("webhooks:manage");
  const send = (method: string, path: string, body?: unknown, as = manager) =>
    site.app.request(path, {
      method,
      headers: { ...as, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const wanted = { url, events: ["ticket.opened"] };
  const made = await send("POST", "/v1/webhooks", wanted);
  assert.equal(made.status, 201, await made.clone().text());
  assert.equal(made.headers.get("cache-control"), "no-store");
  const { webhook, secret } = await made.json();
  await asked();
  const own = new WebhookSealing(accounts.key);
  const parts = { database, appender: site.appender, post: poster(here, true) };
  const telling = { ...parts, sealing: own, clock: () => site.time.now, log: openLog("silent") };
  await new WebhookDeliverer(telling).deliverDue();
  assert.ok(isSigned(received[0] as Received, secret));
  const listed = await (await send("GET", "/v1/webhooks")).json();
  assert.equal(listed.webhooks[0].id, webhook);
  const rotated = await send("POST", `/v1/webhooks/${webhook}/secrets`, {});
  assert.notEqual((await rotated.json()).secret, secret);
  assert.equal((await send("DELETE", `/v1/webhooks/${webhook}`)).status, 204);
  assert.equal((await send("DELETE", `/v1/webhooks/${webhook}`)).status, 404);
  const hidden = { url: "https://10.0.0.1/", events: ["ticket.read"] };
  assert.equal((await send("POST", "/v1/webhooks", hidden)).status, 400);
  const reader = await keyWith("tickets:read");
  for (const [method, path] of [
    ["GET", "/v1/webhooks"],
    ["POST", "/v1/webhooks"],
    ["DELETE", `/v1/webhooks/${webhook}`],
  ] as const)
    assert.equal(
      (await send(method, path, method === "POST" ? wanted : undefined, reader)).status,
      403,
    );
});
