import assert from "node:assert/strict";
import { test } from "node:test";
import { isWritten, seedForms, seedLanguages, seedPhrase } from "#test";
import { placeholderOf, removeSecrets } from "./index.ts";

const removed = placeholderOf("seed_phrase");

test("a seed phrase goes in every language, however it is written down", () => {
  for (const language of seedLanguages) {
    for (const [form, write] of Object.entries(seedForms)) {
      if (!isWritten(form, language)) continue;
      for (const number of [0, 2, 4]) {
        const text = write(seedPhrase(language, number), number * 2 + 1);
        const { secrets, redacted } = removeSecrets(text);
        assert.equal(secrets.length, 1, `${language} ${form} ${number}: ${text} -> ${redacted}`);
        assert.equal(secrets[0]?.type, "seed_phrase");
        assert.ok(redacted.includes(removed));
      }
    }
  }
});

test("nothing of a phrase with one word wrong is left", () => {
  for (let number = 0; number < 12; number++) {
    for (const form of ["plain", "mistyped", "missing", "reversed"]) {
      const text = seedForms[form]?.(seedPhrase("english", number * 5), number) ?? "";
      assert.equal(removeSecrets(text).redacted, removed, `${form}: ${text}`);
    }
  }
});

test("a phrase that stands twice goes twice, as in a mail's subject and its text", () => {
  const phrase = "grab pledge goddess crawl wonder caught pet royal champion umbrella essay exist";
  for (const text of [
    `${phrase}\n\n${phrase}`,
    `Subject: ${phrase}\n\nHello, my phrase is ${phrase} thank you`,
    [phrase, phrase, phrase].join("\n"),
  ]) {
    const { redacted } = removeSecrets(text);
    for (const word of phrase.split(" ")) assert.ok(!redacted.includes(word), redacted);
  }
});

test("the words that a phrase stands in stay", () => {
  const phrase = seedPhrase("english", 1).join(" ");
  const { redacted } = removeSecrets(`Hello, my recovery phrase is ${phrase}. Please help me!`);
  assert.equal(redacted, `Hello, my recovery phrase is ${removed}. Please help me!`);
  const known = `${"abandon ".repeat(11)}about`;
  assert.equal(removeSecrets(known).redacted, removed);
});

test("a phrase over several messages goes with the one that completes it, and the others are named", () => {
  const words = seedPhrase("spanish", 0);
  const before = ["Hola", words.slice(0, 5).join(" "), words.slice(5, 9).join(" ")];
  const split = removeSecrets(words.slice(9).join(" "), { before });
  assert.deepEqual([split.redacted, split.shred], [removed, [1, 2]]);
  const single = seedPhrase("english", 0);
  const last = removeSecrets(single.at(-1) ?? "", { before: single.slice(0, -1) });
  assert.equal(last.redacted, removed);
  assert.equal(last.shred.length, single.length - 1);
});

test("what goes on with a phrase goes too, one word a message or several, and other words stay", () => {
  const before = ["hello", removed];
  for (const text of ["giggle sorry ten orchard", "orchard", "12 orchard"]) {
    assert.equal(removeSecrets(text, { before }).redacted, removed, text);
  }
  for (const text of ["ok thanks", "the orchard is closed", "12"]) {
    assert.deepEqual(removeSecrets(text, { before }).secrets, [], text);
  }
  assert.deepEqual(removeSecrets("orchard", { before: [removed, "a", "b", "c"] }).secrets, []);
});

test("words before a phrase stay, though some of them stand in its list", () => {
  const phrase = seedPhrase("english", 5).join(" ");
  const { redacted } = removeSecrets(`my wallet is broken this is what i have: ${phrase}`);
  assert.equal(redacted, `my wallet is broken this is what i have: ${removed}`);
});

test("lists of ordinary words and sentences stay", () => {
  const sentences = [
    "have to stay under during a given time what can you tell me about that",
    "the primary focus of this program is to provide student loan debt relief by either lowering it",
    "I moved from Lake View Road to River Road Bridge Town and my card must be sent there",
    "我昨天从银行转了一笔钱到你们的账户但是到现在还没有收到请帮我查一下是什么原因",
    "昨日銀行からお金を送りましたがまだ届いていないようですのでしらべていただけますでしょうか",
    "어제 은행에서 돈을 보냈는데 아직 도착하지 않았습니다 확인 부탁드립니다",
  ];
  for (const text of sentences) assert.deepEqual(removeSecrets(text).secrets, [], text);
});
