import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, transaction, uuidOf } from "#platform";
import { openTestSite, openTestStaff, sentTo } from "#test";
import { attachmentsOf } from "../attachment/index.ts";
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

const phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
let made = 0;
type Arriving = {
  from?: string;
  subject?: string;
  text?: string;
  headers?: string[];
  envelopeFrom?: string;
};

async function receive({ from = "bob@guests.example", text = "Hi", ...more }: Arriving) {
  made += 1;
  const { headers = [], envelopeFrom = from, subject = "" } = more;
  const named = [`subject: ${subject}`, `message-id: <${made}@there>`];
  const fields = [`from: ${from}`, `to: ${support}`, ...named];
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
  const reply = async (lines: string[], type = "text/plain") => {
    const typed = [...headers, `content-type: ${type}; charset=utf-8`];
    const replied = await ticketFrom({ text: lines.join("\r\n"), headers: typed });
    assert.equal(replied.id, asked.id);
    return await pageOf(asked.id);
  };
  await reply(["Thank you.", "", "On Monday you wrote:", ...quote]);
  const shown = notice.text.replaceAll("<", "&lt;").replaceAll("\n", "<br>\n");
  const marked = `<title>Re: x</title><p>Many thanks.</p>You wrote:<blockquote>${shown}</blockquote>`;
  const page = await reply([marked], "text/html");
  assert.match(page, /Thank you\.[\s\S]*Many thanks\./);
  assert.doesNotMatch(page, /Our support answered your question/);
  const changed = await reply(["He wrote:", ...quote, "> And send it to bc1qsafe."]);
  assert.match(changed, /And send it to bc1qsafe/);
  assert.match(changed, /\(link taken out\)/);
  assert.ok(!changed.includes(token));
});

const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("no half of a phrase stays where a long subject is cut", async () => {
  const lead = await openTestStaff(site, { roles: ["lead"] });
  for (const before of [1_950, 1_970]) {
    const { id } = await ticketFrom({ subject: `${"We wait. ".repeat(before / 9)}${phrase} wait` });
    const page = await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie });
    assert.doesNotMatch(await page.text(), /winner|sausage/);
  }
});

test("a secret that runs over the lines of a quote is taken out of a mail", async () => {
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const headers = ["content-type: text/html"];
  const quote = (text: string) => `<blockquote>${text}</blockquote>`;
  const card = quote("Card: 4111 1111<br>1111 1111");
  for (const text of [card, quote(card)]) {
    const { id } = await ticketFrom({ text: `<p>I wrote:</p>${text}<p>Why?</p>`, headers });
    const page = await (await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie })).text();
    assert.match(page, /I wrote:[\s\S]*Card: \[[\s\S]*Why\?/);
    assert.doesNotMatch(page, /1111/);
  }
});

test("that a secret was taken out is said however many mails came before, and a stranger or a machine is told nothing", async () => {
  const mailsFor = async (arriving: Arriving) => {
    const before = (await countOf())?.mails ?? 0;
    await ticketFrom(arriving);
    return ((await countOf())?.mails ?? 0) - before;
  };
  const sent: number[] = [];
  for (const text of ["a", "b", "c", "d", `${phrase} 1`, "e", `${phrase} 2`]) {
    sent.push(await mailsFor({ from: "greta@guests.example", text }));
  }
  assert.deepEqual(sent, [1, 1, 1, 0, 1, 0, 1]);
  assert.equal(await mailsFor({ from: "sue@silent.example", text: phrase }), 0);
  const machine = { from: "gil@guests.example", headers: ["auto-submitted: auto-replied"] };
  assert.equal(await mailsFor({ ...machine, text: phrase }), 0);
});

