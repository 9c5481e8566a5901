import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { analyseReport } from "../scam/index.ts";
import { analyseReported } from "./reported.ts";

test("whoever asks for what we never ask for is suspicious, in whichever language and words", () => {
  for (const text of [
    "Nennen Sie mir bitte die Ziffern, die eben auf Ihrem Handy erschienen sind.",
    "Pouvez-vous me donner le mot de passe de votre compte ?",
    "Envíeme la frase de recuperación de su monedero.",
    "パスワードを教えてください。",
  ]) {
    const { verdict, signals } = analyseReported(text);
    assert.ok(verdict !== "nothing_found", text);
    for (const { words, start, end } of signals) assert.equal(text.slice(start, end), words);
    assert.ok(signals.length > 0);
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

test("the words that are shown stand in the text as it was given, composed or not", () => {
  const honest =
    "Buenos días. El último café del mes está aquí, señor Muñoz; mañana habrá más. ".repeat(3);
  for (const scam of [
    "Llámeme ahora y díctele a mi compañero el código que acaba de recibir.",
    "방금 문자로 받은 인증 코드를 저에게 불러 주세요.",
  ]) {
    for (const form of ["NFC", "NFD"]) {
      const text = `${honest}${scam}`.normalize(form);
      const { signals } = analyseReported(text);
      assert.ok(signals.some(({ code }) => code === "asks_secret"));
      for (const { words, start, end } of signals) {
        assert.equal(text.slice(start, end), words);
        assert.ok(scam.includes(words.normalize("NFC")), `${form} ${words}`);
      }
    }
  }
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

test("what reads like scams is one though no rule knows its words, and says which words show it", () => {
  const text =
    "He asked me to buy cards at the supermarket and send pictures of the backs because the boss is in a meeting";
  assert.ok(!analyseReport(text).scam);
  const { scam, reasons, signals } = analyseReported(text);
  assert.ok(scam);
  assert.deepEqual(reasons, [{ code: "worded_as_scams", signals: ["scam_wording"] }]);
  const wording = signals.find(({ code }) => code === "scam_wording");
  assert.ok(wording);
  assert.equal(text.slice(wording.start, wording.end), wording.words);
});
