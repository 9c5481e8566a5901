import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import type { NeverAskId } from "../never-ask.ts";
import { type AskCode, judgeAgentMessage, type Turn } from "./index.ts";

type Case = { item: string; written: string; turns: Turn[] };

/** The sentences of a file: a heading in brackets names the item; ` // ` parts turns, `C: ` is the client's. */
function casesOf(set: string, file: string): Case[] {
  const text = readFileSync(new URL(`./sentences/${set}/${file}`, import.meta.url), "utf8");
  let heading = "";
  return text.split("\n").flatMap((line) => {
    const found = /^\[(\w+)\]$/.exec(line);
    if (found !== null) heading = found[1] ?? "";
    if (found !== null || line.trim() === "") return [];
    const named = /^(split|hidden)$/.test(heading) ? /^(\w+): (.*)$/.exec(line) : null;
    const written = named?.[2] ?? line;
    const turns = written
      .split(" // ")
      .map(
        (turn): Turn =>
          turn.startsWith("C: ")
            ? { from: "client", text: turn.slice(3) }
            : { from: "agent", text: turn },
      );
    return [{ item: named?.[1] ?? heading, written, turns }];
  });
}

/** Shares of the asks that may be missed, and of the honest sentences that may be refused. */
const missedMax = 0.07;
const refusedMax = 0.01;

for (const set of ["developed-with", "kept-apart"]) {
  test(`${set}: nearly every ask of twelve languages is blocked and honest sentences pass`, () => {
    const files = readdirSync(new URL(`./sentences/${set}/`, import.meta.url));
    assert.equal(files.length, 12);
    for (const file of files) {
      const cases = casesOf(set, file);
      const wrong = cases.filter(
        ({ item, turns }) =>
          (judgeAgentMessage(turns).decision === "allow") !== (item === "legitimate"),
      );
      const missed = wrong.filter(({ item }) => item !== "legitimate");
      const refused = wrong.filter(({ item }) => item === "legitimate");
      const honest = cases.filter(({ item }) => item === "legitimate").length;
      const names = wrong.map(({ written }) => written).join("\n");
      assert.ok(missed.length <= missedMax * (cases.length - honest), `${file}\n${names}`);
      assert.ok(refused.length <= refusedMax * honest, `${file}\n${names}`);
    }
  });
}

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

test("a link to a host of ours is our own page, any other is foreign", () => {
  const ours = { ownHosts: ["larkmoor.example"] };
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
