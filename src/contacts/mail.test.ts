import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { checkMail } from "./mail.ts";
import {
  check,
  codes,
  compose,
  context,
  edwards,
  expectImitation,
  expectNotOurs,
  sign,
  strangers,
  weak,
} from "./mail-drafts.ts";
import { looksLikeRawMail } from "./mail-traces.ts";

test("a mail that the firm signed is ours", async () => {
  const finding = await check(await sign(compose()));
  assert.equal(finding.verdict, "ours", JSON.stringify(finding.reasons));
  assert.equal(finding.readAs, "noreply@larkmoor.example");
  assert.deepEqual(finding.reasons[0], {
    code: "mail_proven",
    values: { domain: "larkmoor.example" },
  });
  const technical = finding.reasons.find(({ code }) => code === "mail_authentication");
  assert.deepEqual(technical?.values, { dkim: "pass", spf: "none", dmarc: "pass", arc: "none" });
});

test("both kinds of key and both ways of canonicalising count", async () => {
  for (const signing of [
    { canonicalization: "simple/simple" },
    { canonicalization: "relaxed/simple", selector: "edwards", key: edwards },
  ]) {
    assert.equal((await check(await sign(compose(), signing))).verdict, "ours");
  }
});

test("a genuine mail that is sent again tells whom it was for, and when", async () => {
  const later = new Date("2027-02-01T00:00:00Z");
  const finding = await check(await sign(compose()), { now: later });
  assert.equal(finding.verdict, "ours");
  const values = (code: string) => finding.reasons.find((reason) => reason.code === code)?.values;
  assert.deepEqual(values("mail_written_to"), { address: "client@home.example" });
  assert.deepEqual(values("mail_is_old"), { day: "2026-11-19" });
});

test("line ends that copying changed don't matter", async () => {
  const mail = (await sign(compose())).replaceAll("\r\n", "\n");
  assert.equal((await check(`\n\nFrom x Thu Nov 19 10:00:00 2026\n${mail}`)).verdict, "ours");
});

test("a subdomain's mail may be signed by the domain above it", async () => {
  const mail = compose({ from: "news@mail.larkmoor.example" });
  assert.equal((await check(await sign(mail))).verdict, "ours");
});

test("our address on a mail without a signature proves nothing", async () => {
  const finding = await expectNotOurs(compose(), "mail_not_signed");
  assert.ok(codes(finding).includes("sender_not_proven"));
});

test("a mailing list's footer breaks the signature, and the forwarding is told", async () => {
  const mail = `ARC-Seal: i=1; a=rsa-sha256; d=lists.example; s=a; cv=none; b=AAAA\r\n${await sign(compose())}`;
  const finding = await expectNotOurs(`${mail}-- \r\nThe list's footer\r\n`, "signature_broken");
  assert.ok(codes(finding).includes("mail_forwarded"));
});

test("somebody else's good signature doesn't make a mail ours", async () => {
  const signed = await sign(compose(), { domain: "bulk.example", key: strangers });
  await expectNotOurs(signed, "signed_by_other");
});

test("a mail of a stranger is a stranger's, however well it is signed", async () => {
  const mail = compose({ from: "Shop <hello@shop.example>", body: "Hello." });
  await expectNotOurs(
    await sign(mail, { domain: "shop.example", key: strangers }),
    "sender_not_ours",
  );
  await expectNotOurs(await sign(mail), "sender_not_ours");
});

test("a look-alike domain that signs for itself imitates us", async () => {
  const mail = compose({ from: "Support <help@larkmoor-support.example>" });
  const signed = await sign(mail, { domain: "larkmoor-support.example", key: strangers });
  const finding = await expectImitation(signed, "sender_not_ours");
  assert.equal(finding.imitates, "larkmoor.example");
});

test("our name or address shown over another address imitates us", async () => {
  for (const name of [
    "Larkmoor Support",
    "=?utf-8?q?noreply=40larkmoor=2Eexample?=",
    '"noreply@larkmoor.example"',
    '"larkmoor.example security"',
  ]) {
    await expectImitation(compose({ from: `${name} <a@evil.example>` }), "display_name_imitates");
  }
});

