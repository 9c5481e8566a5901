import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "#platform";
import { createChecker } from "./check.ts";
import { type Contact, standingOf } from "./directory.ts";
import { readDirectoryFile } from "./directory-files.ts";
import { explain, plainStep } from "./explain.ts";
import { say } from "./messages.ts";

// What a frightened person reads: the heading, the first step and a reason, for input as people write it.

const now = new Date("2026-11-20T12:00:00Z");
const larkmoor = await readDirectoryFile(
  new URL("../../examples/larkmoor.directory.json", import.meta.url),
);
const checker = createChecker(larkmoor);

function answer(input: string) {
  const finding = checker.check(input, now);
  const { heading, reasons, steps, kind } = explain(finding, english);
  const codes = reasons.map(({ code }) => code);
  const text = reasons.map((reason) => reason.text).join(" ");
  return { finding, heading, codes, text, steps: steps.map(plainStep), kind };
}

const hangUp = /^Is somebody on the phone with you\? Hang up\./;

for (const input of [
  "A man called David Miller from Larkmoor fraud department is on the phone and says I must move my coins to a safe wallet",
  "No Caller ID",
  "Unknown",
  "they called me and want my password",
  "Larkmoor fraud team called",
  "i got phone call they say account is hack",
  "caller says he is police",
  "hello i am from larkmoor customer care your account is hack kindly send me the otp",
  "David Miller",
]) {
  test(`somebody may be on the phone: ${input}`, () => {
    const { finding, heading, steps } = answer(input);
    assert.deepEqual([finding.verdict, heading], ["not_ours", "That is not us."]);
    assert.match(steps[0] ?? "", hangUp);
    assert.match(steps[1] ?? "", /We never ask for them/);
    assert.match(steps[2] ?? "", /\/help\/how-a-genuine-call-works/);
  });
}

for (const input of [
  "larkmoor support phone number",
  "Larkmoor, 1 Example Street, London",
  "is larkmoor support real?",
  "how do i contact larkmoor",
  "David from Larkmoor",
]) {
  test(`our name in words proves nothing: ${input}`, () => {
    const { finding, heading, steps, codes } = answer(input);
    assert.deepEqual([finding.kind, finding.verdict], ["unknown", "not_ours"]);
    assert.equal(heading, "Our name alone proves nothing.");
    assert.ok(codes.includes("our_name_in_words"));
    assert.match(steps.join(" "), /\(\/phone\).*\(\/contacts\)/);
  });
}

for (const input of [
  ...["Larkmoor 客服", "Larkmoor サポート", "Larkmoor 고객센터", "Larkmoor ฝ่ายสนับสนุน"],
  ...["دعم Larkmoor", "Larkmoor सहायता", "Larkmoor поддержка"],
  ...["Larkmoor官网", "这是Larkmoor吗", "ユーザーLarkmoorです", "Larkmoorに注意", "Larkmoorฝ่าย"],
  ...["Larkmoorの公式サイトはどこですか？", "Larkmoor에서 보낸 메시지입니다"],
  ...["Larkmoorを騙る電話に注意してください。", "Larkmoor口座", "هوية Larkmoor", "Larkmoorร้าน"],
]) {
  test(`words of another script beside our name are no look-alike letters: ${input}`, () => {
    const { finding, codes } = answer(input);
    assert.deepEqual([finding.verdict, codes], ["not_ours", ["our_name_in_words"]]);
  });
}

for (const brand of [
  "GMOコイン",
  "KB국민은행",
  "楽天Pay",
  "コイン24",
  "Lark-Moor",
  "Lark & Moor",
]) {
  test(`words about a firm are no imitation of it, whatever joins its own name: ${brand}`, () => {
    const { check } = createChecker({ ...larkmoor, firm: brand, brands: [brand] });
    for (const words of [`A man from ${brand} called me`, `is ${brand} support real?`]) {
      const { verdict, reasons } = check(words, now);
      assert.equal(verdict, "not_ours", words);
      assert.ok(reasons.some(({ code }) => code === "our_name_in_words"));
    }
  });
}

