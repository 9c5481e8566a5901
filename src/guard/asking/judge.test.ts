import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import fc, { codePoint } from "#fast-check";
import type { NeverAskId } from "../never-ask.ts";
import { type Before, Features, featuresBits, nothingBefore } from "./features.ts";
import { type AskCode, judgeAgentMessage, type Turn } from "./index.ts";
import { lexicon } from "./languages/index.ts";
import { type Example, learn, loudest } from "./learn.ts";
import { passagesOf, read, type Sentence } from "./reading.ts";
import { afterSentence, passageWeightMin, stepsOfOne } from "./weigh.ts";

const ours = { ownHosts: ["larkmoor.example"] };

/** A written message with the turns before it; `legitimate` is its item when it asks for nothing. */
type Case = { language: string; item: string; written: string; turns: Turn[] };

/** The cases of a set. */
function casesOf(set: string): Case[] {
  if (set === "frames") return framedCases();
  const folder = new URL(`./sentences/${set}/`, import.meta.url);
  return readdirSync(folder).flatMap((file) =>
    casesIn(file.slice(0, 2), readFileSync(new URL(file, folder), "utf8")),
  );
}

/** The sentences of a file: a heading in brackets names the item; ` // ` parts turns, ` ¶ ` paragraphs, `C: ` is the client's. */
function casesIn(language: string, text: string): Case[] {
  let heading = "";
  return text.split("\n").flatMap((line) => {
    const found = /^\[(\w+)\]$/.exec(line);
    if (found !== null) heading = found[1] ?? "";
    if (found !== null || line.trim() === "") return [];
    const named = /^(split|hidden)$/.test(heading) ? /^(\w+): (.*)$/.exec(line) : null;
    const written = named?.[2] ?? line;
    const turns = written
      .replaceAll(" ¶ ", "\n\n")
      .split(" // ")
      .map(
        (turn): Turn =>
          turn.startsWith("C: ")
            ? { from: "client", text: turn.slice(3) }
            : { from: "agent", text: turn },
      );
    return [{ language, item: named?.[1] ?? heading, written, turns }];
  });
}

/** Every frame of a language with every thing in it: what is learned must hold for the plainest words. */
function framedCases(): Case[] {
  const folder = new URL("./sentences/frames/", import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const parts = readFileSync(new URL(file, folder), "utf8")
      .split(/^\[\w+\]\n/m)
      .slice(1)
      .map((part) => part.trim().split("\n"));
    const starts = [...parts.keys()].filter((place) => place % 3 === 0);
    return starts.flatMap((start) => framed(file.slice(0, 2), parts.slice(start, start + 3)));
  });
}

/** Things with their items, frames that ask for them, and frames that don't. */
function framed(language: string, [things = [], asks = [], honest = []]: string[][]): Case[] {
  return things.flatMap((line) => {
    const [item = "", thing = ""] = line.split(": ");
    const made = (frame: string, named: string): Case => {
      const written = frame.replace("{}", () => thing);
      return { language, item: named, written, turns: [{ from: "agent", text: written }] };
    };
    return [
      ...asks.map((frame) => made(frame, item)),
      ...honest.map((frame) => made(frame, "legitimate")),
    ];
  });
}

/** Cases that are judged wrongly: asks that go out, and honest messages that are stopped. */
function wrongIn(cases: readonly Case[]) {
  const wrong = cases.filter(
    ({ item, turns }) =>
      (judgeAgentMessage(turns, ours).decision === "allow") !== (item === "legitimate"),
  );
  const honest = cases.filter(({ item }) => item === "legitimate").length;
  const missed = wrong.filter(({ item }) => item !== "legitimate").length / (cases.length - honest);
  const stopped = wrong.filter(({ item }) => item === "legitimate").length / honest;
  return { missed, stopped, names: wrong.map(({ written }) => written).join("\n") };
}