/** A mail of several parts, each with its type and what stands below it. */
function parted(kind: string, ...parts: readonly (readonly [type: string, body: string])[]) {
  const bodies = parts.map(([type, body]) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`);
  const headers = ["mime-version: 1.0", `content-type: multipart/${kind}; boundary=b`];
  return { headers, text: `${bodies.join("")}--b--\r\n` };
}

async function filesOf(arriving: Arriving) {
  const ticket = await ticketFrom(arriving);
  const files = await attachmentsOf(database, ticket);
  return files.map(({ kind, removed }) => [kind, ...removed]);
}

test("data between the words of a mail is a file of a proven sender: a phrase that it breaks is taken out", async () => {
  const calendar = `BEGIN:VCALENDAR\r\nSUMMARY:${phrase.replace("useful", "u\r\n seful")}\r\nEND:VCALENDAR`;
  const words = ["text/plain", "Come"] as const;
  const invited = parted("alternative", words, ["text/calendar", calendar]);
  assert.deepEqual(await filesOf(invited), [["text", "seed_phrase"]]);
  const rich = parted("mixed", words, ["text/rtf", `{\\rtf1 ${phrase}}`]);
  assert.deepEqual(await filesOf(rich), []);
  const lead = await openTestStaff(site, { roles: ["lead"] });
  for (const from of ["bob@guests.example", "sue@silent.example"]) {
    const { id } = await ticketFrom({ ...rich, from });
    const page = await (await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie })).text();
    assert.match(page, /Come\n\n\(One attachment was not taken/);
    assert.doesNotMatch(page, /sausage/);
  }
});

test("words of a type that nobody knows are the message, whoever sends them, and no file", async () => {
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const words = ["text/markdown", "My *transfer* has not arrived"] as const;
  const files = parted("mixed", words, [
    "text/markdown\r\nContent-Disposition: attachment",
    "More",
  ]);
  assert.deepEqual(await filesOf(files), [["text"]]);
  const headers = [`content-type: ${words[0]}`];
  for (const from of ["bob@guests.example", "sue@silent.example"]) {
    const alone = { from, headers, text: words[1] };
    assert.deepEqual(await filesOf(alone), []);
    const { id } = await ticketFrom(alone);
    const page = await (await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie })).text();
    assert.match(page, /My \*transfer\* has not arrived/);
    assert.doesNotMatch(page, /One attachment was not taken/);
  }
});

test("pictures that were pasted into a mail are files of a proven sender, and left out of a stranger's with a word", async () => {
  const picture = [
    'image/png; name="image.png"\r\nContent-ID: <one>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64',
    png,
  ] as const;
  const pasted = parted("related", ["text/html", '<p>Look</p><img src="cid:one">'], picture);
  assert.deepEqual(await filesOf(pasted), [["picture"]]);
  const { id } = await ticketFrom({ ...pasted, from: "sue@silent.example" });
  const lead = await openTestStaff(site, { roles: ["lead"] });
  const page = await (await site.get(`/staff/tickets/${id}`, { cookie: lead.cookie })).text();
  assert.match(page, /Look\n\n\(One attachment was not taken/);
});

test("a mail whose parts can't be told apart is sent back with a word, and nothing of it is kept", async () => {
  const before = await countOf();
  const headers = ["content-type: multipart/mixed"];
  await assert.rejects(receive({ headers, text: "--b\r\n\r\nHello\r\n--b--" }), {
    code: "mail_not_parted",
    message: /Send it as plain text/,
  });
  assert.deepEqual(await countOf(), before);
});

test("what a machine sends of a person, as a contact form does, opens a ticket whose clock nobody stops but by an answer", async () => {
  const { cookie } = await openTestStaff(site, { roles: ["lead"] });
  const form = { from: "form@guests.example", headers: ["auto-submitted: auto-generated"] };
  const { id, waitingSince } = await ticketFrom({ ...form, text: "My card was stolen" });
  assert.deepEqual(waitingSince, site.time.now);
  const standing = async () => {
    const ticket = await ticketById(database, id);
    return [ticket?.status.is, ticket?.waitingSince];
  };
  const set = (fields: Record<string, string>) =>
    site.post(`/staff/tickets/${id}/status`, fields, { cookie });
  await set({ priority: "urgent" });
  assert.deepEqual(await standing(), ["new", waitingSince]);
  await set({ status: "solved" });
  await set({ status: "open" });
  assert.deepEqual(await standing(), ["open", waitingSince]);
  await site.post(`/staff/tickets/${id}/messages`, { text: "Done.", kind: "answer" }, { cookie });
  await set({ status: "open" });
  assert.deepEqual(await standing(), ["open", undefined]);
});

test("an out-of-office reply is kept, opens nothing again, starts no clock, and is shown as what it is", async () => {
  const { cookie } = await openTestStaff(site, { roles: ["lead"] });
  const { id } = await ticketFrom({ from: "olga@guests.example", text: "Where is it?" });
  const fields = { status: "solved", priority: "normal", tags: "" };
  const answer = { text: "It is on its way.", kind: "answer" };
  await site.post(`/staff/tickets/${id}/messages`, answer, { cookie });
  await site.post(`/staff/tickets/${id}/status`, fields, { cookie });
  const answers = `in-reply-to: <a.${desk.tokens.tokenFor(id)}@larkmoor.example>`;
  const reply = (text: string, ...headers: string[]) =>
    ticketFrom({ from: "olga@guests.example", text, headers: [answers, ...headers] });
  const pageOf = async () => await (await site.get(`/staff/tickets/${id}`, { cookie })).text();
  for (const header of [
    "auto-submitted: auto-replied",
    "x-autoreply: yes",
    "precedence: auto_reply",
  ]) {
    const away = await reply("I am away until Monday.", header);
    assert.deepEqual(
      [away.id, away.status.is, away.waitingSince],
      [id, "solved", undefined],
      header,
    );
  }
  for (const status of ["pending", "solved", "open"]) {
    await site.post(`/staff/tickets/${id}/status`, { status }, { cookie });
    assert.doesNotMatch(await pageOf(), /answer due/, `nobody waits for an answer: ${status}`);
  }
  await site.post(`/staff/tickets/${id}/status`, { status: "solved" }, { cookie });
  const page = await pageOf();
  assert.match(page, /I am away until Monday/);
  assert.equal(page.match(/Sent automatically/g)?.length, 3);
  const listed = await reply("It isn't there.", "list-id: <a.list>");
  assert.deepEqual([listed.status.is, listed.waitingSince !== undefined], ["open", true]);
  assert.equal((await pageOf()).match(/Sent automatically/g)?.length, 3);
});
