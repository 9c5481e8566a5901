import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { type AskCase, askCases } from "#test";
import type { NeverAskId } from "../never-ask.ts";
import type { AskCode } from "./asked.ts";
import { judgeAgentMessage, type Turn } from "./index.ts";

const ours = { ownHosts: ["larkmoor.example"] };

/** Cases that are judged wrongly: asks that go out, and honest messages that are stopped. */
function wrongIn(cases: readonly AskCase[]) {
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
    const languages = Object.groupBy(askCases(set), ({ language }) => language);
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
    const { missed, stopped } = wrongIn(askCases(set));
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
