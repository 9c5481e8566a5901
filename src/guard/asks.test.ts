import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { findAsks } from "./asks.ts";
import { type NeverAskId, neverAskIds } from "./never-ask.ts";

const asking: [sentence: string, items: NeverAskId[]][] = [
  ["Please send us your password.", ["password"]],
  ["Send us your name and your password.", ["password"]],
  ["Reply to this e-mail with your two-factor code.", ["two_factor_code"]],
  ["Tell our agent the six-digit code.", ["two_factor_code"]],
  ["Can you read out the code we just sent you?", ["two_factor_code"]],
  ["What is your password?", ["password"]],
  ["Could I have your username, please?", ["username"]],
  ["We need your username to find your account.", ["username"]],
  ["Our agent will ask you for your device approval code.", ["device_approval_code"]],
  ["You will be asked to give your seed phrase.", ["wallet_secret"]],
  ["Type your password in the chat.", ["password"]],
  ["Enter your username in the support form.", ["username"]],
  ["To verify your wallet, share your 12 words with our support team.", ["wallet_secret"]],
  ["Don't worry, just tell us your code.", ["two_factor_code"]],
  ["Do not hesitate to share your password with us.", ["password"]],
  ["Never share your password with anyone except our support team.", ["password"]],
  ["Only share your code with our support team.", ["two_factor_code"]],
  ["Paste your private key into the ticket.", ["wallet_secret"]],
  ["Confirm your master key to our agent.", ["master_key"]],
  ["Have your password ready when you call us.", ["password"]],
  ["If the upload fails, try turning off your settings lock and try again.", ["weaken_security"]],
  ["Disable your two-factor authentication before you contact us.", ["weaken_security"]],
  ["You should temporarily remove your passkey.", ["weaken_security"]],
  ["Please switch your antivirus off.", ["weaken_security"]],
  ["We ask you to unlock your settings lock first.", ["weaken_security"]],
  ["Install AnyDesk so that our agent can help you.", ["remote_access"]],
  ["Let our agent control your computer.", ["remote_access"]],
  ["Share your screen with the specialist.", ["remote_access"]],
  ["You must give your agent remote access.", ["remote_access"]],
  ["Forward us the device approval link.", ["device_approval_code"]],
  ["Open the chat and send us your password.", ["password"]],
  ["Tell us your wallet address and seed words.", ["wallet_secret"]],
  ["If you cannot sign in, send us your username and password.", ["password", "username"]],
  ["To recover your account send us your recovery phrase.", ["wallet_secret"]],
  [
    "If the document is refused, you can turn off the lock and upload it again.",
    ["weaken_security"],
  ],
  ["The quickest way to get help is to send us your password.", ["password"]],
  ["You can speed this up by sending us your backup codes.", ["two_factor_code"]],
  ["Turn off your firewall.", ["weaken_security"]],
  ["Email your private keys to support.", ["wallet_secret"]],
  ["Change your security settings as the specialist tells you.", ["weaken_security"]],
];

