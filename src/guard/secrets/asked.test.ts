import assert from "node:assert/strict";
import { test } from "node:test";
import type { Turn } from "../asking/index.ts";
import { lastAsked, removeSecrets } from "./index.ts";

type Answered = readonly [question: string, answer: string];

/** Each asks for a password or names one, with an honest answer in its language. */
const naming: readonly Answered[] = [
  ["Please change your password on our sign-in page.", "I did it yesterday"],
  ["Can you sign in with your new password now?", "Same problem again"],
  ["Haben Sie Ihr Passwort vergessen?", "nichts passiert"],
  ["Avez-vous oublié votre mot de passe ?", "merci, c'est fait"],
  ["¿Olvidó su contraseña?", "sí, esta mañana"],
  ["Esqueceu a sua senha?", "o mesmo problema de novo"],
  ["Ha dimenticato la password?", "non succede niente"],
  ["Wijzig uw wachtwoord op onze inlogpagina.", "gisteren al gedaan"],
  ["Yeni şifrenizle giriş yapabiliyor musunuz?", "yine aynı sorun"],
  ["Пожалуйста, смените пароль на нашей странице входа.", "вчера уже сделал"],
  ["로그인 페이지에서 비밀번호를 변경해 주세요.", "어제 했어요"],
  ["パスワードをお忘れですか？", "いいえ、できません"],
  ["您忘记密码了吗?", "不是,就是不行"],
];

const asking: readonly Answered[] = [
  ["What is your password?", "sunshine"],
  ["Your old password, please.", "it's sunshine"],
  ["Could you tell me your password?", "sunshine"],
  ["Wie lautet Ihr Passwort?", "Sonnenschein"],
  ["Können Sie mir bitte Ihr Passwort nennen?", "Sonnenschein"],
  ["Pouvez-vous me donner votre mot de passe ?", "soleil"],
  ["Écrivez-moi votre mot de passe.", "soleil"],
  ["¿Qué clave usa?", "mariposa"],
  ["Que senha usa?", "borboleta"],
  ["Mi può dire la password?", "farfalla"],
  ["Kunt u uw wachtwoord geven?", "zonneschijn"],
  ["Hangi parolayı kullanıyorsunuz?", "kelebek"],
  ["Скажите ваш пароль?", "бабочка"],
  ["비밀번호를 알려 주시겠어요?", "sunshine"],
  ["パスワードを教えてください", "sunshine"],
  ["请告诉我您的密码", "sunshine"],
];

const refusing: readonly Answered[] = [
  ["What is your password?", "I really can't remember"],
  ["Wie lautet Ihr Passwort?", "Das weiß ich nicht mehr"],
  ["Quel est votre mot de passe ?", "un instant"],
  ["¿Cuál es su contraseña?", "no me acuerdo"],
  ["Qual é a sua senha?", "não vou dizer"],
  ["Qual è la sua password?", "non glielo dico"],
  ["Wat is uw wachtwoord?", "weet ik niet meer"],
  ["Şifreniz nedir?", "hatırlamıyorum"],
  ["Какой у вас пароль?", "не знаю"],
  ["비밀번호가 무엇인가요?", "잠시만요"],
  ["パスワードは何ですか？", "覚えていません"],
  ["您的密码是什么?", "我不会告诉你"],
];

test("an honest answer to a message that only names a password stays", () => {
  for (const [after, text] of naming) assert.equal(removeSecrets(text, { after }).redacted, text);
});

test("what looks made goes where a password is only named", () => {
  for (const [after] of naming) {
    const { redacted } = removeSecrets("Hunter2!x", { after });
    assert.equal(redacted, "[password removed]", after);
  }
});

test("a short answer goes where a sentence asks for the password, in twelve languages", () => {
  for (const [after, text] of asking) {
    const { redacted } = removeSecrets(text, { after });
    assert.match(redacted, /^(?:it's )?\[password removed\]$/, after);
  }
});

test("a refusal is no password", () => {
  for (const [after, text] of refusing) assert.equal(removeSecrets(text, { after }).redacted, text);
});

test("an answer goes though it is told to wait for it", () => {
  for (const [after, text, kept] of [
    ["What is your password?", "one moment, sunshine", "one moment, "],
    ["Wie lautet Ihr Passwort?", "Moment, Sonnenschein", "Moment, "],
    ["¿Cuál es su contraseña?", "un momento, mariposa", "un momento, "],
    ["Какой у вас пароль?", "минуту, бабочка", "минуту, "],
  ] as const) {
    assert.equal(removeSecrets(text, { after }).redacted, `${kept}[password removed]`);
  }
});

test("words that ask for something else of a password don't ask for it", () => {
  for (const [after, text] of [
    ["What happens when you enter your password?", "page stays blank"],
    ["Please tell me whether your password works.", "works perfectly"],
    ["What does the page say of your password?", "weird symbols everywhere"],
  ] as const) {
    assert.equal(removeSecrets(text, { after }).redacted, text);
  }
});

test("what is asked is all that our side said since the client spoke before it", () => {
  const asks: Turn = { from: "agent", text: "What is your password?" };
  const there: Turn = { from: "agent", text: "Are you there?" };
  const waits: Turn = { from: "client", text: "wait" };
  assert.equal(lastAsked([asks, there]), "What is your password?\nAre you there?");
  assert.equal(lastAsked([there, waits, asks, waits]), "What is your password?");
  assert.equal(lastAsked([waits]), "");
});

test("where that asks for nothing, the three messages before are asked too, unless they were answered", () => {
  const asks: Turn = { from: "agent", text: "What code did you receive?" };
  const tells: Turn = { from: "agent", text: "To check your account." };
  const why: Turn = { from: "client", text: "Why?" };
  const answers: Turn = { from: "client", text: "It's [two-factor code removed]" };
  assert.equal(lastAsked([asks, why, tells]), `${asks.text}\n${tells.text}`);
  assert.equal(lastAsked([asks, answers, tells]), tells.text);
  const other: Turn = { from: "agent", text: "What is your order number?" };
  assert.equal(lastAsked([asks, why, other]), other.text);
  const later = Array.from({ length: 4 }, () => [why, tells]).flat();
  assert.doesNotMatch(lastAsked([asks, ...later]), /code/);
});
