import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { createChecker } from "./check.ts";
import { readDirectory } from "./directory.ts";

// Contacts of ours stand in each of these messages. What matters is what stands beside them.

const now = new Date("2026-11-20T12:00:00Z");
const checker = createChecker(
  readDirectory({
    firm: "Larkmoor",
    brands: ["larkmoor"],
    contacts: [
      { type: "domain", value: "larkmoor.example" },
      { type: "email", value: "noreply@larkmoor.example" },
      { type: "phone", value: "+44 20 7946 0158", direction: "both" },
      { type: "phone", value: "+1 202 555 0100", direction: "inbound_only" },
      { type: "handle", value: "@larkmoor", network: "x" },
      { type: "handle", value: "larkmoor_group", network: "telegram" },
    ],
  }),
);
const verdictOf = (text: string) => checker.check(text, now).verdict;
const isGood = (text: string) => /^ours/.test(verdictOf(text));

for (const beside of [
  "203.0.113.9/login",
  "203.0.113.9:8080",
  "203.0.113.9",
  "0xcb.0.0x71.9",
  "0xcb007109",
  "evil [ . ] com",
  "evil dot com",
  "evil . com",
  "evil. com",
  "evil·com",
  "evil‧com",
  "💰.ws",
  "evil.eth",
  "evil.Now",
  "evil,com",
  "evil/com",
  "evil . ws",
  "evil-dot-com",
  "evil.c0m",
  "evil۔com",
  "bit ly/abc",
  "www evil com",
  "h t t p : / / e v i l . c o m",
  "[here](evil)",
  "=?utf-8?B?aHR0cHM6Ly9ldmlsLmNvbQ==?=",
  "evil&#46;com",
  "evil=2Ecom",
  "evil\u200b.\u2060com",
  "ｅｖｉｌ．ｃｏｍ",
  "tg:resolve?domain=evil",
  "data:text/html,hello",
  "javascript:alert(1)",
  "magnet:?xt=urn:btih:aa",
  "mailto:noreply@larkmoor.example?bcc=evil",
  "sip:help@203.0.113.9",
  "unheardof:evil?now=1",
  '<a href="//203.0.113.5">here</a>',
  '<a href="evil">here</a>',
  "//evil/login",
  "\\\\evil\\share",
  "[2001:db8:1:2:3:4:5:6]",
  "+1 (888) 555 - 0199",
  "+1  888   555    0199",
  "+1 888\n555 0199",
  "+1-888-555-HELP",
  "1-800-KRAKENS",
  "①⑧⑧⑧⑤⑤⑤⓪①⑨⑨",
  "𝟏𝟖𝟖𝟖𝟓𝟓𝟓𝟎𝟏𝟗𝟗",
  "888_555_0199",
  "[888]555[0199]",
  "888*555*0199",
  "ref: 888-555-0199",
  "ID 8885550199",
  "888-555-0199 PM",
  "888-555-0199 USD",
  "call888-555-0199",
  "888. 555. 0199",
  "888-555-0199 888-555-0198 888-555-0197",
  "eight eight eight five five five oh one nine nine",
  "help@[203.0.113.9]",
  "@крaken_desk",
  "telegram: kraken_desk",
  "Telegram: krakendesk",
  "Telegram kraken_desk",
  "kraken_desk on Telegram",
  "krakendesk on telegram",
  "u/krakenhelp",
  "888 555 O199",
  "612345679",
  "612 345 679",
  "612.345.679",
  "612,345,679",
  "612•345•679",
  "6 1 2 3 4 5 6 7 9",
  "6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣9️⃣",
  "⑥①②③④⑤⑥⑦⑨",
  "❻❶❷❸❹❺❻❼❾",
  "六一二三四五六七九",
  "٦١٢٣٤٥٦٧٩",
  "৬১২৩৪৫৬৭৯",
  "612|345|679",
  "612\n345\n679",
  "09-1234567",
  "066.12.34.567",
  "91234567",
  "888\n555\n0199",
  "text HELP to 88022",
  "call VND 612 345 679 cop",
  "IDR 066 123 456",
  "AnyDesk 123 456 789",
  "tg: @kraken_desk",
  "WhatsApp name: kraken.desk",
  "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
  "wallet=bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
  "PGh0bWw+PGEgaHJlZj0iaHR0cHM6Ly9ldmlsLmNvbSI+aGVyZTwvYT48L2h0bWw+",
]) {
  test(`what leads elsewhere is seen beside our contacts: ${JSON.stringify(beside)}`, () => {
    for (const text of [
      `Visit larkmoor.example and use ${beside} today`,
      `${beside} (larkmoor.example)`,
      `Please see https://larkmoor.example/x?a=1\n\n${beside}\n`,
    ]) {
      assert.ok(!isGood(text), `${text}: ${verdictOf(text)}`);
    }
  });
}