test("our domain in the local part or as a subdomain of another imitates us", async () => {
  await expectImitation(compose({ from: "larkmoor.example@evil.example" }), "sender_not_ours");
  await expectImitation(compose({ from: "a@larkmoor.example.evil.example" }), "sender_not_ours");
});

test("two authors are none", async () => {
  const signed = await sign(compose());
  await expectImitation(`From: a@evil.example\r\n${signed}`, "from_twice");
  await expectImitation(`${compose({ headers: ["From: a@evil.example"] })}`, "from_twice");
  const two = "noreply@larkmoor.example, a@evil.example";
  await expectImitation(await sign(compose({ from: two })), "several_senders");
});

test("an author that programs may read differently is never ours", async () => {
  for (const from of [
    "noreply@larkmoor.example (a@evil.example)",
    "<a@evil.example> <noreply@larkmoor.example>",
    '"a@evil.example" noreply@larkmoor.example',
    "Team: noreply@larkmoor.example;",
    "=?utf-8?q?noreply?=@larkmoor.example",
    "noreply@larkmoor.example\u0000@evil.example",
  ]) {
    const finding = await check(await sign(compose({ from })));
    assert.notEqual(finding.verdict, "ours", from);
  }
});

test("a header that could be read in two ways is never ours", async () => {
  const signed = await sign(compose());
  await expectNotOurs(`Subject : Call us\r\n${signed}`, "header_damaged");
  await expectNotOurs(`no colon here\r\n${signed}`, "header_damaged");
  await expectNotOurs(`Subject: Call +1 202 555 0100 now\r\n${signed}`, "header_repeated");
});

test("what was put in after signing is seen", async () => {
  const named = ["From", "To", "Date", "Content-Type"];
  await expectNotOurs(await sign(compose(), { headerList: named }), "header_not_signed");
  const withReply = `Reply-To: a@evil.example\r\n${await sign(compose(), { headerList: [...named, "Subject"] })}`;
  const finding = await expectNotOurs(withReply, "header_not_signed");
  assert.ok(codes(finding).includes("reply_goes_elsewhere"));
});

test("an unsigned content type must leave only one reading", async () => {
  const headerList = ["From", "Subject", "Date", "To"];
  const body = "--inner\r\nContent-Type: text/html\r\n\r\n<p>Call us</p>\r\n--inner--";
  const whole = compose({ type: "multipart/mixed; boundary=inner", body });
  assert.equal((await check(await sign(whole, { headerList }))).verdict, "ours");
  const quoting = compose({
    type: "multipart/mixed; boundary=inner",
    body: `You wrote:\r\n${body}`,
  });
  await expectNotOurs(await sign(quoting, { headerList }), "header_not_signed");
  await expectNotOurs(
    await sign(compose({ type: "text/html" }), { headerList }),
    "header_not_signed",
  );
});

test("a signature over a part of the body proves nothing", async () => {
  const signed = await sign(compose(), { maxBodyLength: 20 });
  await expectNotOurs(`${signed}Call +1 202 555 0100 now.\r\n`, "signature_partial");
});

test("signatures that ran out, are weak, on trial or without a key prove nothing", async () => {
  const expired = await sign(compose(), { expires: new Date("2026-11-19T20:00:00Z") });
  const finding = await expectNotOurs(expired, "signature_expired");
  const reason = finding.reasons.find(({ code }) => code === "signature_expired");
  assert.equal(reason?.values?.day, "2026-11-19");
  await expectNotOurs(await sign(compose(), { selector: "weak", key: weak }), "signature_weak");
  await expectNotOurs(await sign(compose(), { selector: "trial" }), "signature_unusable");
  await expectNotOurs(await sign(compose(), { selector: "gone" }), "signature_key_missing");
  await expectNotOurs(await sign(compose(), { key: strangers }), "signature_broken");
});

test("no answer from the DNS is never ours", async () => {
  const signed = await sign(compose());
  const resolver = async () => {
    throw Object.assign(new Error("servfail"), { code: "ESERVFAIL" });
  };
  await expectNotOurs(signed, "no_dns_answer", { resolver });
});