for (const [brand, ...names] of [
  ["KB국민은행", "KB국민은행 Support", "KB 국민은행 Support", "KB국민은행-Support"],
  ["楽天Pay", "楽天Pay Support", "Security 楽天PAY"],
  ["コイン24", "コイン24 Support"],
] as const) {
  test(`letters without capitals in our own name make a sender no less of an imitation: ${brand}`, () => {
    const { check } = createChecker({ ...larkmoor, firm: brand, brands: [brand] });
    for (const name of names) assert.equal(check(name, now).verdict, "imitates_us", name);
    for (const words of [`${brand} サポート`, `${brand} called me`, `${brand} 一`]) {
      const { verdict, reasons } = check(words, now);
      assert.equal(verdict, "not_ours", words);
      assert.ok(reasons.some(({ code }) => code === "our_name_in_words"));
    }
  });
}

test("a sender whose name is an address of ours is a fake, however a mail program quotes it", () => {
  for (const shown of ["help@larkmoor.example", "Larkmoor (help@larkmoor.example)"]) {
    for (const input of [`"${shown}" <helper@mail.example>`, `${shown} <helper@mail.example>`]) {
      const { finding, codes } = answer(input);
      assert.equal(finding.verdict, "imitates_us", input);
      assert.equal(codes[0], "display_name_imitates");
    }
  }
});

for (const input of [
  ...["Larkmoor Support", "larkmor support", "LARKM00R desk", "@larkmoor_support"],
  ...["Lаrkmoor官网", "larkmor官网", "Larkmo口r", "Larkmoorѕ"],
  ...["Larkmoor ꓢꓴꓑꓑꓳꓣꓔ", "Larkmoorº Support", "Larkmoorº", "Larkmoor Supportª", "Larkmoorꓢ"],
  ...["Larkmoor 𐌕𐌗𐌂", "Larkmoor Suppοrtا", "ꓡꓮꓣꓗꓟꓳꓳꓣ", "ꓡꓮꓣꓗꓟꓳꓳꓣ Support"],
]) {
  test(`a name that passes for ours: ${input}`, () =>
    assert.equal(answer(input).finding.verdict, "imitates_us"));
}