const harmless = [
  "Never give your password to anybody.",
  "We will never ask for your password.",
  "We will never, under any circumstances, ask for your password.",
  "Do not share, send or read out your code.",
  "Enter your password on the sign-in page.",
  "Enter your two-factor code when you sign in.",
  "If someone asks you for your password, hang up.",
  "Anyone who asks for your code is a scammer.",
  "A scammer asks you to give your seed phrase.",
  "Someone claiming to be from our support team asks you for your code.",
  "An agent who asks for your password is not one of ours.",
  "If you gave your password to a caller, change it at once.",
  '"Please read me your code" is what a scammer says.',
  "They say: send us your password or you lose your money.",
  "A caller may say that you must turn off your settings lock.",
  "Use a password manager.",
  "Send us a ticket and change your password.",
  "Tell us what you gave away.",
  "No Larkmoor agent will ask you to remove a protection.",
  "To remove a passkey, open Security.",
  "Remove a lost passkey.",
  "Remove any passkey that you do not recognise.",
  "You can turn off the settings lock at any time; it opens after its wait.",
  "Share your password with nobody.",
  "Tell us whether you gave your password to the caller.",
  "Never install AnyDesk for somebody who phones you.",
  "Uninstall AnyDesk.",
  "Send your coins to the wallet address shown in your account.",
  "Send us your ticket number, but never your password.",
  "Add a withdrawal address and confirm it by e-mail.",
  "Turn on two-factor authentication.",
  "Set a master key and keep it apart from your sign-in.",
  "The code comes from your authenticator.",
  "Withdrawals wait for 24 hours after you turn off two-factor authentication.",
  "Do not let anyone tell you to turn off your settings lock.",
  "We do not ask you to send your documents by e-mail.",
  "Hang up, even if the caller knows your username.",
  "Scammers phone you, tell you your password has leaked and ask for your code.",
  "The sign-in page asks for your password.",
  "Nobody at Larkmoor needs your seed phrase.",
  "Send us a screenshot of the page that asked for your password.",
  "If you shared your code, lock your account.",
  "You never have to give us your password.",
  "A fake e-mail tells you to send your recovery phrase.",
  "Don't wait: lock your account.",
  "Ask yourself why anyone needs your code.",
  "We ask for your password only when you sign in.",
  "Email addresses of ours end with larkmoor.example.",
  "Read our guide to a good password.",
  "Submit your password reset on the sign-in page.",
];

test("sentences that ask for a never-asked item are found, with the item", () => {
  for (const [sentence, items] of asking) {
    assert.deepEqual(
      findAsks(sentence)
        .map(({ item }) => item)
        .sort(),
      items,
      sentence,
    );
  }
});

test("warnings, our own sign-in page and a scammer's words are no asks", () => {
  for (const sentence of harmless) assert.deepEqual(findAsks(sentence), [], sentence);
});

test("every one of the eight items can be found", () => {
  const found = new Set(asking.flatMap(([, items]) => items));
  assert.deepEqual(
    neverAskIds.filter((id) => !found.has(id)),
    [],
  );
});

test("the words are quoted from the sentence as it stands", () => {
  const [ask] = findAsks(
    "Hi, \u201cAda\u201d! Reply with your e-mail \uff30\uff41\uff53\uff53\uff57\uff4f\uff52\uff44, please.",
  );
  assert.equal(ask?.item, "password");
  assert.equal(
    ask?.words,
    "Reply with your e-mail \uff30\uff41\uff53\uff53\uff57\uff4f\uff52\uff44",
  );
});

test("a refusal in front turns any request into a warning", () => {
  for (const item of ["password", "seed phrase", "username", "master key", "two-factor code"]) {
    assert.equal(findAsks(`Send us your ${item}.`).length, 1, item);
    assert.deepEqual(findAsks(`Never send us your ${item}.`), [], item);
    assert.deepEqual(findAsks(`We never ask you to send us your ${item}.`), [], item);
  }
});

test("a row of requests without an end is read to its end", () => {
  for (const row of ["send us your password and ", "turn off ", '"', "never, or send "]) {
    findAsks(row.repeat(20_000));
  }
  assert.equal(findAsks("send us your password and ".repeat(20_000)).length, 1);
});

test("any text comes out with known items and words of its own", () => {
  const pieces = fc.constantFrom(
    "send",
    "us",
    "your",
    "password",
    "never",
    ",",
    "and",
    "to",
    '"',
    "turn",
    "off",
    "lock",
    "e-mail",
    "\ud800",
    "ask",
    "for",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((list) => list.join(" ")),
      ),
      (text) => {
        for (const { item, words } of findAsks(text)) {
          assert.ok(neverAskIds.includes(item));
          assert.ok(words.length > 0 && text.includes(words));
        }
      },
    ),
  );
});
