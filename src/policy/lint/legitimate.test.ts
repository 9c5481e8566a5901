import assert from "node:assert/strict";
import { test } from "node:test";
import { lintSample } from "./sample-material.ts";

/** What a good help centre says: warnings, refusals, quotes of scammers, and instructions on our own pages. */
const legitimate = [
  "We will never ask for your password, your two-factor code or your seed words.",
  "Never give anyone your two-factor code, not even us.",
  "Nobody at Larkmoor will ask you to turn off a protection.",
  "If a caller asks you to remove your passkey, hang up.",
  "A scammer may tell you to turn off your settings lock “for a test”.",
  "“Please read me the code we just sent you” is what a thief says.",
  "Type your password only on our own sign-in page.",
  "Enter your two-factor code when you sign in.",
  "Do not share your screen with somebody who phoned you.",
  "Uninstall AnyDesk and every other program that the caller had you install.",
  "If you told someone your code, change your password at once.",
  "Remove every device that you do not recognise.",
  "Remove the passkey of the phone that you lost.",
  "You do not have to turn off the settings lock to upload documents.",
  "The settings lock stays on while you upload your documents.",
  "You can turn off the settings lock yourself; it opens when its wait is over.",
  "To remove a passkey, open Security and choose it.",
  "Turn on two-factor authentication and add a second passkey.",
  "Give us your public account id, which is not a secret.",
  "Leave an e-mail address in the contact form where we can answer you.",
  "Do not type your username into the support form.",
  "What a scammer says:\n\n- Turn off your settings lock.\n- Send us your seed words.\n- Read me the code.\n",
  "We never ask you to:\n\n- send us your password\n- turn off your settings lock\n- share your screen\n",
  "Never:\n\n- give anybody your code\n- install a program for a caller\n",
  "We call only when you asked, and an e-mail confirms the time.",
  "We never call unless you asked us to.",
  "We never call you out of the blue.",
  "We never call to ask for a code.",
  "We do not call before the time in the e-mail.",
  "Write to care@larkmoor.example if you are in doubt.",
  "Ask us on X at @larkmoor_help.",
  "Our pages stand at larkmoor.example and nowhere else.",
  "Scammers use names such as larkmoor-help.test and help@larkmoor-care.test.",
  "larkmoor-login.test is not ours.",
  "Our mail comes from @larkmoor.example, @mail.larkmoor.example and @news.larkmoor.example.",
  "You can lock your account at once with your passkey.",
  "Nobody can lock your account with only your e-mail address.",
  "Sign in and choose Lock account; you can undo it with your passkey.",
  "A lock from the chat can be taken back: anyone can ask for it with your account e-mail, and you undo it by signing in.",
  "A genuine e-mail may hold your name, but your name proves nothing.",
  "A caller who knows your date of birth is not therefore from us.",
  "Knowing your postcode proves nothing, because personal facts get stolen.",
  "Scammers know your name and your balance from a leak.",
  "Send a letter that shows your name and your home address, no older than three months.",
  "Use your full name, exactly as on your passport.",
  "We tell you of every change by e-mail, in the app and on every device.",
  "A security notice never goes by e-mail only.",
  "An e-mail confirms the time of the call.",
  "The device approval link works for 20 minutes.",
  "If you get a security notice that you did not expect, lock your account.",
  "The new address waits for 12 hours, or 24 hours without a strong factor.",
  "On 2026-11-20 we changed 1,000,000 lines; the case number is 2026 11 20.",
  "Ask yourself why a caller would need your code.",
  "Tell us what happened, when, and what you saw.",
  "Send us the message that you got, but never your password.",
  "Keep your seed words on paper, where only you can reach them.",
  "Change your password on the security page.",
  "Check the address before you enter your password.",
  "Whoever asks for your master key is a scammer.",
  "Report the call to us, and say which code you gave away.",
];

test("sentences of a good help centre are left alone", () => {
  const policy = { firm: "Larkmoor", calls: "only_when_asked" };
  for (const text of legitimate) {
    const rules = lintSample({ articles: { page: text }, policy })
      .filter(({ rule }) => rule !== "policy-gap")
      .map(({ rule, why }) => `${rule}: ${why}`);
    assert.deepEqual(rules, [], text);
  }
});

test("there are at least 40 of them", () => assert.ok(legitimate.length >= 40));
