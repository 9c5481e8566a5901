import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestStaff, TestBrowser } from "#test";
import { openMail, receiveMail } from "./mail/index.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const { tickets } = site.tickets;
const question = { topic: "withdrawals", name: "Ada", text: "Where is my withdrawal?" };

/** The database has one connection left, and whoever asks for a second while holding it waits in vain. */
async function withOneConnection<Result>(work: () => Promise<Result>): Promise<Result> {
  const { options } = database;
  const { max, connectionTimeoutMillis } = options;
  const held = await Promise.all(Array.from({ length: max - 1 }, () => database.connect()));
  options.connectionTimeoutMillis = 1_000;
  try {
    return await work();
  } finally {
    options.connectionTimeoutMillis = connectionTimeoutMillis;
    for (const client of held) client.release();
  }
}

test("nothing that people or staff do with a ticket waits for a second connection while it holds one", async () => {
  const owner = await openTestClient(site);
  const headers = { cookie: owner.cookie };
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const approver = await openTestStaff(site, {
    ...{ roles: ["approver"], team: "oversight", employer: "Vendor" },
  });
  const cookie = { cookie: lead.cookie };
  const api = async (path: string, body: object) =>
    await site.app.request(path, {
      ...{ method: "POST", body: JSON.stringify(body) },
      headers: { ...headers, "content-type": "application/json", "idempotency-key": path },
    });
  const ticketIn = (answer: Response) =>
    /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "none";
  const sent = async (name: string, answering: Promise<Response>, status = 303) => {
    const answer = await answering;
    assert.equal(answer.status, status, `${name}: ${await answer.clone().text()}`);
    return answer;
  };
  const linkOf = async (name: string) => {
    const { rows } = await database.query<{ link: Id<"link"> }>(
      "select links ->> $1 as link from outbox.messages where links ? $1 order by id desc limit 1",
      [name],
    );
    return site.outbox.linkTokens.tokenFor(rows[0]?.link as Id<"link">);
  };
  await withOneConnection(async () => {
    const id = ticketIn(await sent("open", site.post("/account/tickets", question, headers)));
    const again = ticketIn(await sent("open", site.post("/account/tickets", question, headers)));
    await sent("write", site.post(`/account/tickets/${id}/messages`, { text: "Hi?" }, headers));
    const comment = { body: "Hello?" };
    await sent("api", api("/v1/tickets", { subject: "other", name: "Ada", comment }), 201);
    await sent("comment", api(`/v1/tickets/${id}/comments`, { comment }), 201);
    const report = { happened: "He called from +1 888 555 0142", name: "", email: "" };
    await sent("report", site.post("/report", report, headers), 200);
    await sent("anonymous", site.post("/report", { ...report, answer: "none" }), 200);
    for (const by of ["anonymous", "staff"]) {
      const offer = { text: "They offered money", by, email: "" };
      await sent(by, site.post("/report/approach", offer, cookie), 200);
    }
    const email = "one.connection@example.net";
    const asGuest: [string, Record<string, string>][] = [
      ["/support", { ...question, email }],
      ["/report", { ...report, answer: "email", email }],
      ["/report/approach", { text: "An offer", by: "email", email }],
    ];
    let guests = "";
    const browser = new TestBrowser(site);
    for (const [path, fields] of asGuest) {
      await sent(path, browser.post(path, fields), 200);
      const confirmed = browser.post(`/support/confirm/${await linkOf("confirm")}`);
      guests = ticketIn(await sent(`${path}, proven`, confirmed));
    }
    await sent("guest", browser.post(`/support/tickets/${guests}/messages`, { text: "Hi?" }));
    for (const [act, fields] of [
      ["messages", { text: "It arrives tomorrow.", kind: "answer" }],
      ["messages", { text: "Odd", kind: "note" }],
      ["status", { status: "hold", priority: "high", tags: "late" }],
      ["transfer", { queue: "security", reason: "Odd" }],
      ["release", { text: "Tell me your password", reason: "A quote" }],
    ] as const) {
      await sent(act, site.post(`/staff/tickets/${id}/${act}`, fields, cookie));
    }
    await sent(
      "answer to a guest",
      site.post(`/staff/tickets/${guests}/messages`, { text: "Yes.", kind: "answer" }, cookie),
    );
    const list = await (await site.get("/staff/approvals", { cookie: approver.cookie })).text();
    const approval = /approvals\/(approval_\w+)\/decide/.exec(list)?.[1];
    const decided = { decision: "approved" };
    const deciding = `/staff/approvals/${approval}/decide`;
    const released = await site.post(deciding, decided, { cookie: approver.cookie });
    assert.match(released.headers.get("location") ?? "", /done=approved/);
    await sent("merge", site.post(`/staff/tickets/${id}/merge`, { into: again }, cookie));
    const config = { MAIL_ADDRESS: "support@larkmoor.example", MAIL_LISTEN: undefined };
    const nowhere = () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" }));
    const desk = openMail(tickets, { ...config, MAIL_FROM: undefined }, nowhere);
    assert.ok(desk);
    const envelope = { from: "a@b.example", to: [config.MAIL_ADDRESS], ip: "192.0.2.1", helo: "a" };
    const raw = Buffer.from(
      "From: a@b.example\r\nMessage-ID: <one@b>\r\nSubject: Hi\r\n\r\nHello\r\n",
    );
    assert.equal((await receiveMail(desk, raw, envelope, site.time.now)).is, "stored");
  });
  const { rows } = await database.query(
    "select from tickets.tickets where merged_into is not null",
  );
  assert.equal(rows.length, 1, uuidOf(lead.staff));
});
