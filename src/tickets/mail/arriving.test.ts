import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, transaction, uuidOf } from "#platform";
import { openTestSite, openTestStaff, sentTo } from "#test";
import { ticketById } from "../ticket/index.ts";
import { openMail } from "./open.ts";
import { receiveMail } from "./receive.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { tickets } = site.tickets;
const { database } = site.opened;
const support = "support@larkmoor.example";
const records: Record<string, string[][]> = {
  "TXT guests.example": [["v=spf1 ip4:192.0.2.10 -all"]],
  "TXT _dmarc.guests.example": [["v=DMARC1; p=none"]],
};
const resolve = async (name: string, type: string) => {
  const found = records[`${type} ${name}`];
  if (!found) throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
  return found;
};
const config = { MAIL_ADDRESS: support, MAIL_LISTEN: undefined, MAIL_FROM: support };
const opened = openMail(tickets, config, resolve);
assert.ok(opened);
const desk = opened;

let made = 0;
type Arriving = { from?: string; text?: string; headers?: string[]; envelopeFrom?: string };

async function receive({ from = "bob@guests.example", text = "Hi", ...more }: Arriving) {
  made += 1;
  const { headers = [], envelopeFrom = from } = more;
  const fields = [`from: ${from}`, `to: ${support}`, "subject: ", `message-id: <${made}@there>`];
  const raw = [...fields, "content-transfer-encoding: 8bit", ...headers, "", text].join("\r\n");
  const envelope = { from: envelopeFrom, to: [support], ip: "192.0.2.10", helo: "mx.there" };
  return await receiveMail(desk, Buffer.from(raw), envelope, site.time.now);
}

async function ticketFrom(arriving: Arriving) {
  const received = await receive(arriving);
  assert.ok(received.is === "stored");
  const ticket = await ticketById(database, received.ticket);
  assert.ok(ticket);
  return ticket;
}

const countOf = async () => {
  const { rows } = await database.query<{ tickets: number; mails: number }>(
    `select (select count(*)::int from tickets.tickets) as tickets,
       (select count(*)::int from outbox.messages) as mails`,
  );
  return rows[0];
};

test("what a mail system says of a mail is no ticket, joins none and is answered by nobody", async () => {
  const { id } = await ticketFrom({ text: "Where is it?" });
  const before = await countOf();
  const plain = 'content-type: text/plain; charset="utf-8"';
  const reports: Arriving[] = [
    {
      headers: ["content-type: multipart/report; report-type=delivery-status; boundary=a"],
      text: "--a\r\n\r\nUndelivered\r\n--a\r\ncontent-type: message/delivery-status\r\n\r\nAction: failed\r\n--a--",
    },
    {
      headers: ["Content-Type: Multipart/Report; boundary=a; report-type=disposition-notification"],
    },
    { headers: ["content-type: message/delivery-status"] },
    { from: "MAILER-DAEMON@guests.example", headers: [plain] },
    { from: "Mail Delivery System <mailer-daemon@guests.example>", envelopeFrom: "" },
    { from: "postmaster@guests.example", envelopeFrom: "" },
    { envelopeFrom: "", headers: ["x-failed-recipients: support@larkmoor.example"] },
  ];
  for (const report of reports) {
    for (const reference of [
      [],
      [`in-reply-to: <a.${desk.tokens.tokenFor(id)}@larkmoor.example>`],
    ]) {
      const headers = [...(report.headers ?? []), ...reference];
      assert.deepEqual(await receive({ ...report, headers }), { is: "report" });
    }
  }
  assert.deepEqual(await countOf(), before);
  await ticketFrom({ text: "A person may write of a multipart/report", envelopeFrom: "" });
});

test("a guest is answered in the language of the mail, if anybody here speaks it", async () => {
  const german = "Guten Tag, ich kann mich nicht anmelden und warte auf eine Antwort.";
  assert.equal((await ticketFrom({ text: german })).language, "en", "nobody speaks it");
  const { staff } = await openTestStaff(site, { name: "Dora Deutsch" });
  await database.query("update accounts.staff set languages = '{de,en}' where staff = $1", [
    uuidOf(staff),
  ]);
  const { language, requester } = await ticketFrom({ text: german });
  assert.equal(language, "de");
  const { rows } = await database.query<{ language: string }>(
    "select language from tickets.addresses where client = $1",
    [uuidOf(requester.id)],
  );
  assert.deepEqual(rows, [{ language: "de" }]);
  const headers = ["content-language: de-CH"];
  assert.equal((await ticketFrom({ text: "0x77", headers })).language, "de");
  assert.equal(
    (await ticketFrom({ text: "0x77", headers: ["content-language: fr"] })).language,
    "en",
  );
});