for (const input of [
  "Larkmoor: a new device signed in. Not you? Call +44 20 7946 0158 now.",
  "Larkmoor: Do not share your code. Not you? https://larkmoor.example/lock",
]) {
  test(`words that quote our contacts prove nothing: ${input}`, () => {
    const { finding, heading, steps } = answer(input);
    assert.ok(finding.verdict.startsWith("ours_"));
    assert.equal(heading, "The contacts in it are ours, but words prove nothing.");
    assert.match(steps[0] ?? "", /^Don't act on it/);
    assert.match(steps[1] ?? "", /bookmark/);
  });
}

test("two numbers are what a phone showed", () => {
  const { heading, steps } = answer("0044 20 7946 0158 / +1 202 555 0100");
  assert.match(heading, /A call from it is a scam/);
  assert.match(steps[0] ?? "", /Hang up/);
});

test("a call from a number that we never call from is a scam, in whichever language and whatever stands beside it", () => {
  for (const told of [
    "Jemand ruft mich von +1 202 555 0100 an",
    "Alguien me llama desde +1 202 555 0100",
    "Quelqu’un m’appelle depuis le +1 202 555 0100",
    "Qualcuno mi chiama dal +1 202 555 0100",
    "Alguém está me ligando do +1 202 555 0100",
    "Ik word gebeld door +1 202 555 0100",
    "Мне звонят с номера +1 202 555 0100",
    "Biri beni arıyor: +1 202 555 0100",
    "有人用 +1 202 555 0100 打电话给我",
    "+1 202 555 0100 から電話がかかってきました",
    "+1 202 555 0100 번호로 전화가 왔어요",
    "Ten number to +1 202 555 0100",
  ]) {
    const { heading, steps } = answer(told);
    assert.match(heading, /A call from it is a scam/, told);
    assert.match(steps[0] ?? "", /Hang up/, told);
  }
  const { text, steps } = answer("Write to +1 202 555 0100 or shop.example");
  assert.match(text, /0100 is ours for you to call.* a call from it is a scam/);
  assert.match(steps[0] ?? "", /Hang up/);
});

test("what a phone shows in place of a number is known in other languages, and a name is no call", () => {
  for (const shown of ["Unbekannte Nummer", "Numéro masqué", "非通知", "Номер скрыт"]) {
    assert.match(answer(shown).steps[0] ?? "", /Hang up/, shown);
  }
  assert.doesNotMatch(answer("Je m'appelle Anne, bonjour").text, /called you/);
});

test("a call that is told of with our number is answered as a call", () => {
  const { heading, steps } = answer("I got a call from +1 202 555 0100, my account is hacked");
  assert.match(heading, /A call from it is a scam/);
  assert.match(steps[0] ?? "", /Hang up/);
});

for (const address of [
  "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
  "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
  "0x742d35Cc6634C0532925a3b844Bc454e4438f44e",
  "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
  "TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf",
  "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=1",
]) {
  test(`an address for coins is never ours: ${address}`, () => {
    const { finding, steps } = answer(address);
    assert.deepEqual([finding.kind, finding.verdict], ["wallet_address", "not_ours"]);
    assert.match(steps[0] ?? "", /^Send nothing/);
    assert.match(steps[1] ?? "", /\/help\/sent-money/);
    const told = answer(`Send 0.5 BTC to ${address}, or lose your account.`);
    assert.equal(told.finding.kind, "message");
    assert.match(told.steps[0] ?? "", /^Send nothing/);
  });
}

for (const word of ["0x7f000001", "averyverylongwordthatmeansnothing", "larkmoor.example", "A1"]) {
  test(`no address for coins: ${word}`, () =>
    assert.notEqual(answer(word).finding.kind, "wallet_address"));
}

for (const [input, code] of [
  ["larkmor.example", "letter_missing"],
  ["larkmoorr.test", "carries_our_name"],
  ["laarkmoor.test", "letter_doubled"],
  ["larkmxoor.test", "letter_added"],
  ["lrakmoor.test", "letters_swapped"],
  ["larkmoot.pages.dev", "one_letter_off"],
  ["iarkmoor.test", "looks_like_ours"],
  ["1arkmoor.test", "digits_for_letters"],
] as const) {
  test(`the reason fits the misspelling: ${input}, ${code}`, () =>
    assert.equal(answer(input).codes[0], code));
}

for (const [input, said] of [
  ["https://larkmoor.example@evil.com", /The link leads to evil\.com/],
  ["larkmoor@mail.test", /The mail belongs to mail\.test/],
  ["+12025550142", /until March 1, 2025/],
  ["+12025550101", /our number \+1 202 555 0100/],
  ["larkmoor support <john@gmail.com>", /The name shown is “larkmoor support”/],
  ["Larkmoor <larkmoor.help@gmail.com>", /belongs to gmail\.com/],
  ["+1 202 555 0100 on WhatsApp", /not on WhatsApp/],
] as const) {
  test(`${input} is answered in plain words`, () => {
    const { text, codes } = answer(input);
    assert.match(text, said);
    assert.doesNotMatch(text, /\d{4}-\d\d-\d\d|\+\d{9}/);
    if (input.includes("://")) assert.ok(!codes.includes("our_name_before_at"));
  });
}

test("what is nearly our number is shown with ours as people write it", () => {
  assert.match(answer("+12025550101").heading, /like \+1 202 555 0100\./);
  assert.equal(answer("+12025550101").finding.readAs, "+12025550101");
});

/** As the page of official contacts writes an entry. */
function asListed({ value, network }: Contact): string {
  return network ? say(english, "on_network", { handle: value, network }) : value;
}

for (const contact of larkmoor.contacts) {
  const input = asListed(contact);
  test(`our own list is answered by its own entry: ${input}`, () => {
    const { verdict } = checker.check(input, now);
    const isPast = standingOf(contact, now).is === "past";
    if (isPast) assert.equal(verdict, "was_ours");
    else assert.match(verdict, /^ours/);
  });
}

for (const [input, verdict] of [
  ["r/larkmoor", "ours"],
  ["@larkmoor_group", "was_ours"],
  ["larkmoor_group", "was_ours"],
  ["larkmoor_help", "ours_never_proof"],
  ["Telegram: larkmoor_group", "was_ours"],
  ["X: @larkmoor", "ours"],
  ["larkmoor on telegram", "imitates_us"],
  ["larkmoor on facebook", "imitates_us"],
  ["r/larkmoor_support", "imitates_us"],
  ["@mail.larkmoor.example", "ours_never_proof"],
  ["1000000002", "not_ours"],
] as const) {
  test(`an account or app as people write it: ${input}`, () =>
    assert.equal(checker.check(input, now).verdict, verdict));
}

test("a domain that only sends our mail is no website of ours", () => {
  const contacts: Contact[] = [{ type: "email_domain", value: "larkmoor-mail.test" }];
  const { verdict, reasons } = createChecker({ ...larkmoor, contacts }).check(
    "larkmoor-mail.test",
    now,
  );
  assert.deepEqual([verdict, reasons[0]?.code], ["ours_never_proof", "listed_email_domain"]);
});