for (const set of ["developed-with", "learned-from", "frames"]) {
  test(`${set}: nearly every ask of twelve languages is blocked and honest sentences pass`, () => {
    const languages = Object.groupBy(casesOf(set), ({ language }) => language);
    for (const [language, cases = []] of Object.entries(languages)) {
      const { missed, stopped, names } = wrongIn(cases);
      assert.ok(missed <= 0.12 && stopped <= 0.03, `${language}\n${names}`);
    }
  });
}

for (const [set, missedMax, stoppedMax] of [
  ["kept-apart", 0.08, 0.07],
  ["kept-apart-later", 0.08, 0.03],
  ["kept-apart-mixed", 0.08, 0.04],
  ["kept-apart-examined", 0.2, 0.06],
] as const) {
  test(`${set}: what nobody learned from is judged nearly as well`, () => {
    const { missed, stopped } = wrongIn(casesOf(set));
    // No names: who knows them would learn from them.
    assert.ok(missed <= missedMax, `${missed} of the asks are missed`);
    assert.ok(stopped <= stoppedMax, `${stopped} of the honest ones are stopped`);
  });
}

test("what a client says before excuses no ask", () => {
  for (const text of [
    "My password is [removed: password], look for yourself.",
    "Someone asked me for my password. Was that you?",
    "I know that you never ask for it.",
  ]) {
    const judged = judgeAgentMessage([
      { from: "client", text },
      { from: "agent", text: "Please tell me your password." },
    ]);
    assert.deepEqual(judged.asks, ["password"], text);
  }
});

const clauses: [text: string, item: NeverAskId, code: AskCode][] = [
  ["Please hand over your password.", "password", "asked_to_give"],
  ["Show me your backup codes.", "two_factor_code", "asked_to_give"],
  ["Forward me the link in the new-device e-mail.", "device_approval_code", "asked_to_give"],
  [
    "Type your code at this page: https://other.example/x",
    "two_factor_code",
    "asked_to_type_elsewhere",
  ],
  ["Send your master key to my Telegram.", "master_key", "asked_to_give"],
  ["Press yes on the prompt you get now.", "two_factor_code", "asked_to_approve"],
  ["Could you share your screen?", "remote_access", "asked_to_open_computer"],
  ["Turn off your settings lock for a moment.", "weaken_security", "asked_to_weaken"],
  ["Whitelist this address.", "weaken_security", "asked_to_weaken"],
  ["Shorten the wait, please.", "weaken_security", "asked_to_weaken"],
  ["Remove that old device of yours.", "weaken_security", "asked_to_weaken"],
  ["What is the third word of your phrase?", "wallet_secret", "asked_for"],
  ["Which deposit address do you use?", "wallet_secret", "asked_for"],
  ["We never ask for codes, but this time I need your code.", "two_factor_code", "asked_for"],
  ["Never tell anyone but me your code.", "two_factor_code", "asked_to_give"],
];

test("what counts as an ask, clause by clause", () => {
  for (const [text, item, code] of clauses) {
    const { decision, asks, reasons } = judgeAgentMessage(text);
    assert.equal(decision, "block", text);
    assert.ok(asks.includes(item), `${text} ${asks}`);
    assert.equal(reasons.find((reason) => reason.item === item)?.code, code, text);
  }
});

test("honest words around an ask hide nothing", () => {
  const honest = "thank you for your patience today, your transfer is on its way and should arrive";
  const around = `${honest} by tomorrow ${honest.replaceAll(",", "")} soon`.replaceAll(",", "");
  assert.equal(judgeAgentMessage(around).decision, "allow");
  for (const text of [
    "We never ask for codes, never, nobody here ever will, but please send me the code",
    "Nobody may see it, no one, not anyone, never, so send me your password privately",
    `${around} could you please send me the code you got by text so that I can finish ${around}`,
    `${"Please never share your password with anybody. ".repeat(20)}Send me your password.`,
  ]) {
    assert.equal(judgeAgentMessage(text).decision, "block", text);
  }
});

