import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOf, headerBlock, whatExceedsLimits, withoutCopyingTraces } from "./mail-limits.ts";

test("hostile mail is refused by counting, before anything parses it", () => {
  const head = "From: a@b.example\r\nTo: c@d.example\r\n";
  const cases: [string, string | undefined][] = [
    [`${head}\r\nHello`, undefined],
    [`${head}\r\n${"x".repeat(10_000_000)}`, "mail_too_large"],
    [`${head}\r\nNUL \0`, "mail_has_nul"],
    [`${"X-A: b\r\n".repeat(100_000)}\r\n`, "mail_header_too_large"],
    [`${"X-A: b\r\n".repeat(600)}\r\n`, "mail_header_too_large"],
    [`${head}X-A: b\r\n${" c\r\n".repeat(4_000)}\r\n`, "mail_header_too_large"],
    [`${head}X-A: ${"b".repeat(200_000)}`, "mail_header_too_large"],
    [`${head}${"DKIM-Signature: v=1\r\n".repeat(11)}\r\n`, "mail_too_many_signatures"],
    [`${head}DKIM-Signature: h=${"from:".repeat(4_000)}\r\n\r\n`, "mail_too_many_signatures"],
    [`${head}\r\n${"--x\r\n\r\n".repeat(100_000)}`, "mail_too_many_lines"],
    [`${head}\r\n${"\r".repeat(100_000)}`, "mail_too_many_lines"],
  ];
  for (const [mail, code] of cases) {
    assert.equal(whatExceedsLimits(Buffer.from(mail))?.reasons[0]?.code, code);
  }
});

test("a header ends with the first empty line", () => {
  for (const [mail, header, body] of [
    ["A: b\r\n\r\nc\n\nd", "A: b\r\n", "c\n\nd"],
    ["A: b\n\nc\r\n\r\nd", "A: b\n", "c\r\n\r\nd"],
    ["A: b\r\n", "A: b\r\n", ""],
    ["\r\nc", "", "c"],
    ["", "", ""],
  ] as const) {
    assert.equal(headerBlock(Buffer.from(mail)).toString(), header);
    assert.equal(bodyOf(Buffer.from(mail)).toString(), body);
  }
});

test("what copying puts above a mail is taken off", () => {
  const copied = Buffer.from("\ufeff\r\n\nFrom a@b Thu Nov 19\nFrom: c@d.example\n");
  assert.equal(withoutCopyingTraces(copied).toString(), "From: c@d.example\n");
});