test("only names of the firm's own are looked up", async () => {
  const asked: string[] = [];
  const received =
    "Received: from a.example (a.example [192.0.2.7]) by mx.home.example; Thu, 19 Nov 2026 10:00:00 +0000";
  const path = "Return-Path: <noreply@larkmoor.example>";
  const bulk = await sign(compose(), { domain: "bulk.example", key: strangers });
  const finding = await check(`${path}\r\n${received}\r\n${await sign(bulk)}`, { asked });
  assert.equal(finding.verdict, "ours");
  assert.ok(asked.includes("news._domainkey.larkmoor.example"));
  assert.ok(
    asked.every((name) => name.endsWith("larkmoor.example")),
    asked.join(),
  );
  const technical = finding.reasons.find(({ code }) => code === "mail_authentication");
  assert.equal(technical?.values?.spf, "pass");
  asked.length = 0;
  await check(await sign(compose({ from: "a@evil.example" })), { asked });
  assert.deepEqual(asked, []);
});

test("a link that hides where it leads imitates us, except in a proven mail", async () => {
  const body = '<p>Sign in at <a href="https://evil.example/x">larkmoor.example</a></p>';
  const mail = compose({ type: "text/html", body });
  const finding = await expectImitation(mail, "link_hides_target");
  assert.equal(finding.imitates, "larkmoor.example");
  const genuine = await check(await sign(mail));
  assert.equal(genuine.verdict, "ours");
  assert.ok(codes(genuine).includes("leads_elsewhere"));
});

test("a genuine mail that leads to an imitation of us is not called ours", async () => {
  const body = "See https://larkmoor-login.example/x";
  const finding = await check(await sign(compose({ body })));
  assert.equal(finding.verdict, "imitates_us");
  assert.ok(codes(finding).includes("holds_something_worse"));
});

test("hostile mail is unreadable", async () => {
  const large = await check(`From: a@b.example\r\n\r\n${"x".repeat(10_000_000)}`);
  assert.deepEqual([large.verdict, codes(large)], ["unreadable", ["mail_too_large"]]);
  const nested = await check("Content-Type: message/rfc822\r\n\r\n".repeat(10_000));
  assert.deepEqual([nested.verdict, codes(nested)], ["unreadable", ["mail_too_many_parts"]]);
});

test("a word put anywhere into a genuine mail's text makes it not ours", async () => {
  const mail = await sign(compose());
  const body = mail.indexOf("\r\n\r\n") + 4;
  const word = fc.stringMatching(/^[!-~]{1,20}$/);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: body, max: mail.length }), word, async (at, word) => {
      const changed = await check(mail.slice(0, at) + word + mail.slice(at));
      assert.notEqual(changed.verdict, "ours");
    }),
  );
});

test("any bytes get an answer, and it is never ours", async () => {
  const pieces = fc.constantFrom(
    "From: noreply@larkmoor.example\r\n",
    "From:",
    "DKIM-Signature: v=1; a=rsa-sha256; d=larkmoor.example; s=news; h=from; bh=; b=AAAA\r\n",
    "ARC-Seal: i=1; d=x.example; cv=none\r\n",
    "Content-Type: multipart/mixed; boundary=b\r\n",
    "Content-Type: message/rfc822\r\n",
    "\r\n",
    "--b\r\n",
    "<a href='x'>",
    "=?utf-8?q?=ff?=",
  );
  const bytes = fc
    .array(fc.oneof(pieces.map(Buffer.from), fc.uint8Array({ maxLength: 40 })), { maxLength: 12 })
    .map((parts) => Buffer.concat(parts));
  await fc.assert(
    fc.asyncProperty(bytes, async (raw) => {
      const finding = await checkMail(raw, context());
      assert.notEqual(finding.verdict, "ours");
    }),
  );
});

test("a mail is told from words of a mail", async () => {
  assert.ok(looksLikeRawMail(compose()));
  assert.ok(looksLikeRawMail(await sign(compose())));
  assert.ok(looksLikeRawMail("\nReceived: from a\n\tby b\nFrom: c@d.example\nSubject: x\n\nHello"));
  assert.ok(!looksLikeRawMail("From: the support team\n\nPlease call us."));
  assert.ok(!looksLikeRawMail("Hello, to: you"));
});
