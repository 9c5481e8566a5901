import assert from "node:assert/strict";
import { test } from "node:test";
import { asksAndNotices } from "#test";
import { asksIn } from "./asks.ts";
import { createChecker } from "./check.ts";
import { readDirectory } from "./directory.ts";
import { check, compose, sign } from "./mail-drafts.ts";

const now = new Date("2026-11-20T12:00:00Z");
const checker = createChecker(
  readDirectory({
    firm: "Larkmoor",
    brands: ["larkmoor"],
    contacts: [{ type: "domain", value: "larkmoor.example" }],
  }),
);

for (const ask of [
  "Larkmoor: bitte senden Sie uns Ihr Passwort.",
  "Larkmoor: envoyez-nous votre phrase de récupération.",
  "Larkmoor: envíenos su contraseña por este chat.",
  "Larkmoor: ci invii la sua password.",
  "Larkmoor: envie-nos a sua senha.",
  "Larkmoor: stuur ons uw wachtwoord.",
  "Larkmoor: пришлите нам код из смс.",
  "Larkmoor: şifrenizi bize gönderin.",
  "Larkmoor: 请把您的密码发给我们。",
  "Larkmoor: パスワードを教えてください。",
  "Larkmoor: 비밀번호를 알려 주세요.",
  "Please send us your password.",
]) {
  test(`whoever asks for a secret in any of twelve languages isn't us: ${ask}`, () => {
    for (const text of [`${ask} https://larkmoor.example`, `https://larkmoor.example ${ask}`]) {
      const { verdict, reasons } = checker.check(text, now);
      assert.equal(verdict, "not_ours", text);
      assert.equal(reasons[0]?.code, "asks_never_asked");
    }
    const alone = checker.check(ask, now);
    assert.ok(alone.reasons.some(({ code }) => code === "asks_never_asked"));
  });
}

for (const honest of [
  "Ihr Code ist 482913. Geben Sie ihn niemandem weiter.",
  "Votre code est 482913, ne le partagez jamais.",
  "Tu código es 482913. No lo compartas con nadie, ni siquiera con Larkmoor.",
  "Il tuo codice è 482913. Non darlo a nessuno.",
  "O seu código é 482913. Não o partilhe com ninguém.",
  "Uw code is 482913. Deel hem met niemand.",
  "Ваш код 482913. Никому его не сообщайте.",
  "Kodunuz 482913. Kimseyle paylaşmayın.",
  "您的验证码是 482913，请勿告诉任何人。",
  "コードは 482913 です。誰にも教えないでください。",
  "코드는 482913입니다. 누구에게도 알려 주지 마세요.",
  "Your code is 482913, never share it.",
]) {
  test(`a firm that warns isn't accused: ${honest}`, () => {
    assert.equal(checker.check(`${honest} larkmoor.example`, now).verdict, "ours_never_proof");
  });
}

/** Texts by which a pasted message, or a sealed mail of ours, is told to be not ours. */
async function accused(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const text of texts) {
    const pasted = checker.check(`${text} https://larkmoor.example`, now).verdict;
    const mail = await check(await sign(compose({ body: text })));
    assert.ok(/^(?:ours_never_proof|not_ours)$/.test(pasted), text);
    if (pasted === "not_ours" || mail.verdict !== "ours") found.push(text);
  }
  return found;
}

for (const [language, cases = []] of Object.entries(
  Object.groupBy(asksAndNotices(), ({ language }) => language),
)) {
  const texts = (isAsk: boolean) =>
    cases.filter((one) => one.isAsk === isAsk).map(({ text }) => text);

  test(`${language}: no notice that an honest firm sends by itself is an ask`, async () => {
    assert.ok(texts(false).length >= 14);
    assert.deepEqual(await accused(texts(false)), []);
  });

  test(`${language}: nearly every plain ask is told, whatever seals it`, async () => {
    const asks = texts(true);
    const told = await accused(asks);
    assert.ok(
      told.length >= 0.8 * asks.length,
      asks.filter((ask) => !told.includes(ask)).join("\n"),
    );
  });
}

test("where a text in another language is too long to be read whole, our contacts make it no better", () => {
  const long = `${"Heute ist ein schöner Tag für uns alle. ".repeat(500)} larkmoor.example`;
  assert.ok(!asksIn(long).isWhole);
  const { verdict, reasons } = checker.check(long, now);
  assert.deepEqual([verdict, reasons[0]?.code], ["unreadable", "not_all_read"]);
  assert.ok(asksIn("Today is a fine day for all of us. ".repeat(2_000)).isWhole);
});
