import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { analyseReported } from "./reported.ts";
import { analyseReport } from "./scam/index.ts";

test("whoever asks for what we never ask for is suspicious, in whichever language and words", () => {
  for (const text of [
    "Nennen Sie mir bitte die Ziffern, die eben auf Ihrem Handy erschienen sind.",
    "Pouvez-vous me donner le mot de passe de votre compte ?",
    "Envíeme la frase de recuperación de su monedero.",
    "パスワードを教えてください。",
  ]) {
    const { verdict, scam, signals } = analyseReported(text);
    assert.ok(verdict !== "nothing_found", text);
    for (const { words, start, end } of signals) assert.equal(text.slice(start, end), words);
    assert.ok(signals.length > 0);
    assert.equal(scam, analyseReport(text).scam, "an ask alone makes no scam");
  }
});

test("honest words stay what they were", () => {
  for (const text of [
    "We never ask for your password. Hang up when somebody does.",
    "My card arrived today, but it doesn't work in the shop.",
    "How long does a withdrawal take?",
  ])
    assert.deepEqual(analyseReported(text), analyseReport(text), text);
});

test("a sentence that wants something else is no ask for a secret", () => {
  for (const text of [
    "Sie müssen alles auf ein sicheres Wallet übertragen, ich gebe Ihnen die Adresse.",
    "Investiere 500 USDT auf coin-plus.com, ich zeig dir die Signale, garantierter Gewinn",
  ]) {
    const { signals, scam } = analyseReported(text);
    assert.ok(scam, text);
    assert.ok(!signals.some(({ code }) => code === "asks_secret"), text);
  }
});

test("in a conversation a signal says in which turn it stands", () => {
  const turns = [{ text: "Good morning!" }, { text: "Nennen Sie mir bitte Ihr Passwort." }];
  const ask = analyseReported(turns).signals.find(({ turn }) => turn === 1);
  assert.ok(ask);
  assert.equal(turns[1]?.text.slice(ask.start, ask.end), ask.words);
});

test("nothing that was found before is lost", () => {
  const ranks = ["nothing_found", "suspicious", "scam"];
  const words = fc.array(fc.string({ unit: codePoint, maxLength: 60 }), { maxLength: 4 });
  fc.assert(
    fc.property(words, (texts) => {
      const text = [...texts, "Please read me the code."].join(" ");
      const [plain, joined] = [analyseReport(text), analyseReported(text)];
      assert.ok(ranks.indexOf(joined.verdict) >= ranks.indexOf(plain.verdict));
      const codes = joined.signals.map(({ code }) => code);
      for (const { code } of plain.signals) assert.ok(codes.includes(code));
    }),
  );
});