test("a link to a host of ours is our own page, any other is foreign", () => {
  const text = "Enter your code at https://www.larkmoor.example/sign-in";
  assert.equal(judgeAgentMessage(text, ours).decision, "allow");
  assert.equal(judgeAgentMessage(text.replace("larkmoor", "larkm00r"), ours).decision, "block");
  assert.equal(judgeAgentMessage(text).decision, "block");
});

test("a scammer's quoted words pass, one's own don't", () => {
  assert.equal(judgeAgentMessage('The scammer wrote: "Send me your code now."').decision, "allow");
  assert.equal(judgeAgentMessage('"Send me your code now."').decision, "block");
});

test("what can't be read is held", () => {
  assert.equal(judgeAgentMessage("a".repeat(300_000)).decision, "hold");
  assert.equal(judgeAgentMessage("把密码发给我".repeat(10_000)).decision, "hold");
  const broken = [{ from: "agent", text: undefined }] as unknown as Turn[];
  assert.equal(judgeAgentMessage(broken).decision, "hold");
  for (const turning of ["\u202e", "\u2067"]) {
    assert.equal(judgeAgentMessage(`tell me your ${turning}drowssap`).decision, "hold");
  }
  assert.equal(judgeAgentMessage("Thank you, \u2068Ada\u2069").decision, "allow");
});

test("any text is read, and the words shown stand in it", () => {
  const words = fc.constantFrom(
    "send",
    "me",
    "your",
    "code",
    "never",
    "把",
    "密码",
    "を",
    ",",
    ".",
    '"',
    "p4ss",
    "пароль",
    "a",
  );
  const text = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.array(words).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(text, text, (before, now) => {
      const { decision, reasons } = judgeAgentMessage([
        { from: "agent", text: before },
        { from: "agent", text: now },
      ]);
      assert.notEqual(decision, "hold");
      const whole = `${before} ${now}`.normalize("NFC");
      for (const reason of reasons) assert.ok(whole.includes(reason.words));
    }),
  );
});

test("what is learned tells the examples apart, and is the same each time", () => {
  const examples: Example[] = Array.from({ length: 200 }, (_, index) => ({
    asks: index % 2 === 0,
    weight: 1,
    sentences: [index % 2 === 0 ? [1, 3] : [2, 3], [0, 3]],
    passages: [],
  }));
  const { bias, weights } = learn(examples, 4);
  for (const { asks, sentences } of examples) {
    assert.equal(loudest(sentences, weights, bias).sum > 0, asks);
  }
  assert.deepEqual(learn(examples, 4), { bias, weights });
});

const features = new Features();

/** Each sentence of the last turn, and each passage of it, in each reading. `larkmoor.example` stands for a host of ours. */
function placesOf(turns: readonly Turn[]): Pick<Example, "sentences" | "passages"> {
  let before = nothingBefore;
  const [sentences, passages]: [number[][], number[][]] = [[], []];
  const add = (found: number[][], sentence: Sentence, context: Before) => {
    for (const reading of sentence.readings) {
      features.read(sentence, reading, context);
      found.push([...features.places]);
    }
  };
  for (const turn of turns) {
    for (const sentence of read(turn.text.normalize("NFC"), lexicon(), ["larkmoor.example"])) {
      if (turn === turns.at(-1)) {
        add(sentences, sentence, before);
        for (const passage of passagesOf(sentence)) add(passages, passage, nothingBefore);
      }
      before = afterSentence(sentence, before, turn.from);
    }
    before = { ...before, speaker: turn.from };
  }
  return { sentences, passages };
}

function examplesOf(set: string, weight: number): Example[] {
  return casesOf(set).map(({ item, turns }) => ({
    asks: item !== "legitimate",
    weight,
    ...placesOf(turns),
  }));
}

