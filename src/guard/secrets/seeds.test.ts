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

test("all of a phrase goes where a digit stands to a word, or a label to each", () => {
  const known = "legal winner thank year wave sausage worth useful legal winner thank yellow";
  for (const words of [known.split(" "), seedPhrase("english", 0), seedPhrase("french", 5)]) {
    for (const [text, redacted] of [
      [words.join(" ") + 2, `${removed}2`],
      [`${words.join(" ")}*1`, `${removed}*1`],
      [words.map((word, place) => (place === 5 ? `${word}6` : word)).join(" "), removed],
      [words.map((word, place) => `Nr${place + 1}-${word}`).join("\n"), `Nr1-${removed}`],
      [words.map((word, place) => `word${place + 1}=${word}`).join("\n"), `word1=${removed}`],
    ]) {
      assert.equal(
        removeSecrets(`My seed phrase: ${text}`).redacted,
        `My seed phrase: ${redacted}`,
      );
    }
  }
});

test("a phrase goes though the sentence around it holds a word of the list", () => {
  for (const [language, before, after] of [
    ["spanish", "Tengo miedo, estas son mis palabras: ", ", mi dinero está ahí"],
    ["spanish", "Tengo miedo, mis palabras: ", ", por favor ayuda"],
    ["english", "please help, this is what i wrote down ", " please hurry, my money is there"],
  ] as const) {
    for (let number = 0; number < 10; number++) {
      for (const form of ["plain", "lines", "numbered", "commas", "reversed", "missing"]) {
        const words = seedPhrase(language, number);
        const text = `${before}${seedForms[form]?.(words, number)}${after}`;
        const types = removeSecrets(text).secrets.map(({ type }) => type);
        assert.ok(types.includes("seed_phrase"), `${form}: ${text}`);
      }
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

test("a conversation stays, whoever says its lines, and a word of a phrase that lines happen to begin with", () => {
  const said = ["I moved from Lake View Road", "have to stay under a given time", "to River Road"];
  for (const head of ["Grant: ", "AB> ", "12:01 Bob: ", "Bob\n"]) {
    const text = said.map((line) => `${head}${line}`).join("\n");
    assert.deepEqual(removeSecrets(text).secrets, [], text);
  }
  const words = seedPhrase("english", 0);
  const twice = [...words.slice(0, 10), words[0], words[0]];
  const lines = twice.map((word, place) => `${word} - ${place + 1}`).join("\n");
  assert.ok(removeSecrets(lines).redacted.startsWith(removed), lines);
});

test("a phrase goes whoever says its lines, with a mark behind the name or none", () => {
  const words = seedPhrase("english", 3);
  for (const head of [
    "Anna\t",
    "Anna  ",
    "me ",
    "Anna says ",
    "Anna.......",
    "12:01 Anna ",
    "小明 ",
  ]) {
    for (const perLine of [1, 3]) {
      const lines = words.flatMap((_, place) =>
        place % perLine === 0 ? head + words.slice(place, place + perLine).join(" ") : [],
      );
      for (const text of [lines.join("\n"), `My seed phrase:\n${lines.join("\n")}`]) {
        const left = removeSecrets(text).redacted.split(/\W+/);
        assert.deepEqual(
          words.filter((word) => left.includes(word)),
          [],
          text,
        );
      }
    }
  }
});

test("lines that begin with the same words stay", () => {
  for (const [head, lines] of [
    ["I ", ["want my money back", "moved from Lake View Road", "drive to the river", "own a farm"]],
    ["The ", ["card is lost", "bank said wait", "letter never came", "road was closed"]],
    ["Please ", ["cancel the order", "return my call", "confirm the address", "describe the fee"]],
  ] as const) {
    const text = lines.map((line) => head + line).join("\n");
    assert.deepEqual(removeSecrets(text).secrets, [], text);
  }
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

test("a password beside a seed phrase is named too, and what is said around them stays", () => {
  const words = seedPhrase("english", 0);
  const phrases = {
    plain: words.join(" "),
    lines: words.join("\n"),
    byFour: words.join(" ").replaceAll(/((?:\w+ ){3}\w+) /g, "$1\n"),
    missing: words.slice(1).join(" "),
    reversed: words.toReversed().join(" "),
  };
  const password = placeholderOf("password");
  for (const value of ["Sunny-Orange44", "Orange44", "Tiger-7!", "Xk9vq-77!b"]) {
    for (const [form, phrase] of Object.entries(phrases)) {
      for (const [text, redacted] of [
        [`password: ${value}\nseed: ${phrase}`, `password: ${password}\nseed: ${removed}`],
        [`seed: ${phrase}\npassword: ${value}`, `seed: ${removed}\npassword: ${password}`],
        [
          `My password: ${value}\n${phrase}\nWhat should I do now?`,
          `My password: ${password}\n${removed}\nWhat should I do now?`,
        ],
      ] as const) {
        assert.equal(removeSecrets(text).redacted, redacted, `${form}: ${text}`);
      }
    }
  }
  const known = "legal winner thank year wave sausage worth useful legal winner thank yellow";
  for (const value of ["Sunny-Orange44", "tiger", "orange banana tiger lemon"]) {
    for (const text of [
      `password: ${value}\nseed: ${known}`,
      `seed: ${known}\npassword: ${value}`,
      `password: ${value}\n${known}`,
    ]) {
      const types = removeSecrets(text).secrets.map(({ type }) => type);
      assert.deepEqual(types.toSorted(), ["password", "seed_phrase"], text);
    }
  }
  assert.equal(
    removeSecrets(`My password: tiger\n\n${known}. What now?`).redacted,
    `My password: ${password}\n\n${removed}. What now?`,
  );
});
