import assert from "node:assert/strict";
import { test } from "node:test";
import { analyseReport } from "../analyse.ts";
import { walletAddressIn } from "./address.ts";

function indicatorsOf(text: string): string[] {
  return analyseReport(text).indicators.map(({ type, value }) => `${type} ${value}`);
}

test("what names the scammer is listed, also where it was written so that nothing links it", () => {
  const cases: [string, string[]][] = [
    ["call +1 (888) 555-0142", ["phone +18885550142"]],
    ["ring 0044 20 7946 0018", ["phone +442079460018"]],
    ["ruf 030 901820 an", ["phone 030901820"]],
    ["at eight four four, five five five, zero one nine nine", ["phone 8445550199"]],
    [
      "hxxps://Login.Example[.]com/a?b=1.",
      ["domain login.example.com", "url https://login.example.com/a?b=1"],
    ],
    ["go to secure-kraken.app now", ["domain secure-kraken.app"]],
    ["write to Help.Desk[at]kraken-case.com", ["email help.desk@kraken-case.com"]],
    [
      "telegram:@Fast_Recover or t.me/FastRecover",
      ["handle @fast_recover", "handle t.me/fastrecover"],
    ],
    ["open any desk, then TeamViewer", ["app AnyDesk", "app TeamViewer"]],
    ["애니데스크나 팀뷰어를 설치", ["app AnyDesk", "app TeamViewer"]],
    ["эни деск или エニーデスク", ["app AnyDesk"]],
    [
      "bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
      ["crypto_address 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"],
    ],
  ];
  for (const [text, expected] of cases) assert.deepEqual(indicatorsOf(text), expected, text);
});

test("a name keeps the mark that it ends with: without it, it is somebody else's", () => {
  const cases: [string, string[]][] = [
    ["x.com/krakenhelp_", ["handle x.com/krakenhelp_"]],
    ["write to @kraken_help_.", ["handle @kraken_help_"]],
    [
      "t.me/kraken_help_ or t.me/kraken_help",
      ["handle t.me/kraken_help_", "handle t.me/kraken_help"],
    ],
    ["_@kraken_help is one_", ["handle @kraken_help"]],
    ["https://a-b.top/~", ["domain a-b.top", "url https://a-b.top/~"]],
    [
      "_@kraken_help_ and ~~https://a-b.top/x~~, **x.com/help**",
      ["handle @kraken_help", "domain a-b.top", "url https://a-b.top/x", "handle x.com/help"],
    ],
  ];
  for (const [text, expected] of cases) assert.deepEqual(indicatorsOf(text), expected, text);
});

