import assert from "node:assert/strict";
import { test } from "node:test";
import { analyseReport } from "./analyse.ts";

/** Offers that name no data of ours: a price per lookup, somebody inside who resets, a login that is bought. */
const offers: readonly string[] = [
  "We need someone inside support who can reset accounts. 10k per account.",
  "We pay 20% of the loot if you disable 2FA for one user for us.",
  "Wir suchen jemanden im Support, der Konten zurücksetzt. 10.000 pro Konto.",
  "5000 Euro pro Kundenabfrage, niemand erfährt es.",
  "Willst du deinen Agenten-Login verkaufen? Wir zahlen gut in USDT.",
  "On cherche quelqu'un au support qui peut réinitialiser des comptes. 10 000 par compte.",
  "Tu veux vendre ton identifiant d'agent ? On paie bien en USDT.",
  "Buscamos a alguien dentro de soporte que pueda restablecer cuentas. 10.000 por cuenta.",
  "¿Quieres vender tu acceso de agente? Pagamos bien en USDT.",
  "Procuramos alguém dentro do suporte que possa redefinir contas. 10 mil por conta.",
  "Quer vender seu login de atendente? Pagamos bem em USDT.",
  "Cerchiamo qualcuno nel supporto che possa resettare gli account. 10.000 ad account.",
  "Ti prendi il 20% se disattivi il 2FA di un utente per noi.",
  "We zoeken iemand bij support die accounts kan resetten. 10.000 per account.",
  "Je werkt bij de beurs, stuur ons screenshots van klantrekeningen, 2000 euro per stuk.",
  "Destekte hesap sıfırlayabilecek birini arıyoruz. Hesap başına 10 bin.",
  "Temsilci girişini satmak ister misin? USDT ile iyi öderiz.",
  "Ищем человека в поддержке, кто может сбрасывать аккаунты. 10 тысяч за аккаунт.",
  "Хочешь продать свой логин оператора? Платим хорошо в USDT.",
  "고객센터에서 계정을 초기화해 줄 사람을 찾습니다. 계정당 1000만원.",
  "상담원 로그인을 파실 생각 있으세요? USDT로 후하게 드립니다.",
  "サポート内でアカウントをリセットできる人を探しています。1件100万円。",
  "担当者ログインを売りませんか。USDTで高く払います。",
  "找客服内部能重置账户的人,每个账户一万。",
  "帮我们关掉一个用户的2FA,分你20%。",
];

/** Clients who need somebody in support, sell coins, or ask about fees and their own second factor. */
const clients: readonly string[] = [
  "Is there someone in support who can reset my account?",
  "I got 20% off. What happens if you disable my 2FA?",
  "Ich suche jemanden im Support, der mein Konto zurücksetzt.",
  "Ich will 2000 Euro in Bitcoin verkaufen. Was kostet das pro Konto?",
  "Y a-t-il quelqu'un au support pour réinitialiser mon compte ?",
  "Necesito a alguien en soporte que pueda restablecer mi cuenta.",
  "Preciso de alguém no suporte que possa redefinir minha conta.",
  "C'è qualcuno nel supporto che possa resettare il mio account?",
  "Is er iemand bij support die mijn account kan resetten?",
  "Destekte hesabımı sıfırlayabilecek biri var mı?",
  "Есть кто-то в поддержке, кто может сбросить мой аккаунт?",
  "고객센터에서 제 계정을 초기화해 줄 분 계신가요? 10만원이 들어 있습니다.",
  "サポートで私のアカウントをリセットできる人はいますか。",
  "我找客服重置我的账户,里面有一万。",
];

test("an offer that names a price per lookup, a reset from inside or a login is one in every language", () => {
  for (const text of offers) {
    const codes = analyseReport(text).signals.map(({ code }) => code);
    assert.ok(codes.includes("bribe_offer"), text);
  }
});

test("a client who needs somebody in support offers nothing", () => {
  for (const text of clients) {
    const codes = analyseReport(text).signals.map(({ code }) => code);
    assert.ok(!codes.includes("bribe_offer"), text);
  }
});
