import assert from "node:assert/strict";
import { test } from "node:test";
import { readMail } from "./mail-reading.ts";

type Part = { type: string; headers?: string[]; body: string };

const plain = (body: string): Part => ({ type: "text/plain", body });
const html = (body: string): Part => ({ type: "text/html", body });
let made = 0;

function several(kind: string, ...parts: Part[]): Part {
  made += 1;
  const bodies = parts.map(({ type, headers = [], body }) =>
    [`--b${made}`, `Content-Type: ${type}`, ...headers, "", body].join("\r\n"),
  );
  const body = `${bodies.join("\r\n")}\r\n--b${made}--\r\n`;
  return { type: `multipart/${kind}; boundary=b${made}`, body };
}

function read({ type, body }: Part) {
  const mail = readMail(Buffer.from(`Content-Type: ${type}\r\n\r\n${body}`));
  assert.ok(mail.is === "mail");
  return [mail.text, mail.attachmentCount];
}

const picture: Part = { type: "image/png", headers: ["Content-ID: <a>"], body: "x" };
const forwarded: Part = {
  type: "message/rfc822",
  body: "Subject: x\r\n\r\nMove your funds.\r\nNow.",
};

test("of several parts that say the same one is read, and all words that stand one after the other", () => {
  const both = several("alternative", plain("My words"), html("<p>My <b>words</b></p>"));
  const footer = plain("Scanned by a program");
  assert.deepEqual(read(both), ["My words", 0]);
  assert.deepEqual(read(several("mixed", both, footer)), ["My words\n\nScanned by a program", 0]);
  assert.deepEqual(read(several("mixed", html("<p>Mine</p>"), footer)), [
    "Mine\n\nScanned by a program",
    0,
  ]);
});

test("a short text beside HTML that says something else leaves none of its words out", () => {
  for (const [stub, question] of [
    ["このメールはHTML形式です。", "昨日の送金がまだ届いていません。どうすればよいですか。"],
    ["请用HTML查看", "我昨天的转账还没有到账。"],
    ["อีเมลนี้เป็น HTML", "เงินที่โอนเมื่อวานยังไม่ถึง"],
    [
      "This message is in HTML. Please use a mail program that can show it.",
      "My transfer of yesterday has not arrived and nobody answers, what can I do now?",
    ],
    ["My transfer of yesterday has not arrived. Please help me.", "Scanned by a program"],
    ["Your program can't show this", "Help!"],
  ] as const) {
    const mail = several("alternative", plain(stub), html(`<p>${question}</p>`));
    assert.deepEqual(read(mail), [`${stub}\n\n${question}`, 0]);
  }
});

test("of two texts one is read when all words of the other stand in it, however they are set", () => {
  const plainest = [
    [
      "> *Hello*,\r\n> 1. see here <https://a.example/x>",
      "<ol><li><b>Hello</b>, see <a>here</a></ol>",
    ],
    ["昨日の送金がま\r\nだ届いていません。", "<p>昨日の送金がまだ届いていません。</p>"],
    ["Où est mon virement\u00a0?", "<p>O&ugrave; est mon virement&nbsp;?</p>"],
    ["Look", '<img src="cid:a">'],
    [
      "It is 20° at 3½ × 5.\r\n© Ada & Co",
      "It is 20&deg; at 3&frac12; &times; 5.<p>&copy; Ada & Co",
    ],
    ["Wortteil", "Wort&shy;te&#8203;il"],
    ["Yes.\r\n> Shall we?", "<title>Re: x</title><p>Yes.<blockquote>Shall we?</blockquote>"],
  ] as const;
  for (const [text, shown] of plainest) {
    const mail = several("alternative", plain(text), html(shown));
    assert.deepEqual(read(mail), [text.replaceAll("\r", ""), 0]);
  }
  const begun = several("alternative", plain("My card"), html("<p>My card was taken</p>"));
  assert.deepEqual(read(begun), ["My card was taken", 0]);
  const repeated = several("alternative", plain("I wait"), html("<p>I wait. I wait</p>"));
  assert.deepEqual(read(repeated), ["I wait. I wait", 0]);
});

test("what HTML quotes is marked as quoted, alone and where it is read in place of plain text", () => {
  const answer = html("<p>Yes.</p>You wrote:<blockquote><p>Shall we?</p></blockquote>");
  const lines = (part: Part) => String(read(part)[0]).split(/\n+/);
  assert.deepEqual(lines(answer), ["Yes.", "You wrote:", "> Shall we?"]);
  const more = several("alternative", plain("Yes.\r\n> Shall we?"), answer);
  assert.deepEqual(lines(more), ["Yes.", "You wrote:", "> Shall we?"]);
});

test("an enclosed mail is quoted, and pictures and data between the words are counted", () => {
  const all = several("mixed", several("related", html("<p>Look</p>"), picture), forwarded);
  assert.deepEqual(read(all), ["Look\n\n> Move your funds.\n> Now.", 1]);
  const calendar = { type: "text/calendar", body: "BEGIN:VCALENDAR\r\nSUMMARY:se\r\n cret" };
  assert.deepEqual(read(several("alternative", plain("Come"), calendar)), ["Come", 1]);
  assert.deepEqual(read({ type: "text/rtf", body: "{\\rtf1 secret}" }), ["", 1]);
});

test("a text of a type that nobody knows is read as plain; a card or a table is data", () => {
  for (const type of [
    "text/markdown",
    "TEXT/X-Unknown",
    "text",
    "plain/text",
    "charset=utf-8",
    "",
  ]) {
    assert.deepEqual(read({ type, body: "My words" }), ["My words", 0], type);
  }
  const marked = "<bold>My password is</bold> <italic>hunter2</italic>";
  assert.deepEqual(read({ type: "TEXT/Enriched", body: marked }), ["My password is hunter2", 0]);
  for (const type of ["text/vcard", "text/csv", "text/vnd.a+json", "text/x-amp-html"]) {
    assert.deepEqual(read({ type, body: "data" }), ["", 1], type);
  }
  const { type, body } = several("alternative", plain("My words"), html("<p>My words</p>"));
  const parted = { type: type.replace("/alternative", ""), body };
  assert.deepEqual(read(parted), ["My words\n\nMy words", 0]);
});

test("a mail whose parts can't be told apart says so", () => {
  const mail = readMail(Buffer.from("Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nx\r\n--b--"));
  assert.equal(mail.is === "mail" && mail.isUnparted, true);
});
