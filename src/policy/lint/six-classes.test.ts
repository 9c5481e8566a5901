import assert from "node:assert/strict";
import { test } from "node:test";
import type { RuleId } from "./material.ts";
import { lintSample } from "./sample-material.ts";

/** Sentences as help centres have really had them, in words of our own, by the rule that has to find each. */
const contradictions: Partial<Record<RuleId, string[]>> = {
  "protection-off": [
    "If your document does not upload, try turning off your global settings lock and try again.",
    "Still an error? Disable your settings lock, upload the file and switch the lock on again.",
    "Please turn off two-factor authentication before you open a ticket.",
    "You will need to remove your passkey so that our team can look into it.",
    "Temporarily deactivate your antivirus while you upload.",
    "Our specialist may ask you to switch off your withdrawal allowlist.",
    "To let us help you, do the following:\n\n1. Open Security.\n2. Turn the settings lock off.\n",
    "We recommend removing your authenticator first.",
  ],
  "never-asked": [
    "Send us your username and we will find your account.",
    "To recover your account, enter your username and e-mail address in the support form.",
    "Enter the e-mail address of your account in the contact form.",
    "Our agent will ask you for the six-digit code.",
    "Reply to this e-mail with your password.",
    "Have your two-factor code ready when you call us.",
    "Please send us:\n\n- your full name\n- your password\n",
    "Share your recovery phrase with our support team only.",
    "Tell the specialist your master key.",
    "Download AnyDesk and let our agent control your computer.",
    "Forward the device approval link to us.",
    "We need your wallet address and your private key.",
    "If you cannot sign in, tell us your username in the chat.",
  ],
  "contacts-differ": [
    "Write to help@larkmoor-support.example and we will answer.",
    "Our site is larkmoor.test and nothing else.",
    "Message @larkmoor_care on X for quick help.",
    "Mail from @alerts.larkmoor.example is always from us.",
    "Our mail comes from @larkmoor.example and @mail.larkmoor.example.",
  ],
  "act-without-proof": [
    "Give the live chat your account e-mail address and it locks your account.",
    "Anyone who knows the e-mail address can lock the account.",
    "You can close your account without signing in.",
    "To freeze withdrawals, all we need is your e-mail address.",
    "We reset your account with no questions asked: your username is enough.",
    "You do not need to sign in to delete your account.",
  ],
  "personal-data-as-proof": [
    "A genuine e-mail always contains at least one fact about you, such as your name or part of your postcode.",
    "Our e-mails always address you by your full name.",
    "If the caller knows your date of birth, it is really us.",
    "You can be sure it is us because we know your account number.",
    "Our agent proves who we are by telling you your last four digits.",
    "Recognise a genuine message by your name at the top.",
  ],
  "one-channel": [
    "We send security notices by e-mail only.",
    "The bypass code is sent to your e-mail address.",
    "Every unlock request is mailed to you at once: the security notice goes only to your mailbox by e-mail.",
    "When your password changes, we tell you by SMS only.",
    "A recovery code arrives by text message.",
  ],
};

for (const [rule, texts] of Object.entries(contradictions)) {
  test(`${rule} finds what help centres really wrote`, () => {
    for (const text of texts) {
      const found = lintSample({ articles: { page: text } });
      assert.ok(
        found.some((finding) => finding.rule === rule),
        `${rule}: ${text}`,
      );
    }
  });
}

test("calls-denied finds a page that says we never call, when the policy says that we do", () => {
  const policy = { firm: "Larkmoor", calls: "only_when_asked" };
  for (const text of [
    "We never call our clients.",
    "Larkmoor does not offer support by phone, and we do not phone anyone.",
    "There is no phone support.",
    "Our agents will never call you.",
  ]) {
    const rules = lintSample({ articles: { page: text }, policy }).map(({ rule }) => rule);
    assert.ok(rules.includes("calls-denied"), text);
    const never = { firm: "Larkmoor", calls: "never" };
    const without = lintSample({ articles: { page: text }, policy: never }).map(({ rule }) => rule);
    assert.ok(!without.includes("calls-denied"), text);
  }
});

test("a finding names the file, the line, the sentence, why and what to do", () => {
  const body = "First line.\n\nA calm\nsentence. Turn off\nyour settings lock.\n";
  const [finding, ...more] = lintSample({ articles: { page: body } });
  assert.equal(more.length, 0);
  assert.equal(finding?.file, "content/help/en/page.md");
  assert.equal(finding?.line, 8);
  assert.equal(finding?.sentence, "Turn off your settings lock.");
  assert.match(finding?.why ?? "", /Turn off your settings lock/);
  assert.ok((finding?.remedy.length ?? 0) > 20);
});
