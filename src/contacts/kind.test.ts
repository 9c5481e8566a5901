import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { kindOf, refusedText, textCharactersMax } from "./kind.ts";

for (const [text, kind] of [
  ["larkmoor.example", "host"],
  [" LARKMOOR.example ", "host"],
  ["larkmoor。example", "host"],
  ["xn--lrkmoor-9za.example", "host"],
  ["192.0.2.1", "host"],
  ["0x7f000001", "host"],
  ["localhost", "host"],
  ["larkmoor.example:8443", "link"],
  ["larkmoor.example/login", "link"],
  ["https://larkmoor.example", "link"],
  ["javascript:alert(1)", "link"],
  ["https:\\\\larkmoor.example", "link"],
  ["a@b@larkmoor.example/x", "link"],
  ["help@larkmoor.example", "email"],
  ["mailto:help@larkmoor.example", "email"],
  ["@larkmoor", "handle"],
  ["@help@larkmoor.example", "handle"],
  ["+1 202 555 0100", "phone"],
  ["(202) 555-0100", "phone"],
  ["+1 2O2 555 O1OO", "phone"],
  ["1-800-LARKMOOR", "phone"],
  ["tel:+12025550100", "phone"],
  ["٠٢٠ ٧٩٤٦ ٠٩٥٨", "phone"],
  ["LARKMOOR", "sms_sender"],
  ["88022", "sms_sender"],
  ["larkmoor support desk", "message"],
  ["请访问https://larkmoor.example登录", "message"],
  ["您的验证码是482913，请勿告诉任何人。larkmoor.example", "message"],
  ["コードは482913です。他の人に教えないでください。", "message"],
  ["例え.jp", "host"],
  ["例子。中国", "host"],
  ["call +1 202 555 0100 now", "message"],
  ["averyveryverylongword", "unknown"],
  ["From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nhi", "raw_mail"],
] as const) {
  test(`${JSON.stringify(text)} looks like ${kind}`, () => assert.equal(kindOf(text), kind));
}

test("text that is none, too long or broken is refused", () => {
  assert.equal(refusedText(" \n"), "empty");
  assert.equal(refusedText("a\0b"), "not_text");
  assert.equal(refusedText("\ud800"), "not_text");
  assert.equal(refusedText("a".repeat(textCharactersMax + 1)), "too_long");
  assert.equal(refusedText("larkmoor.example"), undefined);
});

test("every text has a kind", () => {
  fc.assert(fc.property(fc.string({ unit: codePoint }), (text) => kindOf(text).length > 0));
});