test("a network's own page is nobody's name, and the code of an invitation keeps its letters", () => {
  const cases: [string, string[]][] = [
    [
      "facebook.com/profile.php?id=10008812345",
      ["domain facebook.com", "url facebook.com/profile.php?id=10008812345"],
    ],
    ["facebook.com/groups/98765", ["domain facebook.com", "url facebook.com/groups/98765"]],
    ["facebook.com/share/a1", ["domain facebook.com", "url facebook.com/share/a1"]],
    ["instagram.com/reel/C1", ["domain instagram.com", "url instagram.com/reel/C1"]],
    ["wa.me/message/ABCD", ["domain wa.me", "url wa.me/message/ABCD"]],
    ["t.me/joinchat/AAA", ["domain t.me", "url t.me/joinchat/AAA"]],
    ["line.me/ti/p/~x", ["domain line.me", "url line.me/ti/p/~x"]],
    ["discord.gg/AbC123", ["handle discord.gg/AbC123"]],
    ["https://T.me/+AbCdEf123", ["handle t.me/+AbCdEf123"]],
    ["facebook.com/Profile.Helper", ["handle facebook.com/profile.helper"]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(indicatorsOf(text), expected, text);
});

test("letters of a language without blanks touch a link, a handle or a number and are no part of it", () => {
  const cases: [string, string[]][] = [
    ["请点击https://a-b.top/x验证", ["domain a-b.top", "url https://a-b.top/x"]],
    ["网址：a-b.top。", ["domain a-b.top"]],
    ["こちらa-b.topから", ["domain a-b.top"]],
    ["정지됩니다.a-b.top에서", ["domain a-b.top"]],
    ["https://币安.com登录", ["domain xn--49s50d.com", "url https://xn--49s50d.com/"]],
    ["加@fast_desk联系", ["handle @fast_desk"]],
    ["адрес:t.me/fastdesk", ["handle t.me/fastdesk"]],
    ["help@a-b.net로", ["email help@a-b.net"]],
    ["03-1234-5678までお電話", ["phone 0312345678"]],
    ["０３ー１２３４ー５６７８へ", ["phone 0312345678"]],
    ["010-1234-5678로", ["phone 01012345678"]],
    ["拨打400-820-1234联系", ["phone 4008201234"]],
    ["1000000000원, 2026-11-20에, 1234567890円", []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(indicatorsOf(text), expected, text);
});

test("a number is a phone's in the forms of its country", () => {
  const written = [
    "8-912-345-67-89",
    "8 (912) 345-67-89",
    "8 800 555 35 35",
    "89123456789",
    "1588-1234",
    "0 532 123 45 67",
    "11 9 1234-5678",
    "0 805 123 456",
    "444 1 234",
  ];
  for (const number of written) {
    assert.deepEqual(indicatorsOf(`x ${number}.`), [`phone ${number.replace(/\D/g, "")}`], number);
  }
  assert.deepEqual(indicatorsOf("llame al 612345678"), ["phone 612345678"]);
  assert.deepEqual(indicatorsOf("+49 (0)30 12345678"), ["phone +493012345678"]);
  assert.deepEqual(indicatorsOf("0033 (0)7 56 12 34 56"), ["phone +33756123456"]);
  assert.deepEqual(indicatorsOf("call 00442079460018"), ["phone +442079460018"]);
  const none = [
    "DHL 00340434161094",
    "DHL 00340434161094123456",
    "DHL 0034 0434 1610 9412",
    "10.000.000 won",
    "SSN 078-05-1120",
    "open 14 00-16 00 today",
    "Order 00442079460018",
    "pedido 612345678",
    "1 000 000 рублей",
    "1588-1654",
    "+1.888.555.0147x",
  ];
  for (const text of none) assert.deepEqual(indicatorsOf(text), [], text);
});

test("dates, amounts, versions, card numbers and ordinary words are no indicators", () => {
  const text = `On 2026-11-20 at 14:02, e.g. version 1.2.3.4, i paid $1,499.99 of 12.500,00 with 4111 1111 1111 1111.
    See report.pdf, order 44712. He said one two three. node.js a.b index.ts`;
  assert.deepEqual(indicatorsOf(text), []);
});

test("a wallet address is one when its checksum holds", () => {
  const real = [
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkwyTDt1v",
    "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
    "qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy",
    "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
    "GBZXN7PIRZGNMHGA7MUUUF4GWPY5AYPV6LY4UV2GL6VJGIQRXFDNMADI",
    "EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8xqB2N",
    "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5",
  ];
  for (const address of real) assert.equal(walletAddressIn(address), address);
  assert.equal(walletAddressIn(real[2]?.toUpperCase() ?? ""), real[2]);
  const wrong = real.filter((address) => !/^(?:EPj|0x5aa)/.test(address)).map(mistyped);
  for (const address of wrong) assert.equal(walletAddressIn(address), undefined, address);
  assert.equal(walletAddressIn("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"), undefined);
});

/** Another letter of the same alphabet in the middle. */
function mistyped(address: string): string {
  const middle = address.length >> 1;
  const letter = address.charAt(middle);
  return address.slice(0, middle) + (letter === "q" ? "p" : "q") + address.slice(middle + 1);
}
