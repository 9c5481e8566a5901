import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { english } from "#platform";
import { createChecker } from "./check.ts";
import { readDirectory } from "./directory.ts";
import { readDirectoryFile } from "./directory-files.ts";
import { explain } from "./explain.ts";
import type { Verdict } from "./verdict.ts";

const now = new Date("2026-11-20T12:00:00Z");
const larkmoor = await readDirectoryFile(
  new URL("../../examples/larkmoor.directory.json", import.meta.url),
);
const checker = createChecker(larkmoor);

const expected: readonly [input: string, verdict: Verdict, reason: string][] = [
  ["larkmoor.example", "ours", "listed_site"],
  ["LARKMOOR.EXAMPLE", "ours", "listed_site"],
  ["help.larkmoor.example", "ours", "listed_subdomain"],
  ["https://larkmoor.example/withdraw?id=1", "ours", "link_may_approve"],
  ["http://larkmoor.example/", "ours", "link_not_encrypted"],
  ["https://larkmoor.example:8443/", "not_ours", "link_other_port"],
  ["https://shop.example/larkmoor.example", "not_ours", "name_behind_host"],
  ["https://somebody@larkmoor.example/", "not_ours", "name_before_at"],
  ["https://larkmoor.example@shop.example/", "imitates_us", "name_before_at"],
  ["larkmoor.example:443@shop.example", "imitates_us", "name_before_at"],
  ["https://larkmoor-exchange.example:8443", "was_ours", "was_ours_until"],
  ["larkmoor-login.pages.dev", "imitates_us", "carries_our_name"],
  ["larkmo0r.example", "imitates_us", "digits_for_letters"],
  ["LARKM00R", "imitates_us", "digits_for_letters"],
  ["@larkmoor_support", "imitates_us", "carries_our_name"],
  ["larkmoor@mail.shop.example", "imitates_us", "our_name_before_at"],
  ["larkmoor-exchange.example", "was_ours", "was_ours_until"],
  ["lark-help.example", "reported", "reported_on"],
  ["login.lark-help.example", "reported", "reported_on"],
  ["+1 202 555 0100", "ours_inbound_only", "listed_phone_inbound_only"],
  ["(202) 555-0100", "ours_inbound_only", "listed_phone_inbound_only"],
  ["020 7946 0158", "ours_never_proof", "listed_phone"],
  ["+1 202 555 0142", "was_ours", "was_ours_until"],
  ["+1 202 555 0177", "reported", "reported_on"],
  ["+1 202 555 0101", "imitates_us", "neighbour_number"],
  ["+49 30 123456", "not_ours", "not_listed_phone"],
  ["tel:+12025550100;phone-context=x", "unreadable", "phone_link_unsafe"],
  ["noreply@larkmoor.example", "ours_never_proof", "listed_email"],
  ["anybody@mail.larkmoor.example", "ours_never_proof", "listed_email"],
  ["ceo@help.larkmoor.example", "not_ours", "site_without_mail"],
  ["somebody@shop.example", "not_ours", "not_listed_email"],
  ["@larkmoor", "ours_never_proof", "listed_handle_on"],
  ["https://x.com/larkmoor", "ours", "listed_handle"],
  ["https://x.com/larkmoor/status/1", "not_ours", "handle_link_deeper"],
  ["https://t.me/larkmoor", "imitates_us", "handle_other_network"],
  ["https://t.me/larkmoor_group", "was_ours", "was_ours_until"],
  ["https://wa.me/12025550100", "imitates_us", "number_not_on_whatsapp"],
  ["@lrkmr_desk", "reported", "reported_on"],
  ["https://x.com/lar\u212amoor", "imitates_us", "carries_our_name"],
  ["LARKMOOR", "ours_never_proof", "listed_sender"],
  ["88022", "not_ours", "not_listed_sender"],
  ["com.example.larkmoor", "ours_never_proof", "listed_app_id"],
  ["https://play.google.com/store/apps/details?id=com.example.larkmoor", "ours", "listed_app"],
  [
    "Larkmoor, 1 Example Street,\nLondon, United Kingdom",
    "ours_never_proof",
    "listed_postal_address",
  ],
  ["Please call +1 202 555 0100", "ours_inbound_only", "message_proves_nothing"],
  ["Please open https://larkmoor.example", "ours_never_proof", "message_proves_nothing"],
  ["Please open https://larkmoor.example or lark-help.example now", "reported", "worst_part"],
  ["Please reply with your password at https://larkmoor.example", "not_ours", "asks_never_asked"],
  ["Good morning, how are you today?", "not_ours", "nothing_found"],
  ["", "unreadable", "empty"],
  ["larkmoor\0.example", "unreadable", "not_text"],
  ["larkmoor\ud800.example", "unreadable", "not_text"],
  ["larkmoor.example ".repeat(100_000), "unreadable", "too_long"],
];