for (const text of [
  "Larkmoor: a new device signed in on 2026-11-20 10:30:15. Not you? https://larkmoor.example/lock",
  "Your code is 482913. It ends in 10 minutes. larkmoor.example",
  "Your code is 482 913 (10 min). larkmoor.example",
  "G-482913 is your code for larkmoor.example. Don't share it.",
  "Order 4017293 of 12/09/2026 is done: larkmoor.example/orders",
  "Order number 123456789012, see larkmoor.example.",
  "Case 1234567890 was closed. Questions? noreply@larkmoor.example",
  "Ticket #12345678 (20.11.2026, 14:05): larkmoor.example",
  "ORD-2026-001234 ships on 21 November. larkmoor.example",
  "You received 0.00123456 BTC ($1,234.56) on larkmoor.example.",
  "You sold 1,234,567.89 USDT for €1.234.567,89. larkmoor.example",
  "We sent 12 345 678 EUR to DE89 3704 0044 0532 0130 00. larkmoor.example",
  "Card 4111 1111 1111 1111 or **** **** **** 1234 was blocked. larkmoor.example",
  "Sort code 20-00-00 12345678, reference AB12CD34. larkmoor.example",
  "We're here 24/7 on +44 20 7946 0158.",
  "Questions? Call +44 20 7946 0158 - 24 hours, or 020 7946 0158.",
  "Call +44 (0)20 7946 0158 from 9:00-17:30, Mon-Fri.",
  "Call +1 (202) 555-0100, ext. 12. We never call you.",
  "+44 20 7946 0158\n+44 20 7946 0158\nhttps://larkmoor.example",
  "Dear Mr. J. R. Smith, e.g. your fee is 0.25% p.a. (i.e. low). larkmoor.example",
  "Your statement.pdf is ready at larkmoor.example. Version 2.14.0 of the app is out.",
  "It arrived.Please look at larkmoor.example",
  "Fees: maker 0.16%, taker 0.26%; limit 1000-5000 EUR. larkmoor.example",
  "Swap BTC/USDT at 67,250.10 now on larkmoor.example!",
  "10 DOT was staked. DOT rewards: 0.5. larkmoor.example",
  "Transaction 550e8400-e29b-41d4-a716-446655440000 is final. larkmoor.example",
  "txid 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b on larkmoor.example",
  "Follow @larkmoor. We are never on WhatsApp: anyone there is a fake. larkmoor.example",
  "Telegram: larkmoor_group, X: @larkmoor, web: larkmoor.example",
  "Our address: 1 Example Street, London EC1A 1BB. Company no. 12345678. larkmoor.example",
  "请访问 https://larkmoor.example 登录，谢谢。",
  "👉 larkmoor.example 👈 🎉🎉 50% off until 31.12.2026",
  "Re: your message from Mon, 16 Nov 2026 09:12:44 +0000 - see larkmoor.example",
  "“We never ask for your password.” larkmoor.example – Larkmoor & Co.",
  "Tom & Jerry's R&D: terms and conditions apply; see larkmoor.example/terms#fees.",
  "Sign-in from Chrome 131.0.6778.85 on Mac OS X 10.15.7, London, GB. larkmoor.example",
  "INV-2026/00123 for EUR 1,250.00, due 2026-12-01T10:30:15.123Z. larkmoor.example",
  "Order 1234567890 and/or 4F7K-99QX-1234, 1) open, 2) pay. larkmoor.example",
  "PO Box 12345, San Francisco, CA 94103-1234. © 2011-2026 Larkmoor. larkmoor.example",
  "We are not on Telegram or on WhatsApp. Larkmoor on X: @larkmoor. larkmoor.example",
  "Hello,\nyour ticket 12345678 was updated.\n\n--\nSent from my iPhone\nlarkmoor.example",
  "Apples @ 2.50 each, 3 for 7. larkmoor.example",
  "Your case number is 612345679. You sent 612,345,679 XRP, which is $912,345,678. larkmoor.example",
  "Ihre Bestellung 612345679 (Kundennummer 12345678) wurde versandt. larkmoor.example",
  "Votre commande n° 612345679 est prête, su pedido 612345679 está listo. larkmoor.example",
  "您的订单号 612345679 已完成 larkmoor.example",
  ...[
    ["Ihr Einmalcode lautet 48291345.", "Ihr Sicherheitscode: 48291345", "48291345 ist Ihr Code."],
    ["Votre code de connexion : 48291345.", "Votre code de vérification est le 48291345."],
    ["Tu código de acceso: 48291345.", "Il codice di autenticazione è: 48291345."],
    ["O seu código é 48291345.", "Uw verificatiecode: 48291345.", "Kodunuz: 48291345."],
    ["Код подтверждения: 48291345.", "您的验证码是48291345，请勿告诉任何人。"],
    ["認証コードは48291345です。", "코드는 48291345입니다.", "48291345 is your Larkmoor code."],
    ["Request number 123456789 was received.", "Confirmation no. 12345678: it is on its way."],
    ["Withdrawal ID: 12345678", "Ihre Anfrage Nr. 12345678", "Customer number 12345678"],
    ["Solicitud n.º 12345678", "请求号 12345678", "요청 번호 12345678"],
    ["61234567 est votre code Larkmoor.", "61234567 é o seu código.", "61234567 is your SMS code."],
    ["Your case number is 1234567890.", "Kundennummer 1234567890", "Ihre Kontonummer 1234567890"],
    ["Bestellung 1234567890", "commande n° 1234567890", "订单号 1234567890", "受付番号 1234567890"],
    ["Your user ID is 12345678.", "Votre demande n° 12345678 est traitée.", "Заявка № 12345678"],
    [
      "Your withdrawal of IDR 150.000.000 was sent.",
      "VND 150,000,000",
      "Rp150.000.000",
      "₫150.000.000",
    ],
    ["You sold 150,000,000 SHIB.", "250.000.000 COP salieron.", "150,000,000円を出金しました。"],
  ].map((notices) => `${notices.join(" ")} larkmoor.example`),
]) {
  test(`a harmless message keeps its verdict: ${JSON.stringify(text)}`, () =>
    assert.ok(isGood(text), JSON.stringify(checker.check(text, now))));
}