/** A part of what real clients wrote, as honest text; the rest is left to measure with. */
function clientsExamples(file: string, weight: number, every: number): Example[] {
  const path = `../shared/data/text/${file}.jsonl`;
  assert.ok(existsSync(path), `${path} is needed to learn from`);
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .filter((_, index) => index % every === 0)
    .map((line) => honest(String(JSON.parse(line).text), weight));
}

/** Our own help and notices speak of the same things as agents do. */
function ownExamples(): Example[] {
  const paragraphs = ["help/en", "notices/en", "macros"].flatMap((folder) =>
    readdirSync(`content/${folder}`)
      .sort()
      .flatMap((file) => paragraphsOf(readFileSync(`content/${folder}/${file}`, "utf8"))),
  );
  return paragraphs.map((text) => honest(text, 0.7));
}

/** Without what stands before the text of an article, the names of fields and the marks of Markdown. */
function paragraphsOf(content: string): string[] {
  const [, , ...article] = content.split(/^---$/m);
  const parts =
    article.length > 0 ? article.join("").split(/\n\s*\n|\n(?=- |\d+\. |#)/) : content.split("\n");
  return parts
    .map((part) =>
      part
        .replaceAll(/\]\([^)]*\)|[[*#>]/g, "")
        .replace(/^\s*(?:-|\d+\.)?\s*(?:\w+:\s*)?\|?/, "")
        .trim(),
    )
    .filter((part) => part.split(" ").length > 3);
}

function honest(text: string, weight: number): Example {
  return { asks: false, weight, ...placesOf([{ from: "agent", text }]) };
}

/** What is learned from beside `learned-from/`. */
function otherExamples(): Example[] {
  return [
    ...examplesOf("developed-with", 0.5),
    ...clientsExamples("banking77-train", 0.6, 4),
    ...clientsExamples("multidogo-finance-train", 0.5, 12),
    ...ownExamples(),
    ...examplesOf("frames", 0.3),
  ];
}

const isAsked = process.env.LEARN_ASKS !== undefined;

test("LEARN_ASKS=1 writes weights.ts anew", { skip: !isAsked }, () => {
  const examples = [...otherExamples(), ...examplesOf("learned-from", 1)];
  const { bias, weights } = learn(examples, 2 ** featuresBits);
  const steps = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight * stepsOfOne))),
  );
  const table = deflateRawSync(steps, { level: 9 }).toString("base64");
  const text = `/** Written by judge.test.ts from sentences/, not by hand: one byte for each place of features.ts, deflated. */
export const bias = ${Number(bias.toFixed(4))};
export const table =
  "${table}";
`;
  writeFileSync(new URL("./weights.ts", import.meta.url), text);
});

const folds = 5;
/** Sentences that stand together are often alike, in each language: they are kept apart together. */
const blocks = 20;
const isCrossed = process.env.CROSS_ASKS !== undefined;

test("CROSS_ASKS=1 says how a fifth of learned-from is judged by what the rest teaches", {
  skip: !isCrossed,
}, (t) => {
  const others = otherExamples();
  const examples = examplesOf("learned-from", 1);
  const foldOf = (index: number) => Math.floor((index * blocks * 12) / examples.length) % folds;
  const judged = Array.from({ length: folds }, (_, fold) => {
    const rest = examples.filter((_, index) => foldOf(index) !== fold);
    const { bias, weights } = learn([...others, ...rest], 2 ** featuresBits);
    return examples
      .filter((_, index) => foldOf(index) === fold)
      .map(({ asks, sentences, passages }) => {
        const isAsking = loudest(sentences, weights, bias).sum > 0;
        return { asks, stops: isAsking || loudest(passages, weights, bias).sum > passageWeightMin };
      });
  }).flat();
  for (const asks of [true, false]) {
    const some = judged.filter((one) => one.asks === asks);
    const share = (100 * some.filter(({ stops }) => stops).length) / some.length;
    const named = asks ? "of the asks" : "of the honest ones";
    t.diagnostic(`${share.toFixed(1)} % ${named} are stopped (${some.length})`);
  }
});
