import assert from "node:assert/strict";
import { test } from "node:test";
import { check, compose, expectNotOurs, sign } from "./mail-drafts.ts";

// Header lines that a stranger adds to a genuine mail before sending it again.

const usual = ["From", "Subject", "Date", "To"];
const thief = "Reply-To: thief@evil.example";
const genuine = () => sign(compose(), { headerList: usual });

test("lines that decide where an answer goes must be sealed", async () => {
  const mail = await genuine();
  for (const line of [
    thief,
    "Sender: thief@evil.example",
    "Mail-Reply-To: thief@evil.example",
    "Mail-Followup-To: thief@evil.example",
    "List-Unsubscribe: <https://evil.example/>",
    "List-Help: <https://evil.example/>",
    "Archived-At: <https://evil.example/>",
    "Resent-From: thief@evil.example",
    "Resent-Sender: thief@evil.example",
    "Cc: thief@evil.example",
    'Content-Disposition: attachment; filename="call-18885550199.txt"',
    "Content-Disposition: inline; filename=call-18885550199.txt",
    "Content-Location: https://evil.example/",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
  ]) {
    await expectNotOurs(mail.replace("\r\nTo:", `\r\n${line}\r\nTo:`), "header_not_signed");
  }
});

test("lines that change nothing that a person reads may be added on the way", async () => {
  const mail = await genuine();
  for (const line of ["Content-Disposition: inline", "Feedback-ID: a", "X-Mailer: ours"]) {
    const added = mail.replace("\r\nTo:", `\r\n${line}\r\nTo:`);
    assert.equal((await check(added)).verdict, "ours", line);
  }
});

test("a line of resending or of an attachment that the firm sealed is its own", async () => {
  const headers = ["List-Help: <https://larkmoor.example/help>"];
  const sealed = await sign(compose({ headers }), { headerList: [...usual, "List-Help"] });
  assert.equal((await check(sealed)).verdict, "ours");
  await expectNotOurs(
    sealed.replace("\r\nTo:", "\r\nList-Help: <https://evil.example/>\r\nTo:"),
    "header_not_signed",
  );
});