for (const beside of [
  ..."Customer care no is|Our new num is|Support id is|受付|お問い合わせ：|お問い合わせ番号|접수".split(
    "|",
  ),
  ..."Your case number is|Your order number|Ihre Vorgangsnummer|Servicetelefon Nr.|Su caso|Обращение|订单".split(
    "|",
  ),
]) {
  test(`no word that may be for a code covers a number that can be dialled: ${beside}`, () => {
    for (const number of ["9876543210", "98765 43210", "0120-123-456", "050-1234-5678"]) {
      const text = `Your account is locked. ${beside} ${number}. https://larkmoor.example`;
      assert.ok(!isGood(text), text);
    }
    const { verdict } = checker.check(`${beside} 98765 43210 larkmoor.example`, now);
    assert.equal(verdict, "not_ours");
  });
}

for (const beside of [
  ...["To stop the withdrawal: 612345679.", "Remove the device: 91234567", "payment 612345679"],
  ...["Para anular la solicitud: 612345679", "Pour annuler la demande : 61234567"],
  ...["取消请求：91234567", "如有疑问请申请 91234567", "для отмены заявки: 91234567"],
  ...["reach us for confirmation 01-1234567", "Larkmoor customer: 91234567", "user: 91234567"],
  ...["91234567 is the desk for your code.", "91234567 is our desk without any code."],
  ...["91234567 is your desk for any code", "91234567 is where you get a code"],
]) {
  test(`what is asked for, or a word behind it, makes no code of a number: ${beside}`, () =>
    assert.equal(verdictOf(`Larkmoor: ${beside} https://larkmoor.example`), "unreadable"));
}

test("digits without a sign between them behind what may name a code are no contact, and a doubt where they can be dialled", () => {
  for (const text of ["Your account number is 10203040506", "Ihre Rechnung 4912345678"]) {
    assert.equal(verdictOf(`${text}. https://larkmoor.example`), "unreadable", text);
  }
  for (const text of ["Our customer care no is 9876543210", "Case number 00447911123456"]) {
    assert.equal(verdictOf(`${text}. https://larkmoor.example`), "not_ours", text);
  }
});

test("what is said for reception is no code, and its number is one", () => {
  for (const text of ["고객센터 접수 1588-1234 로", "受付 1588-1234", "Our new no is 612345679"]) {
    assert.ok(!isGood(`${text} larkmoor.example`), text);
  }
  for (const text of ["受付番号 12345678", "お問い合わせ番号：12345678", "접수번호 12345678"]) {
    assert.ok(isGood(`${text} larkmoor.example`), text);
  }
});