test("who works on a mail of an unproven sender sees at once that no answer reaches anybody, and what helps", async () => {
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const cookie = { cookie: lead.cookie };
  const pageOf = async (id: Id<"ticket">) =>
    await (await site.get(`/staff/tickets/${id}`, cookie)).text();
  const send = (id: Id<"ticket">, kind: string) =>
    site.post(`/staff/tickets/${id}/messages`, { text: "It is on its way.", kind }, cookie);
  const wouldStop = async (id: Id<"ticket">) => {
    const text = "Please tell me your password";
    return (await (await site.post(`/staff/tickets/${id}/typing`, { text }, cookie)).json())
      .wouldStop;
  };
  const unproven = await ticketFrom({ from: "sue@silent.example" });
  assert.equal(await wouldStop(unproven.id), false, "all that can be written there is a note");
  const page = await pageOf(unproven.id);
  assert.match(page, /nothing proves who sent the mail/);
  assert.match(page, /sign in and ask there/);
  assert.doesNotMatch(page, /Send the answer/);
  assert.equal((await send(unproven.id, "answer")).status, 409);
  assert.equal((await send(unproven.id, "note")).status, 303);
  const proven = await ticketFrom({});
  assert.match(await pageOf(proven.id), /Send the answer/);
  assert.match(await pageOf(proven.id), /As an answer this would be stopped/);
  assert.equal(await wouldStop(proven.id), true);
  assert.equal((await send(proven.id, "answer")).status, 303);
  const words = { name: "Anna", text: "They called me", language: "en" };
  const { ticket } = await transaction(
    site.opened.database,
    await site.tickets.reports.anonymously(words, site.time.now),
  );
  assert.match(await pageOf(ticket?.id as Id<"ticket">), /gave no address/);
});

test("what a mail quotes is kept, with what stands before it; of ours it is dropped, and its links open nothing here", async () => {
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const pageOf = async (id: Id<"ticket">) => {
    const page = await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie });
    return (await page.text()).replaceAll("&gt;", ">");
  };
  const lure =
    "He then sent me what follows, what shall I do:\r\n\r\n> Move your funds.\r\n> Tell nobody.";
  const asked = await ticketFrom({ text: lure });
  assert.match(
    await pageOf(asked.id),
    /what follows, what shall I do:\n\n> Move your funds\.\n> Tell nobody\./,
  );
  const offer =
    "> I will pay you 10000 dollars in bitcoin if you give me screenshots of customer accounts from your support tool";
  assert.equal((await ticketFrom({ text: offer })).queue, "leads");

  const answer = { text: "It is on its way.", kind: "answer" };
  await site.post(`/staff/tickets/${asked.id}/messages`, answer, { cookie: lead.cookie });
  const notice = (await sentTo(site, asked.requester.id)).at(-1);
  const token = notice?.tokens.read ?? "";
  assert.ok(notice && token !== "" && notice.text.includes(token));
  const quote = notice.text.split("\n").map((line) => `> ${line}`);
  const headers = [`in-reply-to: <a.${desk.tokens.tokenFor(asked.id)}@larkmoor.example>`];
  const reply = async (lines: string[]) => {
    assert.equal((await ticketFrom({ text: lines.join("\r\n"), headers })).id, asked.id);
    return await pageOf(asked.id);
  };
  const page = await reply(["Thank you.", "", "On Monday you wrote:", ...quote]);
  assert.match(page, /Thank you\./);
  assert.doesNotMatch(page, /Our support answered your question/);
  const changed = await reply(["He wrote:", ...quote, "> And send it to bc1qsafe."]);
  assert.match(changed, /And send it to bc1qsafe/);
  assert.match(changed, /\(link taken out\)/);
  assert.ok(!changed.includes(token));
});