for (const [input, verdict, reason] of expected) {
  test(`${JSON.stringify(input).slice(0, 80)} is ${verdict}: ${reason}`, () => {
    const finding = checker.check(input, now);
    assert.equal(finding.verdict, verdict);
    assert.ok(
      finding.reasons.some(({ code }) => code === reason),
      JSON.stringify(finding.reasons),
    );
    const { reasons } = explain(finding, english);
    assert.ok(reasons.every(({ text }) => text !== "" && !text.includes("{")));
  });
}

test("an expired directory says of nothing that it is ours, nor of anything else", () => {
  const over = createChecker({ ...larkmoor, expires_at: "2026-11-20T12:00:00Z" });
  for (const [input, verdict] of expected) {
    const found = over.check(input, now);
    if (verdict === "unreadable") assert.equal(found.verdict, "unreadable");
    else
      assert.deepEqual([found.verdict, found.reasons[0]?.code], ["not_ours", "directory_expired"]);
  }
});

test("a contact whose time hasn't come isn't ours yet", () => {
  const directory = readDirectory({
    firm: "Larkmoor",
    brands: ["larkmoor"],
    contacts: [{ type: "domain", value: "larkmoor.example", valid_from: "2026-12-01" }],
  });
  const finding = createChecker(directory).check("larkmoor.example", now);
  assert.deepEqual([finding.verdict, finding.reasons[0]?.code], ["not_ours", "not_yet_ours"]);
});

test("a contact that the directory reports as a fake is one, and our own isn't", () => {
  const reported = [{ type: "phone" as const, value: "+49 30 123456", reported_on: "2026-11-19" }];
  const reporting = createChecker({ ...larkmoor, reported });
  assert.equal(reporting.check("+1 202 555 0100", now).verdict, "ours_inbound_only");
  assert.equal(reporting.check("+49 30 123456", now).verdict, "reported");
});

test("a raw mail isn't judged without its seals", async () => {
  const mail = "From: noreply@larkmoor.example\nTo: you@shop.example\nSubject: hi\n\nhello";
  assert.equal(checker.check(mail, now).reasons[0]?.code, "mail_needs_reading");
  const finding = await checker.checkAny(mail, now);
  assert.equal(finding.kind, "raw_mail");
  assert.notEqual(finding.verdict, "ours");
});

test("no number, sender, address or message typed alone is ever proof", () => {
  const kinds = new Set(["phone", "sms_sender", "email", "message", "postal_address", "unknown"]);
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (text) => {
      const finding = checker.check(text, now);
      assert.ok(finding.verdict !== "ours" || !kinds.has(finding.kind));
    }),
  );
});

test("what is typed around our domain never makes a stranger's site ours", () => {
  const piece = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(piece, (text) => {
      const finding = checker.check(`https://larkmoor.example${text}.evil.example/`, now);
      if (finding.verdict !== "ours") return;
      const { hostname } = new URL(`https://larkmoor.example${text}.evil.example/`);
      assert.match(hostname, /(?:^|\.)larkmoor\.example\.?$/);
    }),
  );
});