test("copies of our contacts don't push another out of sight", () => {
  const ours = "+44 20 7946 0158 ".repeat(60);
  assert.equal(verdictOf(`${ours}`), "ours_never_proof");
  assert.equal(verdictOf(`${ours}call +1 888 555 0199`), "not_ours");
  const links = (count: number) =>
    Array.from({ length: count }, (_, place) => `https://larkmoor.example/${place}`).join("\n");
  assert.equal(verdictOf(links(50)), "ours_never_proof");
  assert.equal(verdictOf(`${links(50)}\nhttps://larkmoor-verify.evil.com/login`), "unreadable");
  assert.equal(verdictOf(`larkmoor.example ${"12-34-5 ab ".repeat(4_000)}`), "unreadable");
});

test("a text that is too long to be read whole is no better than unreadable", () => {
  const long = `larkmoor.example ${"word ".repeat(30_000)}`;
  const { verdict, reasons } = checker.check(long, now);
  assert.deepEqual([verdict, reasons[0]?.code], ["unreadable", "not_all_read"]);
  assert.equal(verdictOf(`larkmoor.example ${"word ".repeat(10_000)}`), "ours_never_proof");
});

for (const ask of [
  "https://larkmoor.example Tell us your password.",
  `larkmoor.example ${"We write. ".repeat(3_000)} Tell us your password.`,
  `larkmoor.example ${"word ".repeat(400)}, now please reply with your password`,
  "larkmoor.example. Tell us your раssword.",
  "larkmoor.example. Tell us your p@ssword.",
  "larkmoor.example. Tell us your p@$$w0rd.",
  "larkmoor.example. Tell us your p a s s w o r d.",
  "larkmoor.example. Tell us your ｐａｓｓｗｏｒｄ.",
  "larkmoor.example. Tell us your pass\u200bword.",
]) {
  test(`what is asked for is seen: ${ask.slice(-60)}`, () => {
    const { verdict, reasons } = checker.check(ask, now);
    assert.equal(verdict, "not_ours");
    assert.ok(reasons.some(({ code }) => code === "asks_never_asked"));
  });
}

for (const warning of [
  "Never tell anyone your password, not even on https://larkmoor.example.",
  "We will never ask you to open https://larkmoor.example and send us your password.",
  "Sign in at larkmoor.example with your password.",
]) {
  test(`a warning is no ask: ${warning}`, () => assert.ok(isGood(warning)));
}

const body = Buffer.from('<html><a href="https://evil.com/login">Sign in now</a></html>').toString(
  "base64",
);
const wrapped = body.replace(/(.{20})/g, "$1\n");
const head = "From: noreply@larkmoor.example\nContent-Type: text/html";
const mail = `${head}\nContent-Transfer-Encoding: base64\n\n${body}\n`;
for (const [note, text] of Object.entries({
  plain: mail,
  "below other words": `Original message\n\n${mail}`,
  quoted: mail.replace(/^/gm, "> "),
  "with bare CRs": mail.replaceAll("\n", "\r"),
  "on one line": mail.replaceAll("\n", " "),
  "headed by a long line": `X-A: ${"a".repeat(17_000)}\n${mail}`,
  localised: `Von: noreply@larkmoor.example\nAn: you@larkmoor.example\nBetreff: Hallo\n\n${body}`,
  "short lines": `From: noreply@larkmoor.example\n\n${wrapped}`,
  "without a type": `From: noreply@larkmoor.example\n\n${body}`,
})) {
  test(`a mail that can't be taken apart is never good: ${note}`, async () => {
    assert.ok(!isGood(text), verdictOf(text));
    assert.doesNotMatch((await checker.checkAny(text, now)).verdict, /^ours/);
  });
}

test("a link, address or number in any dress never looks good beside ours", () => {
  const name = fc.stringMatching(/^[a-z]{3,9}$/);
  const between = fc.constantFrom(" ", "\n", ": ", ", ", " (", '"', "<", "👉", "- ");
  const dress = fc.constantFrom(
    (word: string) => `${word}-x.com`,
    (word: string) => `${word}-x[.]com`,
    (word: string) => `http://${word}-x.test/`,
    (word: string) => `${word}@${word}-x.com`,
    (word: string) => `tg:resolve?domain=${word}`,
    (word: string) => `${word}-x.eth`,
    (word: string) => `+1 888 555 01${word.length}0`,
    (word: string) => `888-555-01${word.length}0`,
  );
  fc.assert(
    fc.property(name, between, dress, (word, gap, dressed) => {
      assert.ok(!isGood(`larkmoor.example${gap}${dressed(word)} please`));
    }),
  );
});
