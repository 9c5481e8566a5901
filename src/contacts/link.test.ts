import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import en from "../../messages/en/contacts.json" with { type: "json" };
import { readLink } from "./link.ts";

const trulyOurs = [
  "https://larkmoor.example",
  "HTTPS://LARKMOOR。EXAMPLE/",
  "larkmoor.example/help",
  "larkmoor.example:8443/help",
  "//larkmoor.example/help",
  "http:larkmoor.example",
  "https:////larkmoor.example",
  "https://larkmoor.example./",
  "https://larkmoor.example?to=@shop.example",
  "https://larkmoor.example#@shop.example",
  "https://larkmoor.example/\\shop.example",
];

for (const written of trulyOurs) {
  test(`${JSON.stringify(written)} leads where a browser goes`, () => {
    const link = readLink(written);
    assert.equal(link.kind === "link" && link.host.host, "larkmoor.example");
  });
}

const elsewhere: readonly [written: string, host: string][] = [
  ["https://larkmoor.example@shop.example/", "shop.example"],
  ["https://larkmoor.example:443@shop.example/", "shop.example"],
  ["https://larkmoor.example;@shop.example", "shop.example"],
  ["https://larkmoor.example.shop.example/", "larkmoor.example.shop.example"],
  ["https://shop.example/larkmoor.example", "shop.example"],
  ["https://shop.example?larkmoor.example", "shop.example"],
  ["https://shop.example/https://larkmoor.example/", "shop.example"],
  ["https://larkmoor-example.shop.example", "larkmoor-example.shop.example"],
  ["https://larkmoor.example\u2044.shop.example", "larkmoor.xn--example-7d7c.shop.example"],
  ["https://lаrkmoor.example", "xn--lrkmoor-2fg.example"],
  ["https://user@192.0.2.7/larkmoor.example", "192.0.2.7"],
];

for (const [written, host] of elsewhere) {
  test(`${JSON.stringify(written)} leads to ${host}`, () => {
    const link = readLink(written);
    assert.equal(link.kind === "link" && link.host.host, host);
  });
}

const refused: readonly [written: string, code: string][] = [
  ["https://larkmoor.example%2eshop.example", "two_readings"],
  ["https://lark%6door.example", "two_readings"],
  ["https://larkmoor%E3%80%82example", "two_readings"],
  ["https://larkmoor.example\\@shop.example", "two_readings"],
  ["https:\\\\larkmoor.example\\.shop.example", "two_readings"],
  ["https://larkmoor.example\\.shop.example", "two_readings"],
  ["https://0x7f000001/", "two_readings"],
  ["https://017700000001/", "two_readings"],
  ["https://2130706433/", "two_readings"],
  ["https://larkmoor.example,shop.example", "two_readings"],
  ["https://lark*moor.example", "two_readings"],
  ["https://larkmoor.example../", "two_readings"],
  ["https://larkmoor.example\u200b.shop.example", "hidden_characters"],
  ["https://lark\u200bmoor.example", "hidden_characters"],
  ["https://lark\tmoor.example", "hidden_characters"],
  ["https://lark\r\nmoor.example", "hidden_characters"],
  ["https://\u202eelpmaxe.roomkral", "hidden_characters"],
  ["https://larkmoor.example\u00ad/", "hidden_characters"],
  ["https://ｌａｒｋｍｏｏｒ.example/", "odd_letters"],
  ["https://ⓛarkmoor.example/", "odd_letters"],
  ["https://larkmoor.example／shop.example", "not_a_link"],
  ["https://larkmoor.example%00.shop.example", "not_a_link"],
  ["https://", "not_a_link"],
  ["javascript://larkmoor.example/%0aalert(1)", "link_runs_code"],
  ["JaVaScRiPt:alert(1)", "link_runs_code"],
  ["data:text/html,larkmoor.example", "link_runs_code"],
  ["blob:https://larkmoor.example/1", "link_not_web"],
  ["view-source:https://larkmoor.example", "link_not_web"],
  ["file://larkmoor.example/", "link_not_web"],
  ["intent://larkmoor.example#Intent;scheme=https;end", "link_not_web"],
  [`https://larkmoor.example/${"a".repeat(10_000_000)}`, "link_too_long"],
];

for (const [written, code] of refused) {
  test(`${JSON.stringify(written).slice(0, 60)} is refused: ${code}`, () => {
    const link = readLink(written);
    assert.ok(link.kind === "unreadable", JSON.stringify(link));
    assert.equal(link.reasons[0]?.code, code);
    assert.ok(Object.hasOwn(en, `reason.${code}`));
  });
}

test("a name before the @ and a shortener are said", () => {
  const named = readLink("https://larkmoor.example@shop.example/");
  assert.equal(named.kind === "link" && named.reasons[0]?.code, "name_before_at");
  const short = readLink("https://bit.ly/abc");
  assert.equal(short.kind === "link" && short.reasons[0]?.code, "link_shortener");
});

test("links to mail and phone say what they are", () => {
  const mail = readLink("mailto:help@larkmoor.example?subject=x");
  assert.ok(mail.kind === "address");
  assert.deepEqual([mail.scheme, mail.address], ["mailto", "help@larkmoor.example"]);
  assert.equal(readLink("tel:+12025550100").kind, "address");
});

test("no text makes it throw, and what it read it reads again the same", () => {
  const texts = fc.oneof(fc.webUrl(), fc.string({ unit: codePoint }), fc.string());
  fc.assert(
    fc.property(texts, (text) => {
      const link = readLink(text);
      if (link.kind !== "link") return;
      const again = readLink(link.url.href);
      if (again.kind === "link") assert.equal(again.host.host, link.host.host);
    }),
  );
});
