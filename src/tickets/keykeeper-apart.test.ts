import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openTestClient, openTestSite } from "#test";
import { openMail } from "./mail/open.ts";
import { receiveMail } from "./mail/receive.ts";

// What is no number and no address is nobody's, also where the keykeeper is behind its socket.

const site = await openTestSite({ KEYKEEPER_SOCKET: "apart" });
after(() => site[Symbol.asyncDispose]());

test("a client reports a number as people write it, without its country", async () => {
  const { cookie } = await openTestClient(site);
  const told = { happened: "They rang from 06 12345678", contacts: "06 12345678" };
  const answer = await site.post("/report", told, { cookie });
  assert.equal(answer.status, 200, await answer.text());
});

test("who signs in, gets back in or asks for a new password with no address hears what any stranger's says", async () => {
  const answerTo = async (path: string, fields: { email: string }) => {
    const answer = await site.post(path, fields);
    const page = (await answer.text()).replaceAll(fields.email, "");
    return [answer.status, answer.headers.get("location"), page.replace(/req_\w+/g, "")];
  };
  const password = "correct horse battery staple";
  for (const [path, more] of [
    ["/sign-in/password", { password }],
    ["/reset-password", {}],
    ["/recover", { code: "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA" }],
  ] as const) {
    const nobodys = await answerTo(path, { email: "nobody@larkmoor.example", ...more });
    assert.deepEqual(await answerTo(path, { email: "ada", ...more }), nobodys, path);
    assert.notEqual(nobodys[0], 404, path);
  }
});

test("a mail whose sender is no address is a guest's of nobody", async () => {
  const support = "support@larkmoor.example";
  const config = { MAIL_ADDRESS: support, MAIL_LISTEN: undefined, MAIL_FROM: support };
  const desk = openMail(site.tickets.tickets, config, async () => []);
  assert.ok(desk);
  const raw = ["from: bob@there", `to: ${support}`, "message-id: <1@there>", "", "Hi"];
  const envelope = { from: "bob@there", to: [support], ip: "192.0.2.10", helo: "mx.there" };
  const received = await receiveMail(desk, Buffer.from(raw.join("\r\n")), envelope, site.time.now);
  assert.equal(received.is, "stored");
});
