import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { contactsMax, findContacts } from "./message.ts";

const found = (text: string) => findContacts(text).map(({ kind, text }) => `${kind} ${text}`);

test("links, hosts, addresses, numbers and handles are found in the order of the text", () => {
  const text =
    "Visit https://larkmoor.example/login. Or larkmoor.com, mail help@larkmoor.com or write to @LarkmoorHelp; call +1 (202) 555-0100!";
  assert.deepEqual(found(text), [
    "link https://larkmoor.example/login",
    "host larkmoor.com",
    "email help@larkmoor.com",
    "handle @LarkmoorHelp",
    "phone +1 (202) 555-0100",
  ]);
});

test("an address with a full stop in its name is found whole", () => {
  assert.deepEqual(found('"L" <larkmoor.support@mail.com>'), ["email larkmoor.support@mail.com"]);
  assert.deepEqual(found("Ask a.b.c@mail.com."), ["email a.b.c@mail.com"]);
  assert.deepEqual(found("Thanks.@larkmoor"), ["handle @larkmoor"]);
});

test("each contact stands where it was found, and once", () => {
  const text = "a.com b.com a.com";
  assert.deepEqual(findContacts(text), [
    { kind: "host", text: "a.com", at: 0 },
    { kind: "host", text: "b.com", at: 6 },
  ]);
});

test("disguises are taken off", () => {
  assert.deepEqual(found("hxxps://krak3n[.]com/verify"), ["link https://krak3n.com/verify"]);
  assert.deepEqual(found("support[at]kraken(dot)com"), ["email support@kraken.com"]);
  assert.deepEqual(found("ｋｒａｋｅｎ．ｃｏｍ"), ["host kraken.com"]);
  assert.deepEqual(found("kra\u200bken.com"), ["host kraken.com"]);
  assert.deepEqual(found("＋４４ ２０７９ ４６０９５８"), ["phone +44 2079 460958"]);
});

test("text without spaces around a contact is cut off it", () => {
  assert.deepEqual(found("请访问https://kraken.com登录，谢谢"), ["link https://kraken.com"]);
  assert.deepEqual(found("网址：kraken-login.com，谢谢"), ["host kraken-login.com"]);
  assert.deepEqual(found("拨打+86 138 0013 8000。"), ["phone +86 138 0013 8000"]);
});

test("a host that a browser could open as written is not cut short", () => {
  assert.deepEqual(found("https://kraken.com登录kraken-login.com"), [
    "link https://kraken.com登录kraken-login.com",
  ]);
});

test("what stands before an @ in a link stays with it, because the link leads behind it", () => {
  assert.deepEqual(found("https://kraken.com@evil.io/x"), ["link https://kraken.com@evil.io/x"]);
  assert.deepEqual(found("https://kraken.com登@evil.io"), ["link https://kraken.com登@evil.io"]);
  assert.deepEqual(found("https://kraken.com,(@evil.io/x)"), [
    "link https://kraken.com,(@evil.io/x",
  ]);
  const [long] = findContacts(`https://kraken.com登${"a".repeat(3_000)}@evil.io`);
  assert.notEqual(long?.text, "https://kraken.com");
});

test("brackets, quotes and the end of a sentence are no part of a contact", () => {
  for (const text of [
    "(https://a.com/x)",
    "<https://a.com/x>",
    "“https://a.com/x”",
    "https://a.com/x.",
    "https://a.com/x!?",
    "[here](https://a.com/x)",
    "**https://a.com/x**",
  ]) {
    assert.deepEqual(found(text), ["link https://a.com/x"], text);
  }
});

test("numbers in other scripts and shapes are phone numbers", () => {
  for (const text of [
    "202-555-0133",
    "(202) 555-0133",
    "8 (800) 555-35-35",
    "٠٠٤٤٢٠٧٩٤٦٠٩٥٨",
    "tel:+12025550100",
    "WhatsApp: 12025550199",
    "call 555-0133",
  ]) {
    assert.equal(findContacts(text)[0]?.kind, "phone", text);
  }
});

test("dates, amounts, codes, cards and case numbers are no phone numbers", () => {
  for (const text of [
    "2026-09-01 10:30",
    "01.09.2026",
    "$1,234,567.89",
    "12.345.678 EUR",
    "1234567890 BTC",
    "code 12345678",
    "Case 1234567890",
    "ticket #1234567890",
    "20250911123456",
    "DE89 3704 0044 0532 0130 00",
    "4111 1111 1111 1111",
    "192.168.1.100",
    "bc1q2025550133",
    "2024-2025",
  ]) {
    assert.deepEqual(found(text), [], text);
  }
});

test("words with a dot that no domain ends in are no hosts", () => {
  assert.deepEqual(found("e.g. this.file or end.Then 3.14 a..b it came.Now I 25052018 250"), []);
});

test("a message gives a bounded number of contacts", () => {
  const text = Array.from({ length: 500 }, (_, place) => `site${place}.com`).join(" ");
  assert.equal(findContacts(text).length, contactsMax);
});

test("any text is read, and a contact stands inside it", () => {
  const piece = fc.constantFrom(
    "a.com",
    "@",
    ".",
    "://",
    "[.]",
    "hxxp",
    "+1202",
    " ",
    "５",
    "登",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      for (const { at, text: contact } of findContacts(text)) {
        assert.ok(at >= 0 && at < text.length);
        assert.notEqual(contact, "");
      }
    }),
  );
});

test("digits beyond the first plane are passed over like any others", () => {
  for (const text of ["call 𝟏𝟐", "𝟏", "+𝟏𝟐𝟑 𝟒𝟓𝟔 𝟕𝟖𝟗𝟎", "𝟘".repeat(1_000)]) findContacts(text);
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (text) => {
      findContacts(`${text}𝟏𝟐${text}`);
    }),
  );
});
