import assert from "node:assert/strict";
import { test } from "node:test";
import { lintSample } from "./sample-material.ts";

const closing = { closing: "Code: {code}. Check it at {check}." };
const notice = {
  topic: "security",
  subject: "A passkey was added",
  loosens: true,
  parameters: { when: "moment" },
  links: { not_me: "lock" },
  body: "A passkey was added on {when}.\n\nIf this was not you, lock your account:\n{not_me}",
};

function rulesFor(notices: Record<string, object>): string[] {
  const policy = { firm: "Larkmoor", calls: "only_when_asked" };
  const findings = lintSample({ notices, policy });
  return findings.map(({ rule }) => rule).filter((rule) => rule !== "policy-gap");
}

test("a notice with a code, its places and a link that locks is left alone", () => {
  assert.deepEqual(rulesFor({ "en/closing": closing, "en/passkey_added": notice }), []);
});

test("a notice that breaks a law of links, places or codes is named", () => {
  const wrong: [object, string][] = [
    [{ links: {}, body: "A passkey was added on {when}." }, "notice-link"],
    [{ body: `${notice.body} Or open https://larkmoor.example.` }, "notice-link"],
    [{ body: `${notice.body} Hello {name}.` }, "notice-place"],
    [{ body: `${notice.body} {when, plural}` }, "notice-place"],
    [{ parameters: { when: "moment", device: "device" } }, "notice-place"],
    [{ body: `${notice.body}\n\nSend us your password.` }, "never-asked"],
    [
      { body: `${notice.body}\n\nThis is genuine because it has your name.` },
      "personal-data-as-proof",
    ],
    [{ body: `${notice.body} Call +1 303 200 0100.` }, "phone-elsewhere"],
  ];
  for (const [change, rule] of wrong) {
    const found = rulesFor({ "en/closing": closing, "en/one": { ...notice, ...change } });
    assert.ok(found.includes(rule), `${JSON.stringify(change)}: ${found}`);
  }
  assert.deepEqual(rulesFor({ "en/one": notice }), ["notice-code"]);
  const silent = { closing: "Check it at {check}." };
  assert.deepEqual(rulesFor({ "en/closing": silent, "en/one": notice }), ["notice-code"]);
  const german = { ...notice, body: "{not_me}", parameters: {} };
  const both = { "en/closing": closing, "en/one": notice, "de/closing": closing };
  assert.deepEqual(rulesFor({ ...both, "de/one": german }), ["notice-place"]);
});

test("nobody's own words fit into a notice, and no link that does more", () => {
  for (const change of [
    { parameters: { when: "text" } },
    { links: { not_me: "sign_in" } },
    { topic: "prizes" },
  ]) {
    assert.throws(() => rulesFor({ "en/one": { ...notice, ...change } }), /parameters|links|topic/);
  }
});
