import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "./language.ts";

const written: Record<string, string> = {
  en: "Hello, I can't see the deposit that I made on Monday. What should I do now?",
  de: "Guten Tag, ich kann mich nicht mehr anmelden und warte auf die Antwort von gestern.",
  fr: "Bonjour, je ne vois pas mon virement dans le compte. Que dois-je faire ?",
  es: "Hola, no veo mi retirada en la cuenta. ¿Qué tengo que hacer para recibir el dinero?",
  pt: "Olá, não vejo o meu depósito na conta. O que tenho de fazer para o receber?",
  it: "Salve, non vedo il mio bonifico nel conto. Che cosa devo fare per avere i soldi?",
  nl: "Goedemiddag, ik kan niet inloggen en het geld is nog niet op mijn rekening.",
  tr: "Merhaba, hesabım neden kapalı? Lütfen bana bir cevap verin, çok önemli.",
  ru: "Здравствуйте, я не вижу свой перевод. Что мне делать?",
  ko: "안녕하세요, 입금이 보이지 않습니다. 어떻게 해야 하나요?",
  ja: "こんにちは、入金が確認できません。どうすればよいですか。",
  zh: "您好，我看不到我的存款，请问应该怎么办？",
};

test("a mail's language is known by its words, whatever its program says of itself", () => {
  for (const [language, text] of Object.entries(written)) {
    assert.equal(languageOf(text, "en-US"), language);
    assert.equal(languageOf(`${text}\n\nhttps://larkmoor.example/help?x=1`, ""), language);
  }
});

test("what the words don't say, the header may; what neither says is unknown", () => {
  assert.equal(languageOf("TX 0x77ab?", "de-AT, en"), "de");
  assert.equal(languageOf("Ok", "en;q=1"), "en");
  for (const header of ["", "  ", "x", "german, please", "../../etc", "d".repeat(5_000)])
    assert.equal(languageOf("12345 !!", header), undefined);
  assert.equal(languageOf("Дякую, я не бачу їхній переказ і що робити", ""), undefined);
});
